"""Which form a received file is, and of which dossier: by what it says of itself, else by what it asks."""

from collections.abc import Mapping

from ocop_cli.errors import not_taken
from ocop_cli.intake.layout import Layout
from ocop_cli.intake.recognise import exactly_found
from ocop_cli.intake.returned import Returned
from ocop_cli.intake.stamp import Stamp
from ocop_cli.store.dossier.dossiers import gather_dossiers, has_dossier
from ocop_cli.store.foreign.returned_form import ReceivedForm
from ocop_cli.store.reading.sources import Sources
from ocop_cli.viet.text import fold

PRODUCT, PRODUCER = "product.name", "producer.name"
_ENOUGH = 0.6  # of the questions of a form: fewer are some other table


def meant_form(received: ReceivedForm, layouts: Mapping[str, Layout]) -> Stamp:
    """Return the stamp of a file, or one made of what the file asks. Raises ``OcopError`` for a file that is no form."""
    if received.stamp:
        if received.stamp.form in layouts:
            return received.stamp
        hint = "Cài bản ocop mới, hoặc lập phiếu khác: `ocop form`."
        raise not_taken("Phiếu do phiên bản khác của ocop lập", hint)
    found = {id_: _found(received, layout) for id_, layout in layouts.items()}
    best = max(found, key=lambda id_: (found[id_] >= _ENOUGH, _size(layouts[id_]), found[id_]))
    if found[best] < _ENOUGH:
        raise not_taken(
            "Tệp không phải phiếu do ocop lập: không thấy các mục của phiếu nào",
            "Dùng phiếu lập bằng `ocop form`.",
        )
    return Stamp(best)


def meant_dossier(sources: Sources, returned: Returned, wanted: str) -> str:
    """Return the id of the dossier that a form is of; empty for a product that has none yet.

    ``wanted`` is the id that a person named, or nothing. Raises ``OcopError`` (misuse) that names the right dossier
    where the form is of another one, or of none that is here.
    """
    product = returned.answers[PRODUCT].text if PRODUCT in returned.answers else ""
    named, own = _named(sources, product), returned.stamp.dossier
    if own and not has_dossier(sources.root, own):
        if not wanted:
            hint = (
                f"Có phải hồ sơ {named}? Nếu đúng, thêm --for {named}."
                if named
                else "Thêm --for MÃ; xem: `ocop list`."
            )
            raise not_taken(f"Phiếu của hồ sơ {own}, thư mục này không có", hint)
        own = wanted
    if own and wanted and own != wanted:
        raise not_taken(
            f"Phiếu này của hồ sơ {own}, không phải {wanted}", f"Chạy lại với --for {own}, hoặc bỏ --for."
        )
    if own and named and named != own:
        raise not_taken(
            f"Phiếu lập cho hồ sơ {own} nhưng tên sản phẩm trong phiếu là của hồ sơ {named}",
            f"Hỏi lại người gửi; nếu là phiếu của {named} thì lập phiếu khác: `ocop form {named}`.",
        )
    return wanted or own or named


def _named(sources: Sources, product: str) -> str:
    """Return the id of the one dossier whose product has a name; empty for none and for several."""
    if not product:
        return ""
    found = [
        file.id
        for file in gather_dossiers(sources).rest(sources.leave_out)
        if fold(file.dossier.product.name) == fold(product)
    ]
    return found[0] if len(found) == 1 else ""


def _found(received: ReceivedForm, layout: Layout) -> float:
    """Return the part of the questions of a form that a file has."""
    return exactly_found(layout, received.grids, received.loose) / max(1, _size(layout))


def _size(layout: Layout) -> int:
    return len(layout.lines) + sum(len(table.columns) for table in layout.tables)
