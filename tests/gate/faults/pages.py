"""Faults in what the pages paint, and in their links and fields."""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, Pdf, String

from tests.gate.mutate import (
    Instructions,
    annotations,
    begin,
    fault,
    first,
    has_text,
    is_begin,
    kids,
    mcid_of,
    page_of,
    parent_entry,
    reopened,
    rewrite,
    same,
)


@fault("ua1", "invariants", "reading")
def bare_text(pdf: Pdf) -> None:
    """A text is painted outside the tree."""
    node = first(pdf, "P", where=has_text)
    rewrite(pdf, page_of(pdf, node), reopened(mcid_of(node)))


@fault("invariants", "reading")
def hidden_text(pdf: Pdf) -> None:
    """A text is marked as decoration."""
    node = first(pdf, "P", where=has_text)
    hidden = pikepdf.ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    rewrite(pdf, page_of(pdf, node), reopened(mcid_of(node), hidden))


@fault("ua1", "invariants", "reading")
def mcid_unknown(pdf: Pdf) -> None:
    """A text has an MCID that no element names."""
    node = first(pdf, "P", where=has_text)
    rewrite(pdf, page_of(pdf, node), reopened(mcid_of(node), begin("P", 9999)))


@fault("invariants", "reading")
def mcid_twice(pdf: Pdf) -> None:
    """Two texts of a page have the same MCID."""
    one = first(pdf, "P", where=has_text)
    page = page_of(pdf, one)
    two = first(pdf, "H1", "H2", where=lambda node: has_text(node) and same(page_of(pdf, node).obj, page.obj))
    rewrite(pdf, page, reopened(mcid_of(one), begin("P", mcid_of(two))))


@fault("ua1", "invariants")
def tagged_inside_artifact(pdf: Pdf) -> None:
    """Tagged text stands inside decoration."""
    node = first(pdf, "P", where=has_text)
    outer = pikepdf.ContentStreamInstruction([Name.Artifact], Operator("BMC"))
    inner = begin("P", mcid_of(node))
    end = pikepdf.ContentStreamInstruction([], Operator("EMC"))

    def change(instructions: Instructions) -> Instructions:
        wrapped = reopened(mcid_of(node), outer, inner)(instructions)
        start = next(index for index, each in enumerate(wrapped) if is_begin(each, mcid_of(node)))
        closing = next(i for i in range(start, len(wrapped)) if str(wrapped[i].operator) == "EMC")
        return [*wrapped[:closing], end, *wrapped[closing:]]

    rewrite(pdf, page_of(pdf, node), change)


@fault("2a", "invariants")
def press_colour(pdf: Pdf) -> None:
    """A colour is given in CMYK under an RGB output intent."""
    colour = pikepdf.ContentStreamInstruction([0, 0, 0, 1], Operator("k"))
    rewrite(pdf, pdf.pages[0], lambda instructions: [colour, *instructions])


@fault("invariants")
def link_without_annotation(pdf: Pdf) -> None:
    """A link element does not name its annotation."""
    node = first(pdf, "Link")
    node.K = Array([kid for kid in kids(node) if not isinstance(kid, Dictionary) or kid.get("/Type") != Name.OBJR])


@fault("ua1", "invariants")
def annotation_without_element(pdf: Pdf) -> None:
    """A link on the page belongs to no element."""
    del annotations(pdf, "Link")[0].StructParent


@fault("invariants")
def annotations_swapped(pdf: Pdf) -> None:
    """Two links lead to each other's targets."""
    one, *others = annotations(pdf, "Link")
    parent = parent_entry(pdf, int(one.StructParent))
    two = next(link for link in others if not same(parent, parent_entry(pdf, int(link.StructParent))))
    one.StructParent, two.StructParent = int(two.StructParent), int(one.StructParent)


@fault("ua1", "invariants")
def link_without_words(pdf: Pdf) -> None:
    """A link says nowhere what it leads to."""
    del annotations(pdf, "Link")[0].Contents


@fault("ua1", "invariants")
def no_tab_order(pdf: Pdf) -> None:
    """The tab key does not follow the tree."""
    for page in pdf.pages:
        if "/Tabs" in page:
            del page.Tabs


@fault("ua1", "invariants")
def field_without_name(pdf: Pdf) -> None:
    """A field does not say what to fill in."""
    del annotations(pdf, "Widget")[0].TU


@fault("reading")
def words_joined(pdf: Pdf) -> None:
    """No line ends with a space, so that the last word of each joins the first of the next."""

    def change(instructions: Instructions) -> Instructions:
        return [shortened(each) if str(each.operator) in {"Tj", "TJ"} else each for each in instructions]

    for page in pdf.pages:
        rewrite(pdf, page, change)


def shortened(instruction: Any) -> Any:
    """A text-showing instruction without the spaces at its end."""
    shown = instruction.operands[0]
    if isinstance(shown, Array):
        texts = [index for index, piece in enumerate(shown) if isinstance(piece, String)]
        pieces = [
            String(bytes(piece).rstrip(b" ")) if index == texts[-1] else piece for index, piece in enumerate(shown)
        ]
        return pikepdf.ContentStreamInstruction([Array(pieces)], instruction.operator)
    return pikepdf.ContentStreamInstruction([String(bytes(shown).rstrip(b" "))], instruction.operator)
