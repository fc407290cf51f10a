"""The text of a font's codes, as a `/ToUnicode` map gives it (ISO 32000-1, 9.10.3)."""

import re

from pypdf.generic import PdfObject, StreamObject

from handouts.supplied.unpacking import unpacked

_RANGES = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])")
_PAIRS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f\s]*)>")


def unicode_map(cmap: PdfObject | None) -> dict[int, str]:
    """Return the text of every code; none where there is no map."""
    if not isinstance(cmap, StreamObject):
        return {}
    data = unpacked(cmap)
    texts: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        texts |= {int(code, 16): _utf16(text) for code, text in _PAIRS.findall(block)}
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, text, several in _RANGES.findall(block):
            start, end = int(first, 16), min(int(last, 16), int(first, 16) + 65535)
            if several:
                parts = re.findall(rb"<([0-9A-Fa-f\s]*)>", several)
                texts |= {start + place: _utf16(part) for place, part in enumerate(parts[: end - start + 1])}
            elif text:
                head = _utf16(text)
                texts |= {code: head[:-1] + chr(ord(head[-1]) + code - start) for code in range(start, end + 1)}
    return texts


def _utf16(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
