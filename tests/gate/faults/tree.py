"""Faults in the structure tree, and in the parent tree that leads back to it."""

from pikepdf import Array, Dictionary, Name, Pdf

from tests.gate.mutate import NothingToBreakError, fault, first, has_text, kids, parent_entry, reads, same


@fault("ua1", "2a", "invariants", "reading")
def unknown_role(pdf: Pdf) -> None:
    """An element has a role that no standard knows."""
    first(pdf, "P").S = Name.Paragraphe


@fault("ua1", "invariants")
def heading_skipped(pdf: Pdf) -> None:
    """A heading of level 2 has become one of level 4."""
    first(pdf, "H2").S = Name.H4


@fault("ua1", "invariants")
def no_alt(pdf: Pdf) -> None:
    """A figure has no alternate text."""
    del first(pdf, "Figure").Alt


@fault("ua1", "invariants")
def no_scope(pdf: Pdf) -> None:
    """A header cell does not say whether it heads a row or a column."""
    del first(pdf, "TH").A


@fault("ua1", "invariants", "reading")
def cell_lost(pdf: Pdf) -> None:
    """A table row has one cell fewer than the others."""
    row = first(pdf, "TR", where=lambda node: kids(node)[-1].S == Name.TD and reads(kids(node)[-1]))
    row.K = Array(kids(row)[:-1])


@fault("ua1", "invariants")
def item_outside_list(pdf: Pdf) -> None:
    """A list item stands outside any list."""
    first(pdf, "L").S = Name.Sect


@fault("ua1", "invariants")
def body_outside_item(pdf: Pdf) -> None:
    """A list holds a body that belongs to no item."""
    held = first(pdf, "L")
    held.K = Array([kid for item in kids(held) for kid in kids(item)])


@fault("invariants", "reading")
def element_lost(pdf: Pdf) -> None:
    """A paragraph is painted and in the parent tree, but not in the tree."""
    lost = first(pdf, "P", where=has_text)
    lost.P.K = Array([kid for kid in kids(lost.P) if not same(kid, lost)])


@fault("invariants", "reading")
def content_lost(pdf: Pdf) -> None:
    """A paragraph does not name its own text."""
    lost = first(pdf, "P", where=has_text)
    lost.K = Array([kid for kid in kids(lost) if isinstance(kid, Dictionary) and kid.get("/Type") != Name.MCR])


@fault("reading")
def order_turned(pdf: Pdf) -> None:
    """A link is read before the words that stand before it."""
    node = first(pdf, "P", where=lambda p: has_text(p) and len(kids(p)) > 1)
    node.K = Array(list(reversed(kids(node))))


@fault("reading")
def parts_turned(pdf: Pdf) -> None:
    """English is read before French."""
    document = first(pdf, "Sect").P
    if len(kids(document)) < 2:
        raise NothingToBreakError("a second language")
    document.K = Array(list(reversed(kids(document))))


@fault("ua1", "invariants")
def no_parent_tree(pdf: Pdf) -> None:
    """There is no parent tree."""
    del pdf.Root.StructTreeRoot.ParentTree


@fault("ua1", "invariants")
def no_struct_parents(pdf: Pdf) -> None:
    """A page does not say where its parents are listed."""
    del pdf.pages[0].StructParents


@fault("ua1", "invariants")
def struct_parents_swapped(pdf: Pdf) -> None:
    """Two pages name each other's parents."""
    if len(pdf.pages) < 2:
        raise NothingToBreakError("a second page")
    one, two = pdf.pages[0], pdf.pages[1]
    one.StructParents, two.StructParents = int(two.StructParents), int(one.StructParents)


@fault("invariants")
def wrong_parent(pdf: Pdf) -> None:
    """The parent tree names the wrong element for a text."""
    parents = parent_entry(pdf, int(pdf.pages[0].StructParents))
    other = next(each for each in parents if each.objgen != parents[0].objgen)
    parents[0] = other


@fault("ua1", "invariants")
def parent_missing(pdf: Pdf) -> None:
    """The parent tree stops before the last text of the page."""
    parents = parent_entry(pdf, int(pdf.pages[0].StructParents))
    del parents[len(parents) - 1]
