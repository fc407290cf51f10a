"""The elements of the tree by themselves (ISO 14289-1, 7): descriptions, headings, lists, tables."""

from collections.abc import Iterator
from itertools import pairwise

from pypdf.generic import ArrayObject, DictionaryObject, NumberObject, PdfObject

from handouts.invariants.finished import Finished, is_element, items, kids, role, said
from handouts.pdf.objects import entry
from handouts.pdf.structure_rules import ROLES, groups_fit, heading_level, is_known_language, kids_fit


def check_elements(file: Finished) -> Iterator[str]:
    """Check every element, and the levels of headings through the file."""
    if not file.elements:
        yield "the file has no structure"
    for element in file.elements:
        yield from _faults(element)
    levels = [level for element in file.elements if (level := heading_level(role(element))) is not None]
    for above, level in pairwise([0, *levels]):
        if level > above + 1:
            yield f"a heading of level {level} follows one of level {above}"


def _faults(element: DictionaryObject) -> Iterator[str]:
    name, below = role(element), kids(element)
    roles = [role(kid) for kid in below if is_element(kid)]
    if name not in ROLES:
        yield f"an element {name} is of no kind that readers know"
    if not kids_fit(name, roles, holds_content=len(roles) != len(below)):
        yield f"an element {name} holds what it cannot hold"
    if name == "Figure" and not (said(entry(element, "/Alt")) or said(entry(element, "/ActualText"))):
        yield "a figure has no alternative text"
    if name == "TH" and entry(_attributes(element, "/Table"), "/Scope") is None:
        yield "a header cell does not say what it heads"
    if name == "Table" and not (groups_fit(roles) and len(set(_row_lengths(element))) == 1):
        yield "a table has rows of different lengths"


def _row_lengths(table: PdfObject) -> Iterator[int]:
    """Yield the number of columns of every row; cells that cover several rows count in each of them."""
    left: list[int] = []  # in how many more rows each covering cell counts, once for each column
    for row in _rows(table):
        cells = [_attributes(cell, "/Table") for cell in kids(row) if is_element(cell)]
        spans = [(_span(cell, "/RowSpan"), _span(cell, "/ColSpan")) for cell in cells]
        yield sum(columns for _, columns in spans) + len(left)
        left = [rows - 1 for rows in left if rows > 1]
        left += [rows - 1 for rows, columns in spans if rows > 1 for _ in range(columns)]


def _rows(node: PdfObject) -> Iterator[PdfObject]:
    for kid in kids(node):
        if role(kid) == "TR":
            yield kid
        elif role(kid) in {"THead", "TBody", "TFoot"}:
            yield from _rows(kid)


def _span(attributes: PdfObject | None, key: str) -> int:
    value = entry(attributes, key)
    return int(value) if isinstance(value, NumberObject) else 1


def _attributes(element: PdfObject, owner: str) -> PdfObject | None:
    found = entry(element, "/A")
    several = items(found) if isinstance(found, ArrayObject) else [found]
    return next((part for part in several if entry(part, "/O") == owner), None)


def check_languages(file: Finished) -> Iterator[str]:
    """Check that every language named is one of ours, as a code."""
    if entry(file.root, "/Lang") is None:
        yield "the file does not say its language"
    for holder in [file.root, *file.elements]:
        language = said(entry(holder, "/Lang"))
        if language is not None and not is_known_language(language):
            yield f"“{language}” is no language of a handout"
