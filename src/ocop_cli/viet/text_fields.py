"""Field types of short texts that must say something: words, a telephone number, an address of mail."""

from typing import Annotated

from pydantic import AfterValidator

from ocop_cli.viet.believed import Believed, has_digit, has_letters, is_email
from ocop_cli.viet.fields import Line
from ocop_cli.viet.phone import phone_doubt, with_plus

Words = Annotated[Line, Believed(has_letters(1), "ghi bằng chữ, không chỉ có số hay dấu")]
"""A short text that is said in words: a place, an office, the name of a material."""

Phone = Annotated[
    Line,
    AfterValidator(with_plus),
    Believed(
        lambda text: not phone_doubt(text), "ghi số điện thoại: 10 hoặc 11 chữ số, bắt đầu bằng số 0", "P023"
    ),
]
"""A telephone number, or several."""

Email = Annotated[Line, Believed(is_email, "ghi địa chỉ thư điện tử, dạng ten@noi.vn")]
"""An e-mail address, or several."""

PaperNumber = Annotated[Line, Believed(has_digit, "ghi số của văn bản, có chữ số, ví dụ 10/QĐ-UBND")]
"""The number and symbol of a paper that another body issued."""
