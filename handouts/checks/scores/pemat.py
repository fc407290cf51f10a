"""PEMAT-P (AHRQ), for printed texts that patients use: 17 items on whether it is understood, 7 on whether one can act.

Items 13 and 14 are about sound and film. Each half has a score of its own; studies take 70 percent for enough.
"""

from collections.abc import Iterator

from handouts.checks.scores.checklists import Rule, Shortfall, nothing_decides
from handouts.checks.scores.evidence import Evidence
from handouts.checks.text.sentences import words_of
from handouts.model import blocks as model

ENOUGH = 70
_HEAD_WORDS = 5  # our own limit; PEMAT says “short”


def _no_summary(evidence: Evidence) -> Iterator[Shortfall]:
    if not evidence.has(model.KeyPoints):
        at = evidence.blocks[0].at.whole
        yield Shortfall("there are no key points", "add a `key_points` block right after the main message", at)


def _long_heads(evidence: Evidence) -> Iterator[Shortfall]:
    for column in (column for table in evidence.tables for column in table.columns):
        count = len(words_of(column.words.get(evidence.language, "")))
        if count > _HEAD_WORDS:
            message = f"the head of a column has {count} words; {_HEAD_WORDS} are read at a glance"
            yield Shortfall(message, "say it shorter", column.span(evidence.language))


def _two_ways(evidence: Evidence) -> Iterator[Shortfall]:
    if len(evidence.chances()) > 1:
        message = "chances are given in percent and as “1 in so many”, which nobody can compare"
        yield Shortfall(message, "keep to one of the two, with the same whole: “5 in 100”")


def _no_action(evidence: Evidence) -> Iterator[Shortfall]:
    if not evidence.acts():
        yield Shortfall("nothing says what to do", "add a `do`, `avoid`, `steps` or `checklist` block")


def _no_parts(evidence: Evidence) -> Iterator[Shortfall]:
    if not evidence.has(model.Steps, model.Checklist, model.DoList):
        yield Shortfall("nothing says step by step what to do", "add a `do`, `steps` or `checklist` block")


def _no_tool(evidence: Evidence) -> Iterator[Shortfall]:
    if not (evidence.has(model.Checklist) or _has_half_a_tool(evidence)):
        message = "there is nothing to tick, to fill in or to follow day by day"
        yield Shortfall(message, "add a `checklist` block, or lines to fill: `write_in`")


def _has_half_a_tool(evidence: Evidence) -> bool:
    return evidence.has(model.Timeline, model.WriteInLines) or any(
        block.write_in for block in evidence.blocks if isinstance(block, model.Contact)
    )


UNDERSTOOD = (
    Rule(1, "Says at once what it is for", decides=nothing_decides,
         look="The title heads every sheet and the main message follows it. Do the two say what the sheet is for?"),
    Rule(2, "Holds nothing that leads away from its purpose", ("E458",), look="Is there anything that the patient does not need here?"),
    Rule(3, "Uses common, everyday language", ("W403", "W404"), look="Read it aloud: would you say it so to a patient?"),
    Rule(4, "Uses medical terms only to explain them", ("W404", "W413")),
    Rule(5, "Says who acts", ("W405",), look="The count goes by the forms of words. Does any sentence hide who acts?"),
    Rule(6, "Gives numbers that are clear", ("W257",), lacks=_two_ways, applies=Evidence.has_numbers, absent="it has no numbers"),
    Rule(7, "Asks for no arithmetic", ("W414",), look="Must the patient work out a day, an hour or a dose?"),
    Rule(8, "Breaks text into short parts", ("W402", "W409")),
    Rule(9, "Has headings that tell what follows", ("W408", "W412"), look="Do the headings alone tell the story?"),
    Rule(10, "Gives information in a logical order", decides=nothing_decides, look="Does it come in the order in which a patient needs it?"),
    Rule(11, "Gives a summary", lacks=_no_summary),
    Rule(12, "Draws attention to key points", ("W415",), always="every sheet boxes its main message and its warnings"),
    Rule(15, "Has pictures wherever they would help", decides=nothing_decides, look="Would a picture tell something better than the words do?"),
    Rule(16, "Has pictures that support the text", decides=nothing_decides, look="Do the icons and figures say what the words beside them say?"),
    Rule(17, "Has pictures with clear titles", ("W417",), applies=lambda evidence: evidence.has(model.Figure),
         absent="it has no figure", look="Does each caption say what to see in the figure?"),
    Rule(18, "Has pictures that are clear", decides=nothing_decides, look="Print it in grey: can every icon and figure be made out?"),
    Rule(19, "Has simple tables with short heads", lacks=_long_heads, applies=lambda evidence: bool(evidence.tables), absent="it has no table"),
)  # fmt: skip
ACTED_ON = (
    Rule(20, "Names an action that the reader can take", lacks=_no_action),
    Rule(21, "Speaks to the reader", ("W411", "W255")),
    Rule(22, "Breaks actions into steps", lacks=_no_parts, look="Is each instruction one thing, that can be done as it is written?"),
    Rule(23, "Gives a tool, such as a checklist", lacks=_no_tool, decides=lambda evidence: evidence.has(model.Checklist),
         look="There is no checklist. Are the days or the lines to fill enough of a tool?"),
    Rule(24, "Explains how to calculate", applies=lambda evidence: bool(evidence.problems_of(("W414",))),
         absent="it asks for no arithmetic (item 7)", decides=nothing_decides, look="Is each calculation shown with an example?"),
    Rule(25, "Says how to use its tables", ("W410",), applies=lambda evidence: bool(evidence.tables),
         absent="it has no table", look="Does the sentence before each table say how to use it?"),
    Rule(26, "Has pictures where they help to act", decides=nothing_decides, look="Is an action hard to picture from its words alone?"),
)  # fmt: skip
