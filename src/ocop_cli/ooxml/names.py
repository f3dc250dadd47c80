"""The namespaces of a Word file, each as it stands before a tag or an attribute: ``f"{W}p"`` is ``w:p``."""

W_NS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R_NS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

W = f"{{{W_NS}}}"
"""Text, paragraphs, tables, styles, sections."""
R = f"{{{R_NS}}}"
"""Attributes that name a relation of the part."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
"""Drawings and themes."""
DC = "{http://purl.org/dc/elements/1.1/}"
"""Title and creator among the properties of the file."""
