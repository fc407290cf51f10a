"""When to call, and whom: the levels, their signs, and the contact panel under the last."""

from collections.abc import Iterator

from handouts.flowables.base import Flowable
from handouts.flowables.contact import ContactLine, ContactPanel, WriteIn, WriteInLine
from handouts.flowables.prose import Prose
from handouts.flowables.warning import LevelBox, LevelCell, LevelHead, LevelSummary, Sign, SignSpaces
from handouts.layout import Layout
from handouts.model import blocks
from handouts.story.context import Telling, address_of
from handouts.tagging import Node
from handouts.wording.inline import Run

LEVELS: tuple[blocks.Level, ...] = ("emergency", "same_day", "clinic")
WRITE_IN_STEP, WRITE_IN_STEP_LARGE = 21.5, 30.0
_SPARED = 18.0
_EASE = 4.0  # room beside a number too long for the usual cell
_LARGE = 16.0  # body sizes from here on are large print (UKAAF)


def level_head(telling: Telling, level: blocks.Level, parent: Node, *, label: bool = True) -> LevelHead:
    """Return whom to call at a level, as a heading that names it."""
    labels, clinic = telling.labels, telling.clinic
    number, line = {
        "emergency": (labels.emergency_number, labels.emergency_label),
        "same_day": (labels.same_day_number, labels.same_day_label),
        "clinic": (clinic.phone, labels.clinic_label),
    }[level]
    digits = {"emergency": "911", "same_day": "811", "clinic": "+" + _dialled(clinic.phone)}[level]
    href = f"tel:{digits}" if telling.layout.interactive else None
    extension = clinic.extension if level == "clinic" else None
    under = [line] if label else []
    under += [labels.extension.format(number=extension)] if extension else []
    text = telling.say(", ".join(under)) if under else ""
    return LevelHead(level=level, number=(Run(telling.say(number), href=href),), label=text, node=parent.add("H3"))


def _dialled(phone: str) -> str:
    digits = "".join(c for c in phone if c.isdigit())
    return digits if digits.startswith("1") else "1" + digits


def level_box(telling: Telling, block: blocks.Warning, sect: Node, *, joined: bool) -> LevelBox:
    """Return the box of one level with all its signs."""
    layout = telling.layout
    part = sect.add("Sect")
    head = level_head(telling, block.level, part)
    items = part.add("L")
    signs = []
    for text in block.signs:
        item = items.add("LI")
        signs.append(Sign(runs=telling.runs(text), bullet=item.add("Lbl"), body=item.add("LBody")))
    # where the numbers have a page of their own, the cells beside the signs spare toner
    width = layout.label_width - (_SPARED if layout.summary else 0.0)
    return LevelBox(
        look=telling.look, head=head, signs=tuple(signs), label_width=_label_width(telling, least=width),
        columns=2 if layout.wide else 1, spaces=_sign_spaces(layout), joined=joined,
        between="levels", kind="warning", name=head.number[0].text,
    )  # fmt: skip


def _label_width(telling: Telling, *, least: float = 0.0) -> float:
    """Return the width of the label cells: of all levels alike, wide enough for the longest number to dial."""
    heads = (level_head(telling, level, Node("Sect"), label=False) for level in LEVELS)
    needed = max(LevelCell(look=telling.look, head=head, width=0).least_width for head in heads)
    return least if needed <= least else needed + _EASE


def _sign_spaces(layout: Layout) -> SignSpaces:
    if layout.scale.body.size >= _LARGE:
        return SignSpaces(9, 5, 10, 8)
    return SignSpaces(4, 1, 8, 8) if layout.wide else SignSpaces(2, 0, 5, 3)


def level_summaries(telling: Telling, sect: Node) -> Iterator[Flowable]:
    """Yield the three numbers to call, for the first page of a sheet whose signs come later."""
    labels = telling.labels
    said = {
        "emergency": labels.emergency_summary,
        "same_day": labels.same_day_summary,
        "clinic": labels.clinic_summary,
    }
    for level in LEVELS:
        part = sect.add("Sect")
        head = level_head(telling, level, part, label=False)
        yield LevelSummary(
            look=telling.look, head=head, runs=(Run(telling.say(said[level])),), node=part.add("P"),
            label_width=_label_width(telling, least=telling.layout.label_width), between="levels", kind="summary",
            keep_with_next=True,
            name=head.number[0].text,
        )  # fmt: skip
    pointer = (Run(telling.say(labels.signs_on_page, page=2)),)
    yield Prose(runs=pointer, style=telling.look.styles.label, node=sect.add("P"), between="section", kind="summary")


def contact_panel(telling: Telling, block: blocks.Contact, sect: Node, *, joined: bool) -> ContactPanel:
    """Return hours, the after-hours line, the page and its QR code; in wide layouts with lines to fill."""
    part = sect.add("Div")
    uri = telling.wording.link(block.link)
    texts: list[tuple[Run, ...]] = [(Run(line),) for line in hours_lines(telling)]
    texts.append(online(telling, uri))
    lines = tuple(ContactLine(runs=runs, node=part.add("P")) for runs in texts)
    code = part.add("Figure", alt=telling.say(telling.labels.qr_alt, address=address_of(uri)))
    return ContactPanel(
        look=telling.look, lines=lines, uri=uri, qr_node=code,
        write_in=write_in(telling, block.write_in, part, columns=1) if telling.layout.wide else None,
        joined=joined, between="none" if joined else "block", kind="contact",
        name=telling.say(telling.labels.clinic_label),
    )  # fmt: skip


def online(telling: Telling, uri: str) -> tuple[Run, ...]:
    """Return the line that says where the page is, its address as a link."""
    href = uri if telling.layout.interactive else None
    return telling.wording.label_runs(telling.labels.online, address=(Run(address_of(uri), href=href),))


def hours_lines(telling: Telling) -> list[str]:
    """Return the opening hours, then what to do when the clinic is closed: on their last line where room is short."""
    lines = list(telling.wording.hours)
    if not telling.layout.short:
        return [*lines, telling.words(telling.clinic.after_hours)]
    stop = "" if lines[-1].endswith(".") else "."
    return [*lines[:-1], f"{lines[-1]}{stop} {telling.words(telling.clinic.after_hours)}"]


def write_in(
    telling: Telling, names: tuple[blocks.WriteIn, ...], parent: Node, *, columns: int, note_lines: int = 3
) -> WriteIn:
    """Return lines to fill by hand; on screen, fields to type on."""
    labels = telling.labels
    said = {"treatment_date": labels.treatment_date, "next_visit": labels.next_visit, "notes": labels.notes}
    lines = []
    for name in names:
        for number in range(note_lines if name == "notes" else 1):
            label = telling.say(said[name])
            # only the first line of the notes is labelled
            text, node = ("", parent) if number else (label, parent.add("P"))
            field = parent.add("Form") if telling.layout.interactive else None
            ident = f"{telling.language.code}-{name}-{number + 1}"
            lines.append(WriteInLine(name=ident, label=text, node=node, field_node=field, tooltip=label))
    large = telling.layout.scale.body.size >= _LARGE
    return WriteIn(
        look=telling.look, lines=tuple(lines), columns=columns,
        step=WRITE_IN_STEP_LARGE if large else WRITE_IN_STEP, name=lines[0].label,
    )  # fmt: skip
