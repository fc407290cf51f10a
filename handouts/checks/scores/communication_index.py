"""The Clear Communication Index (CDC): 20 items, of which 1 to 11 are the core; an item holds when every instance does.

Items 12 to 14 are about what is recommended, 15 to 17 about numbers, 18 to 20 about risk. Item 17, which the index
counts in reverse, is told here like the others: it is met when no arithmetic is asked for. 90 percent is taken for enough.
"""

from collections.abc import Iterator

from handouts.checks.scores.checklists import Rule, Shortfall, nothing_decides
from handouts.checks.scores.evidence import ACTIONS, Evidence
from handouts.checks.text.sentences import sentences_of
from handouts.model import blocks as model

ENOUGH = 90
_LISTS = (model.Bullets, model.Steps, model.DoList, model.AvoidList, model.Checklist)
_MOST = 3  # sentences of a main message
_NO_NUMBERS = "it has no numbers"


def _long_message(evidence: Evidence) -> Iterator[Shortfall]:
    for block in evidence.blocks:
        if isinstance(block, model.MainMessage):
            count = len(sentences_of(block.text.words.get(evidence.language, "")))
            if count > _MOST:
                message = f"the main message has {count} sentences; more than {_MOST} are more than one message"
                yield Shortfall(message, "keep the one thing to remember", block.text.span(evidence.language))


def _no_call(evidence: Evidence) -> Iterator[Shortfall]:
    if not evidence.acts():
        yield Shortfall("nothing says what to do", "add a `do`, `avoid`, `steps` or `checklist` block")


def _passive_calls(evidence: Evidence) -> Iterator[Shortfall]:
    for piece, sentence in evidence.passives_in(model.MainMessage, *ACTIONS):
        at = evidence.manuscript.at(piece, evidence.language, sentence.text)
        yield Shortfall(
            f"“{sentence.text}” does not say who acts", "say who does what, or tell the reader to do it", at
        )


def _no_list(evidence: Evidence) -> Iterator[Shortfall]:
    if not evidence.has(*_LISTS):
        yield Shortfall("there is no list", "make a list of what can be listed: `do`, `bullets` or `steps`")


def _no_key_points(evidence: Evidence) -> Iterator[Shortfall]:
    if not evidence.has(model.KeyPoints):
        yield Shortfall(
            "there are no key points",
            "add a `key_points` block right after the main message",
            evidence.blocks[0].at.whole,
        )


def _no_reason(evidence: Evidence) -> Iterator[Shortfall]:
    if evidence.instructions and not any(item.reason for item in evidence.instructions):
        at = evidence.instructions[0].at.of("text")
        yield Shortfall("no instruction says why", "add `reason:` to the instructions", at)


def _all_say_why(evidence: Evidence) -> bool:
    return bool(evidence.instructions) and all(item.reason for item in evidence.instructions)


def _no_way(evidence: Evidence) -> Iterator[Shortfall]:
    if not evidence.has(model.Steps, model.DoList, model.Checklist):
        yield Shortfall("nothing says how to do what is asked", "add a `do`, `steps` or `checklist` block")


ITEMS = (
    Rule(1, "Has one main message", lacks=_long_message, look="Is it one thing to remember, and the one that matters?"),
    Rule(2, "Puts the main message first", always="content whose first block is no main message is refused (E130)"),
    Rule(3, "Makes the main message stand out", always="every sheet prints it in a box at the top"),
    Rule(4, "Supports the main message with a picture", decides=nothing_decides,
         look="Do the icons beside the key points, or a figure, show the main message?"),
    Rule(5, "Calls the reader to act", lacks=_no_call),
    Rule(6, "Says who acts, in its main message and its calls to act", lacks=_passive_calls),
    Rule(7, "Uses the reader's words, and explains the others", ("W404", "W413"), look="Is there a term that patients have asked you about?"),
    Rule(8, "Uses lists", lacks=_no_list),
    Rule(9, "Has parts with headings, each on one thing", ("W412",), look="Does every part keep to what its heading says?"),
    Rule(10, "Sums up what matters most in its first part", lacks=_no_key_points),
    Rule(11, "Says what is known and what is not", decides=nothing_decides, look="Is it said where nobody knows for sure?"),
    Rule(12, "Recommends what to do", lacks=_no_call),
    Rule(13, "Says why that matters to the reader", ("W406",), lacks=_no_reason, decides=_all_say_why,
         look="Not every instruction has a `reason:`. Is the reason of the others plain, or said elsewhere?"),
    Rule(14, "Says how to do it", lacks=_no_way, look="Could a patient do it at home with what is said here?"),
    Rule(15, "Uses numbers that readers know", ("W257",), applies=Evidence.has_numbers, absent=_NO_NUMBERS,
         look="Is every unit one that patients use at home?"),
    Rule(16, "Explains what its numbers mean", applies=Evidence.has_numbers, absent=_NO_NUMBERS, decides=nothing_decides,
         look="Does the patient learn what each number means for them?"),
    Rule(17, "Leaves no arithmetic to the reader", ("W414",), applies=Evidence.has_numbers, absent=_NO_NUMBERS),
    Rule(18, "Says what the risk is, for whom and why", decides=nothing_decides, look="Is it clear what can happen, to whom, and why?"),
    Rule(19, "Gives risks and benefits of what it advises", decides=nothing_decides, look="Are both said, where there are both?"),
    Rule(20, "Gives chances in words or pictures as well", applies=lambda evidence: bool(evidence.chances()),
         absent="it gives no chances", decides=nothing_decides, look="Does each chance come with words or a picture that show how large it is?"),
)  # fmt: skip
