"""Sections in a layout's order, each in the form that its blocks and the width of the page ask for."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import chain

from handouts.flowables.base import Flowable, Listing, Row, Stack, plain
from handouts.flowables.boxes import FigureBlock
from handouts.flowables.prose import Item, Prose
from handouts.flowables.side_head import SideHead, TopHead
from handouts.model import Section, blocks
from handouts.space import Between, Space
from handouts.story.block import message_box, tell_block
from handouts.story.closing import closing
from handouts.story.context import Telling
from handouts.story.lists import item_list, ruled_head, timeline
from handouts.story.warnings import contact_panel, level_box, level_summaries, write_in
from handouts.tagging import Node

REST = "..."
_TALLEST_PAIR = 0.75  # of the flow: taller lists stand one under the other, where they can be divided


def tell(telling: Telling, document: Node) -> list[Flowable]:
    """Return a handout's flowables in one language, and add its elements to the document in reading order."""
    root = document.add("Sect", lang=telling.language.tag)
    title = telling.words(telling.handout.title)
    story: list[Flowable] = [
        Prose(
            runs=plain(title), style=telling.look.styles.title, node=root.add("H1"), keep_with_next=True,
            kind="main_message", name=title, bookmark=title,
        )
    ]  # fmt: skip
    ordered = _ordered(telling)
    story += _paired(telling, list(chain.from_iterable(_section(telling, *each, root) for each in ordered)))
    story += chain.from_iterable(_lines_to_fill(telling, kept, root) for _, kept in ordered)
    if not telling.layout.short:
        story += closing(telling, root)
    return story


def _ordered(telling: Telling) -> list[tuple[Section, list[blocks.Block]]]:
    """Return the sections that this edition prints, with the blocks that it prints, in the layout's order."""
    order = telling.layout.order
    rest = order.index(REST)
    printed = [
        (section, kept)
        for section in telling.handout.sections
        if telling.layout.takes(section.editions) and (kept := _printed_blocks(telling, section))
    ]
    return sorted(
        printed, key=lambda each: order.index(each[1][0].block) if each[1][0].block in order else rest
    )  # a stable sort: sections of one place keep the content's order


def _printed_blocks(telling: Telling, section: Section) -> list[blocks.Block]:
    return [
        block
        for block in section.blocks
        if telling.layout.prints(block.block) and telling.layout.takes(getattr(block, "editions", ()))
    ]


def _section(telling: Telling, section: Section, kept: list[blocks.Block], root: Node) -> Iterator[Flowable]:
    sect = root.add("Sect")
    heading = telling.words(section.heading) if section.heading else ""
    match kept[0]:
        case blocks.MainMessage() as first:
            points = next((block for block in kept if isinstance(block, blocks.KeyPoints)), None)
            yield message_box(telling, first, points, sect)
            rest = [block for block in kept[1:] if block is not points]
            yield from chain.from_iterable(tell_block(telling, block, sect) for block in rest)
        case blocks.Warning() | blocks.Contact():
            yield from _warnings(telling, heading, kept, sect)
        case (blocks.DoList() | blocks.AvoidList()) as first:
            yield _with_rest(telling, item_list(telling, first, heading, sect), kept[1:], sect)
        case blocks.Timeline() as first:
            yield _with_rest(telling, timeline(telling, first, heading, sect), kept[1:], sect)
        case _:
            yield from _topic(telling, heading, kept, sect)


def _with_rest(telling: Telling, first: Flowable, others: Sequence[blocks.Block], sect: Node) -> Flowable:
    """Put further blocks of a section under its first."""
    if not others:
        return first
    parts = (
        replace(first, between="none"),
        *chain.from_iterable(tell_block(telling, block, sect) for block in others),
    )
    return Stack(parts=parts, between=first.between, kind=first.kind, name=first.name, bookmark=first.bookmark)


def _paired(telling: Telling, story: list[Flowable]) -> list[Flowable]:
    """Put a do list and the avoid list after it side by side, where the page is wide and they are short enough."""
    if not telling.layout.wide:
        return story
    result: list[Flowable] = []
    for flowable in story:
        before = result[-1] if result else None
        if (
            isinstance(flowable, Listing)
            and isinstance(before, Listing)
            and (before.kind, flowable.kind) == ("do", "avoid")
        ):
            pair = Row(
                parts=(before, flowable), gutter=telling.layout.gutter, divisible=True, between=before.between,
                kind="do", name=f"{before.name} / {flowable.name}", bookmark=before.bookmark,
            )  # fmt: skip
            if (
                pair.height(telling.layout.flow.width, Space(telling.layout.spacing))
                <= telling.layout.flow.height * _TALLEST_PAIR
            ):
                result[-1] = pair
                continue
        result.append(flowable)
    return result


def _heading(telling: Telling, text: str, sect: Node, kind: str) -> Prose:
    style = telling.look.styles.heading
    ink = style._replace(color=telling.look.palette.ink)
    return Prose(
        runs=plain(text), style=ink, node=sect.add("H2"), between="warnings", keep_with_next=True, kind=kind, name=text,
        bookmark=text,
    )  # fmt: skip


def _warnings(telling: Telling, heading: str, kept: Sequence[blocks.Block], sect: Node) -> Iterator[Flowable]:
    """Yield the levels, most urgent first, and the contact panel joined under the last.

    Where the first page gives the numbers alone, the signs begin a page of their own.
    """
    levels = [block for block in kept if isinstance(block, blocks.Warning)]
    others = [block for block in kept if not isinstance(block, blocks.Warning)]
    summary = telling.layout.summary
    if summary:
        yield _heading(telling, heading, sect, "summary")
        yield from (replace(f, between="item") if n == 0 else f for n, f in enumerate(level_summaries(telling, sect)))
        heading = telling.say(telling.labels.continued, heading=heading)
    if levels:
        head = _heading(telling, heading, sect, "warning")
        yield replace(head, starts_page=summary)
    joined = not summary and bool(others) and isinstance(others[0], blocks.Contact)
    for number, block in enumerate(levels, start=1):
        box = level_box(telling, block, sect, joined=joined and number == len(levels))
        kept_on = not summary and (number < len(levels) or joined)
        yield replace(box, keep_with_next=kept_on, between="item" if number == 1 else "levels")
    for number, other in enumerate(others):
        if isinstance(other, blocks.Contact):
            yield contact_panel(telling, other, sect, joined=joined and number == 0)
        else:
            yield from tell_block(telling, other, sect)


def _lines_to_fill(telling: Telling, kept: Sequence[blocks.Block], sect: Node) -> Iterator[Flowable]:
    """Yield the lines to fill where the contact panel is too narrow to hold them."""
    layout = telling.layout
    for block in kept:
        if isinstance(block, blocks.Contact) and not layout.wide and layout.prints("write_in"):
            lines = write_in(telling, block.write_in, sect, columns=1 if layout.summary else 2)
            # lines alone on a last page, or sources alone, would look forgotten
            yield replace(lines, between="section", kind="write_in", keep_with_next=not layout.short)


def _spaced(parts: Sequence[Flowable]) -> Iterator[Flowable]:
    """Yield parts, the paragraph before a figure kept on its page, and steps set apart from bullets before them."""
    for before, part, after in zip((None, *parts), parts, (*parts[1:], None), strict=False):
        before_figure = isinstance(after, FigureBlock) and isinstance(part, Prose)
        other_list = isinstance(part, Item) and isinstance(before, Item) and part.indent != before.indent
        apart = replace(part, between="block") if other_list else part
        yield replace(apart, keep_with_next=True) if before_figure else apart


def _topic(telling: Telling, heading: str, kept: Sequence[blocks.Block], sect: Node) -> Iterator[Flowable]:
    """Yield a topic: its heading at the side where the page is wide, else above."""
    node = sect.add("H2") if heading else sect
    parts = tuple(_spaced([*chain.from_iterable(tell_block(telling, block, sect) for block in kept)]))
    kind = kept[0].block
    if not heading:
        yield Stack(parts=parts, between="side_head", kind=kind, name=kind)
        return
    head, again = ruled_head(telling, heading, node)
    beside = telling.layout.wide and not isinstance(kept[0], blocks.Checklist | blocks.Table)
    if beside:
        yield SideHead(
            look=telling.look, heading=heading, continued=again.text, node=node, body=Stack(parts=parts),
            between="side_head", kind=kind, name=heading, bookmark=heading,
        )  # fmt: skip
        return
    under: Between = "item" if isinstance(kept[0], blocks.Checklist | blocks.Table) else "none"
    yield TopHead(
        head=head, again=again, body=Stack(parts=parts, between=under), leading=telling.look.styles.body.leading,
        between="side_head", kind=kind, name=heading, bookmark=heading,
    )  # fmt: skip
