#!/bin/sh
# Mở bàn làm việc OCOP của thư mục này trong cửa sổ lệnh. Do `ocop init` ghi.
cd "$(dirname "$0")" || exit 1

# Nơi đã cài lần trước; bản đóng sẵn đặt cạnh thư mục này; lệnh ocop của máy; gói đã cài cho Python.
recorded=
if [ -r .ocop/program.txt ]; then IFS= read -r recorded < .ocop/program.txt; fi
set --
for program in "$recorded" "$PWD/../ocop/ocop" "$(command -v ocop)" "$HOME/.local/bin/ocop"; do
  if [ -n "$program" ] && "$program" --version > /dev/null 2>&1; then
    set -- "$program"
    PATH="$(dirname "$program"):$PATH"
    export PATH
    typed=ocop
    break
  fi
done
if [ $# -eq 0 ]; then
  for python in python3 python; do
    if "$python" -P -m ocop_cli --version > /dev/null 2>&1; then
      set -- "$python" -P -m ocop_cli
      typed="$python -P -m ocop_cli"
      break
    fi
  done
fi

if [ $# -eq 0 ]; then
  echo 'Không tìm thấy chương trình ocop trên máy này. Dữ liệu trong thư mục vẫn còn nguyên.'
  echo
  echo 'Cách xử lý, chọn một:'
  echo '1. Đã cài ở nơi khác: mở cửa sổ lệnh ở nơi đó, gõ lệnh sau rồi mở lại tệp này:'
  echo "   ocop init \"$PWD\" --starter"
  echo '2. Có bản đóng sẵn: chép cả thư mục ocop của bản đó vào cạnh thư mục này rồi mở lại tệp này.'
  echo '3. Chưa cài: nhờ người phụ trách công nghệ thông tin cài theo mục Cài đặt của hướng dẫn.'
  echo
  printf 'Gõ Enter để đóng. '
  read -r _
  exit 3
fi

"$@"
echo
echo "Gõ tiếp lệnh, ví dụ: $typed next. Gõ exit để đóng cửa sổ."
exec "${SHELL:-/bin/sh}"
