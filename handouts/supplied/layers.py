"""Layers of a clinic's PDF (ISO 32000-1, 8.11): what is hidden stays hidden, whichever program shows it."""

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from handouts.pdf.objects import entry
from handouts.supplied.verdicts import NotCleanError, refused

_FLATTEN = "ask the designer to delete the hidden layers, or to flatten them, and to export the file again"
_SHARPER = "ask the designer to delete the hidden layers, or to flatten them, so that it prints sharper"


def check_layers(root: DictionaryObject) -> None:
    """Check that every layer is switched on, on every occasion (ISO 32000-1, 8.11.4): layers are not taken over.

    Raises:
        NotCleanError: One isn't.
    """
    shown = _settings(root)
    odd = any(len(entry(shown, key) or ()) for key in ("/OFF", "/AS"))
    if odd or entry(shown, "/BaseState") not in {None, "/ON", "/Unchanged"}:
        raise NotCleanError("some of its layers are switched off", _SHARPER)


def check_purposes(root: DictionaryObject) -> None:
    """Check that no layer is switched off for a purpose other than viewing (ISO 32000-1, 8.11.2.3).

    A reader that minds purposes shows such a layer all the same, one that doesn't hides it.

    Raises:
        AssetError: E553 one is.
    """
    shown = _settings(root)
    minded = _names(entry(shown, "/Intent"))
    for layer in _switched_off(root, shown):
        purposes = _names(entry(layer, "/Intent"))
        if "/All" not in minded and not purposes & minded:
            raise refused("E553", "a layer of the file is hidden in some programs, and shown in others", _FLATTEN)


def _settings(root: DictionaryObject) -> PdfObject | None:
    return entry(entry(root, "/OCProperties"), "/D")


def _switched_off(root: DictionaryObject, shown: PdfObject | None) -> list[PdfObject]:
    every = entry(shown, "/BaseState") == "/OFF"
    listed = entry(entry(root, "/OCProperties"), "/OCGs") if every else entry(shown, "/OFF")
    layers = [layer.get_object() for layer in listed] if isinstance(listed, ArrayObject) else []
    turned_on = entry(shown, "/ON") if every else None
    on = [layer.get_object() for layer in turned_on] if isinstance(turned_on, ArrayObject) else []
    return [layer for layer in layers if layer is not None and not any(layer is one for one in on)]


def _names(value: PdfObject | None) -> set[str]:
    """The purposes named by a name or a list of names; viewing unless said otherwise."""
    named = {str(name) for name in value} if isinstance(value, ArrayObject) else {str(value)} if value else set()
    return named or {"/View"}
