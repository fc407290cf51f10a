"""One block of a section -> its flowables. A new block type takes its `case` here."""

from dataclasses import replace
from typing import assert_never

from handouts.flowables.base import Flowable, Stack, plain
from handouts.flowables.boxes import CalloutBox, FigureBlock, QrBlock
from handouts.flowables.message import MessageBox, Point
from handouts.flowables.prose import Prose
from handouts.model import Text, blocks
from handouts.story.context import Telling, address_of
from handouts.story.lists import checklist, item_list, marked_list, table, timeline
from handouts.story.warnings import contact_panel, level_box, write_in
from handouts.tagging import Node
from handouts.wording.inline import Run


def tell_block(telling: Telling, block: blocks.Block, sect: Node) -> list[Flowable]:  # noqa: C901, PLR0911, PLR0912 (a case a block)
    """Return the flowables of one block."""
    short = telling.layout.short
    match block:
        case blocks.Paragraph():
            return _paragraphs(telling, (short and block.short) or block.text, sect)
        case blocks.Bullets():
            return marked_list(telling, (short and block.short) or block.items, sect, numbered=False)
        case blocks.Steps():
            return marked_list(telling, (short and block.short) or block.items, sect, numbered=True)
        case blocks.Checklist():
            return checklist(telling, block, sect)
        case blocks.Table():
            return [*_lead(telling, block.lead, sect), table(telling, block, sect)]
        case blocks.Callout():
            return [_callout(telling, block, sect)]
        case blocks.Question():
            return _question(telling, block, sect)
        case blocks.Figure():
            return [_figure(telling, block, sect)]
        case blocks.QrCode():
            return [_qr(telling, block, sect)]
        case blocks.WriteInLines():
            return _lines_to_fill(telling, block, sect)
        case blocks.DoList() | blocks.AvoidList():
            return [item_list(telling, block, "", sect)]
        case blocks.Timeline():
            return [timeline(telling, block, "", sect)]
        case blocks.Warning():
            return [level_box(telling, block, sect, joined=False)]
        case blocks.Contact():
            return [contact_panel(telling, block, sect, joined=False)]
        case blocks.MainMessage():
            return [message_box(telling, block, None, sect)]
        case blocks.KeyPoints():
            return marked_list(telling, [point.text for point in block.items], sect, numbered=False)
        case _:
            assert_never(block)


def message_box(
    telling: Telling, message: blocks.MainMessage, points: blocks.KeyPoints | None, sect: Node
) -> MessageBox:
    """Return the box of the main message with the key points in it."""
    layout = telling.layout
    node = sect.add("P")
    listed = sect.add("L") if points else sect
    return MessageBox(
        look=telling.look, runs=telling.runs(message.text), node=node,
        points=tuple(
            Point(icon=point.icon, runs=telling.runs(point.text, label=True), node=listed.add("LI").add("LBody"))
            for point in (points.items if points else ())
        ),
        sides=12.0 if layout.wide or layout.summary else 10.0, icon=layout.icon, one_a_line=layout.summary,
        between="message", kind="main_message", name=telling.words(telling.handout.title),
    )  # fmt: skip


def prose(telling: Telling, runs: tuple[Run, ...], node: Node) -> Prose:
    """Return a paragraph of body text."""
    return Prose(runs=runs, style=telling.look.styles.body, node=node)


def _paragraphs(telling: Telling, text: Text, sect: Node) -> list[Flowable]:
    return [prose(telling, runs, sect.add("P")) for runs in telling.paragraphs(text)]


def _lead(telling: Telling, lead: Text | None, sect: Node) -> list[Flowable]:
    return [replace(prose(telling, telling.runs(lead), sect.add("P")), keep_with_next=True)] if lead else []


def _callout(telling: Telling, block: blocks.Callout, sect: Node) -> CalloutBox:
    part = sect.add("Sect")
    parts: list[Flowable] = []
    if block.title:
        title = telling.words(block.title)
        parts.append(Prose(runs=plain(title), style=telling.look.styles.strong, node=part.add("H3")))
    text = (telling.layout.short and block.short) or block.text
    parts += [replace(p, between="item") for p in _paragraphs(telling, text, part)]
    return CalloutBox(look=telling.look, body=Stack(parts=tuple(parts)), name=telling.words(block.title or text))


def _question(telling: Telling, block: blocks.Question, sect: Node) -> list[Flowable]:
    part = sect.add("Sect")
    question = Prose(
        runs=telling.runs(block.question), style=telling.look.styles.strong, node=part.add("H3"), keep_with_next=True,
        name=telling.words(block.question),
    )  # fmt: skip
    answer = _paragraphs(telling, (telling.layout.short and block.short) or block.answer, part)
    return [question, replace(answer[0], between="none"), *answer[1:]]


def _figure(telling: Telling, block: blocks.Figure, sect: Node) -> FigureBlock:
    return FigureBlock(
        look=telling.look, picture=telling.picture(block.file), node=sect.add("Figure", alt=telling.words(block.alt)),
        caption=telling.runs(block.caption), caption_node=sect.add("P"), name=telling.words(block.caption),
    )  # fmt: skip


def _qr(telling: Telling, block: blocks.QrCode, sect: Node) -> QrBlock:
    uri = telling.wording.link(block.link)
    code = sect.add("Figure", alt=telling.say(telling.labels.qr_alt, address=address_of(uri)))
    href = uri if telling.layout.interactive else None
    address = prose(telling, (Run(address_of(uri), href=href),), sect.add("P"))
    body = Stack(parts=(prose(telling, telling.runs(block.text), sect.add("P")), replace(address, between="none")))
    return QrBlock(look=telling.look, uri=uri, node=code, body=body, name=telling.words(block.text))


def _lines_to_fill(telling: Telling, block: blocks.WriteInLines, sect: Node) -> list[Flowable]:
    """Return short lines in columns and, under them, the notes over the whole measure."""
    dates = tuple(name for name in block.lines if name != "notes")
    columns = 1 if telling.layout.summary else min(len(dates), 2)
    lines: list[Flowable] = [write_in(telling, dates, sect, columns=columns)] if dates else []
    if "notes" in block.lines:
        lines.append(write_in(telling, ("notes",), sect, columns=1, note_lines=block.note_lines))
    return lines
