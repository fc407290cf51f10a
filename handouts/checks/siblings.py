"""Handouts of one service beside each other: a danger that one of them leaves out, and one thing for two times."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby, islice
from typing import Final

from handouts.accents import without_accents
from handouts.checks.lists.lexicon import tokens
from handouts.checks.meaning.spare import is_little
from handouts.errors import Problem
from handouts.model import Content, Handout, Text
from handouts.model import blocks as model
from handouts.wording.unwritten import is_unwritten

_FEWEST = 2  # other handouts that say the same, before one that does not is told
_STEM = 5  # letters by which words are the same, whatever their endings
_PLACES: Final = {"emergency": "911", "same_day": "the same day"}
_Item = tuple[str, model.ListItem]


def check_siblings(content: Content) -> Iterator[Problem]:
    """Compare the handouts of each service."""
    by_service = sorted(content.handouts.items(), key=lambda each: each[1].service)
    for _, each in groupby(by_service, key=lambda each: each[1].service):
        handouts = dict(each)
        if len(handouts) > _FEWEST:
            for level in _PLACES:
                yield from _left_out(handouts, level)
        yield from _for_two_times(handouts)


def _left_out(handouts: Mapping[str, Handout], level: str) -> Iterator[Problem]:
    """Find a sign that all handouts but one name at a level, and that one nowhere: one of the first two names it."""
    named = {ident: _signs(handout, level) for ident, handout in handouts.items()}
    first, second, *_ = named
    for source in (first, second):
        for sign in named[source]:
            without = [*islice((ident for ident, signs in named.items() if not _is_among(sign, signs)), 2)]
            if len(without) == 1 and first in {source, *without}:  # else it was told of a sign of the first
                yield from _told(without[0], handouts[without[0]], level, sign)


def _told(ident: str, handout: Handout, level: str, sign: Text) -> Iterator[Problem]:
    if is_unwritten(sign) or _is_among(sign, _signs(handout)):
        return
    for warning in _warnings(handout):
        if warning.level == level:
            place, said = _PLACES[level], next(iter(sign.words.values()))
            message = f"{ident} does not name this sign under “{place}”, as the others of its service do: “{said}”"
            hint = "add it; if this treatment cannot lead to it, write above this line   # allow W452: why not"
            yield Problem("W452", message, warning.at.of("signs"), hint)


def _signs(handout: Handout, level: str = "") -> list[Text]:
    return [sign for each in _warnings(handout) if not level or each.level == level for sign in each.signs]


def _is_among(sign: Text, signs: Sequence[Text]) -> bool:
    return any(_is_like(sign, each) for each in signs)


def _warnings(handout: Handout) -> list[model.Warning]:
    return [block for block in handout.blocks if isinstance(block, model.Warning)]


def _is_like(sign: Text, other: Text) -> bool:
    """Whether two signs speak of the same in a language, by half of the words of the shorter one."""
    pairs = [(_stems(words, code), _stems(other.words.get(code, ""), code)) for code, words in sign.words.items()]
    return any(2 * len(one & two) >= min(len(one), len(two)) > 0 for one, two in pairs)


@cache
def _stems(words: str, language: str) -> frozenset[str]:
    said = (token.word for token in tokens(words))
    return frozenset(without_accents(word)[:_STEM] for word in said if not is_little(word, language))


def _for_two_times(handouts: Mapping[str, Handout]) -> Iterator[Problem]:
    """Find one thing to do or to avoid that holds for another time in another handout."""
    known: dict[tuple[str, str], _Item] = {}
    for ident, handout in handouts.items():
        for block in handout.blocks:
            if isinstance(block, (model.DoList, model.AvoidList)):
                for item in block.items:
                    duration = item.duration
                    key = (block.block, next(iter(item.text.words.values())))
                    elsewhere, twin = known.setdefault(key, (ident, item))
                    if elsewhere != ident and duration and twin.duration and _differ(duration, twin.duration):
                        message = f"“{key[1]}” is for another time in {elsewhere}"
                        hint = "give both the same duration; if each is right, say in the texts how they differ"
                        yield Problem("W466", message, item.at.of("duration"), hint)


def _differ(one: Text, other: Text) -> bool:
    """Whether two texts differ in every language; what only one says otherwise is told where languages are compared."""
    return all(words != other.words.get(language) for language, words in one.words.items())
