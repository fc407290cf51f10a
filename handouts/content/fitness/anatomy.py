"""What every handout has, and where: one main message first, every level of warning, a way to call.

Works on the tree, so that a mistake elsewhere in a handout hides nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from handouts.content.fitness.references import parts
from handouts.content.source_tree import Entry, MappingNode, Node, SequenceNode, head
from handouts.content.values.spelling import BLOCKS
from handouts.errors import Problem, Span
from handouts.model.blocks import Level

PRINTED_WHOLE = ("main_message", "key_points", "warning", "contact")
"""The blocks that every edition prints, and prints whole."""

_ONE_LEVEL = (
    "put all signs of a level into one block; if one block was pasted amid the signs of another level, "
    "give that level back the signs that now stand below it"
)


Words = tuple[str, ...]
"""What a sign says, in each language."""


@dataclass(frozen=True, slots=True)
class _Block:
    """A block of a handout, as far as it can be read.

    Attributes:
        kind: What it says it is; empty when it says nothing.
        level: Of a warning.
        at: Where its kind stands.
        level_at: Where its level stands.
        limited: Whether only some editions print its section.
        signs: Of a warning: what each says, and its line.
    """

    kind: str
    level: str
    at: Span
    level_at: Span
    limited: bool
    signs: tuple[tuple[Words, int], ...] = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """The blocks of a handout in order; `sure` when each is of a known kind: what is not seen is missing."""

    name: str
    at: Span
    blocks: tuple[_Block, ...]
    sure: bool

    @property
    def below(self) -> Span:
        """Where a warning or the contact panel would follow: the last warning, or else the last block."""
        return (self.kinds("warning") or self.blocks)[-1].at

    def kinds(self, kind: str) -> list[_Block]:
        return [block for block in self.blocks if block.kind == kind]

    def lacks(self, kind: str) -> bool:
        return self.sure and not self.kinds(kind)


def check_anatomy(root: MappingNode) -> list[Problem]:
    """Check the parts that no handout may lack, and their places."""
    return [problem for name, entry in parts(root, "handouts").items() for problem in _handout(name, entry)]


def _handout(name: str, entry: Entry) -> Iterator[Problem]:
    sections = _list(entry.value, "sections")
    if not sections:
        return
    copies = _copies(sections)
    own = [section for section in sections if section not in copies]
    blocks = tuple(_block(node, section) for section in own for node in _list(section, "blocks"))
    sure = all(block.kind in BLOCKS for block in blocks) and all(_list(section, "blocks") for section in sections)
    body = _Body(name, entry.key, blocks, sure)
    yield from _main_message(body)
    yield from _key_points(body)
    yield from _warnings(body)
    yield from _contact(body)
    yield from _left_out(body)
    yield from _ids(sections, copies)


def _list(node: Node, name: str) -> tuple[Node, ...]:
    entry = node.entries.get(name) if isinstance(node, MappingNode) else None
    return entry.value.items if entry and isinstance(entry.value, SequenceNode) else ()


def _block(node: Node, section: Node) -> _Block:
    limited = bool(_list(section, "editions"))
    if not isinstance(node, MappingNode):
        return _Block("", "", node.span, node.span, limited)
    kind, level = node.entries.get("block"), node.entries.get("level")
    at = head(kind.value, kind.key) if kind else head(node)
    level_at = head(level.value, level.key) if level else at
    signs = tuple((_words(sign), head(sign).line) for sign in _list(node, "signs"))
    return _Block(node.text("block") or "", node.text("level") or "", at, level_at, limited, signs)


def _words(sign: Node) -> Words:
    return tuple(sign.text(name) or "" for name in sign.entries) if isinstance(sign, MappingNode) else ()


def _main_message(body: _Body) -> Iterator[Problem]:
    if body.lacks("main_message"):
        hint = "begin the first section with   - block: main_message"
        yield Problem("E130", f"handout {body.name} has no main message", body.at, hint)
    for block in body.kinds("main_message"):
        first = body.blocks[0]
        if block is first:
            continue
        if first.kind == "main_message":
            hint = "make it a callout, or a part of the first"
            yield Problem("E130", "a handout has one main message, and this is another", block.at, hint)
        else:
            hint = "move it to the beginning of the first section"
            yield Problem("E130", "the main message is the first block of a handout", block.at, hint)


def _key_points(body: _Body) -> Iterator[Problem]:
    found = body.kinds("key_points")
    for block in found[:1]:
        if len(body.kinds("main_message")) == 1 and body.blocks.index(block) != 1:
            message = "key points come right after the main message, in its box"
            yield Problem("E131", message, block.at, "move them there, or make them bullets")
    for block in found[1:]:
        hint = "put all of them into one block, five at most"
        yield Problem("E131", "a handout has key points once, and these are others", block.at, hint)


def _warnings(body: _Body) -> Iterator[Problem]:
    warnings = body.kinds("warning")
    levels = [warning.level for warning in warnings]
    sure = body.sure and set(levels) <= set(get_args(Level))
    if sure and not warnings:
        yield _no_end(body)
        return
    missing = [level for level in get_args(Level) if sure and level not in levels]
    again = [each for number, each in enumerate(warnings) if each.level and each.level in levels[:number]]
    if len(missing) == len(again) == 1:
        message = f"this is the second warning of level `{again[0].level}`, and level `{missing[0]}` is missing"
        hint = f"write   level: {missing[0]}   if these are its signs; otherwise put all of a level into one block"
        yield Problem("E132", message, again[0].level_at, hint)
        return
    for level in missing:
        hint = f"add a block   - block: warning   with   level: {level}"
        yield Problem("E132", f"handout {body.name} has no warning of level `{level}`", body.below, hint)
    for warning in again:
        yield _again(warning, next(each for each in warnings if each.level == warning.level))


def _again(warning: _Block, earlier: _Block) -> Problem:
    """Tell a second warning of a level; one that was copied as it stands may have taken over the signs below it."""
    line, many = earlier.level_at.line, len(earlier.signs)
    if not many or [words for words, _ in warning.signs[:many]] != [words for words, _ in earlier.signs]:
        message = f"this is the second warning of level `{warning.level}`, after the one on line {line}"
        return Problem("E132", message, warning.level_at, _ONE_LEVEL)
    if len(warning.signs) == many:
        message = f"this warning is a copy of the one on line {line}"
        return Problem("E132", message, warning.level_at, "delete it, or give it a level and signs of its own")
    first, below = warning.at.line, warning.signs[many][1]
    message = f"this warning is a copy of the one on line {line}, and takes over the signs from line {below} on"
    hint = f"delete lines {first} to {below - 1}: the signs below then belong to the warning above again"
    return Problem("E132", message, warning.level_at, hint)


def _no_end(body: _Body) -> Problem:
    """Say that there are no warnings, nor a contact panel if it is missing too: the end was lost, perhaps."""
    message = f"handout {body.name} has no warnings"
    if body.lacks("contact"):
        message = f"handout {body.name} has neither warnings nor a contact panel"
    hint = "add a block `warning` of each level, then `contact`; if they were there, bring back the last good copy"
    return Problem("E132", message, body.below, hint)


def _contact(body: _Body) -> Iterator[Problem]:
    if body.lacks("contact") and body.kinds("warning"):
        message = f"handout {body.name} has no contact panel"
        yield Problem("E133", message, body.below, "add a block   - block: contact   under its warnings")
    for block in body.kinds("contact")[1:]:
        yield Problem("E133", "a handout has one contact panel, and this is another", block.at, "delete one")


def _left_out(body: _Body) -> Iterator[Problem]:
    for block in body.blocks:
        if block.limited and block.kind in PRINTED_WHOLE:
            kind = block.kind.replace("_", " ")
            message = f"every edition prints a {kind} block, and this section is only for some"
            yield Problem("E134", message, block.at, "move the block to a section without `editions:`")


def _copies(sections: Sequence[Node]) -> list[Node]:
    """Return the sections that have the id of an earlier one, and blocks of the same kinds: they are told as such."""
    kinds: dict[str, list[str]] = {}
    copies: list[Node] = []
    for section in sections:
        name = section.text("id") if isinstance(section, MappingNode) else None
        own = [_block(node, section).kind for node in _list(section, "blocks")]
        if name and own and kinds.get(name) == own:
            copies.append(section)
        kinds.setdefault(name or "", own)
    return copies


def _ids(sections: tuple[Node, ...], copies: Sequence[Node]) -> Iterator[Problem]:
    """Check that no two sections of a handout have one id, nor two items of a list."""
    again = list(_ids_twice(sections, "another section of this handout has the id `{name}`"))
    if len(again) == len(copies) == 1:
        again = [replace(again[0], hint="take it out, if it was pasted here; otherwise give it another id")]
    yield from _together(again)
    for section in sections:
        for block in _list(section, "blocks"):
            for items in ("items", "short"):
                yield from _ids_twice(_list(block, items), "another item of this list has the id `{name}`")


def _together(again: list[Problem]) -> Iterator[Problem]:
    """Tell sections that stand twice as one: they were pasted."""
    if len(again) > 1:
        message = f"this section and {len(again) - 1} more of this handout have the ids of others"
        hint = "take them out, if they were pasted here; otherwise give each another id"
        again = [Problem("E135", message, again[0].at, hint)]
    yield from again


def _ids_twice(parts_of: tuple[Node, ...], message: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for part in parts_of:
        name = part.text("id") if isinstance(part, MappingNode) else None
        if name in seen and isinstance(part, MappingNode):
            at = part.entries["id"].value.span
            yield Problem("E135", message.format(name=name), at, "give one of them another id")
        seen |= {name} if name else set()
