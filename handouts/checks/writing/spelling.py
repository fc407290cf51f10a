"""Is it spelled as dictionaries spell it?

`check` tells what is one slip from a word, where the library is installed; `check --spelling` every unknown word.

Left alone are names of brands, clinics and places, addresses, codes, figures, units, letters that stand for words,
names in braces, and a text that is in the wrong language as a whole (E204 tells that).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import Any

from handouts.accents import without_accents
from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.strays import KNOWN, listed
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.writing.dictionary import FOLDER, Dictionary, bare, is_installed, languages, likeness
from handouts.checks.writing.typographic import mistakes
from handouts.checks.writing.word_list import WordList, read_word_list
from handouts.content.ownership import Owner
from handouts.content.reading.source import WORDS
from handouts.content.whereabouts import texts
from handouts.errors import Problem, Span, UsageError
from handouts.languages import LANGUAGES, name_of
from handouts.model import Content

_WORD = re.compile(r"(?<![\w°@/])[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|['’-](?=[^\W\d_]))*(?![\w@])")
_BLANKED = re.compile(
    r"\{[^{}]*\}"  # a name in braces
    r"|\]\([^)]*\)"  # where a link leads
    r"|(?:https?://|www\.)\S+|\S+@\S+"
    r"|(?<![\w.])[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?!\w)(?:/\S*)?"  # boreale.example
)
_UNITS = frozenset({"cm", "dl", "ex", "gtt", "kg", "kj", "lb", "mcg", "mg", "min", "ml", "mm", "mmol", "nm", "oz", "po", "sec", "tél", "tel", "vs", "etc"})  # fmt: skip
_BEGINS = re.compile(r"(?:\A|[.!?…:\n«“(\[]|\*\*)[\s«“\"(\[*]*\Z")
_TITLE = re.compile(r"\b(?:Drs?|Dres?|Mrs?|Ms|MM?|Mmes?|Prs?|Pres?|Ste?)\.?\s*\Z")
_SLIP = 0.85  # of 1, how alike a name and a known one are, when it is that one mistyped
_COMMON = (*KNOWN, "everyday", "everyday_too", "function_words")
"""Lists of words that handouts often say."""

_FOREIGN = 3  # unknown words, before a text can be in the wrong language


@dataclass(frozen=True, slots=True)
class Unknown:
    """A word that no dictionary of its language has.

    Attributes:
        word: The word, without what elision adds to it.
        language: Of its text.
        owner: The part of the content that it is in.
        at: Where it stands.
        begins: Whether a sentence begins there.
        others: How many more words of its text are not known either, if that is most of them.
    """

    word: str
    language: str
    owner: Owner
    at: Span | None
    begins: bool
    others: int = 0


class Lookup:
    """Looks up the words of a content."""

    def __init__(
        self,
        manuscript: Manuscript,
        folder: Path,
        answers: MutableMapping[str, Any] | None = None,
        *,
        every: bool = True,
        whole: Content | None = None,
    ) -> None:
        """Read the lists of words.

        Args:
            manuscript: Of the content.
            folder: Of the content, where its own list of words stands.
            answers: What Hunspell was asked before and said, as JSON can hold it; what it is asked now is added.
            every: Whether each unknown word is found; otherwise only what is one slip from a known one.
            whole: The content that the manuscript is a part of, whose words are the likeliest to be meant.

        Raises:
            UsageError: The library is not installed (E909).
        """
        if not is_installed():
            message = "spelling needs a part of this program that is not installed"
            hint = "run it as `uv run --extra spelling generate.py check --spelling`"
            raise UsageError(Problem("E909", message, None, hint))
        self._manuscript, self._every = manuscript, every
        self._whole = whole or manuscript.content
        first = next(iter(manuscript.sources), "")
        self._editable = (PurePath(first).parent / WORDS).as_posix()
        general = read_word_list(FOLDER / "health.txt", "health.txt", tuple(LANGUAGES))
        own = read_word_list(folder / WORDS, self._editable, tuple(LANGUAGES))
        self._dictionaries = _dictionaries(manuscript, (general, own), {} if answers is None else answers)
        self.problems = own.problems
        """Lines of the list beside the content that cannot be read."""

    def unknown(self) -> Iterator[Unknown]:
        """Yield the unknown words, language by language."""
        for dictionary in self._dictionaries.values():
            others = [other for other in self._dictionaries.values() if other is not dictionary]
            for piece in self._manuscript.pieces:
                yield from _in_piece(self._manuscript, piece, dictionary, others, every=self._every)

    def told(self, unknown: Iterable[Unknown]) -> Iterator[Problem]:
        """Tell each word once in each language, at its first place."""
        found: defaultdict[tuple[str, str], list[Unknown]] = defaultdict(list)
        for each in unknown:
            if each.others:
                yield _mostly_unknown(each)
            else:
                found[each.language, each.word.casefold()].append(each)
        used = {language: frozenset(_used(self._whole, language)) for language in {each for each, _ in found}}
        for (language, word), places in found.items():
            common = listed(language, _COMMON) - {word}
            meant = self._dictionaries[language].meant(places[0].word, used[language] - {word}, common)
            yield _problem(places, meant, self._editable)


def _used(content: Content, language: str) -> Iterator[str]:
    """Yield the words of all texts in a language, in small letters."""
    for placed in texts(content):
        words = placed.text.words.get(language, "")
        yield from (bare(found[0].replace("’", "'")).casefold() for found in _WORD.finditer(words))


def _dictionaries(
    manuscript: Manuscript, lists: Sequence[WordList], answers: MutableMapping[str, Any]
) -> dict[str, Dictionary]:
    names, found = frozenset(_names(manuscript)), {}
    for language in manuscript.languages:
        if language in languages():
            listed = names.union(*(each.of(language) for each in lists))
            known = (answers.setdefault(f"{kind} {language}", {}) for kind in ("spelled", "suggested", "slips"))
            found[language] = Dictionary(language, listed, *known)
    return found


def _problem(places: Sequence[Unknown], likely: Sequence[str], editable: str) -> Problem:
    word, language = places[0].word, places[0].language
    entry = word[0].lower() + word[1:] if places[0].begins and word[1:].islower() else word
    line = f"{language}: {entry}"
    if meant := ", ".join(f"“{each}”" for each in likely):
        hint = f"did you mean {meant}? If it is right, add a line to {editable}: {line}"
    else:
        hint = f"if it is right, add a line to {editable}: {line}"
    if len(places) == 1:
        message = f"“{word}” is not in the dictionary of {name_of(language)}"
    else:
        message = f"“{word}” is not in the dictionary of {name_of(language)} ({len(places)} times)"
    return Problem("W260", message, places[0].at, hint)


def _mostly_unknown(first: Unknown) -> Problem:
    """Tell a text of whose words most are unknown at the first of them."""
    language = name_of(first.language)
    message = f"“{first.word}” and {first.others} more words of this text are not in the dictionary of {language}"
    return Problem("W260", message, first.at, f"if the text is in another language, write it in {language}")


def _names(manuscript: Manuscript) -> Iterator[str]:
    """Yield the words of the names of brands, clinics, streets and towns."""
    content = manuscript.content
    texts = [brand.name for brand in content.brands.values()] + [clinic.name for clinic in content.clinics.values()]
    said = [word for text in texts for word in text.words.values()]
    said += [part for clinic in content.clinics.values() for part in (clinic.address.city, clinic.address.street)]
    yield from (found[0].replace("’", "'") for words in said for found in _WORD.finditer(words))


def _in_piece(
    manuscript: Manuscript, piece: Piece, dictionary: Dictionary, others: Sequence[Dictionary], *, every: bool
) -> Iterator[Unknown]:
    language = dictionary.language
    if language not in piece.text.words or (piece.field == "name" and piece.owner[0] in {"brands", "clinics"}):
        return
    typed = manuscript.typed(piece, language)
    text = _BLANKED.sub(lambda found: " " * len(found[0]), typed)
    words = [found for found in _WORD.finditer(text) if not _is_left_alone(found[0])]
    unknown = [found for found in words if not dictionary.knows(found[0])]
    if not unknown or _is_foreign(unknown, len(words), others):
        return
    told = [*_told(manuscript, piece, dictionary, unknown, (text, typed), every=every)]
    if not every and len(told) >= _FOREIGN and 2 * len(unknown) > len(words):
        told = [replace(told[0], others=len(told) - 1)]
    yield from told


def _told(
    manuscript: Manuscript,
    piece: Piece,
    dictionary: Dictionary,
    unknown: Sequence[re.Match[str]],
    words: tuple[str, str],
    *,
    every: bool,
) -> Iterator[Unknown]:
    """Yield what is to be told of some words of a text, as it is looked up and as it was typed."""
    language, (text, typed) = dictionary.language, words
    told = [each.at for each in mistakes(manuscript, piece, language) if each.at]
    for found in unknown:
        word = bare(found[0])
        start = found.end() - len(word)
        begins = _begins(text, start)
        if not (every or dictionary.is_slip(word)) or (not begins and _is_name(word, dictionary)):
            continue
        at = manuscript.at(piece, language, word, typed[:start])
        if not any(at and other.start <= at.start < other.end for other in told):
            yield Unknown(word, language, piece.owner, at, begins)


def _is_left_alone(word: str) -> bool:
    """Whether a word is a letter, a unit, or letters that stand for words."""
    return len(word) == 1 or word.casefold() in _UNITS or word.isupper()


def _is_foreign(unknown: Sequence[re.Match[str]], words: int, others: Sequence[Dictionary]) -> bool:
    """Whether a text is in another language as a whole."""
    if len(unknown) < _FOREIGN or 2 * len(unknown) <= words:
        return False
    return any(all(other.knows(found[0]) for found in unknown) for other in others)


def _begins(text: str, start: int) -> bool:
    """Whether a sentence begins here; `Dr.` ends none."""
    return bool(_BEGINS.search(text, 0, start)) and not _TITLE.search(text, 0, start)


def _is_name(word: str, dictionary: Dictionary) -> bool:
    """Whether a word inside a sentence is a name: it has a capital, and is not a known name mistyped by a letter or two."""
    return word[0].isupper() and not any(_is_slip(word, meant, dictionary) for meant in dictionary.meant(word))


def _is_slip(word: str, meant: str, dictionary: Dictionary) -> bool:
    """Whether a name is a known one, mistyped: in a language with accents it may have lost one; elsewhere names keep theirs."""
    if dictionary.knows(meant.lower()):  # no name: `Tremblay` is not `tremblai`
        return False
    if without_accents(word) == without_accents(meant):
        return pattern(dictionary.language, "own_letters").search(word + meant) is not None
    return likeness(word, meant) >= _SLIP
