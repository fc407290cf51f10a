"""The three ways to take over a page of a clinic's PDF: with its tags, as a drawing, as a picture.

Each gives the entries of a page that is upright, begins at the origin and draws what the page drew.
"""

from collections.abc import Mapping, Sequence

from pypdf.generic import DictionaryObject

from handouts.pdf.object_streams import write_file
from handouts.pdf.objects import Objects, Value, dictionary, entry, stream
from handouts.prepared import DRAWING
from handouts.supplied.copying import Copying
from handouts.supplied.cost import content_of
from handouts.supplied.intake import SourcePage
from handouts.supplied.raster import packed_picture
from handouts.supplied.tree import BadTagsError
from handouts.supplied.tree_checks import check_tree
from handouts.tagging import Node

Entries = dict[str, Value]
"""The entries of a prepared page."""


def tagged(source: SourcePage, tree: Node, links: int, above: int, objects: Objects) -> Entries:
    """Take over a page with its tree; its content stays on the page, where every reader finds its marks.

    Args:
        source: The page.
        tree: What of the file's tree is on it.
        links: How many live links of it are kept.
        above: The level of the last heading on the pages before.
        objects: Where copies go.

    Raises:
        NotCleanError: An archival file may not hold it as it is.
        BadTagsError: The tree isn't good enough to be read aloud.
    """
    copying = Copying(objects, _properties(source))
    found, resources = copying.content(content_of(source.dictionary), source.resources)
    if found.untagged:
        raise BadTagsError("they don't cover everything on the page")
    check_tree(tree, found.marks, links, above)
    left, bottom, right, top = source.box
    matrix, clip = _numbers(source.matrix), _numbers((left, bottom, right - left, top - bottom))
    content = f"{matrix} cm {clip} re W n\n".encode() + found.data
    entries: Entries = {"/Contents": objects.add(stream(content)), "/Resources": resources}
    if (group := entry(source.dictionary, "/Group")) is not None:
        entries["/Group"] = copying.group(group)
    return _upright(source, entries)


def _properties(source: SourcePage) -> dict[str, int]:
    """The number of the marked content that each named property list stands for (ISO 32000-1, 14.6.2)."""
    lists = entry(source.resources, "/Properties")
    names = lists if isinstance(lists, DictionaryObject) else {}
    numbers = {str(name): entry(entry(lists, name), "/MCID") for name in names}
    return {name: int(number) for name, number in numbers.items() if isinstance(number, int)}


def figure(source: SourcePage, objects: Objects) -> Entries:
    """Take over a page as one form XObject.

    Raises:
        NotCleanError: An archival file may not hold it as it is.
    """
    copying = Copying(objects)
    found, resources = copying.content(content_of(source.dictionary), source.resources)
    form: Entries = {
        "/Type": "/XObject",
        "/Subtype": "/Form",
        "/BBox": source.box,
        "/Matrix": source.matrix,
        "/Resources": resources,
    }
    if (group := entry(source.dictionary, "/Group")) is not None:
        form["/Group"] = copying.group(group)
    return _drawn(source, stream(found.data, form), f"{DRAWING} Do", objects)


def picture(data: bytes, index: int, source: SourcePage, objects: Objects) -> Entries:
    """Take over a page as an image at print resolution.

    Raises:
        AssetError: PDFium cannot show it.
    """
    width, height, samples, packing = packed_picture(data, index, source.size[0])
    image: Entries = {
        "/Type": "/XObject",
        "/Subtype": "/Image",
        "/Width": width,
        "/Height": height,
        "/ColorSpace": "/DeviceRGB",
        "/BitsPerComponent": 8,
        "/Filter": packing,
    }
    across, up = source.size
    return _drawn(source, stream(samples, image), f"{_numbers((across, 0, 0, up, 0, 0))} cm {DRAWING} Do", objects)


def _drawn(source: SourcePage, drawing: Value, content: str, objects: Objects) -> Entries:
    resources = {"/XObject": {DRAWING: objects.add(drawing)}}
    return _upright(source, {"/Contents": objects.add(stream(content.encode())), "/Resources": resources})


def _upright(source: SourcePage, entries: Entries) -> Entries:
    return {"/Type": "/Page", "/MediaBox": [0, 0, *(round(edge, 3) for edge in source.size)], **entries}


def _numbers(values: Sequence[float]) -> str:
    """Numbers as a content stream has them, which knows no exponents."""
    return " ".join(f"{value:.5f}".rstrip("0").rstrip(".") for value in values)


def file_of(pages: Sequence[Mapping[str, Value]], objects: Objects) -> bytes:
    """Write prepared pages as a file of their own."""
    tree = dictionary({"/Type": "/Pages", "/Count": len(pages)})
    parent = objects.add(tree)
    tree.update(dictionary({"/Kids": [objects.add({**page, "/Parent": parent}) for page in pages]}))
    return write_file(objects.add({"/Type": "/Catalog", "/Pages": parent}), objects.add({}), bytes(16))
