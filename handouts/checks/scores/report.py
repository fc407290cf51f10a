"""How plain a handout is, in one language: scores of formulas, and the items of two checklists that a program can decide.

Neither checklist is complete without a person: the items that only a person can judge are listed as such.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from handouts.checks.plain.readability import Readability
from handouts.checks.plain.reading_level import emphasis, hardest_sentences, measure, passive_sentences
from handouts.checks.scores import communication_index, pemat
from handouts.checks.scores.checklists import Item, judged, score
from handouts.checks.scores.evidence import Evidence
from handouts.checks.text.manuscript import Manuscript
from handouts.errors import Span

_SHOWN = 5  # sentences


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence that is hard to read, how many words it has, and where it stands."""

    text: str
    words: int
    at: Span | None


@dataclass(frozen=True, slots=True)
class Report:
    """How plain a handout is in one language.

    Attributes:
        handout: Its id.
        language: The code of the language.
        title: What it is called in that language.
        readability: What the formulas are made from; each formula is a property of it.
        hardest: The sentences that are hardest to read, the hardest first.
        passive: The share of sentences that do not say who acts.
        bold: The share of words in bold.
        understood: The items of PEMAT-P on whether it is understood.
        acted_on: The items of PEMAT-P on whether one can act on it.
        cdc: The items of the Clear Communication Index.
    """

    handout: str
    language: str
    title: str
    readability: Readability
    hardest: tuple[HardSentence, ...]
    passive: float
    bold: float
    understood: tuple[Item, ...]
    acted_on: tuple[Item, ...]
    cdc: tuple[Item, ...]

    @property
    def pemat(self) -> tuple[Item, ...]:
        """The items of PEMAT-P."""
        return self.understood + self.acted_on

    @property
    def understood_score(self) -> float:
        """Percent of the items that a program can decide; studies take 70 for enough."""
        return score(self.understood)

    @property
    def acted_on_score(self) -> float:
        """Percent of the items that a program can decide; studies take 70 for enough."""
        return score(self.acted_on)

    @property
    def cdc_score(self) -> float:
        """Percent of the items that a program can decide; the index takes 90 for enough."""
        return score(self.cdc)

    @property
    def unmet(self) -> tuple[Item, ...]:
        """What a program finds not to be met."""
        return tuple(item for item in (*self.pemat, *self.cdc) if item.verdict == "disagree")


def report(manuscript: Manuscript, handout_id: str, language: str) -> Report:
    """Measure a handout in one language.

    Raises:
        KeyError: The content has no such handout.
    """
    evidence = Evidence(manuscript, handout_id, language)
    words = emphasis(manuscript, evidence.pieces, language)
    return Report(
        handout=handout_id,
        language=language,
        title=evidence.handout.title.words.get(language, ""),
        readability=measure(manuscript, handout_id, language),
        hardest=tuple(_hardest(manuscript, handout_id, language)),
        passive=_share(is_one for _, _, is_one in passive_sentences(manuscript, evidence.pieces, language)),
        bold=words[True] / max(1, words.total()),
        understood=tuple(judged(pemat.UNDERSTOOD, evidence)),
        acted_on=tuple(judged(pemat.ACTED_ON, evidence)),
        cdc=tuple(judged(communication_index.ITEMS, evidence)),
    )


def _share(flags: Iterable[bool]) -> float:
    counted = list(flags)
    return sum(counted) / max(1, len(counted))


def _hardest(manuscript: Manuscript, handout_id: str, language: str) -> Iterable[HardSentence]:
    for piece, sentence in hardest_sentences(manuscript, handout_id, language)[:_SHOWN]:
        at = manuscript.at(piece, language, sentence.text)
        yield HardSentence(sentence.text, len(sentence.words), at)
