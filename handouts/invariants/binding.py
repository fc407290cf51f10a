"""Painted = in the tree = in the parent tree, each once and of one owner."""

from collections import Counter
from collections.abc import Iterator, Mapping

from pypdf.generic import DictionaryObject, PdfObject

from handouts.invariants.finished import Finished, is_element, items, kids, role
from handouts.invariants.painting import Painted, painted_content
from handouts.pdf.objects import entry

_NOWHERE = -1
_Owners = Mapping[int, DictionaryObject]
"""The element of each piece of marked content of a page."""


def check_binding(file: Finished) -> Iterator[str]:
    """Compare what every page paints with both trees."""
    bound = list(_bound(file))
    for (place, mark), times in Counter((place, mark) for place, mark, _ in bound).items():
        if place == _NOWHERE:
            yield "the tree names a page that is not in the file"
        elif times > 1:
            yield f"page {place + 1}: marked content {mark} is in the tree {times} times"
    parents = file.parent_tree()
    for index, page in enumerate(file.pages):
        owners = {mark: element for place, mark, element in bound if place == index}
        row = parents.get(_number(entry(page, "/StructParents")))
        faults = [*_painted(painted_content(page), owners), *_led_back(items(row), owners)]
        if entry(page, "/Tabs") != "/S":
            faults.append("the tab key does not follow the tree")
        yield from (f"page {index + 1}: {fault}" for fault in faults)


def _bound(file: Finished) -> Iterator[tuple[int, int, DictionaryObject]]:
    """Yield page, number and element of the marked content that the tree holds."""
    for element in file.elements:
        for kid in kids(element):
            page, number = entry(element, "/Pg"), kid
            if isinstance(kid, DictionaryObject):
                if entry(kid, "/Type") != "/MCR":
                    continue
                page, number = entry(kid, "/Pg") or page, entry(kid, "/MCID")
            if isinstance(number, int):
                yield file.page_number.get(id(page), _NOWHERE), int(number), element


def _number(value: object) -> int:
    return int(value) if isinstance(value, int) else _NOWHERE


def _painted(painted: Painted, owners: _Owners) -> Iterator[str]:
    yield from painted.faults
    for mark, times in Counter(painted.marks).items():
        if times > 1:
            yield f"marked content {mark} is painted twice"
        if mark not in owners:
            yield f"marked content {mark} is not in the tree"
    for mark in sorted(set(owners) - set(painted.marks)):
        yield f"marked content {mark} is in the tree but not painted"


def _led_back(row: list[PdfObject], owners: _Owners) -> Iterator[str]:
    for mark, element in sorted(owners.items(), key=lambda owner: owner[0]):
        if mark >= len(row) or row[mark] is not element:
            yield f"the parent tree leads from marked content {mark} to another element, or to none"


def check_parents(file: Finished) -> Iterator[str]:
    """Every element names as its parent the one that holds it."""
    for node in [file.tree, *file.elements]:
        for kid in kids(node):
            if is_element(kid) and entry(kid, "/P") is not node:
                yield f"an element {role(kid)} names another parent than the one that holds it"
