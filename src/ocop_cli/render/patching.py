"""What docxtpl makes of a template: its tags as a program, its tables fitted to what was filled in.

Imported for templates that people have edited; those of the program are patched when it is built.
"""

from pathlib import Path
from typing import Any

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate


class Patcher:
    """The library with a template open in it. Raises ``ValueError`` or ``KeyError`` for what it takes for no Word file."""

    def __init__(self, template: Path) -> None:
        self._library = DocxTemplate(template)
        try:
            self._library.init_docx()
        except PackageNotFoundError as error:
            raise ValueError(str(error)) from error

    def patched(self, text: str) -> str:
        """Return the XML of a part with its tags drawn together, out of the runs that an office program made of them."""
        return str(self._library.patch_xml(text))

    def fitted(self, text: str) -> Any:
        """Return the tree of a filled part; a table has as many columns as its rows have cells."""
        return self._library.fix_tables(text)
