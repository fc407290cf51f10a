"""The languages of a text say the same: the same figures, links and emphasis, and nothing left in the other language.

Charter of the French language, ss. 52, 89 and 91: the French is never the lesser one.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from typing import Final

from handouts.checks.lexicon import lexicon, tokens
from handouts.checks.manuscript import STAND_IN, Manuscript, Piece
from handouts.checks.quantities import Quantities, Quantity, is_phone, quantities
from handouts.checks.sentences import sentences_of
from handouts.errors import Problem
from handouts.languages import LANGUAGES
from handouts.wording.inline import MarkupError, parse

NAMES = {"fr": "French", "en": "English"}
_PROPER = frozenset({"name", "tagline"})  # what a brand or a clinic is called may be the same everywhere
_LONG = 40  # characters: below that, lengths say nothing
_LEAST, _MOST = 0.6, 1.9  # of the other language's length; French runs 15 to 20 % longer than English
_LENGTH = {"fr": 1.15}  # of the same text in English
_FEWER = {"fr": 0.95, "en": 0.75}  # of the other language's length: below that, a missing sentence is missed
_SENTENCE = 3  # words: a text of as many is more than a label

_FRENCH_LETTERS = re.compile("[àâçéèêëîïôùûœ]", re.IGNORECASE)

Check = Callable[[Manuscript, Piece, str, str], Iterator[Problem]]


def check_parity(manuscript: Manuscript) -> Iterator[Problem]:
    """Compare each text in each language with the first language of the content."""
    first, *others = manuscript.languages or ("fr",)
    for piece in manuscript.pieces:
        for other in others:
            if piece.text.words.keys() >= {first, other}:
                yield from _compare(manuscript, piece, first, other)


def _compare(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    told = next(_untranslated(manuscript, piece, first, other), None)
    if told is None:
        checks: tuple[Check, ...] = (_figures, _links, _bold, _lengths, _negation, _opposites)
        for check in checks:
            yield from check(manuscript, piece, first, other)
    else:
        yield told


def name_of(language: str) -> str:
    """Return what a language is called in messages."""
    return NAMES.get(language) or (LANGUAGES[language].name if language in LANGUAGES else language)


def _untranslated(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a text that is the same in both languages, or in the wrong one."""
    words = {language: manuscript.words(piece, language) for language in (first, other)}
    same = [token.word for token in tokens(words[first])] == [token.word for token in tokens(words[other])]
    if same and piece.field not in _PROPER and not _may_be_the_same(words[other], manuscript.typed(piece, other)):
        spoken = language_of(words[other]) or ("fr" if _FRENCH_LETTERS.search(words[other]) else "en")
        wrong = other if spoken == first else first
        sure = len(tokens(words[other])) >= _SENTENCE or _FRENCH_LETTERS.search(words[other])
        message = f"“{_cut(words[other])}” stands in {name_of(first)} and in {name_of(other)} alike"
        hint = f"write it in {name_of(wrong)}"
        yield Problem("E203" if sure else "W205", message, manuscript.at(piece, wrong), hint)
        return
    for language in (first, other):
        spoken = language_of(words[language])
        if spoken and spoken != language and not same:
            message = f"this is {name_of(spoken)}, but stands under `{language}:`"
            hint = f"write the {name_of(language)} text here"
            yield Problem("E204", message, manuscript.at(piece, language), hint)


def _may_be_the_same(words: str, typed: str) -> bool:
    """Whether a text has no word to translate: only names in braces, numbers, proper names and common words."""
    cognates = lexicon("fr", "cognates")
    translatable = (token for token in tokens(words) if token.word[0].isalpha() and len(token.word) > 1)
    unknown = [token for token in translatable if token.word not in cognates]
    return not unknown or ("{" in typed and not _letters_outside_names(typed)) or _is_a_name(words, unknown[0].start)


def _letters_outside_names(typed: str) -> bool:
    return any(c.isalpha() for c in re.sub(r"\{[^{}]*\}", "", typed))


def _is_a_name(words: str, first_unknown: int) -> bool:
    """Whether every word begins with a capital, as the name of a person, a place or a product does."""
    found = tokens(words[first_unknown:])
    return len(found) > 1 and all(
        not (c := words[first_unknown + each.start]).isalpha() or c.isupper() for each in found
    )


@cache
def language_of(words: str) -> str:
    """Return the language that a text is in; empty when its words do not tell for sure."""
    said = [token.word for token in tokens(words)]
    counts = {code: sum(word in lexicon(code, "function_words") for word in said) for code in NAMES}
    best, second = sorted(counts, key=lambda code: -counts[code])[:2]
    sure = counts[best] >= _SENTENCE and counts[best] > 2 * counts[second]
    return best if sure or (counts[best] >= 2 and not counts[second]) else ""  # noqa: PLR2004 (one may be a name)


def _figures(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find figures that only one language has; two that differ are one problem."""
    said = {language: quantities(manuscript.words(piece, language), language) for language in (first, other)}
    lone = {first: _lone(said[first], said[other]), other: _lone(said[other], said[first])}
    for language, missing in ((first, other), (other, first)):
        if STAND_IN in manuscript.words(piece, missing):  # the clinic's own number; told where it is typed
            lone[language] = [figure for figure in lone[language] if not is_phone(figure)]
    if lone[first] and lone[other]:
        figure, twin = lone[other][0], lone[first][0]
        message = f"{name_of(first)} says “{twin.found}”, {name_of(other)} “{figure.found}”"
        yield _figure_problem(manuscript, piece, other, figure, message, "give both languages the same figure")
        return
    for language, missing in ((first, other), (other, first)):
        if lone[language]:
            figure = lone[language][0]
            message = f"{name_of(language)} says “{figure.found}”, {name_of(missing)} does not"
            hint = f"say it in {name_of(missing)} as well, or in neither"
            code = "E202" if is_phone(figure) else "E201"
            yield Problem(code, message, manuscript.at(piece, missing), hint)


def _lone(here: Quantities, there: Quantities) -> list[Quantity]:
    return [figure for figure in here.figures if figure.value not in there.values]


def _figure_problem(
    manuscript: Manuscript, piece: Piece, language: str, figure: Quantity, message: str, hint: str
) -> Problem:
    before = manuscript.words(piece, language)[: figure.start]
    code = "E202" if is_phone(figure) else "E201"
    return Problem(code, message, manuscript.at(piece, language, figure.found, before), hint)


def _links(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    targets = {language: _targets(manuscript.typed(piece, language)) for language in (first, other)}
    calls = {language: {each for each in found if not each.startswith("https:")} for language, found in targets.items()}
    if len(targets[first]) != len(targets[other]):
        more, fewer = (first, other) if len(targets[first]) > len(targets[other]) else (other, first)
        message = f"{name_of(more)} has a link that {name_of(fewer)} lacks"
        yield Problem("E202", message, manuscript.at(piece, fewer), f"give {name_of(fewer)} the same link")
    elif calls[first] != calls[other]:
        here, there = (sorted(calls[one] - calls[two]) for one, two in ((other, first), (first, other)))
        message = (
            f"the link leads to {', '.join(here) or 'a page'}, in {name_of(first)} to {', '.join(there) or 'a page'}"
        )
        at = manuscript.at(piece, other, *here[:1])
        yield Problem("E202", message, at, "lead both to the same number or address")


def _targets(typed: str) -> list[str]:
    try:
        return [run.href for run in parse(typed) if run.href]
    except MarkupError:
        return []


def _bold(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    counts = {each: sum(run.bold for run in manuscript.runs(piece, each)) for each in (first, other)}
    if bool(counts[first]) != bool(counts[other]):
        more, fewer = (first, other) if counts[first] > counts[other] else (other, first)
        message = f"{name_of(more)} has words in bold, {name_of(fewer)} none"
        yield Problem("W201", message, manuscript.at(piece, fewer), "put ** around the same words in both")


def _lengths(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    words = {each: manuscript.words(piece, each) for each in (first, other)}
    shorter, longer = sorted(words, key=lambda language: len(words[language]) / _LENGTH.get(language, 1))
    part = len(words[shorter]) / max(1, len(words[longer]))
    told = len(sentences_of(words[longer])) - len(sentences_of(words[shorter]))
    long_enough = len(words[longer]) > _LONG + _MOST * len(words[shorter]) or len(words[shorter]) > _LONG
    hint = f"see whether {name_of(shorter)} says all that {name_of(longer)} says"
    if long_enough and not _LEAST <= len(words[first]) / max(1, len(words[other])) <= _MOST:
        message = f"{name_of(shorter)} is much shorter than {name_of(longer)}: {part:.0%} of its length"
        yield Problem("W202", message, manuscript.at(piece, shorter), hint)
    elif told > 0 and part < _FEWER.get(shorter, 1):
        message = f"{name_of(shorter)} has fewer sentences than {name_of(longer)}, and {part:.0%} of its length"
        yield Problem("W202", message, manuscript.at(piece, shorter), hint)


_NEGATED: Final = {
    "fr": re.compile(
        r"\b(?:ne|n['’]\w+|ni)\b.{0,40}?\b(?:pas|jamais|rien|aucune?|plus|ni)\b|\bjamais\b", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:do|does|should|must|can|will|is|are) ?(?:not|n['’]t)\b|\bnever\b", re.IGNORECASE),
}
_NEGATIVE: Final = {
    "fr": re.compile(
        r"\b(?:ne|n['’]\w+|pas|ni|non|sans|jamais|rien|aucune?s?|évite\w*|cesse\w*|arrête\w*|sauf|hors|seule?ment"
        r"|attend\w*|personne|loin|empêch\w*|interdi\w*|peu|in\w+able)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not?|n['’]t|\w+n['’]t|never|none|nothing|nobody|neither|nor|without|avoid\w*|stop\w*|alone|un\w+|except"
        r"|cannot|only|away|out|free|hard|harder|instead|wait\w*|keep|off|few|little|unless|until)\b",
        re.IGNORECASE,
    ),
}


_STOP: Final = re.compile(r"\b(?:stop|cess|arrêt)\w*", re.IGNORECASE)
_NEAR = 12  # characters after `do not` in which its verb begins


def _negation(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find `do not` in one language where nothing in the other says no in any way."""
    for language, missing in ((first, other), (other, first)):
        if language not in _NEGATED or missing not in _NEGATIVE:
            continue
        negated = _NEGATED[language].search(manuscript.words(piece, language))
        if negated and not _says_no(manuscript.words(piece, missing), missing, negated):
            message = f"{name_of(language)} says “{_cut(negated[0])}”, and nothing in {name_of(missing)} says no"
            hint = "see whether one language tells to do what the other tells not to do"
            yield Problem("W203", message, manuscript.at(piece, missing), hint)


def _says_no(words: str, language: str, negated: re.Match[str]) -> bool:
    """Whether a text says no; `stop` does, but not where the other language says not to stop."""
    around = negated.string[negated.start() : negated.end() + _NEAR]
    if _STOP.search(around):
        words = _STOP.sub("", words)
    return _NEGATIVE[language].search(words) is not None


def _opposites(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find words of one kind that do not mean the same: `avant` and `after`, `tiède` and `cold`."""
    here, there = (_meanings(manuscript.words(piece, language), language) for language in (first, other))
    for kind in here.keys() & there.keys():
        ours, theirs = here[kind].keys() - there[kind].keys(), there[kind].keys() - here[kind].keys()
        if ours and theirs:
            found, twin = there[kind][min(theirs)], here[kind][min(ours)]
            message = f"{name_of(first)} says “{twin}”, {name_of(other)} “{found}”"
            hint = "one of the two says something else than the other"
            yield Problem("W204", message, manuscript.at(piece, other, found), hint)


@cache
def _meanings(words: str, language: str) -> dict[str, dict[str, str]]:
    """Return the words of a text that have contraries, by kind and by meaning: `heat`, `hot`."""
    kinds: dict[str, dict[str, str]] = {}
    for hit in lexicon(language, "opposites").find(words):
        kind, _, meanings = hit.advice.partition(": ")
        kinds.setdefault(kind, {}).update(dict.fromkeys(meanings.split(", "), hit.found))
    return kinds


def _cut(words: str) -> str:
    words = " ".join(words.replace(STAND_IN, "…").split())
    return words if len(words) <= _LONG else words[: words.rfind(" ", 0, _LONG)] + " …"


def emphasis(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> Counter[bool]:
    """Count the words in bold, and those that are not."""
    counts: Counter[bool] = Counter()
    for piece in pieces:
        for run in manuscript.runs(piece, language):
            counts[run.bold] += len(tokens(run.text))
    return counts
