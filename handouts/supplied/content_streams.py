"""Reading the operators of a content stream (ISO 32000-1, 7.8.2), megabytes of them in a second."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf.generic import NameObject

_TOKEN = re.compile(
    rb"""
    (?P<space>[\x00\t\n\f\r ]+|%[^\r\n]*)
  | (?P<number>[+-]?(?:\d+\.?\d*|\.\d+))(?=[\x00\t\n\f\r ()<>\[\]{}/%]|$)
  | (?P<name>/[^\x00\t\n\f\r ()<>\[\]{}/%]*)
  | (?P<string>\((?:[^()\\]|\\.)*\))
  | (?P<nested>\()
  | (?P<open><<|\[)
  | (?P<close>>>|\])
  | (?P<hex><[0-9A-Fa-f\x00\t\n\f\r\ ]*>)
  | (?P<word>[^\x00\t\n\f\r\ ()<>\[\]{}/%]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_IMAGE_DATA = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|$)")
_CONSTANTS = frozenset({b"true", b"false", b"null"})
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n?|\n)|(.))", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class BadContentError(ValueError):
    """What stands there isn't a content stream."""


@dataclass(frozen=True, slots=True)
class Operation:
    """An operator with its operands as tokens; `data[start:end]` are the bytes of both."""

    operator: bytes
    operands: tuple[bytes, ...]
    start: int
    end: int


def operations(data: bytes) -> Iterator[Operation]:
    """Yield the operators of a content stream; an inline image is one operation, `BI`.

    Raises:
        BadContentError: A string or an image doesn't end, or a character belongs nowhere.
    """
    position, start, depth = 0, -1, 0
    operands: list[bytes] = []
    while found := _TOKEN.match(data, position):
        kind, token, position = found.lastgroup, found[0], found.end()
        if kind == "space":
            continue
        start = found.start() if start < 0 else start
        if kind == "nested":
            position = _end_of_string(data, found.start())
            token = data[found.start() : position]
        elif kind == "other":
            raise BadContentError(f"unexpected {token!r}")
        depth += {"open": 1, "close": -1}.get(kind or "", 0)
        if kind != "word" or token in _CONSTANTS or depth > 0:
            operands.append(token)
            continue
        if token == b"BI":
            operands, position = _inline_image(data, position)
        yield Operation(token, tuple(operands), start, position)
        operands, start, depth = [], -1, 0


def _end_of_string(data: bytes, start: int) -> int:
    depth = 0
    for found in re.compile(rb"\\.|[()]", re.DOTALL).finditer(data, start):
        depth += {b"(": 1, b")": -1}.get(found[0], 0)
        if depth == 0:
            return found.end()
    raise BadContentError("a string does not end")


def _inline_image(data: bytes, position: int) -> tuple[list[bytes], int]:
    """The entries of an inline image (8.9.7) and the place behind it."""
    entries: list[bytes] = []
    while found := _TOKEN.match(data, position):
        position = found.end()
        if found[0] == b"ID":
            end = _IMAGE_DATA.search(data, position)
            if end is None:
                break
            return entries, end.end()
        if found.lastgroup != "space":
            entries.append(found[0])
    raise BadContentError("an image does not end")


def string_bytes(token: bytes) -> bytes:
    """Return what a string token stands for (7.3.4)."""
    if token.startswith(b"<"):
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", token)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _ESCAPE.sub(_unescaped, token[1:-1])


def _unescaped(found: re.Match[bytes]) -> bytes:
    octal, newline, character = found.groups()
    if octal:
        return bytes((int(octal, 8) & 255,))
    return b"" if newline else _ESCAPED.get(character, character)


def name_text(token: bytes) -> str:
    """Return a name as pypdf has it."""
    raw = NameObject.unnumber(token)
    for encoding in NameObject.CHARSETS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")
