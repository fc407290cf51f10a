"""What closes a full-length edition: who wrote and approved it, from which sources."""

from handouts.flowables.base import Flowable, Stack
from handouts.flowables.prose import Item, Mark, Prose, kept_in_twos
from handouts.flowables.side_head import SideHead, TopHead
from handouts.languages.typesetting import address_lines
from handouts.story.context import Telling
from handouts.story.lists import ruled_head
from handouts.tagging import Node
from handouts.wording.inline import Run


def closing(telling: Telling, root: Node) -> list[Flowable]:
    """Return the sources of a handout and the people who answer for it, under a heading of their own."""
    sect = root.add("Sect")
    heading = telling.say(telling.labels.sources)
    node = sect.add("H2")
    head, again = ruled_head(telling, heading, node)
    parts = (*_sources(telling, sect), *_people(telling, sect))
    if telling.layout.wide:
        return [
            SideHead(
                look=telling.look, heading=heading, continued=again.text, node=node, body=Stack(parts=parts),
                between="side_head", kind="sources", name=heading, bookmark=heading,
            )
        ]  # fmt: skip
    return [
        TopHead(
            head=head, again=again, body=Stack(parts=parts, between="none"), leading=telling.look.styles.body.leading,
            between="side_head", kind="sources", name=heading, bookmark=heading,
        )
    ]  # fmt: skip


def _sources(telling: Telling, sect: Node) -> list[Flowable]:
    body = telling.look.styles.body
    listed = sect.add("L")
    items: list[Item] = []
    for source in telling.handout.sources:
        item = listed.add("LI")
        mark = Mark(text="•", node=item.add("Lbl"))
        href = source.url if telling.layout.interactive else None
        prose = Prose(runs=(Run(source.title, href=href),), style=body, node=item.add("LBody"))
        items.append(Item(mark=mark, body=prose, indent=body.size, between="item"))
    return kept_in_twos(items)


def _people(telling: Telling, sect: Node) -> list[Flowable]:
    labels, handout = telling.labels, telling.handout
    approval = handout.approval
    if approval.status == "approved" and approval.by and approval.role and approval.on:
        who = f"{approval.by}, {telling.words(approval.role)}, {telling.language.date(approval.on)}"
        approved = telling.say(labels.approved_by, who=who)
    else:
        approved = telling.say(labels.not_approved)
    conflicts = telling.wording.label_runs(
        labels.reason, thing=(Run(labels.conflicts),), reason=telling.runs(handout.conflicts)
    )
    written = telling.say(labels.written_by, role=telling.words(handout.author_role))
    # the header says whose sheet it is, but no screen reader reads a header
    clinic = f"{telling.words(telling.clinic.name)}, {', '.join(address_lines(telling.clinic.address))}"
    said = ((Run(written),), (Run(approved),), conflicts, (Run(clinic),))
    return [Prose(runs=runs, style=telling.look.styles.body, node=sect.add("P"), between="item") for runs in said]
