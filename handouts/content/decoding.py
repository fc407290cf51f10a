"""Bytes of a content file -> text that holds nothing unseen."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import accumulate, islice

from handouts.errors import Problem, Span

MAX_BYTES = 5_000_000
_MAX_REPORTED = 20  # bad characters of one file: more of them say nothing new

UNPRINTABLE = re.compile(
    "[^\t\n\r\x20-\x7e\xa0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
"""What no sheet can print and no editor shows: controls, surrogates, line and paragraph separators (YAML
breaks a line there), marks that turn the direction of reading round, a byte order mark inside the text."""

_NAMES = {
    "\x00": "a zero byte",
    "\x85": "an old line break (NEL)",
    "\u2028": "a line separator, often pasted from a web page or a slide",
    "\u2029": "a paragraph separator, often pasted from a web page or a slide",
    "\ufeff": "an invisible byte order mark",
}
_LINE_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of one file, and where its lines begin. Lines end at LF, CR LF or CR, as in YAML."""

    file: str
    text: str
    _starts: list[int] = field(repr=False)

    @classmethod
    def of(cls, file: str, text: str) -> "SourceText":
        """Find the lines of `text`."""
        if "\r" not in text:  # a third of the time
            return cls(file, text, list(accumulate((len(line) + 1 for line in text.split("\n")[:-1]), initial=0)))
        return cls(file, text, [0, *(found.end() for found in _LINE_BREAK.finditer(text))])

    @property
    def lines(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def line(self, number: int) -> str:
        """Return line `number`, counted from 1, without its line break; empty beyond the end."""
        if not 1 <= number <= self.lines:
            return ""
        end = self._starts[number] if number < self.lines else len(self.text)
        return self.text[self._starts[number - 1] : end].rstrip("\r\n")

    def start(self, number: int) -> int:
        """Return the offset at which line `number` begins."""
        return self._starts[number - 1]

    def span(self, start: int, end: int) -> Span:
        """Return the place of the characters from offset `start` up to `end`."""
        line = bisect_right(self._starts, start)
        return Span(self.file, line, start - self._starts[line - 1] + 1, start, end)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file as text.

    Attributes:
        source: The text, each accent in one with its letter; a blank stands for each character that cannot be
            printed, so that reading can go on.
        problems: What was found on the way.
        readable: Whether the text is what the file says.
    """

    source: SourceText
    problems: tuple[Problem, ...] = ()
    readable: bool = True


def decode(file: str, raw: bytes) -> Decoded:
    """Read `raw` as UTF-8, with or without a byte order mark, and name what in it cannot be printed."""
    if len(raw) > MAX_BYTES:
        return Decoded(SourceText.of(file, ""), (too_large(file, len(raw)),), readable=False)
    if raw.startswith((b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff")):
        return Decoded(SourceText.of(file, ""), (_not_utf8(Span(file, 1, 1), "it is UTF-32"),), readable=False)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        problem = _not_utf8(Span(file, 1, 1), "it is UTF-16, which old editors call “Unicode”")
        return Decoded(SourceText.of(file, ""), (problem,), readable=False)
    if what := _other_format(raw):
        return Decoded(SourceText.of(file, ""), (_what_it_is(file, what),), readable=False)
    body = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        source = SourceText.of(file, composed(body.decode()))
    except UnicodeDecodeError as error:
        shown = SourceText.of(file, UNPRINTABLE.sub(" ", body.decode(errors="replace")))
        return Decoded(shown, (_wrong_byte(shown, body, error.start),), readable=False)
    spoiled = _spoiled_throughout(source)
    problems = (spoiled,) if spoiled else tuple(_unprintable(source))
    plain = SourceText.of(file, UNPRINTABLE.sub(" ", source.text)) if problems else source
    return Decoded(plain, problems, readable=spoiled is None)


_ACCENTS = "\u0300-\u036f"
_ACCENT, _ACCENTED = re.compile(f"[{_ACCENTS}]"), re.compile(rf"[^\W\d_][{_ACCENTS}]+")


def composed(text: str) -> str:
    """Return a text in which accents that were typed apart from their letters are one with them, where they can be.

    What is copied on a Mac is often written so (NFD, Unicode Standard Annex 15); it looks the same. Lines stay.
    """
    if not _ACCENT.search(text):
        return text
    return _ACCENTED.sub(lambda found: unicodedata.normalize("NFC", found[0]), text)


_OF_FRENCH = frozenset("àâçéèêëîïôùûüœæÀÂÇÉÈÊËÎÏÔÙÛÜŒÆ’«»“”–—…\u00a0°")
"""What a text in French has beside ASCII."""

_SPOILED = re.compile(
    "[\u00c3\u00c2][\u0080-\u00bf\u2018-\u203a\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]"
)
_MANY_SPOILED = 5
_FRENCH_LETTERS = re.compile("[àâçéèêëîïôùûœ]")

_FORMATS = {
    b"PK\x03\x04": "a Word or other office document",
    b"\xd0\xcf\x11\xe0": "an old Word document",
    b"{\\rtf": "formatted text (RTF)",
    b"%PDF": "a PDF",
    b"<!DOCTYPE": "a web page",
    b"<html": "a web page",
}
_SAMPLE = 2000  # bytes in which UTF-16 and UTF-32 show


def _other_format(raw: bytes) -> str:
    """Return what a file is that is no plain text, by its first bytes."""
    named = next((what for start, what in _FORMATS.items() if raw.startswith(start)), "")
    sample = raw[:_SAMPLE]
    if named or sample.count(0) * 3 <= len(sample):
        return named
    wide = sample.count(0) * 3 > len(sample) * 2  # three bytes of four
    return "plain text in UTF-32" if wide else "plain text in UTF-16, which old editors call “Unicode”"


def _what_it_is(file: str, what: str) -> Problem:
    """Say that a file is no plain text."""
    hint = "save it as plain text with the encoding UTF-8 (in most editors: Save as), under the name it had"
    return Problem("E151", f"this file is {what}, and must be plain text in UTF-8", Span(file, 1, 1), hint)


def _spoiled_throughout(source: SourceText) -> Problem | None:
    """Say that each accent of a file is two signs, since it was read in one encoding and saved in another."""
    found = list(_SPOILED.finditer(source.text)) if "\u00c3" in source.text else []
    if len(found) < _MANY_SPOILED or _FRENCH_LETTERS.search(source.text):
        return None
    first, count = found[0], len(found)
    message = f"the accents of this file were spoiled when it was saved: “{first[0]}” and its like, {count} times"
    hint = "bring back the last good copy, and save it with the encoding UTF-8 (in most editors: Save as, Encoding)"
    return Problem("E151", message, source.span(first.start(), first.end()), hint)


def too_large(file: str, size: int) -> Problem:
    """Say that a file of `size` bytes is more than a person writes."""
    megabytes = f"{size / 1_000_000:.1f} MB, the limit is {MAX_BYTES // 1_000_000} MB"
    hint = "split it into several files and name them under `include:`"
    return Problem("E152", f"this file is too large ({megabytes})", Span(file, 1, 1), hint)


def _wrong_byte(shown: SourceText, raw: bytes, offset: int) -> Problem:
    start = len(raw[:offset].decode())
    byte = raw[offset : offset + 1]
    guess, on_a_mac = byte.decode("cp1252", errors="replace"), byte.decode("mac_roman")
    why = f"the byte {raw[offset]:02X} is “{guess}” as old Windows programs write it"
    if guess not in _OF_FRENCH and on_a_mac in _OF_FRENCH:
        why = f"the byte {raw[offset]:02X} is “{on_a_mac}” as old programs of the Mac write it"
    return _not_utf8(shown.span(start, start + 1), why)


def _not_utf8(place: Span, why: str) -> Problem:
    hint = "save the file again with the encoding UTF-8 (in most editors: Save as, Encoding)"
    return Problem("E151", f"this file is not UTF-8 text: {why}", place, hint)


def _unprintable(source: SourceText) -> Iterator[Problem]:
    for found in islice(UNPRINTABLE.finditer(source.text), _MAX_REPORTED):
        yield unprintable(found[0], source.span(found.start(), found.end()))


def unprintable(character: str, place: Span) -> Problem:
    """Say that `character` cannot be printed."""
    name = _NAMES.get(character, "an invisible control character")
    message = f"here is {name} (U+{ord(character):04X})"
    return Problem("E153", message, place, "delete it, and type the words around it again if need be")
