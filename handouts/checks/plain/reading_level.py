"""How hard a handout is to read as a whole, and where its hardest sentences are."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from handouts.checks.lists.lexicon import tokens
from handouts.checks.plain.passive import is_passive
from handouts.checks.plain.readability import Readability, readability
from handouts.checks.plain.reading_formulas import ENOUGH, levels
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import Sentence, sentences_of
from handouts.errors import Problem
from handouts.languages import name_of
from handouts.model import Handout, Text

MAX_PASSIVE, MAX_BOLD = 0.10, 0.15  # of sentences, of words
_WORST = 3  # sentences that are shown
_SCORED = frozenset(
    {"text", "short", "items", "answer", "note", "lead", "rows", "reason", "question", "signs", "caption"}
)


def check_level(manuscript: Manuscript, ident: str, language: str) -> Iterator[Problem]:
    """Check a handout as a whole in one language."""
    handout, pieces = manuscript.content.handouts[ident], manuscript.body.get(ident, ())
    yield from _level(manuscript, handout, ident, language)
    yield from _voice(manuscript, pieces, handout, ident, language)
    yield from _bold(manuscript, pieces, ident, language)


def scored(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Yield the texts that people read as sentences: no labels, no addresses."""
    return (piece for piece in pieces if piece.field in _SCORED and piece.kind not in {"contact", "key_points"})


def measure(manuscript: Manuscript, ident: str, language: str) -> Readability:
    """Measure a handout as its long editions print it."""
    pieces = scored(manuscript.body.get(ident, ()))
    return readability((manuscript.words(piece, language) for piece in pieces if not piece.is_short), language)


def passive_sentences(
    manuscript: Manuscript, pieces: Iterable[Piece], language: str
) -> list[tuple[Piece, Sentence, bool]]:
    """Return each sentence, and whether it is passive."""
    return [
        (piece, sentence, is_passive(sentence.text, language))
        for piece in scored(pieces)
        for sentence in sentences_of(manuscript.words(piece, language))
    ]


def hardness(manuscript: Manuscript, ident: str, language: str) -> str:
    """Say by which formula a handout is hard to read; nothing when it is not, or is too short to tell."""
    found = levels(measure(manuscript, ident, language), language)
    return next((level.blamed for level in found if level.blamed and level.band == "too hard"), "")


def _level(manuscript: Manuscript, handout: Handout, ident: str, language: str) -> Iterator[Problem]:
    if said := hardness(manuscript, ident, language):
        message = f"the {name_of(language)} text of {ident} is hard to read: {said}"
        yield Problem("W403", message, handout.title.span(language), _worst(manuscript, ident, language))


def _worst(manuscript: Manuscript, ident: str, language: str) -> str:
    """Say where the hardest sentences are."""
    shown = _shown(manuscript, hardest_sentences(manuscript, ident, language)[:_WORST], language)
    return f"shorten the longest sentences, and take shorter words where there are any; the hardest sentences: {shown}"


def hardest_sentences(manuscript: Manuscript, ident: str, language: str) -> list[tuple[Piece, Sentence]]:
    """Return the sentences of the long editions, the hardest first: those with the most words and long words."""
    sentences = [
        (piece, sentence)
        for piece in scored(manuscript.body[ident])
        if not piece.is_short
        for sentence in sentences_of(manuscript.words(piece, language))
    ]
    return sorted(sentences, key=lambda each: -_strain(each[1], language))


def _strain(sentence: Sentence, language: str) -> int:
    # of one sentence the formulas take three words such as “Évitez l'anti-inflammatoire” for the hardest
    measured = readability([sentence.text], language)
    return measured.words + 2 * measured.long_words


def _shown(manuscript: Manuscript, sentences: Sequence[tuple[Piece, Sentence]], language: str) -> str:
    return "; ".join(
        f"“{words} …” (line {at.line})" if at else f"“{words} …”"
        for piece, sentence in sentences
        for words, at in [(" ".join(sentence.words[:6]), manuscript.at(piece, language, sentence.text))]
    )


def _voice(
    manuscript: Manuscript, pieces: tuple[Piece, ...], handout: Handout, ident: str, language: str
) -> Iterator[Problem]:
    sentences = passive_sentences(manuscript, pieces, language)
    passive = [(piece, sentence) for piece, sentence, is_one in sentences if is_one]
    if len(sentences) >= ENOUGH and len(passive) > MAX_PASSIVE * len(sentences):
        share = 100 * len(passive) / len(sentences)
        message = f"{share:.0f} % of the {name_of(language)} sentences of {ident} do not say who acts; at most {MAX_PASSIVE:.0%} should"
        shown = _shown(manuscript, passive[:_WORST], language)
        hint = f"say who does what, such as “wash” or “we give you”: {shown}"
        yield Problem("W405", message, handout.title.span(language), hint)


def _bold(manuscript: Manuscript, pieces: tuple[Piece, ...], ident: str, language: str) -> Iterator[Problem]:
    counts = emphasis(manuscript, pieces, language)
    if counts[True] > MAX_BOLD * counts.total():
        share = 100 * counts[True] / counts.total()
        message = (
            f"{share:.0f} % of the {name_of(language)} words of {ident} are bold: what is everywhere stands out nowhere"
        )
        yield Problem(
            "W415",
            message,
            _first_bold(manuscript, pieces, language).span(language),
            "keep bold for the few words that matter most",
        )


def _first_bold(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> Text:
    return next(piece.text for piece in pieces if any(run.bold for run in manuscript.runs(piece, language)))


def emphasis(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> Counter[bool]:
    """Count the words in bold, and those that are not."""
    counts: Counter[bool] = Counter()
    for piece in pieces:
        for run in manuscript.runs(piece, language):
            counts[run.bold] += len(tokens(run.text))
    return counts
