"""What is so in one language, and is not in the other: `avec` for `without`, `if it hurts` for `s'il ne fait pas mal`."""

import re
from collections.abc import Iterator

from handouts.checks.lists.patterns import pattern
from handouts.checks.meaning.unanswered import known_words
from handouts.checks.parity.translation import excerpt
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.checks.text.sentences import side_by_side
from handouts.errors import Problem
from handouts.languages import name_of

_AROUND = 3  # parts of a condition with something between its commas: `si, à 20 h, vous n'avez pas …`


def polarity(manuscript: Manuscript, piece: Piece, first: str, other: str) -> Iterator[Problem]:
    """Find a condition that only one language turns with a `not`, and `with` where the other language says `without`."""
    for one, two in side_by_side(*(manuscript.words(piece, language) for language in (first, other))):
        for language, missing, words, twin in ((first, other, one, two), (other, first, two, one)):
            said = _turned(words, twin, language, missing) or _parted(words, twin, language, missing)
            if said:
                message = f"{name_of(language)} says “{excerpt(said)}”, and nothing in {name_of(missing)} says no"
                hint = "see whether one language says to do what the other says not to do"
                yield Problem("W203", message, manuscript.at(piece, missing), hint)
                return


def _turned(words: str, twin: str, language: str, missing: str) -> str:
    """Return the condition of a sentence that says no, where that of its twin says no in no way."""
    conditions = [_conditions(words, language), _conditions(twin, missing)]
    if [len(each) for each in conditions] != [1, 1]:
        return ""
    (here,), (there,) = conditions
    is_denied = pattern(language, "denied").search(here) and pattern(language, "negated").search(here)
    return here if is_denied and not pattern(missing, "negative").search(there) else ""


def _thing_after(found: re.Match[str], language: str) -> frozenset[str]:
    """Return what the first known word after another may mean."""
    following = found.string[found.end() :]
    return next((word.meanings for word in known_words(following, language) if word.named), frozenset())


def _conditions(words: str, language: str) -> list[str]:
    """Return each condition of a sentence, from its `if` to the end of the clause."""
    begun = pattern(language, "gives_condition").finditer(words)
    parts = [pattern(language, "clause_end").split(words[each.start() :]) for each in begun]
    return [each[0] if len(each[0].split()) > 1 else " ".join(each[:_AROUND]) for each in parts]


def _parted(words: str, twin: str, language: str, missing: str) -> str:
    """Return what a sentence is `without`, where its twin has something `with`, and neither says either once more."""
    withouts = [list(pattern(code, "lacking").finditer(said)) for code, said in ((language, words), (missing, twin))]
    withs = [list(pattern(code, "having").finditer(said)) for code, said in ((language, words), (missing, twin))]
    if [len(each) for each in (*withouts, *withs)] != [1, 0, 0, 1]:
        return ""
    rest = words[: withouts[0][0].start()] + words[withouts[0][0].end() :]
    refused = [pattern(code, "plain_no").search(said) is not None for code, said in ((language, rest), (missing, twin))]
    things = [_thing_after(withouts[0][0], language), _thing_after(withs[1][0], missing)]
    if refused[0] != refused[1] or (refused[0] and not things[0] & things[1]):
        return ""  # `avoid drinking with a straw`, and `drink without a straw`
    found = withouts[0][0]
    return " ".join(words[found.start() :].split()[:3])
