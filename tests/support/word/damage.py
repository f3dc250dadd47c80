"""Random damage of an Office file: in its zip, in a part, in the values of a part; the same for the same chance."""

import io
import re
import zipfile
from random import Random

ODD = (
    "1e400",
    "-1e400",
    "nan",
    "inf",
    "-1",
    "",
    "9" * 400,
    "0x7",
    "12,5",
    "٣",
    "abc",
    "1e-400",
    " 7 ",
    "1_0",
)
VALUE = re.compile(rb'="([^"<]*)"')


def damaged(content: bytes, random: Random) -> bytes:
    """Return a file with some bytes changed, or with one part damaged inside or lost."""
    return flipped(content, random) if random.random() < 0.25 else rezipped(content, random)


def rezipped(content: bytes, random: Random) -> bytes:
    """Return a file with one part damaged inside, or lost."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = random.choice(["word/document.xml", "word/styles.xml", *parts])
    name = name if name in parts else random.choice(list(parts))
    parts[name] = in_part(parts[name], list(parts.values()), random)
    if random.random() < 0.1:
        del parts[name]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for each, text in parts.items():
            archive.writestr(each, text)
    return stream.getvalue()


def in_part(part: bytes, others: list[bytes], random: Random) -> bytes:
    """Damage values, tags or bytes of a part, or empty or exchange it."""
    match random.randrange(7):
        case 0 | 1 | 2:
            for _ in range(random.randint(1, 40)):
                spots = [found.span(1) for found in VALUE.finditer(part)]
                if spots:
                    start, end = random.choice(spots)
                    part = part[:start] + random.choice(ODD).encode() + part[end:]
        case 3:
            tags = [found.span() for found in re.finditer(rb"<w:(\w+)[^<>]*/>", part)]
            for start, end in sorted(random.sample(tags, min(len(tags), 9)), reverse=True):
                part = part[:start] + part[end:]
        case 4:
            words = sorted(set(re.findall(rb"w:(\w+)", part))) or [b"x"]
            part = part.replace(b"w:" + random.choice(words), b"w:" + random.choice(words))
        case 5:
            part = flipped(part, random)
        case _:
            part = random.choice([b"", b"<", *others])
    return part


def flipped(content: bytes, random: Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(random.randint(1, 8)):
        if damaged:
            damaged[random.randrange(len(damaged))] = random.randrange(256)
    if random.random() < 0.3:
        start = random.randrange(len(damaged) + 1)
        del damaged[start : start + random.randint(1, 400)]
    return bytes(damaged)
