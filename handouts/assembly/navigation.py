"""Finding one's way in a file: bookmarks, page labels and how a viewer opens and prints it."""

from collections.abc import Sequence

from pypdf.generic import DictionaryObject, IndirectObject, NullObject

from handouts.body import Bookmark, PageLabel
from handouts.pdf.objects import Objects, Value, dictionary, text


def outline(bookmarks: Sequence[Bookmark], pages: Sequence[IndirectObject], objects: Objects) -> IndirectObject:
    """Write the outline (ISO 32000-1, 12.3.3), all of it open, and return its root."""
    root = dictionary({"/Type": "/Outlines"})
    reference = objects.add(root)
    root.update(dictionary(_items(bookmarks, reference, pages, objects)))
    return reference


def _items(
    bookmarks: Sequence[Bookmark], parent: IndirectObject, pages: Sequence[IndirectObject], objects: Objects
) -> dict[str, Value]:
    """Write the items under one parent and return the entries that lead to them."""
    if not bookmarks:
        return {}
    items = [_item(bookmark, parent, pages) for bookmark in bookmarks]
    references = [objects.add(item) for item in items]
    count = len(items)
    for index, (bookmark, item) in enumerate(zip(bookmarks, items, strict=True)):
        under = _items(bookmark.children, references[index], pages, objects)
        around = {"/Prev": index - 1, "/Next": index + 1}
        links = {key: references[place] for key, place in around.items() if 0 <= place < len(items)}
        item.update(dictionary({**links, **under}))
        count += int(item.get("/Count", 0))
    return {"/First": references[0], "/Last": references[-1], "/Count": count}


def _item(bookmark: Bookmark, parent: IndirectObject, pages: Sequence[IndirectObject]) -> DictionaryObject:
    # A null left edge and zoom leave the reader's own as they are.
    target: list[Value] = [pages[bookmark.page], "/XYZ", NullObject(), round(bookmark.top, 2), NullObject()]
    return dictionary({"/Title": text(bookmark.title), "/Parent": parent, "/Dest": target})


def page_labels(labels: Sequence[PageLabel]) -> Value:
    """Return the page label number tree (12.4.2); pages before the first label are numbered from 1."""
    first = [] if any(label.first_page == 0 for label in labels) else [PageLabel(0, "D")]
    numbers: list[Value] = []
    for label in sorted([*first, *labels], key=lambda label: label.first_page):
        entries: dict[str, Value] = {"/S": f"/{label.style}"} if label.style else {}
        entries |= {"/P": text(label.prefix)} if label.prefix else {}
        entries |= {"/St": label.start} if label.start != 1 else {}
        numbers += [label.first_page, entries]
    return {"/Nums": numbers}


def viewer_preferences(*, duplex: bool) -> Value:
    """Return how to show and print the file (12.2): its title in the title bar, its pages unscaled."""
    preferences: dict[str, Value] = {"/DisplayDocTitle": True, "/PrintScaling": "/None"}
    return preferences | {"/Duplex": "/DuplexFlipLongEdge"} if duplex else preferences
