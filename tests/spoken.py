"""What a screen reader gets of a drawn body: the characters of each element, as the bytes of the file have them.

PDFium and pdf.js put in a space where they see a gap. Here nothing is put in: a space that is missing stays missing.
"""

import io
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject, StreamObject

from handouts.tagging import MarkedContent, Node

BLOCKS = frozenset({"H1", "H2", "H3", "P", "LBody", "Lbl", "TH", "TD", "Caption"})

Marks = Mapping[tuple[int, int], str]

_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")
_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


def marked_texts(pdf: bytes) -> Marks:
    """The text of each piece of marked content, by page (from 0) and number."""
    found: dict[tuple[int, int], str] = defaultdict(str)
    reader = PdfReader(io.BytesIO(pdf))
    for number, page in enumerate(reader.pages):
        fonts = {name: _unicode(font.get_object()) for name, font in _fonts(page).items()}
        open_marks: list[int | None] = []
        used: Mapping[int, str] = {}
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            match operator:
                case b"BDC":
                    given = operands[1]
                    mcid = given.get("/MCID") if isinstance(given, DictionaryObject) else None
                    open_marks.append(None if mcid is None else int(mcid))
                case b"EMC":
                    open_marks.pop()
                case b"Tf":
                    used = fonts[operands[0]]
                case b"Tj" | b"TJ" if open_marks and open_marks[-1] is not None:
                    found[number, open_marks[-1]] += _decoded(operands[0], used)
                case b"Tj" | b"TJ" if not open_marks:
                    raise AssertionError(f"text outside marked content on page {number + 1}")
    return found


def _fonts(page: PageObject) -> DictionaryObject:
    fonts = page["/Resources"].get_object().get("/Font", DictionaryObject())  # type: ignore[union-attr]
    return fonts.get_object()  # type: ignore[no-any-return]


def _decoded(shown: object, used: Mapping[int, str]) -> str:
    pieces = shown if isinstance(shown, ArrayObject) else [shown]
    texts = (piece for piece in pieces if isinstance(piece, (str, bytes)))
    return "".join(used[code] for text in texts for code in _codes(text))


def _codes(text: str | bytes) -> bytes:
    if isinstance(text, bytes):
        return bytes(text)
    original: bytes = text.original_bytes  # type: ignore[attr-defined]
    return original


def _unicode(font: DictionaryObject) -> dict[int, str]:
    """The characters of a font's codes, from its ToUnicode map (ISO 32000-1, 9.10.3)."""
    program = font["/ToUnicode"].get_object()
    assert isinstance(program, StreamObject)
    data = program.get_data()
    table: dict[int, str] = {}
    for kind, body in _SECTION.findall(data):
        if kind == b"char":
            table |= {int(code, 16): _characters(text) for code, text in _PAIR.findall(body)}
            continue
        for first, last, start, each in _RANGE.findall(body):
            codes = range(int(first, 16), int(last, 16) + 1)
            if each:
                table |= dict(zip(codes, map(_characters, re.findall(rb"<([0-9A-Fa-f]+)>", each)), strict=True))
            else:
                table |= {code: chr(int(start, 16) + code - codes[0]) for code in codes}
    return table


def _characters(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")


def heard(node: Node, marks: Marks) -> str:
    """The characters of an element and of all under it, in reading order."""
    pieces = (marks.get((kid.page, kid.mcid), "") if isinstance(kid, MarkedContent) else heard(kid, marks)
              for kid in node.kids if isinstance(kid, (MarkedContent, Node)))  # fmt: skip
    return "".join(pieces)


def blocks(node: Node, marks: Marks) -> Iterator[tuple[Node, str]]:
    """Yield the elements that hold text, with their text, in reading order."""
    if node.role in BLOCKS and not any(isinstance(kid, Node) and kid.role in BLOCKS for kid in node.kids):
        yield node, heard(node, marks)
        return
    for kid in node.kids:
        if isinstance(kid, Node):
            yield from blocks(kid, marks)
