@echo off
chcp 65001 >nul
title OCOP
rem Mở bàn làm việc OCOP của thư mục này trong cửa sổ lệnh. Do `ocop init` ghi.
pushd "%~dp0"
set "PYTHONUTF8=1"

rem Nơi đã cài lần trước
set "OCOP="
if exist ".ocop\program.txt" for /f "usebackq delims=" %%i in (".ocop\program.txt") do set "OCOP=%%i"
if defined OCOP "%OCOP%" --version >nul 2>nul && goto found

rem Bản đóng sẵn đặt cạnh thư mục này
set "OCOP=%~dp0..\ocop\ocop.exe"
if exist "%OCOP%" "%OCOP%" --version >nul 2>nul && goto found

rem Lệnh ocop của máy
set "OCOP="
for %%i in (ocop.exe) do set "OCOP=%%~$PATH:i"
if defined OCOP "%OCOP%" --version >nul 2>nul && goto found
set "OCOP=%USERPROFILE%\.local\bin\ocop.exe"
if exist "%OCOP%" "%OCOP%" --version >nul 2>nul && goto found

rem Gói đã cài cho Python
set "OCOP=py -P -m ocop_cli"
%OCOP% --version >nul 2>nul && goto found_python
set "OCOP=python -P -m ocop_cli"
%OCOP% --version >nul 2>nul && goto found_python

echo Không tìm thấy chương trình ocop trên máy này. Dữ liệu trong thư mục vẫn còn nguyên.
echo.
echo Cách xử lý, chọn một:
echo 1. Đã cài ở nơi khác: mở cửa sổ lệnh ở nơi đó, gõ lệnh sau rồi mở lại tệp này:
echo    ocop init "%~dp0." --starter
echo 2. Có bản đóng sẵn: chép cả thư mục ocop của bản đó vào cạnh thư mục này rồi mở lại tệp này.
echo 3. Chưa cài: nhờ người phụ trách công nghệ thông tin cài theo mục Cài đặt của hướng dẫn.
echo.
echo Gõ phím bất kỳ để đóng.
pause >nul
exit /b 3

:found
for %%i in ("%OCOP%") do set "PATH=%%~dpi;%PATH%"
"%OCOP%"
goto stay

:found_python
doskey ocop=%OCOP% $*
%OCOP%

:stay
echo.
echo Gõ tiếp lệnh, ví dụ: ocop next. Gõ exit để đóng cửa sổ.
cmd /k prompt OCOP $P$G
