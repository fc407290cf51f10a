"""Links and fields: the reference from the tree and the one from the annotation meet (ISO 14289-1, 7.18)."""

from collections.abc import Iterator, Mapping

from pypdf.generic import DictionaryObject, PdfObject

from handouts.body import SCHEMES
from handouts.invariants.finished import Finished, kids, role, said
from handouts.pdf.objects import entry

_ROLES = {"/Link": "Link", "/Widget": "Form"}
_DESCRIPTIONS = {"/Link": "/Contents", "/Widget": "/TU"}
_PRINT = 4


def check_annotations(file: Finished) -> Iterator[str]:
    """Check every annotation, and every element that should have one."""
    parents = file.parent_tree()
    referred = {
        id(entry(kid, "/Obj")): element
        for element in file.elements
        for kid in kids(element)
        if entry(kid, "/Type") == "/OBJR"
    }
    for index, annotation in file.annotations():
        for fault in _faults(annotation, referred.get(id(annotation)), parents):
            yield f"page {index + 1}: {fault}"
    holders = {id(element) for element in referred.values()}
    for element in file.elements:
        if role(element) in _ROLES.values() and id(element) not in holders:
            yield f"an element {role(element)} has no annotation"


def _faults(
    annotation: DictionaryObject, element: DictionaryObject | None, parents: Mapping[int, PdfObject]
) -> Iterator[str]:
    kind = str(entry(annotation, "/Subtype"))
    number = entry(annotation, "/StructParent")
    if kind not in _ROLES:
        yield f"an annotation {kind} has no place in a handout"
    elif element is None:
        yield f"an annotation {kind} is not in the tree"
    elif role(element) != _ROLES[kind]:
        yield f"an annotation {kind} is in an element {role(element)}"
    elif not isinstance(number, int) or parents.get(int(number)) is not element:
        yield f"an annotation {kind} leads to another element than the one that holds it"
    if not said(entry(annotation, _DESCRIPTIONS.get(kind, "/Contents"))):
        yield f"an annotation {kind} does not say what it is"
    flags = entry(annotation, "/F")
    if not isinstance(flags, int) or not flags & _PRINT:
        yield f"an annotation {kind} would not be printed"
    target = said(entry(entry(annotation, "/A"), "/URI"))
    if target is not None and not target.startswith(SCHEMES):
        yield f"a link leads to {target}"
