"""Naming, in plain words, what of a clinic's PDF is left behind because it acts or hides something."""

from collections.abc import Sequence

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from handouts.body import SCHEMES
from handouts.pdf.objects import entry
from handouts.supplied.verdicts import NotCleanError

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
}
_NAMES = {"/JavaScript": "scripts", "/EmbeddedFiles": "attached files"}


def removed_parts(root: DictionaryObject, pages: Sequence[DictionaryObject]) -> list[str]:
    """Return what is left behind, each thing once, in alphabetical order."""
    found = {words for key, words in _CATALOG.items() if entry(root, key) is not None}
    found |= {words for key, words in _NAMES.items() if entry(entry(root, "/Names"), key) is not None}
    found |= _action(entry(root, "/OpenAction"))
    for page in pages:
        found |= {words for key, words in _CATALOG.items() if key in {"/AA", "/PieceInfo"} and key in page}
        annotations = entry(page, "/Annots")
        for annotation in annotations if isinstance(annotations, ArrayObject) else ():
            kind = str(entry(annotation, "/Subtype"))
            found |= {_ANNOTATIONS[kind]} if kind in _ANNOTATIONS else set()
            found |= _action(entry(annotation, "/A"))
            found |= {"actions"} if entry(annotation, "/AA") is not None else set()
    return sorted(found)


def check_layers(root: DictionaryObject) -> None:
    """Check that every layer is switched on, on every occasion (ISO 32000-1, 8.11.4): layers are not taken over.

    Raises:
        NotCleanError: One isn't.
    """
    shown = entry(entry(root, "/OCProperties"), "/D")
    odd = any(len(entry(shown, key) or ()) for key in ("/OFF", "/AS"))
    if odd or entry(shown, "/BaseState") not in {None, "/ON", "/Unchanged"}:
        raise NotCleanError("some of its layers are switched off")


def _action(action: PdfObject | None) -> set[str]:
    kind = str(entry(action, "/S"))
    if kind == "/URI":
        return set() if str(entry(action, "/URI")).startswith(SCHEMES) else {"unsafe links"}
    return {_ACTIONS[kind]} if kind in _ACTIONS else set()
