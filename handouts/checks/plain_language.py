"""Is it easy to read? Sentences, paragraphs, words, instructions and lists, by the limits of the NHS and of PEMAT-P.

All of it warns, and none of it stops a sheet: only readers tell whether a text is plain (CAN-ASC-3.1:2025).
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from handouts.checks.lexicon import lexicon
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.parity import emphasis, name_of
from handouts.checks.passive import is_passive
from handouts.checks.readability import Readability, readability
from handouts.checks.sentences import Sentence, sentences_of, words_of
from handouts.errors import Problem
from handouts.model import Handout, Section, Text
from handouts.model import blocks as model

MAX_SENTENCE, MAX_SENTENCES, MAX_PARAGRAPH = 20, 3, 60  # words, sentences, words (NHS service manual)
MAX_KEY_POINT = 30  # characters, that an icon has room for
MAX_HEADING, MAX_ITEMS = 8, 7
MAX_GRADE, MAX_LIX, MIN_KANDEL_MOLES = 8, 45, 60
MAX_PASSIVE, MAX_BOLD = 0.10, 0.15  # of sentences, of words
_ENOUGH = 8  # sentences, before a formula or a share says anything
_WORST = 3  # sentences that are shown
_LONG_FIELDS = frozenset({"text", "short", "items", "answer", "note", "lead", "rows", "reason"})
_PROSE = frozenset({"text", "short", "answer"})
_SCORED = _LONG_FIELDS | {"question", "signs", "caption"}
_ABBREVIATION = re.compile(r"(?<![\w(])[A-Z]{2,5}s?(?![\w)])(?! ?\()")
_KNOWN = frozenset(
    [
        "CLSC",
        "CHU",
        "CHUL",
        "CIUSSS",
        "CISSS",
        "SPF",
        "FPS",
        "UV",
        "UVA",
        "UVB",
        "QR",
        "PDF",
        "SMS",
        "OK",
        "DVD",
        "CD",
        "TV",
        "NON",
        "NO",
        "AM",
        "PM",
        "FAQ",
        "IPL",
        "LED",
        "RAMQ",
        "CT",
        "VIH",
        "HIV",
        "ADN",
        "DNA",
    ]
)
_GRADE_HINT = "shorten the longest sentences, and take shorter words where there are any"


def check_plain_language(manuscript: Manuscript) -> Iterator[Problem]:
    """Read each handout in each language."""
    for ident, handout in manuscript.content.handouts.items():
        for section in handout.sections:
            yield from _section(section)
        pieces = manuscript.body.get(ident, ())
        for language in manuscript.languages:
            for piece in pieces:
                yield from _piece(manuscript, piece, language)
            yield from _level(manuscript, handout, ident, language)
            yield from _voice(manuscript, pieces, handout, ident, language)
            yield from _bold(manuscript, pieces, handout, ident, language)


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


def _section(section: Section) -> Iterator[Problem]:
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
                yield Problem("W409", message, block.at.of(name), "part it in two lists, each with a heading (PEMAT 8)")


def _bare_instructions(block: model.DoList | model.AvoidList) -> Iterator[Problem]:
    """Find instructions that say neither why nor how long; of a short form, the long one may say it."""
    told = {item.id for item in block.items if item.reason or item.duration}
    for item in (*block.items, *(block.short or ())):
        if not (item.reason or item.duration or (item.id and item.id in told)):
            message = "this says neither why nor for how long"
            hint = "add `reason:` or `duration:`; people keep to what they understand"
            yield Problem("W406", message, item.at.of("text"), hint)


def _piece(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    if language not in piece.text.words:
        return
    words = manuscript.words(piece, language)
    if piece.field in _LONG_FIELDS:
        yield from _lengths(manuscript, piece, language, words)
    if piece.kind == "key_points" and len(words) > MAX_KEY_POINT:
        message = f"this key point has {len(words)} characters; {MAX_KEY_POINT} fit beside its icon"
        yield Problem("W407", message, manuscript.at(piece, language), "say it in a few words")
    if piece.field == "heading":
        yield from _heading(manuscript, piece, language, words)
    yield from _words(manuscript, piece, language, words)


def _lengths(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    sentences = sentences_of(words)
    for sentence in sentences:
        length = len(sentence.words)
        if length > MAX_SENTENCE:
            message = f"a sentence of {length} words; {MAX_SENTENCE} are enough to take in at once"
            at = manuscript.at(piece, language, sentence.text, words[: sentence.start])
            yield Problem("W401", message, at, "make two of it")
    for paragraph in words.split("\n"):
        said, count = len(sentences_of(paragraph)), len(words_of(paragraph))
        if (said > MAX_SENTENCES and piece.field in _PROSE) or count > MAX_PARAGRAPH:
            message = f"a paragraph of {said} sentences and {count} words; {MAX_SENTENCES} sentences or {MAX_PARAGRAPH} words are enough"
            at = manuscript.at(piece, language, " ".join(paragraph.split()[:4]), words[: words.find(paragraph)])
            yield Problem("W402", message, at, "part it with a blank line, or make a list of it")


def _heading(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    length = len(words_of(words))
    if length > MAX_HEADING:
        message = f"a heading of {length} words; {MAX_HEADING} are read at a glance"
        yield Problem("W408", message, manuscript.at(piece, language), "say it shorter")
    hits = list(lexicon(language, "headings").find(words))
    if hits and hits[0].found.strip() == words.strip(" :?.!"):
        message = f"“{hits[0].found}” does not tell what follows"
        yield Problem("W408", message, manuscript.at(piece, language), "name what the section says (PEMAT 9)")


_LISTS: Final = (
    ("W404", "jargon", "patients may not know “{found}”", "write “{advice}”, or put the plain word first: “{advice} ({found})”"),
    ("W411", "third_person", "“{found}” speaks of the reader", "speak to the reader: “{advice}” (PEMAT 21)"),
    ("W414", "arithmetic", "“{found}” leaves arithmetic to the reader", "do it for them, and print what comes of it (PEMAT 7)"),
)  # fmt: skip


def _words(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    for code, name, message, hint in _LISTS:
        for hit in lexicon(language, name).find(words):
            if (hit.advice or name == "arithmetic") and not _is_explained(words, hit.start, hit.end):
                at = manuscript.at(piece, language, hit.found, words[: hit.start])
                yield Problem(
                    code, message.format(found=hit.found), at, hint.format(found=hit.found, advice=hit.advice)
                )
    for found in _ABBREVIATION.finditer(words):
        if found[0] not in _KNOWN and not words.isupper():
            at = manuscript.at(piece, language, found[0], words[: found.start()])
            yield Problem("W413", f"“{found[0]}” stands for words", at, "write the words, the first time at least")


def _is_explained(words: str, start: int, end: int) -> bool:
    """Whether a term stands in brackets after its plain word, or is followed by brackets that explain it."""
    inside = words.rfind("(", 0, start) > words.rfind(")", 0, start)
    return inside or re.match(r"(?: \w+)? ?\(", words[end:]) is not None


def _level(manuscript: Manuscript, handout: Handout, ident: str, language: str) -> Iterator[Problem]:
    measured = measure(manuscript, ident, language)
    if measured.sentences < _ENOUGH:
        return
    said = ""
    if language == "en" and measured.flesch_kincaid > MAX_GRADE:
        said = f"grade {measured.flesch_kincaid:.1f} (Flesch-Kincaid), at most {MAX_GRADE}; 6 is the aim"
    elif language == "fr" and measured.kandel_moles < MIN_KANDEL_MOLES:
        said = f"index {measured.kandel_moles:.0f} (Kandel and Moles), at least {MIN_KANDEL_MOLES}; 70 is the aim"
    elif measured.lix > MAX_LIX:
        said = f"LIX {measured.lix:.0f}, at most {MAX_LIX}; 40 is the aim"
    if said:
        message = f"the {name_of(language)} text of {ident} is hard to read: {said}"
        yield Problem("W403", message, handout.title.span(language), _worst(manuscript, ident, language))


def _worst(manuscript: Manuscript, ident: str, language: str) -> str:
    """Say where the hardest sentences are."""
    sentences = [
        (piece, sentence)
        for piece in scored(manuscript.body[ident])
        if not piece.is_short
        for sentence in sentences_of(manuscript.words(piece, language))
    ]
    hardest = sorted(sentences, key=lambda each: -_hardness(each[1], language))[:_WORST]
    return f"{_GRADE_HINT}; the hardest sentences: {_shown(manuscript, hardest, language)}"


def _hardness(sentence: Sentence, language: str) -> float:
    measured = readability([sentence.text], language)
    return measured.flesch_kincaid if language == "en" else measured.lix


def _shown(manuscript: Manuscript, sentences: Sequence[tuple[Piece, Sentence]], language: str) -> str:
    return "; ".join(
        f"“{' '.join(sentence.words[:6])} …”" + (f" (line {at.line})" if at else "")
        for piece, sentence in sentences
        for at in [manuscript.at(piece, language, sentence.text)]
    )


def _voice(
    manuscript: Manuscript, pieces: tuple[Piece, ...], handout: Handout, ident: str, language: str
) -> Iterator[Problem]:
    sentences = passive_sentences(manuscript, pieces, language)
    passive = [(piece, sentence) for piece, sentence, is_one in sentences if is_one]
    if len(sentences) >= _ENOUGH and len(passive) > MAX_PASSIVE * len(sentences):
        share = 100 * len(passive) / len(sentences)
        message = f"{share:.0f} % of the {name_of(language)} sentences of {ident} do not say who acts; at most {MAX_PASSIVE:.0%} should"
        hint = f"say who does what, such as “wash” or “we give you”: {_shown(manuscript, passive[:_WORST], language)}"
        yield Problem("W405", message, handout.title.span(language), hint)


def _bold(
    manuscript: Manuscript,
    pieces: tuple[Piece, ...],
    handout: Handout,  # noqa: ARG001
    ident: str,
    language: str,
) -> Iterator[Problem]:
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
