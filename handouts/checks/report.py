"""How plain a handout is, in one language: scores of formulas, and the items of two checklists that a program can decide.

PEMAT-P (AHRQ) is for printed texts that patients use; the Clear Communication Index (CDC) is for messages to the public.
Neither is complete without a person: the items that only a person can judge are listed as such.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.plain_language import told_of
from handouts.checks.readability import Readability
from handouts.checks.reading_level import MAX_PASSIVE, emphasis, hardness, measure, passive_sentences
from handouts.checks.safety import said_of
from handouts.checks.sections import section_problems
from handouts.checks.sentences import Sentence, words_of
from handouts.checks.typographic import mistakes
from handouts.model import Content, Handout
from handouts.model import blocks as model

Verdict = Literal["agree", "disagree", "not applicable", "for a person"]

_HEAD_WORDS = 4
_LISTS = (model.Bullets, model.Steps, model.DoList, model.AvoidList, model.Checklist)
_ACTIONS = (model.DoList, model.AvoidList, model.Steps, model.Checklist)


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a checklist, and how a handout does by it.

    Attributes:
        number: Its number in the checklist.
        requirement: What it asks, in our own words.
        verdict: What the program decides, or that only a person can.
    """

    number: int
    requirement: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class Report:
    """How plain a handout is in one language.

    Attributes:
        handout: Its id.
        language: The code of the language.
        readability: What the formulas are made from; each formula is a property of it.
        longest: The longest sentences, the longest first.
        passive: The share of sentences that do not say who acts.
        bold: The share of words in bold.
        pemat: The items of PEMAT-P.
        cdc: The items of the Clear Communication Index.
    """

    handout: str
    language: str
    readability: Readability
    longest: tuple[str, ...]
    passive: float
    bold: float
    pemat: tuple[Item, ...]
    cdc: tuple[Item, ...]

    @property
    def pemat_score(self) -> float:
        """Percent of the items that a program can decide; studies take 70 for enough."""
        return score(self.pemat)

    @property
    def cdc_score(self) -> float:
        """Percent of the items that a program can decide; the index takes 90 for enough."""
        return score(self.cdc)

    @property
    def for_a_person(self) -> tuple[Item, ...]:
        """What only a person can judge."""
        return tuple(item for item in (*self.pemat, *self.cdc) if item.verdict == "for a person")


def score(items: Iterable[Item]) -> float:
    """Return how many of the items that apply are met, in percent; 0 when none applies."""
    counts = Counter(item.verdict for item in items)
    return 100 * counts["agree"] / max(1, counts["agree"] + counts["disagree"])


def report(content: Content, handout_id: str, language: str) -> Report:
    """Measure a handout in one language.

    Raises:
        KeyError: The content has no such handout.
    """
    manuscript, handout = Manuscript(content), content.handouts[handout_id]
    pieces = manuscript.body[handout_id]
    sentences = passive_sentences(manuscript, pieces, language)
    words = emphasis(manuscript, pieces, language)
    facts = _Facts(manuscript, handout, pieces, language, _share(is_passive for _, _, is_passive in sentences))
    return Report(
        handout=handout_id,
        language=language,
        readability=measure(manuscript, handout_id, language),
        longest=tuple(_longest(sentence for _, sentence, _ in sentences)),
        passive=facts.passive,
        bold=words[True] / max(1, words.total()),
        pemat=tuple(_pemat(facts)),
        cdc=tuple(_cdc(facts)),
    )


def _share(flags: Iterable[bool]) -> float:
    counted = list(flags)
    return sum(counted) / max(1, len(counted))


def _longest(sentences: Iterable[Sentence]) -> list[str]:
    return [each.text for each in sorted(sentences, key=lambda each: -len(each.words))[:3]]


class _Facts:
    """What both checklists ask of a handout."""

    def __init__(
        self, manuscript: Manuscript, handout: Handout, pieces: tuple[Piece, ...], language: str, passive: float
    ) -> None:
        self.passive = passive
        self.blocks = [block for section in handout.sections for block in section.blocks]
        self.tables = [block for block in self.blocks if isinstance(block, model.Table)]
        self.figures = [block for block in self.blocks if isinstance(block, model.Figure)]
        self.told = Counter(
            problem.code
            for problem in (
                *told_of(manuscript, pieces, language),
                *said_of(manuscript, pieces, language, handout),
                *(each for piece in pieces for each in mistakes(manuscript, piece, language)),
                *(each for section in handout.sections for each in section_problems(section)),
            )
        )
        heads = [column.words.get(language, "") for table in self.tables for column in table.columns]
        self.short_heads = all(len(words_of(head)) <= _HEAD_WORDS for head in heads)
        self.is_easy = not hardness(manuscript, next(iter(_ids(manuscript, handout))), language)

    def has(self, *kinds: type) -> bool:
        """Whether the handout has a block of one of these kinds."""
        return any(isinstance(block, kinds) for block in self.blocks)

    def clean(self, *codes: str) -> bool:
        """Whether none of these problems comes up."""
        return not any(self.told[code] for code in codes)


def _ids(manuscript: Manuscript, handout: Handout) -> Iterator[str]:
    return (ident for ident, each in manuscript.content.handouts.items() if each is handout)


def _verdict(met: bool, *, applies: bool = True) -> Verdict:
    if not applies:
        return "not applicable"
    return "agree" if met else "disagree"


def _pemat(facts: _Facts) -> Iterator[Item]:
    acts = facts.has(*_ACTIONS)
    yield Item(1, "Says at once what it is for", _verdict(met=True))  # the model asks for a title and a purpose
    yield Item(2, "Holds nothing that leads away from that", _verdict(facts.clean("E458")))
    yield Item(3, "Uses common, everyday language", _verdict(facts.is_easy and facts.clean("W404")))
    yield Item(4, "Uses medical terms only to explain them", _verdict(facts.clean("W404", "W413")))
    yield Item(5, "Says who acts", _verdict(facts.passive <= MAX_PASSIVE))
    yield Item(6, "Gives numbers that are clear", _verdict(facts.clean("W257")))
    yield Item(7, "Asks for no arithmetic", _verdict(facts.clean("W414")))
    yield Item(8, "Breaks text into short parts", _verdict(facts.clean("W401", "W402", "W409")))
    yield Item(9, "Has headings that tell what follows", _verdict(facts.clean("W408", "W412")))
    yield Item(10, "Gives information in a logical order", "for a person")
    yield Item(11, "Gives a summary", _verdict(facts.has(model.KeyPoints)))
    yield Item(12, "Draws attention to key points", _verdict(facts.has(model.Warning) and facts.clean("W415")))
    yield Item(15, "Has pictures wherever they would help", "for a person")
    yield Item(16, "Has pictures that support the text", "for a person")
    yield Item(17, "Has pictures with clear titles", _verdict(met=True, applies=bool(facts.figures)))
    yield Item(18, "Has pictures that are clear", "for a person")
    yield Item(19, "Has simple tables with short heads", _verdict(facts.short_heads, applies=bool(facts.tables)))
    yield Item(20, "Names an action that the reader can take", _verdict(acts))
    yield Item(21, "Speaks to the reader", _verdict(facts.clean("W411", "W255")))
    yield Item(22, "Breaks actions into steps", _verdict(facts.has(model.Steps, model.Checklist, model.DoList)))
    yield Item(
        23,
        "Gives a tool, such as a checklist",
        _verdict(facts.has(model.Checklist, model.Timeline, model.WriteInLines)),
    )
    yield Item(24, "Explains how to calculate", _verdict(facts.clean("W414"), applies=not facts.clean("W414")))
    yield Item(25, "Says how to use tables", _verdict(facts.clean("W410"), applies=bool(facts.tables)))
    yield Item(26, "Has pictures where they help to act", "for a person")


def _cdc(facts: _Facts) -> Iterator[Item]:
    acts = facts.has(*_ACTIONS)
    yield Item(1, "Has one main message", _verdict(facts.has(model.MainMessage)))
    yield Item(2, "Puts it first", _verdict(isinstance(facts.blocks[0], model.MainMessage)))
    yield Item(3, "Makes it stand out", _verdict(facts.has(model.MainMessage)))  # every layout boxes it
    yield Item(4, "Supports it with a picture", "for a person")
    yield Item(5, "Calls the reader to act", _verdict(acts))
    yield Item(6, "Says who acts, in both", _verdict(facts.passive <= MAX_PASSIVE))
    yield Item(7, "Uses the reader's words", _verdict(facts.clean("W404", "W413")))
    yield Item(8, "Uses lists", _verdict(facts.has(*_LISTS)))
    yield Item(9, "Has headings over its parts", _verdict(facts.clean("W412")))
    yield Item(10, "Puts the key information first", _verdict(facts.has(model.KeyPoints)))
    yield Item(11, "Says what is known and what is not", "for a person")
    yield Item(12, "Recommends what to do", _verdict(acts))
    yield Item(13, "Says why", _verdict(facts.clean("W406")))
    yield Item(14, "Says how", _verdict(facts.has(model.Steps, model.DoList, model.Checklist)))
    yield Item(15, "Uses numbers that readers know", _verdict(facts.clean("W257")))
    yield Item(16, "Explains its numbers", "for a person")
    yield Item(17, "Leaves no arithmetic to the reader", _verdict(facts.clean("W414")))
    yield Item(18, "Says what the risk is, for whom and why", "for a person")
    yield Item(19, "Gives risks and benefits of what it advises", "for a person")
    yield Item(20, "Gives chances in words or pictures as well", "for a person")
