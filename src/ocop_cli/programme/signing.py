"""Which power to sign goes with a title (Nghị định 30/2020/NĐ-CP, Điều 13)."""

from ocop_cli.programme.choices import SigningMode
from ocop_cli.viet.text import fold

_FOR_THEMSELVES = (SigningMode.ON_BEHALF, SigningMode.HEAD)


def mode_fitting(title: str, mode: SigningMode, *, unit: bool = False) -> SigningMode:
    """Return the power with which a title signs: a deputy in the head's place (KT.), and nobody else so.

    >>> mode_fitting("Phó Chủ tịch", SigningMode.ON_BEHALF)
    <SigningMode.DEPUTY: 'KT'>
    >>> mode_fitting("Chủ tịch", SigningMode.DEPUTY)
    <SigningMode.ON_BEHALF: 'TM'>
    >>> mode_fitting("Chánh Văn phòng", SigningMode.BY_ORDER)
    <SigningMode.BY_ORDER: 'TL'>
    """
    is_deputy = fold(title).startswith("pho ")
    if is_deputy and mode in _FOR_THEMSELVES:
        return SigningMode.DEPUTY
    if not is_deputy and mode is SigningMode.DEPUTY:
        return SigningMode.HEAD if unit else SigningMode.ON_BEHALF
    return mode
