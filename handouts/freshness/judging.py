"""Which texts changed in one language only, going by what was last said of them."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Literal

from handouts.content.ownership import Owner
from handouts.content.whereabouts import PlacedText, texts
from handouts.freshness.hashes import hash_of
from handouts.freshness.ledger import Ledger, Sides, pairs, sides_of
from handouts.model import Content

Verdict = Literal["fresh", "stale", "swapped", "apart", "new"]

_NOT_TRANSLATED = frozenset({"slug", "link"})  # names of files and addresses
_TELLING = 5  # words; two texts do not share so many by chance
_NAME = re.compile(r"\{[^{}]*\}")


@dataclass(frozen=True, slots=True)
class Judged:
    """A text, and what is to be said of it.

    Attributes:
        verdict: `fresh`: as it was last said to be. `stale`: changed in one language. `swapped`: each side stands in
            the place of the other. `apart`: they belong to different texts. `new`: nobody said anything of it.
        hashes: Of its words, by language.
        stale: Languages that are behind, each with those that changed since.
    """

    placed: PlacedText
    hashes: Mapping[str, str]
    verdict: Verdict = "fresh"
    stale: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    @property
    def owner(self) -> Owner:
        """The group and the id that it belongs to."""
        group, ident = self.placed.loc[:2]
        return str(group), str(ident)

    @property
    def sides(self) -> Sides:
        """Its line of the side file."""
        return sides_of(self.hashes)


@dataclass(frozen=True, slots=True)
class Freshness:
    """What became of all texts.

    Attributes:
        judged: Every text that is translated, in the order of the model.
    """

    judged: tuple[Judged, ...] = ()

    @property
    def unsettled(self) -> tuple[Judged, ...]:
        """The texts of which something is to be said."""
        return tuple(each for each in self.judged if each.verdict != "fresh")

    def stale(self, content: Content) -> dict[Owner, frozenset[str]]:
        """Return the languages that are behind, by what prints them; a shared fact is printed where it is named."""
        found: defaultdict[Owner, set[str]] = defaultdict(set)
        for each in self.judged:
            found[each.owner].update(each.stale)
        facts = {"{" + name + "}": found[group, name] for group, name in list(found) if group == "facts"}
        facts = {name: languages for name, languages in facts.items() if languages}
        for placed in texts(content) if facts else ():
            group, ident = placed.loc[:2]
            for name, languages in facts.items():
                if any(name in words for words in placed.text.words.values()):
                    found[str(group), str(ident)] |= languages
        return {owner: frozenset(languages) for owner, languages in found.items() if languages}


def judge(content: Content, ledger: Ledger) -> Freshness:
    """Judge every text that is translated."""
    judged = tuple(_translated(content))
    bench = {two: _Bench(two, ledger, judged) for two in combinations(sorted(content.languages), 2)}
    return Freshness(tuple(_judged(each, bench.values()) for each in judged))


def _translated(content: Content) -> Iterator[Judged]:
    hashed: dict[str, str] = {}
    for placed in texts(content):
        words = placed.text.words
        if len(words) > 1 and placed.loc[-1] not in _NOT_TRANSLATED and not _says_nothing(words.values()):
            hashes = {code: hashed.get(said) or hashed.setdefault(said, hash_of(said)) for code, said in words.items()}
            yield Judged(placed, hashes)


def _says_nothing(words: Collection[str]) -> bool:
    """Whether a text is made of figures and names in braces, the same ones in each language."""
    same = len(set(words)) == 1
    return same and not any(character.isalpha() for character in _NAME.sub("", next(iter(words))))


def _judged(each: Judged, benches: Collection["_Bench"]) -> Judged:
    """Put together what each two languages say of a text."""
    said = [(bench, *bench.verdict(each)) for bench in benches]
    verdicts = {verdict for _, verdict, _ in said}
    if verdicts <= {"fresh"}:  # nearly all are
        return each
    stale: defaultdict[str, list[str]] = defaultdict(list)
    for bench, _, behind in said:
        for code in behind:
            stale[code].append(next(other for other in bench.languages if other != code))
    order: tuple[Verdict, ...] = ("stale", "swapped", "apart", "new")
    verdict = next(grave for grave in order if grave in verdicts)
    return Judged(each.placed, each.hashes, verdict, {code: tuple(others) for code, others in stale.items()})


class _Bench:
    """What is known of two languages: which words were said to say the same, and which of that is no longer there."""

    def __init__(self, languages: tuple[str, str], ledger: Ledger, judged: Iterable[Judged]) -> None:
        self.languages = languages
        self._said = Counter(pairs(ledger.lines.elements(), languages))
        used = Counter(pair for each in judged if (pair := self._pair(each)) in self._said)
        gone = [pair for pair, times in self._said.items() if times > used[pair]]
        self._known = tuple({pair[side] for pair in self._said} for side in (0, 1))
        self._gone = tuple({pair[side] for pair in gone} for side in (0, 1))

    def verdict(self, each: Judged) -> tuple[Verdict, tuple[str, ...]]:
        """Return what is to be said of a text, and the languages of it that are behind.

        Words that were said to go with others, which have gone, have a partner that was changed: they are behind. So
        have long ones whose partner still stands elsewhere; short ones, such as `Oui`, may well be of a new text.
        """
        first, second = pair = self._pair(each)
        if pair in self._said:
            return "fresh", ()
        if (second, first) in self._said:
            return "swapped", self.languages
        belongs = [self._belongs(each, side) for side in (0, 1)]
        if all(belongs):
            return "apart", self.languages
        if any(belongs):
            return "stale", (self.languages[belongs.index(True)],)
        return ("fresh" if first == second else "new"), ()

    def _pair(self, each: Judged) -> tuple[str, str]:
        return each.hashes[self.languages[0]], each.hashes[self.languages[1]]

    def _belongs(self, each: Judged, side: int) -> bool:
        """Whether the words of a side belong to others than those beside them."""
        language = self.languages[side]
        found = each.hashes[language]
        is_telling = len(each.placed.text.words[language].split()) >= _TELLING
        return found in self._gone[side] or (is_telling and found in self._known[side])
