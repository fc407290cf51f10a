"""Are the parts of a handout easy to take in? Headings, lists, tables and instructions, whatever their words."""

from collections.abc import Iterator, Sequence

from handouts.checks.text.sentences import words_of
from handouts.errors import Problem
from handouts.model import Section, Text
from handouts.model import blocks as model

MAX_ITEMS = 7
_REASON = 3  # words that a reason has at least, to belong to one thing only


def section_problems(section: Section) -> Iterator[Problem]:
    """Check the parts of a section, in no language."""
    lone = section.heading is None and any(
        block.block not in {"main_message", "key_points", "contact", "warning", "write_in"} for block in section.blocks
    )
    if lone:
        message = f"the section {section.id} has no heading, so nobody can find what it says"
        yield Problem("W412", message, section.at.of("id"), "give it a heading of a few words (PEMAT 9)")
    for block in section.blocks:
        yield from _lists(block)
        if isinstance(block, model.Table) and block.lead is None:
            hint = "add `lead:`, a sentence that says what the table shows (PEMAT 25)"
            yield Problem("W410", "nothing says how to read this table", block.at.of("columns"), hint)
        if isinstance(block, (model.DoList, model.AvoidList)):
            yield from _bare_instructions(block)


def _lists(block: model.Block) -> Iterator[Problem]:
    if isinstance(block, (model.Bullets, model.Steps, model.DoList, model.AvoidList)):
        for name, items in (("items", block.items), ("short", block.short or ())):
            if len(items) > MAX_ITEMS:
                message = f"{len(items)} items in one list: nobody keeps more than {MAX_ITEMS} in mind"
                yield Problem(
                    "W409", message, block.at.of(name), "split it into two lists, each with a heading (PEMAT 8)"
                )
            texts = [item if isinstance(item, Text) else item.text for item in items]
            yield from _repeated(texts, "this stands in the list already", "delete one of them")
            reasons = [item.reason for item in items if not isinstance(item, Text) and item.reason]
            message = "this reason stands in the list already, for something else"
            whole = [reason for reason in reasons if _is_whole(reason)]
            yield from _repeated(whole, message, "say why this one matters, or leave the reason out")


def _is_whole(reason: Text) -> bool:
    """Whether a reason says enough to belong to one item only; `scars` may belong to several."""
    return all(len(words_of(words)) >= _REASON for words in reason.words.values())


def _repeated(texts: Sequence[Text], message: str, hint: str) -> Iterator[Problem]:
    """Find a text that stands in its list already."""
    seen: set[tuple[str, ...]] = set()
    for text in texts:
        words = tuple(sorted(" ".join(words_of(each)).casefold() for each in text.words.values()))
        if words in seen:
            yield Problem("W418", message, text.at.whole, hint)
        seen.add(words)


def _bare_instructions(block: model.DoList | model.AvoidList) -> Iterator[Problem]:
    """Find instructions that say neither why nor how long; of a short form, the long one may say it."""
    told = {item.id for item in block.items if item.reason or item.duration}
    for item in (*block.items, *(block.short or ())):
        if not (item.reason or item.duration or (item.id and item.id in told)):
            message = "this says neither why nor for how long"
            hint = "add `reason:` or `duration:`; people keep to what they understand"
            yield Problem("W406", message, item.at.of("text"), hint)
