"""Whether the tree of a page is good enough to be read aloud (ISO 14289-1, 7)."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from handouts.pdf.structure_rules import groups_fit, heading_level, kids_fit
from handouts.supplied.tree import BadTagsError
from handouts.tagging import AnnotationRef, MarkedContent, Node


def part_of_page(node: Node, page: int) -> Node | None:
    """Return a copy of a tree with only what is on one page."""
    kids: list[Node | MarkedContent | AnnotationRef] = []
    for kid in node.kids:
        if isinstance(kid, Node):
            if (copy := part_of_page(kid, page)) is not None:
                kids.append(copy)
        elif kid.page == page:
            kids.append(kid)
    if not kids and not (node.role in {"TD", "TH"} and not node.kids):
        return None
    return replace(node, bbox=None, kids=kids)


def on_first_page(node: Node) -> Node:
    """Return a copy of a tree of one page, bound to page 0."""
    kids = [on_first_page(kid) if isinstance(kid, Node) else replace(kid, page=0) for kid in node.kids]
    return replace(node, kids=kids)


def headings(part: Node) -> list[int]:
    """Return the levels of the headings in a tree, in order."""
    return [level for node in part.walk() if (level := heading_level(node.role)) is not None]


def check_tree(part: Node, marks: Sequence[int], kept_links: int, above: int) -> None:
    """Check the tree of one page against the rules and against what is on the page.

    Args:
        part: The tree.
        marks: The numbers of the marked content on the page.
        kept_links: How many live links of it are kept.
        above: The level of the last heading on the pages before; 0 where there is none.

    Raises:
        BadTagsError: It breaks a rule, or something on the page isn't in it.
    """
    bound = [kid.mcid for node in part.walk() for kid in node.kids if isinstance(kid, MarkedContent)]
    if sorted(bound) != sorted(marks) or len(set(bound)) != len(bound):
        raise BadTagsError("they don't cover everything on the page")
    referred = [kid.index for node in part.walk() for kid in node.kids if isinstance(kid, AnnotationRef)]
    if sorted(referred) != list(range(kept_links)):
        raise BadTagsError("they don't cover its links")
    for node in part.walk():
        _check_element(node)
    levels = [above, *headings(part)]
    if any(level > before + 1 for before, level in pairwise(levels)):
        raise BadTagsError("they skip a level of heading")
    idents = [node.ident for node in part.walk() if node.ident]
    if len(set(idents)) != len(idents):
        raise BadTagsError("two of them have one name")


def _check_element(node: Node) -> None:
    kids = [kid.role for kid in node.kids if isinstance(kid, Node)]
    if not kids_fit(node.role, kids, holds_content=len(kids) != len(node.kids)):
        raise BadTagsError("a list or table in them is built wrongly")
    if node.role in {"Figure", "Formula"} and not (node.alt or node.actual_text):
        raise BadTagsError("a picture in them has no description")
    if node.role == "Note" and not node.ident:
        raise BadTagsError("a note in them has no name")
    if node.role == "TH" and not (node.scope or node.headers):
        raise BadTagsError("a table in them has headers for nothing")
    if node.role == "Table":
        _check_table(node)


def _check_table(table: Node) -> None:
    kids = [kid.role for kid in table.kids if isinstance(kid, Node)]
    if not groups_fit(kids):
        raise BadTagsError("a table in them is built wrongly")
    rows = [node for node in table.walk() if node.role == "TR"]
    cells = [[cell.span for cell in row.kids if isinstance(cell, Node)] for row in rows]
    if any(span[0] > 1 for row in cells for span in row) or len({sum(span[1] for span in row) for row in cells}) > 1:
        raise BadTagsError("a table in them has rows of different lengths")
