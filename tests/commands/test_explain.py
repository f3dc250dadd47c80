"""``ocop explain`` knows every code that a command prints, of findings and of the rules on documents."""

import json
import subprocess
import sys

import pytest

from ocop_cli.app import run
from ocop_cli.codes import CODES
from ocop_cli.store.built_in.packaged import load_standard

RULES = load_standard().rules


def test_a_rule_on_documents_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "nd-01"]) == 0
    assert capsys.readouterr().out == (
        "ND-01  Nội dung cỡ 13–14, đứng\n\n"
        "Mức:    lỗi: lời văn của Nghị định\n"
        "Căn cứ: Nghị định số 30/2020/NĐ-CP, Phụ lục I phần I mục II khoản 6\n"
        "Sửa:    Đặt cỡ chữ 13 hoặc 14, kiểu đứng (`ocop lint TỆP --fix` sửa được)\n"
    )


@pytest.mark.parametrize("code", [*CODES, *RULES])
def test_every_code_has_its_explanation(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", code, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["code"] == code
    assert all(told[key] for key in ("title", "why", "cure"))
    assert told.get("fixable") == (RULES[code].fixable if code in RULES else None)


def test_the_code_of_a_finding_is_explained_without_the_rules_on_documents() -> None:
    script = "import sys; from ocop_cli.app import run; run(['explain', 'D010']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"yaml", "pydantic", "ocop_cli.lint", "ocop_cli.store.built_in.packaged"} & set(
        done.stdout.split()
    )
