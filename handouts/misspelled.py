"""Words that no dictionary has, as far as they are looked up; what was looked up before is remembered."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from handouts.content.source import WORDS
from handouts.errors import Problem
from handouts.memory import Memory, keep_told, key_of, told_before
from handouts.plan import Workshop

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


def misspelled(shop: Workshop, memory: Memory, spelling: Spelling) -> list[Problem]:
    """Return the words that may be misspelled.

    Raises:
        UsageError: Every unknown word is to be told, and the library is not installed.
    """
    if not spelling.every and find_spec("hunspell") is None:
        return []
    key = key_of("spelling", _said(shop, spelling))
    known = told_before(memory, key)
    if known is not None:
        return known
    from handouts.checks.manuscript import Manuscript  # noqa: PLC0415 (not when it is remembered)
    from handouts.checks.spelling import check_words  # noqa: PLC0415

    manuscript, asked = Manuscript(shop.content, shop.sources), key_of("dictionaries", ())
    answers = _answers(memory.recall(asked))
    found = list(check_words(manuscript, shop.root, spelling.handouts, answers, every=spelling.every))
    memory.keep(asked, answers)
    if all(each.at for each in found):  # a list that cannot be read, which has no place, may be readable soon
        keep_told(memory, key, found)
    return found


def _said(shop: Workshop, spelling: Spelling) -> Iterator[str]:
    """Yield all that the answer depends on."""
    yield from (repr(spelling.every), *spelling.handouts, "", *shop.content.languages)
    yield from (part for file, source in shop.sources.items() for part in (file, source.text))
    try:
        state = (shop.root / WORDS).stat()
        yield f"{state.st_size} {state.st_mtime_ns}"
    except OSError:  # there is no list
        pass


def _answers(kept: Any) -> dict[str, Any]:
    """Return what dictionaries were asked before, for more to be added; nothing where it is none of ours."""
    groups = kept if isinstance(kept, dict) else {}
    return {kind: dict(answers) for kind, answers in groups.items() if isinstance(answers, dict)}
