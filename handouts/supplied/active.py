"""Naming, in plain words, what of a clinic's PDF is left behind because it acts or hides something."""

from collections.abc import Iterator, Sequence

from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from handouts.pdf.objects import entries, entry
from handouts.supplied.intake import SourcePage
from handouts.supplied.links import kept_address, shown_address

_CATALOG = {
    "/OpenAction": "an action on opening",
    "/AA": "actions",
    "/AcroForm": "form fields",
    "/PieceInfo": "private data of the design program",
    "/AF": "attached files",
}
_ANNOTATIONS = {
    "/FileAttachment": "attached files",
    "/Sound": "sound",
    "/Movie": "video",
    "/Screen": "video",
    "/RichMedia": "video",
    "/3D": "3D models",
    "/Widget": "form fields",
    "/Text": "comments",
    "/Popup": "comments",
    "/Highlight": "comments",
}
_ACTIONS = {
    "/JavaScript": "scripts",
    "/Launch": "links that start programs",
    "/GoToR": "links to other files",
    "/GoToE": "links to other files",
    "/SubmitForm": "links that send data",
    "/ImportData": "links that read data",
    "/GoTo": "",  # a place in the file itself
}
_OF_PAGES = frozenset({"/AA", "/PieceInfo", "/AF"})
_MOST_BOOKMARKS, _MOST_CHAINED, _MOST_PARTS = 1000, 20, 5000
_NAMES = {"/JavaScript": "scripts", "/EmbeddedFiles": "attached files"}


def removed_parts(root: DictionaryObject, pages: Sequence[SourcePage]) -> list[str]:
    """Return what is left behind, each thing once, in alphabetical order."""
    found = {words for key, words in _CATALOG.items() if _is_there(key, entry(root, key))}
    found |= {words for key, words in _NAMES.items() if _is_there(key, entry(entry(root, "/Names"), key))}
    found |= _actions(entry(root, "/OpenAction"))
    for bookmark in _bookmarks(entry(root, "/Outlines")):
        found |= _actions(entry(bookmark, "/A"))
    for holder in (*_parts([page.resources for page in pages]), *_elements(entry(root, "/StructTreeRoot"))):
        found |= {_CATALOG["/AF"]} if "/AF" in holder or "/MCAF" in holder else set()
    for page in pages:
        found |= {
            words for key, words in _CATALOG.items() if key in _OF_PAGES and _is_there(key, entry(page.dictionary, key))
        }
        annotations = entry(page.dictionary, "/Annots")
        for annotation in annotations if isinstance(annotations, ArrayObject) else ():
            kind = str(entry(annotation, "/Subtype"))
            found |= {_ANNOTATIONS[kind]} if kind in _ANNOTATIONS else set()
            found |= _actions(entry(annotation, "/A"))
            found |= {"actions"} if _is_there("/AA", entry(annotation, "/AA")) else set()
    return sorted(found)


def _is_there(key: str, value: PdfObject | None) -> bool:
    """Whether an entry holds anything: a form without a field is none, and to open at a page is no action (12.3.2)."""
    match key:
        case "/OpenAction":
            return isinstance(value, DictionaryObject) and (entry(value, "/S") != "/GoTo" or "/Next" in value)
        case "/AcroForm":
            return bool(entry(value, "/Fields"))
        case "/JavaScript" | "/EmbeddedFiles":  # a tree of names (7.9.6)
            return bool(entry(value, "/Names") or entry(value, "/Kids"))
        case _:
            return bool(value)


def _parts(waiting: list[PdfObject | None]) -> Iterator[DictionaryObject]:
    """Yield what pages draw with, and what that draws with, each thing once: any of it can carry files (14.13)."""
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_PARTS:
        resources = waiting.pop()
        for category in ("/XObject", "/Pattern", "/Properties"):
            for _, part in entries(entry(resources, category)):
                if isinstance(part, DictionaryObject) and id(part) not in seen:
                    seen.add(id(part))
                    waiting += [entry(part, "/Resources")]
                    yield part


def _elements(root: PdfObject | None) -> Iterator[DictionaryObject]:
    """Yield the elements of the structure tree, at most so many; whether it is a proper tree doesn't matter."""
    waiting, seen = [root], set[int]()
    while waiting and len(seen) < _MOST_PARTS:
        element = waiting.pop()
        element = element.get_object() if isinstance(element, IndirectObject) else element
        if isinstance(element, ArrayObject):
            waiting += list.__iter__(element)
        elif isinstance(element, DictionaryObject) and id(element) not in seen:
            seen.add(id(element))
            waiting.append(entry(element, "/K"))
            yield element


def _bookmarks(outline: PdfObject | None) -> Iterator[PdfObject]:
    """Yield the bookmarks of a file, at most so many; whether they make a proper tree does not matter here."""
    waiting, seen = [entry(outline, "/First")], 0
    while waiting and seen < _MOST_BOOKMARKS:
        if isinstance(bookmark := waiting.pop(), DictionaryObject):
            seen += 1
            waiting += [entry(bookmark, "/Next"), entry(bookmark, "/First")]
            yield bookmark


def _actions(action: PdfObject | None) -> set[str]:
    """Name what an action does, and those that follow it (12.6.2)."""
    found: set[str] = set()
    for _ in range(_MOST_CHAINED):
        if not isinstance(action, DictionaryObject):
            break
        kind = str(entry(action, "/S"))
        if kind != "/URI":
            found |= {_ACTIONS.get(kind, "actions")} - {""}
        elif not kept_address(action):
            found.add(f"a link to {shown_address(action)}")
        following = entry(action, "/Next")
        action = _first(following) if isinstance(following, ArrayObject) else following
    return found


def _first(several: ArrayObject) -> PdfObject | None:
    return several[0].get_object() if several else None
