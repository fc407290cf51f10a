"""Layers of a clinic's PDF (ISO 32000-1, 8.11): what is hidden stays hidden, whichever program shows it."""

from collections.abc import Sequence

from pypdf.generic import ArrayObject, DictionaryObject, PdfObject

from handouts.pdf.objects import entries, entry
from handouts.supplied.cost import drawable
from handouts.supplied.verdicts import NotCleanError, refused

_FLATTEN = "ask the designer to delete the hidden layers, or to flatten them, and to export the file again"
_SHARPER = "ask the designer to delete the hidden layers, or to flatten them, so that it prints sharper"


def check_layers(root: DictionaryObject) -> None:
    """Check that every layer is switched on, on every occasion (ISO 32000-1, 8.11.4): layers are not taken over.

    Raises:
        NotCleanError: One isn't.
    """
    if _some_off(root):
        raise NotCleanError("some of its layers are switched off", _SHARPER)


def check_agreement(root: DictionaryObject, resources: Sequence[PdfObject | None]) -> None:
    """Check that programs agree on what is hidden.

    They don't where a layer is switched off for a purpose other than viewing (ISO 32000-1, 8.11.2.3): one that
    minds purposes shows it. Nor where one is in a pattern or a soft mask: PDFium shows it there, others hide it.

    Args:
        root: The catalogue of the file.
        resources: Those of each page.

    Raises:
        AssetError: E553 they don't.
    """
    shown = _settings(root)
    minded = _names(entry(shown, "/Intent"))
    off = [] if "/All" in minded else _switched_off(root, shown)
    design = any(not _names(entry(layer, "/Intent")) & minded for layer in off)
    if design or (_some_off(root) and any(_overlooked(each) for each in resources)):
        raise refused("E553", "a layer of the file is hidden in some programs, and shown in others", _FLATTEN)


def _some_off(root: DictionaryObject) -> bool:
    shown = _settings(root)
    odd = any(len(entry(shown, key) or ()) for key in ("/OFF", "/AS"))
    return odd or entry(shown, "/BaseState") not in {None, "/ON", "/Unchanged"}


def _overlooked(resources: PdfObject | None) -> bool:
    """Whether a pattern or a soft mask, or anything that it draws, belongs to a layer."""
    waiting, seen = [(resources, False)], set[tuple[int, bool]]()
    while waiting:
        holder, within = waiting.pop()
        for category, _, part in drawable(holder):
            inside = within or category in {"/Pattern", "/ExtGState"}
            if inside and _layered(part):
                return True
            if (id(part), inside) not in seen:
                seen.add((id(part), inside))
                waiting.append((entry(part, "/Resources"), inside))
    return False


def _layered(part: DictionaryObject) -> bool:
    lists = entries(entry(entry(part, "/Resources"), "/Properties"))
    return entry(part, "/OC") is not None or any(entry(listed, "/Type") in {"/OCG", "/OCMD"} for _, listed in lists)


def _settings(root: DictionaryObject) -> PdfObject | None:
    shown: PdfObject | None = entry(entry(root, "/OCProperties"), "/D")
    return shown


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
