"""``ocop init``: make a commune's workspace."""

from pathlib import Path
from typing import Annotated, Any

import typer

from ocop_cli.console import given_choice
from ocop_cli.errors import MISUSE, OcopError
from ocop_cli.programme.choices import SIGNING_MODES, SigningMode
from ocop_cli.programme.profile import Profile
from ocop_cli.programme.signing import mode_fitting
from ocop_cli.session import Session
from ocop_cli.session.setting_up import HOW_TO_OPEN, set_up_git, write_starter
from ocop_cli.session.typed.place import ask_name, ask_province, read_units
from ocop_cli.session.typed.units import name_alone
from ocop_cli.store.built_in.packaged import load_standard
from ocop_cli.store.files.changes import Change, apply_changes
from ocop_cli.store.reading.entered import entered
from ocop_cli.store.reading.records import read_record
from ocop_cli.store.workspace.new_files import new_files
from ocop_cli.store.workspace.workspace import PROFILE_FILE
from ocop_cli.store.yaml.source import parse
from ocop_cli.viet.names import COMMUNE_KINDS, OF_COMMITTEE, split_kind, split_title

Text = str | None


def init(
    session: Session,
    folder: Annotated[Path, typer.Argument(help="Thư mục; mặc định thư mục hiện tại.")] = Path(),
    commune: Annotated[Text, typer.Option("--commune", help="Tên xã, không kèm chữ xã.")] = None,
    commune_code: Annotated[Text, typer.Option("--commune-code", help="Mã xã, năm chữ số.")] = None,
    province: Annotated[Text, typer.Option("--province", help="Tên tỉnh, không kèm chữ tỉnh.")] = None,
    province_code: Annotated[Text, typer.Option("--province-code", help="Mã tỉnh, hai chữ số.")] = None,
    kind: Annotated[str, typer.Option("--kind", help="xã, phường, đặc khu: khi trùng tên.")] = "",
    place: Annotated[Text, typer.Option("--place", help="Địa danh in trước ngày tháng.")] = None,
    unit: Annotated[Text, typer.Option("--unit", help="Đơn vị soạn thảo.")] = None,
    unit_code: Annotated[str, typer.Option("--unit-code", help="Ký hiệu đơn vị.")] = "KT",
    signer: Annotated[Text, typer.Option("--signer", help="Họ tên người ký văn bản của UBND.")] = None,
    signer_title: Annotated[str, typer.Option("--signer-title", help="Chức vụ người ký.")] = "Chủ tịch",
    signer_mode: Annotated[
        Text,
        typer.Option(
            "--signer-mode", help="TM (thay mặt), KT (ký thay), TL (thừa lệnh), TUQ (thừa ủy quyền)…"
        ),
    ] = None,
    officer: Annotated[Text, typer.Option("--officer", help="Công chức phụ trách OCOP.")] = None,
    *,
    starter: Annotated[bool, typer.Option("--starter", help="Chỉ ghi tệp bấm đúp để mở.")] = False,
    git: Annotated[
        bool, typer.Option("--git", help="Lập kho git nếu chưa có; git gộp hồ sơ theo từng mục.")
    ] = False,
) -> int:
    """Ask for what is the commune's own and write a workspace."""
    root = folder.resolve()
    if starter:
        return write_starter(session, root)
    if (root / PROFILE_FILE).exists():
        if git:
            return set_up_git(session, root)
        raise OcopError(
            f"{root} đã là thư mục làm việc.",
            f"Sửa {PROFILE_FILE}, hoặc chọn thư mục khác.",
            exit_code=MISUSE,
        )
    session.root = root  # where the answers of an interview that is left are kept
    name = session.ask("Tên xã (1/4)", option="--commune", given=commune)
    province = ask_province(session, name, province, kind, are_coded=bool(commune_code and province_code))
    units = read_units(session, name, province, kind, commune_code, province_code)
    name = units["commune"]["name"]
    place = ask_name(session, "Địa danh trên văn bản (3/4)", "--place", place, name)
    signer = ask_name(session, "Người ký văn bản của UBND (4/4)", "--signer", signer)
    profile = {
        "province": units["province"],
        "commune": {**units["commune"], "place": split_kind(place, COMMUNE_KINDS)[1]},
        "office": {
            "unit": {
                "name": unit or load_standard().drafting_unit(units["commune"].get("kind", "")),
                "code": unit_code,
            },
            "officer": name_alone(session, officer) if officer else None,
        },
        "signers": {"committee": _signer(signer, signer_title, signer_mode)},
    }
    _write(session, root, profile)
    return set_up_git(session, root) if git and not session.options.dry_run else 0


def _signer(typed: str, title: str, mode: str | None) -> dict[str, str]:
    """Return name, title and power of who signs; a title behind the name goes first, a power not told fits the title."""
    name, behind = split_title(typed)
    title = (behind or title).partition(OF_COMMITTEE)[0]
    told = SigningMode(given_choice(mode, SIGNING_MODES, "--signer-mode")) if mode else None
    return {"name": name, "title": title, "mode": (told or mode_fitting(title, SigningMode.ON_BEHALF)).value}


def _write(session: Session, root: Path, profile: dict[str, Any]) -> None:
    files = new_files(profile)
    entered(read_record(parse(files[PROFILE_FILE], PROFILE_FILE), Profile), "Thông tin của xã chưa đúng.")
    changes = [Change(name, None, content) for name, content in files.items() if not (root / name).exists()]
    if session.options.dry_run:
        session.say(f"Chạy thử: sẽ tạo {', '.join(change.path for change in changes)}")
        return
    label = "tạo thư mục làm việc"
    following = f'`ocop -C "{root}" register`' if " " in str(root) else f"`ocop -C {root} register`"
    apply_changes(root, changes, label)
    session.written = {"files": [change.path for change in changes], "label": label, "next": following}
    session.say(f"Đã tạo thư mục làm việc {root}\n{HOW_TO_OPEN}\nTiếp: {following}")
