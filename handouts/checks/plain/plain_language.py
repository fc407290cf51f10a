"""Is it easy to read? Sentences, paragraphs, words, instructions and lists, by the limits of the NHS and of PEMAT-P.

All of it warns, and none of it stops a sheet: only readers tell whether a text is plain (CAN-ASC-3.1:2025).
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from handouts.checks.lists.lexicon import Hit, lexicon
from handouts.checks.lists.patterns import pattern
from handouts.checks.plain.descriptions import described
from handouts.checks.plain.double_negatives import double_negatives
from handouts.checks.plain.links import links
from handouts.checks.plain.orders import orders
from handouts.checks.plain.placement import placement
from handouts.checks.plain.reading_level import check_level
from handouts.checks.plain.sections import section_problems
from handouts.checks.plain.vagueness import vagueness
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import sentences_of, words_of
from handouts.errors import Problem

MAX_SENTENCE, MAX_SENTENCES, MAX_PARAGRAPH = 20, 3, 60  # words, sentences, words (NHS service manual)
MAX_KEY_POINT = 30  # characters, that an icon has room for
MAX_HEADING = 8
_LONG_FIELDS = frozenset({"text", "short", "items", "answer", "note", "lead", "rows", "reason"})
_PROSE = frozenset({"text", "short", "answer"})
_LETTERS = re.compile(r"(?<!\w)[A-Z]{2,5}s?(?!\w)")
_BEGINS = re.compile(r"(?:\A|[.!?]\s+)\Z")
_ABBREVIATION = re.compile(r"(?<![\w(])[A-Z]{2,5}s?(?![\w)])(?! ?\()(?! ?\d{4})")


def check_plain_language(manuscript: Manuscript) -> Iterator[Problem]:
    """Read each handout in each language."""
    for ident, handout in manuscript.content.handouts.items():
        for section in handout.sections:
            yield from section_problems(section)
        pieces = manuscript.body.get(ident, ())
        for language in manuscript.languages:
            yield from told_of(manuscript, pieces, language)
            yield from orders(manuscript, pieces, language)
            yield from placement(manuscript, pieces, language)
            yield from check_level(manuscript, ident, language)


def told_of(manuscript: Manuscript, pieces: Iterable[Piece], language: str) -> Iterator[Problem]:
    """Check texts one by one in one language; letters that stand for words need them once."""
    there = [piece for piece in pieces if language in piece.text.words]
    for piece in there:
        yield from _piece(manuscript, piece, language)
    yield from _abbreviations(manuscript, there, language)


def _piece(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.words(piece, language)
    if piece.field in _LONG_FIELDS:
        yield from _lengths(manuscript, piece, language, words)
    if piece.kind == "key_points" and len(words) > MAX_KEY_POINT:
        message = f"this key point has {len(words)} characters; {MAX_KEY_POINT} fit beside its icon"
        yield Problem("W407", message, manuscript.at(piece, language), "say it in a few words")
    if piece.field == "heading":
        yield from _heading(manuscript, piece, language, words)
    yield from vagueness(manuscript, piece, language)
    yield from double_negatives(manuscript, piece, language)
    yield from _words(manuscript, piece, language, words)
    yield from links(manuscript, piece, language)
    yield from described(manuscript, piece, language)


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
            yield Problem("W402", message, at, "split it with a blank line, or make a list of it")


def _heading(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    length = len(words_of(words))
    if length > MAX_HEADING:
        message = f"a heading of {length} words; {MAX_HEADING} are read at a glance"
        yield Problem("W408", message, manuscript.at(piece, language), "say it shorter")
    hits = lexicon(language, "headings").find(words)
    if hits and hits[0].found.strip() == words.strip(" :?.!"):
        message = f"“{hits[0].found}” does not tell what follows"
        yield Problem("W408", message, manuscript.at(piece, language), "name what the section says (PEMAT 9)")


_LISTS: Final = (
    ("W404", "jargon", "patients may not know “{found}”", "write “{advice}”, or put the plain word first: “{advice} ({found})”"),
    ("W404", "stiff", "“{found}” is harder to read than it need be", "say it with “{advice}”"),
    ("W411", "third_person", "“{found}” speaks of the reader", "speak to the reader: “{advice}” (PEMAT 21)"),
    ("W414", "arithmetic", "“{found}” leaves arithmetic to the reader", "do it for them, and print what comes of it (PEMAT 7)"),
)  # fmt: skip


def _words(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    for code, name, message, hint in _LISTS:
        for hit in lexicon(language, name).find(words):
            if (hit.advice or name == "arithmetic") and not _is_explained(words, hit.start, hit.end, language):
                at = manuscript.at(piece, language, hit.found, words[: hit.start])
                told = hint.format_map(_with_capital(hit, words))
                yield Problem(code, message.format(found=hit.found), at, told)


def _with_capital(hit: Hit, words: str) -> dict[str, str]:
    """Return a word and what to write for it, of which the first to be written has the capital of a sentence."""
    begins = hit.found[:1].isupper() and not hit.found.isupper() and _BEGINS.search(words, 0, hit.start)
    if not begins:
        return {"found": hit.found, "advice": hit.advice}
    return {"found": hit.found[:1].lower() + hit.found[1:], "advice": hit.advice[:1].upper() + hit.advice[1:]}


def _abbreviations(manuscript: Manuscript, pieces: Iterable[Piece], language: str) -> Iterator[Problem]:
    """Find letters that stand for words, each of them once; those that the handout explains somewhere are known."""
    known, texts = lexicon(language, "known_letters"), [(piece, manuscript.words(piece, language)) for piece in pieces]
    told = {found[0] for _, words in texts for found in _LETTERS.finditer(words) if _is_told(found, language)}
    for piece, words in texts:
        for found in _ABBREVIATION.finditer(words) if not words.isupper() else ():
            if found[0] not in told and found[0].casefold() not in known:
                told.add(found[0])
                at = manuscript.at(piece, language, found[0], words[: found.start()])
                yield Problem("W413", f"“{found[0]}” stands for words", at, "write the words, the first time at least")


def _is_told(letters: re.Match[str], language: str) -> bool:
    """Whether letters stand in brackets beside their words, or the sentence says what they are: `a PICC is a thin tube`."""
    words, start, end = letters.string, letters.start(), letters.end()
    in_brackets = words[:start].endswith("(") or words[end:].startswith((")", " ("))
    return in_brackets or pattern(language, "says_what_it_is").match(words, end) is not None


def _is_explained(words: str, start: int, end: int, language: str) -> bool:
    """Whether a term stands in brackets after its plain word, or before brackets that explain it, or is what that is called."""
    inside = words.rfind("(", 0, start) > words.rfind(")", 0, start)
    is_its_name = pattern(language, "is_called").search(words, 0, start) is not None
    return inside or is_its_name or re.match(r"(?: \w+)? ?\(", words[end:]) is not None
