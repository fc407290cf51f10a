"""Words that no dictionary has, as far as they are looked up; what was looked up before is remembered."""

from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from handouts.build.plan import Workshop
from handouts.content.ownership import GROUPS
from handouts.content.reading.source import WORDS
from handouts.errors import Problem
from handouts.keeping.memory import Memory, key_of
from handouts.landmarks import Landmarks
from handouts.ordinary_files import state_of

SPELLING = frozenset({"W260"})
"""What comes up only where dictionaries are asked."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """Whose words are looked up in dictionaries.

    Attributes:
        handouts: Those, with all that is theirs in common.
        every: Whether each unknown word is told; otherwise only what is one slip from a known one, and nothing at all
            where the library, which is optional, is not installed.
    """

    handouts: Collection[str]
    every: bool = False


def misspelled(shop: Workshop, memory: Memory, landmarks: Landmarks, spelling: Spelling) -> list[Problem]:
    """Return the words that may be misspelled. A handout without any is not read again until it changes.

    Raises:
        UsageError: Every unknown word is to be told, and the library is not installed.
    """
    if not spelling.every and find_spec("hunspell") is None:  # asked here, as to ask `dictionary` loads every check
        return []
    shared = key_of("spelled", _shared(shop, landmarks, spelling))
    keys = {ident: key_of(shared, [landmarks.digest(("handouts", ident))]) for ident in spelling.handouts}
    unread = {ident: shop.content.handouts[ident] for ident, key in keys.items() if memory.recall(key) is None}
    if not unread and memory.recall(shared) is not None:
        return []
    from handouts.checks.text.manuscript import Manuscript  # noqa: PLC0415 (not when it is remembered)
    from handouts.checks.writing.spelling import Lookup  # noqa: PLC0415

    asked = key_of("dictionaries", ())
    answers = _answers(memory.recall(asked))
    content = shop.content.model_copy(update={"handouts": unread})
    lookup = Lookup(Manuscript(content, shop.sources), shop.root, answers, every=spelling.every, whole=shop.content)
    unknown = list(lookup.unknown())
    found = [*lookup.problems, *lookup.told(unknown)]
    memory.keep(asked, answers)
    with_some = {each.owner for each in unknown}
    for ident in unread:
        if ("handouts", ident) not in with_some:
            memory.keep(keys[ident], 1)
    if not lookup.problems and all(group == "handouts" for group, _ in with_some):
        memory.keep(shared, 1)
    return found


def _shared(shop: Workshop, landmarks: Landmarks, spelling: Spelling) -> Iterator[str]:
    """Yield what the answer depends on, besides handouts."""
    yield from (repr(spelling.every), *shop.content.languages)
    for group in GROUPS:
        if group != "handouts":
            yield from (f"{ident} {landmarks.digest((group, ident))}" for ident in getattr(shop.content, group))
    with suppress(OSError):  # there is no list
        yield str(state_of(shop.root / WORDS))


def _answers(kept: Any) -> dict[str, Any]:
    """Return what dictionaries were asked before, for more to be added; nothing where it is none of ours."""
    groups = kept if isinstance(kept, dict) else {}
    return {kind: dict(answers) for kind, answers in groups.items() if isinstance(answers, dict)}
