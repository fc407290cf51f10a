"""Blocks that are made of rows: do and avoid lists, timelines, checklists, tables, bullets and steps."""

from collections.abc import Sequence
from dataclasses import replace

from handouts.flowables.base import Flowable, Listing, Row, Stack
from handouts.flowables.checklist import DayBand
from handouts.flowables.item_list import ItemRow, RuledHead
from handouts.flowables.prose import Item, Mark, Prose, kept_in_twos
from handouts.flowables.table import Columns, TableRow
from handouts.flowables.timeline import StageRow, StageText, Timeline, TimelineHead, stage_fills
from handouts.model import Text, blocks
from handouts.pictures.icons import IconName
from handouts.story.context import Telling
from handouts.tagging import Node
from handouts.wording.inline import Run

_BULLET_INDENT, _STEP_INDENT, _TICK_INDENT, _STAGE_CELL = (
    12.0,
    18.0,
    18.0,
    9.3,
)  # the cell: in sizes of the label
_WHOLE_DAY = 5  # boxes: a day with more of them may go on over the page
_ENDS = (".", "!", "?", "…")


def ruled_head(
    telling: Telling, heading: str, node: Node, *, icon: IconName | None = None, ink: bool = False
) -> tuple[RuledHead, RuledHead]:
    """Return a heading under a rule, and the same for where its list goes on."""
    palette = telling.look.palette
    color = palette.ink if ink else palette.brand
    again = telling.say(telling.labels.continued, heading=heading)
    head = RuledHead(look=telling.look, text=heading, node=node, color=color, icon=icon)
    return head, RuledHead(look=telling.look, text=again, node=None, color=color, icon=icon)


def item_list(telling: Telling, block: blocks.DoList | blocks.AvoidList, heading: str, sect: Node) -> Listing:
    """Return a list of things to do or to avoid under its heading."""
    avoid = block.block == "avoid"
    head, again = ruled_head(telling, heading, sect.add("H2"), icon="cross" if avoid else "check", ink=avoid)
    items = (block.short if telling.layout.short else None) or block.items
    listed = sect.add("L")
    rows = []
    for number, item in enumerate(items, start=1):
        body = listed.add("LI").add("LBody")
        time = telling.runs(item.duration, label=True) if item.duration else ()
        rows.append(
            ItemRow(
                look=telling.look,
                runs=_item_runs(telling, item, bold=avoid),
                node=body,
                time=_unlinked(time),
                ruled=number < len(items),
            )
        )
    return Listing(
        head=head,
        again=again,
        rows=tuple(rows),
        between="section",
        kind=block.block,
        name=heading,
        bookmark=heading,
    )


def _item_runs(telling: Telling, item: blocks.ListItem, *, bold: bool) -> tuple[Run, ...]:
    thing = tuple(Run(run.text, bold or run.bold, run.href) for run in telling.runs(item.text))
    if item.reason is None:
        return thing
    reason = telling.runs(item.reason)
    if thing[-1].text.endswith(_ENDS):
        return (*thing, Run(" "), *reason)
    return telling.wording.label_runs(telling.labels.reason, thing=thing, reason=reason)


def _unlinked(runs: Sequence[Run]) -> tuple[Run, ...]:
    return tuple(Run(run.text, run.bold) for run in runs)


def days_label(telling: Telling, first: int | None, last: int | None, after: int | None, label: Text | None) -> str:
    """Return when a stage is: "Jour 0", "Jours 1 à 3", "Après 10 jours", or its own label."""
    labels = telling.labels
    if label is not None:
        return telling.words(label)
    if after is not None:
        return telling.say(labels.after_day if after == 1 else labels.after_days, day=after)
    if last is not None:
        return telling.say(labels.days, first=first, last=last)
    return telling.say(labels.day, day=first)


def timeline(telling: Telling, block: blocks.Timeline, heading: str, sect: Node) -> Flowable:
    """Return what to expect, stage by stage: arrows where the page is wide, else rows. Its element is a table."""
    look = telling.look
    note = telling.runs(block.note) if block.note else ()
    title = sect.add("H2")
    head = TimelineHead(look=look, heading=heading, heading_node=title, note=note, note_node=sect.add("P"))
    table = sect.add("Table")
    stages = []
    for stage in block.stages:
        row = table.add("TR")
        label = days_label(telling, stage.first, stage.last, stage.after, stage.label)
        stages.append(
            StageText(
                label=label,
                label_node=row.add("TH", scope="Row"),
                runs=telling.runs(stage.text),
                node=row.add("TD"),
                icon=stage.icon,
            )
        )
    arrows = Timeline(look=look, stages=tuple(stages), between="item")
    if telling.layout.wide and arrows.fits(telling.layout.flow.width):
        return Stack(
            parts=(replace(head, keep_with_next=True), arrows), between="section", kind="timeline", name=heading,
            bookmark=heading,
        )  # fmt: skip
    cell = look.styles.stage.size * _STAGE_CELL
    head = replace(head, open=True)
    rows = tuple(
        StageRow(look=look, stage=stage, fill=fill, label_width=cell, ruled=True)
        for stage, fill in zip(stages, stage_fills(look, len(stages)), strict=True)
    )
    return Listing(
        head=head, again=head, rows=rows, whole=True, between="section", kind="timeline", name=heading,
        bookmark=heading,
    )  # fmt: skip


def checklist(telling: Telling, block: blocks.Checklist, sect: Node) -> list[Flowable]:
    """Return boxes to tick by day: two groups side by side where the page is wide."""
    groups = [_day_group(telling, day, sect) for day in block.days]
    if not telling.layout.wide:
        # the first day alone under the heading would look like all of it
        return [replace(groups[0], keep_with_next=len(groups) > 1), *groups[1:]]
    pairs = [groups[start : start + 2] for start in range(0, len(groups), 2)]
    return [Row(parts=tuple(pair), gutter=telling.layout.gutter) if len(pair) > 1 else pair[0] for pair in pairs]


def _day_group(telling: Telling, day: blocks.ChecklistDay, sect: Node) -> Listing:
    text = days_label(telling, day.first, day.last, None, day.label)
    again = telling.say(telling.labels.continued, heading=text)
    head = DayBand(look=telling.look, text=text, node=sect.add("H3"))
    listed = sect.add("L")
    rows = tuple(
        ItemRow(
            look=telling.look, runs=telling.runs(item), node=listed.add("LI").add("LBody"), time=(),
            ruled=number < len(day.items), indent=_TICK_INDENT,
        )
        for number, item in enumerate(day.items, start=1)
    )  # fmt: skip
    return Listing(
        head=head, again=DayBand(look=telling.look, text=again, node=None), rows=rows, name=text,
        whole=len(rows) <= _WHOLE_DAY,
    )  # fmt: skip


def table(telling: Telling, block: blocks.Table, sect: Node) -> Listing:
    """Return a table; its first column heads the rows."""
    look = telling.look
    element = sect.add("Table")
    titles = tuple(_unlinked(telling.runs(text, label=True)) for text in block.columns)
    texts = tuple(tuple(telling.runs(cell, label=True) for cell in row) for row in block.rows)
    bold_first = tuple((tuple(Run(r.text, True, r.href) for r in row[0]), *row[1:]) for row in texts)
    columns = Columns(titles, bold_first, look.styles.strong, look.styles.body)
    head_row = element.add("THead").add("TR")
    head_nodes = tuple(head_row.add("TH", scope="Column") for _ in titles)
    head = TableRow(look=look, columns=columns, cells=titles, nodes=head_nodes, is_head=True)
    again = TableRow(look=look, columns=columns, cells=titles, nodes=(), is_head=True)
    body = element.add("TBody")
    rows = []
    for number, cells in enumerate(bold_first, start=1):
        line = body.add("TR")
        nodes = (line.add("TH", scope="Row"), *(line.add("TD") for _ in cells[1:]))
        rows.append(TableRow(look=look, columns=columns, cells=cells, nodes=nodes, ruled=number < len(bold_first)))
    return Listing(head=head, again=again, rows=tuple(rows), name=titles[0][0].text)


def marked_list(telling: Telling, texts: Sequence[Text], sect: Node, *, numbered: bool) -> list[Flowable]:
    """Return bullets, or steps with their numbers."""
    body = telling.look.styles.body
    scale = body.size / 12
    listed = sect.add("L")
    items: list[Item] = []
    for number, text in enumerate(texts, start=1):
        item = listed.add("LI")
        mark = Mark(text=f"{number}." if numbered else "•", node=item.add("Lbl"))
        prose = Prose(runs=telling.runs(text), style=body, node=item.add("LBody"))
        indent = (_STEP_INDENT if numbered else _BULLET_INDENT) * scale
        items.append(Item(mark=mark, body=prose, indent=indent, between="item"))
    return kept_in_twos(items)
