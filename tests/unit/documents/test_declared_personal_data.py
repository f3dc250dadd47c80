"""Each form says which personal data it prints; no other form is handed any."""

import pytest

from ocop_cli.documents.provenance import kinds_masked, values_to_print
from ocop_cli.dossier.private import PrivateData
from ocop_cli.render.variables import variables_of
from ocop_cli.store.papers.forms import form_ids, load_form, packaged_template


@pytest.mark.parametrize("form", form_ids())
def test_a_form_declares_what_it_prints(form: str) -> None:
    printed = variables_of(packaged_template(form)).keys() & PrivateData.model_fields.keys()
    assert set(load_form(form).personal) == printed


@pytest.mark.parametrize("form", form_ids())
def test_what_a_form_does_not_declare_is_masked_wherever_it_stands(form: str) -> None:
    declared = load_form(form).personal
    given = {
        "phone": "0912345678",
        "subject": "Gọi 0912345678",
        "rows": [{"note": "001234567890"}, ("y@thu.example", 5)],
    }
    shown = values_to_print(given, load_form(form))
    assert shown["phone"] == ("0912345678" if "phone" in declared else "*******678")
    assert shown["subject"] == "Gọi *******678"
    assert shown["rows"] == [{"note": "*********890"}, ("*@***.*******", 5)]
    assert kinds_masked(given, load_form(form)) == ["số điện thoại", "số căn cước", "địa chỉ thư điện tử"]
