"""A form is made and filed where no git and no package takes it: it may hold personal data."""

from ocop_cli.documents.frame import commune_name
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.intake.filled import Filled
from ocop_cli.intake.form_words import file_name
from ocop_cli.session import Session
from ocop_cli.session.facts.stating import facts_of
from ocop_cli.store.dossier.dossiers import FORMS_FOLDER
from ocop_cli.store.files.changes import plan_write
from ocop_cli.usecases.forms.hand_out import blank_form, filled_form, layouts_of
from ocop_cli.usecases.forms.take_in import Desk

MEDIA_WORDS = {
    "word": "tệp Word",
    "page": "trang điền trên điện thoại, không cần mạng",
    "sheet": "trang tính Excel",
}
"""What a form can be: the word to type → what it is."""
_ENDINGS = {"word": "docx", "page": "html", "sheet": "xlsx"}


def hand_out(session: Session, dossier: str | None, form_id: str, medium: str) -> None:
    """Write a form of a dossier, or a blank one. Raises ``OcopError`` (misuse) for a blank form that begins no dossier."""
    form = _form(session, dossier, form_id)
    name = f"{FORMS_FOLDER}/{file_name(form, _ENDINGS[medium])}"
    change = plan_write(session.root, name, _made(form, medium))
    back = "`ocop intake TỆP` khi phiếu gửi lại"
    session.write([change], f"lập phiếu {form.layout.name} {form.dossier}".strip(), back)


def _form(session: Session, dossier: str | None, form_id: str) -> Filled:
    sender = f"UBND {commune_name(session.workspace.profile)}"
    if dossier:
        facts = facts_of(session, session.dossier(dossier))
        return filled_form(facts, layouts_of(facts)[form_id], sender)
    desk = Desk(session.sources, session.rulebook, session.today)
    layout = desk.blank()[form_id]
    if not layout.registers:
        raise OcopError(f"Phiếu {layout.name} lập cho một hồ sơ đã có.", "Ghi mã hồ sơ.", exit_code=MISUSE)
    return blank_form(layout, sender, desk.decision)


def _made(form: Filled, medium: str) -> bytes:
    """Return the file of a form; the libraries behind each medium are loaded when one is made."""
    if medium == "word":
        from ocop_cli.render.form_word import word_form

        return word_form(form)
    if medium == "page":
        from ocop_cli.render.form_page import page_form

        return page_form(form)
    from ocop_cli.render.form_sheet import sheet_form

    return sheet_form(form)
