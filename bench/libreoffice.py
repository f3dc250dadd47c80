"""What a person does in LibreOffice: fill in the cells of a sheet, write papers and save them as PDF.

usage: python3 bench/libreoffice.py JOB.json    (a Python that has LibreOffice's uno, as Debian's python3-uno)

JOB.json: ``sheet`` (a path, saved where it lies), ``cells`` (lists of the name of the sheet, the label beside the cell or
above it, the text, in a list also its row from 1) and ``papers`` (texts by the path of the PDF to write). Nothing else
is put into the sheet. LibreOffice is started on a pipe of its own, with a profile of its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import uno  # comes with LibreOffice
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException

PATIENCE = 90  # seconds until LibreOffice answers


def main(job):
    """Do the job in one LibreOffice."""
    with tempfile.TemporaryDirectory() as profile:
        pipe = f"ocop{Path(profile).name}"
        options = [
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--norestore",
            f"--accept=pipe,name={pipe};urp;",
        ]
        program = subprocess.Popen(["soffice", *options], stderr=subprocess.DEVNULL)
        try:
            desktop = connected(pipe)
            fill(desktop, Path(job["sheet"]), job["cells"])
            for path, text in job["papers"].items():
                write(desktop, Path(path), text)
            desktop.terminate()
            program.wait(PATIENCE)
        finally:
            program.kill()


def connected(pipe):
    """Return LibreOffice's desktop as soon as it answers."""
    context = uno.getComponentContext()
    resolver = context.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", context)
    until = time.monotonic() + PATIENCE
    while True:
        try:
            remote = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return remote.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", remote)
        except NoConnectException:
            if time.monotonic() > until:
                raise
            time.sleep(0.3)


def fill(desktop, path, cells):
    """Type every text into its cell, save the sheet as Excel does."""
    hidden = PropertyValue(Name="Hidden", Value=True)
    book = desktop.loadComponentFromURL(path.resolve().as_uri(), "_blank", 0, (hidden,))
    for sheet, label, text, *row in cells:
        cell_of(book.Sheets.getByName(sheet), label, *row).setString(text)
    kind = PropertyValue(Name="FilterName", Value="Calc MS Excel 2007 XML")
    book.storeToURL(path.resolve().as_uri(), (kind,))
    book.close(True)  # noqa: FBT003 - so LibreOffice calls it


def cell_of(sheet, label, row=0):
    """Return the cell on the right of a label; in a list the one so many rows below its heading.

    A heading of a part may have the words of a question: of two labels the one with a number before it is meant.
    """
    cursor = sheet.createCursor()
    cursor.gotoEndOfUsedArea(False)  # noqa: FBT003 - so LibreOffice calls it
    last = cursor.RangeAddress
    texts = sheet.getCellRangeByPosition(0, 0, last.EndColumn, last.EndRow).getDataArray()
    places = [
        (line, column)
        for line, cells in enumerate(texts)
        for column, text in enumerate(cells)
        if text == label
    ]
    places.sort(key=lambda place: not (place[1] and texts[place[0]][place[1] - 1]))
    line, column = places[0]
    return sheet.getCellByPosition(column, line + row) if row else sheet.getCellByPosition(column + 1, line)


def write(desktop, path, text):
    """Write a paper and save it as PDF."""
    hidden = PropertyValue(Name="Hidden", Value=True)
    paper = desktop.loadComponentFromURL("private:factory/swriter", "_blank", 0, (hidden,))
    paper.Text.setString(text)
    kind = PropertyValue(Name="FilterName", Value="writer_pdf_Export")
    paper.storeToURL(path.resolve().as_uri(), (kind,))
    paper.close(True)  # noqa: FBT003 - so LibreOffice calls it


if __name__ == "__main__":
    main(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
