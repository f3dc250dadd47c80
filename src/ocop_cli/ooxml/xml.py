"""XML in and out of the parts of a Word file: no entities, no network, one way to write."""

from typing import Any

from lxml import etree

XmlError = etree.XMLSyntaxError
"""The part is no well-formed XML."""


_PARSER = etree.XMLParser(
    resolve_entities=False, no_network=True
)  # made once: it costs as much as a small part


def parse_xml(content: bytes) -> Any:
    """Return the root of a part. Raises ``XmlError``."""
    return etree.fromstring(content, _PARSER)


def xml_bytes(root: Any) -> bytes:
    """Return a part as it stands in the file."""
    content: bytes = etree.tostring(root, encoding="UTF-8", standalone=True)
    return content


def element_bytes(node: Any) -> bytes:
    """Return an element alone, as it is written: alike elements give the same; nothing for ``None``."""
    return etree.tostring(node, with_tail=False) if node is not None else b""


def xml_text(root: Any) -> str:
    """Return a part as text, without a declaration: what a template engine works on."""
    text: str = etree.tostring(root, encoding="unicode")
    return text


def escaped(text: str) -> str:
    """Return a text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
