"""What stands in for values that are amiss, so that the rest of their part can still be checked; none is printed."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from handouts.content.decoding import SourceText
from handouts.content.names.suggestions import closest
from handouts.content.names.vocabulary import shape_at, words_at
from handouts.content.source_tree import (
    Entry,
    Found,
    Loc,
    MappingNode,
    Node,
    ScalarNode,
    SequenceNode,
    children,
    find,
    head,
)
from handouts.content.values.faults import names_left, without_wake
from handouts.content.values.grafting import put
from handouts.errors import Span

_ROUNDS = 4  # a value that stands in can show what was hidden behind it

AMISS = frozenset(
    ("E101", "E102", "E104", "E106", "E107", "E108", "E109", "E110", "E111", "E120", "E122", "E124", "E130", "E132")
) | {"E133", "E134"}
"""The codes of names and values that are amiss or missing: the texts beside them say what they say."""

_WORDS = "…"

_PHONE = re.compile(r"\b[0-9]{3} [0-9]{3}-[0-9]{4}\b")

_StandIn = str | Mapping[str, str] | tuple[Mapping[str, str], ...]

_STAND_INS: Mapping[str, _StandIn] = {
    **dict.fromkeys(("source", "approved_by"), _WORDS),
    **{name: {"": _WORDS} for name in ("author_role", "approver_role", "conflicts", "purpose", "subtitle", "text")},
    "approval": {"status": "draft"},
    "reviewed": "2026-01-01",
    "review_due": "2028-01-01",
    "sources": ({"title": _WORDS},),
    "code": "AAA",
    "version": "1.0",
    "value": "1",
    "unit": "days",
    **{name: {"": _WORDS} for name in ("name", "after_hours")},
    "street": _WORDS,
    "city": _WORDS,
    "number": "1",
    "postal_code": "G1A 0A1",
    "phone": "418 555-0100",
    "website": "https://clinic.example",
    "hours": ({"first": "monday", "opens": "9:00", "closes": "17:00"},),
    **dict.fromkeys(("brand", "brand_mid", "brand_tint"), "#000000"),
}
"""By the name that they stand after; under an empty name, words in every language."""


@dataclass(frozen=True, slots=True)
class Mended:
    """Content in which something stands in for what was amiss.

    Attributes:
        root: The content.
        places: Each value that stands in, or is left out: nothing more is told of its lines.
    """

    root: MappingNode
    places: frozenset[Span] = frozenset()

    def lines(self, files: Mapping[str, SourceText]) -> frozenset[tuple[str, int]]:
        """Return the file and line of all that a value goes over, in the text of the files."""
        ends = ((at, len(files[at.file].text[at.start : at.end].rstrip()) + at.start) for at in self.places)
        return frozenset(
            (at.file, line) for at, end in ends for line in range(at.line, files[at.file].span(end, end).line + 1)
        )


def with_stand_ins(
    root: MappingNode, languages: tuple[str, ...], unfit: Callable[[MappingNode], ValidationError | None]
) -> Mended:
    """Put something in place of what is amiss in the parts of a content, as far as anything can stand in for it.

    Args:
        root: The content.
        languages: That texts must have.
        unfit: Says what is wrong with a content.
    """
    mended = Mended(root)
    for _ in range(_ROUNDS):
        error = unfit(mended.root)
        if error is None:
            break
        details = [*without_wake(error.errors(include_url=False), mended.root)]
        for each in reversed(details):  # those below keep their numbers
            if each["loc"]:
                mended = _mend(mended, each, languages)
    return mended


def _mend(mended: Mended, error: ErrorDetails, languages: tuple[str, ...]) -> Mended:
    root, loc = mended.root, error["loc"]
    found = find(root, loc)
    told = mended.places | {found.place}
    if "address" in loc:  # nor does what stands in for a number, with a street
        told |= {*_places(find(root, loc[: loc.index("address") + 1]).node)}
    if loc[0] == "durations":  # a figure that stands in agrees with no limit and no unit
        root = _without_own(root, str(loc[1]))
        told |= {*_places(find(root, loc[:2]).node)}
    for way, value in _changes(root, error, languages):
        if value is not None and value is not found.node:  # what only has another name is as it is
            told |= {*_places(value)}
        root = put(root, way, value)
    return Mended(root, told)


def _without_own(root: MappingNode, figure: str) -> MappingNode:
    clinics = find(root, ("clinics",)).node
    for clinic in clinics.entries if isinstance(clinics, MappingNode) else ():
        root = put(root, ("clinics", clinic, "overrides", figure), None)
    return root


_Changes = Iterable[tuple[Loc, Node | None]]
"""What to put where; None takes out what is there."""


def _changes(root: MappingNode, error: ErrorDetails, languages: tuple[str, ...]) -> _Changes:
    """Return the changes by what is wrong; where that says too little, by what stands there."""
    loc, found = _steps(root, error["loc"]), find(root, error["loc"])
    match error["type"], loc:
        case "extra_forbidden", (*_, str(name)) if name in languages and (above := _text_above(root, loc, languages)):
            return ((loc, None), (above, _with_language(find(root, above).node, name, found)))
        case "extra_forbidden", (*around, str(name)):
            meant = closest(name, names_left(find(root, around).node, error["loc"][:-1]))
            return ((loc, None), ((*around, meant), found.node)) if meant else ((loc, None),)
        case "languages", _ if isinstance(found.node, MappingNode):
            return ((loc, _in_every_language(found.node, languages)),)
        case "value_error", ("durations", *_):
            return _in_range(root, loc[:2])
        case "value_error", (*_, "review_due"):  # it does not agree with `reviewed`
            days = [(*loc[:-1], day) for day in ("reviewed", "review_due")]
            return [(way, _stand_in(str(way[-1]), find(root, way).place, languages)) for way in days]
    word = _word(error, found)
    return ((loc, word),) if word else _changes_by_name(root, loc, found.place, languages)


def _changes_by_name(root: MappingNode, loc: Loc, at: Span, languages: tuple[str, ...]) -> _Changes:
    name = next((step for step in reversed(loc) if isinstance(step, str)), "")
    if loc[0] == "durations" and name in {"min", "max", "to"}:
        return _in_range(root, loc[:2])
    if name == "phone" and (typed := _PHONE.search(" ".join(_texts(find(root, loc[:2]).node)))):
        return ((loc, ScalarNode(typed[0], at)),)  # as the clinic's own texts say it
    if (
        name in {"service", "brand"}
        and loc[0] != "brands"
        and isinstance(others := find(root, (f"{name}s",)).node, MappingNode)
    ):
        return [(loc, ScalarNode(ident, at)) for ident in others.entries][:1]
    if loc[:1] == ("facts",) and len(loc) == 2:  # noqa: PLR2004 (a fact itself: texts go on naming it)
        words = next(_texts(find(root, loc).node), _WORDS) or _WORDS
        return ((loc, _node({"": words}, at, languages)),)
    if (stand_in := _stand_in(name, at, languages)) is not None:
        return ((loc[: max(place for place, step in enumerate(loc) if step == name) + 1], stand_in),)
    numbers = [place for place, step in enumerate(loc) if isinstance(step, int)]
    return [(loc[: place + 1], None) for place in numbers[-1:] or [len(loc)]]  # what may be left out, is


def _text_above(root: Node, loc: Loc, languages: Collection[str]) -> Loc:
    """Return the way to the text that a language stands too far left for; nowhere, where none is right above it."""
    group = find(root, loc[:-1]).node
    names = [*group.entries] if isinstance(group, MappingNode) else []
    others = [name for name in names[: names.index(str(loc[-1]))] if name not in languages] if loc[-1] in names else []
    return (*loc[:-1], others[-1]) if others and shape_at((*loc[:-1], others[-1])) == "text" else ()


def _with_language(text: Node, language: str, found: Found) -> MappingNode:
    given = text.entries if isinstance(text, MappingNode) else {}
    return MappingNode({language: Entry(found.place, found.node), **given}, text.span)


def _steps(root: Node, loc: Loc) -> Loc:
    """Return a way without the kinds of block that pydantic names in it."""
    steps: Loc = ()
    for step in loc:
        node = find(root, steps).node
        is_kind = bool(steps) and isinstance(node, MappingNode) and step == node.text("block") and step != "block"
        steps = steps if is_kind or step == "[key]" else (*steps, step)
    return steps


def _in_every_language(text: MappingNode, languages: Collection[str]) -> MappingNode | None:
    """Let another language stand in for one that is missing."""
    given = next((entry for language in languages if (entry := text.entries.get(language))), None)
    if given is None:
        return None
    return replace(text, entries={language: text.entries.get(language, given) for language in languages})


def _in_range(root: MappingNode, loc: Loc) -> Iterator[tuple[Loc, Node | None]]:
    """Let a figure be all that is allowed."""
    figure = find(root, (*loc, "value"))
    if figure.complete:
        yield (*loc, "min"), figure.node
        yield (*loc, "max"), figure.node
        yield (*loc, "to"), None


def _word(error: ErrorDetails, found: Found) -> Node | None:
    """Return the word that was meant of those that can stand in a place; None where any can."""
    typed = (found.node.value if isinstance(found.node, ScalarNode) else None) or ""
    words = words_at(error["loc"])
    return ScalarNode(closest(typed, words) or words[0], found.place) if words else None


def _stand_in(name: str, at: Span, languages: Collection[str]) -> Node | None:
    value = _STAND_INS.get(name)
    return None if value is None else _node(value, at, languages)


def _node(value: _StandIn, at: Span, languages: Collection[str]) -> Node:
    if isinstance(value, str):
        return ScalarNode(value, at)
    if isinstance(value, tuple):
        return SequenceNode(tuple(_node(item, at, languages) for item in value), at)
    names = {key: words for name, words in value.items() for key in ((name,) if name else languages)}
    return MappingNode({key: Entry(at, ScalarNode(words, at)) for key, words in names.items()}, at)


def _places(node: Node) -> Iterator[Span]:
    return (head(each) for each in _scalars(node))


def _texts(node: Node) -> Iterator[str]:
    return (each.value or "" for each in _scalars(node))


def _scalars(node: Node) -> Iterator[ScalarNode]:
    if isinstance(node, ScalarNode):
        yield node
    for each in children(node):
        yield from _scalars(each)
