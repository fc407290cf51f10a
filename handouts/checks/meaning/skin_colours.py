"""How redness is told: on brown and black skin it may look darker, or not be seen (NHS service manual, skin symptoms)."""

import re
from collections.abc import Iterator

from handouts.checks.lists.patterns import pattern
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of

_RED_THINGS = re.compile(r"(?:lumières?|vins?|croix|viandes?|drapeaux?)[ -]\Z", re.IGNORECASE)

_DARKER = re.compile(r"fonc|brun|noire|dark|brown|black|\bdeep(?:er)? (?:pink|red)", re.IGNORECASE)
_OR_ELSE = re.compile(
    r"couleurs? (?:différente|inhabituelle)|(?:autre|changement de) couleur"
    r"|(?:different|change (?:in|of)(?: skin| the)?|another) colou?r",
    re.IGNORECASE,
)
"""Says beside `red` how else the skin may look."""

BROWN_AND_BLACK = re.compile(
    r"brunes? (?:et|ou) noires?|noires? (?:et|ou) brunes?|brown (?:and|or) black|black (?:and|or) brown", re.IGNORECASE
)
_DARKER_SKIN = re.compile(
    r"\bpeaux? (?:plus )?foncées?\b(?! qu)|\bdark(?:er)?[- ]skin(?:s|ned)?\b(?! than)", re.IGNORECASE
)
"""Says how redness shows too, in words that are told elsewhere where they leave people out."""

_BROWN_OR_BLACK = re.compile(r"\b(?:brunes?|noires?|brown|black)\b", re.IGNORECASE)


def skin_wording(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> Iterator[Problem]:
    """Find red skin without how it looks on brown and black skin (NHS service manual, inclusive content)."""
    said = [(piece, manuscript.words(piece, language)) for piece in pieces]
    told = _says_how(manuscript, pieces, language)
    dark = {id(piece.section) for piece, words in said if _DARKER.search(words)}
    reds = [
        (piece, words, found)
        for piece, words in said
        for found in pattern(language, "red").finditer(words)
        if not _RED_THINGS.search(words, 0, found.start())
        and not pattern(language, "red_thing").search(words, 0, found.start())
        and not _is_shown(found[0])
    ]
    hint = "say “red or darker than usual”, and that redness is harder to see on brown and black skin"
    for piece, words, found in reds:
        if (
            id(piece.section) not in dark and not _OR_ELSE.search(words) and not (told and piece.kind == "key_points")
        ):  # which have no room for it
            message = f"“{found[0]}” alone: on brown and black skin it may look darker, or not be seen"
            at = manuscript.at(piece, language, found[0], words[: found.start()])
            yield Problem("W457", message, at, hint)
    first = manuscript.languages[0]
    if language != first and not _says_how(manuscript, pieces, first):
        told = True  # once is enough: what no language says is told under the first
    told = told or all(_DARKER.search(words) for _, words, _ in reds)  # `red or darker` says it wherever it matters
    if not told and all(id(piece.section) in dark for piece, _, _ in reds):
        piece, words, found = next(each for each in reds if not _DARKER.search(each[1]))
        message = f"the {name_of(language)} text nowhere says how redness shows on brown and black skin"
        at = manuscript.at(piece, language, found[0], words[: found.start()])
        yield Problem("W457", message, at, "say once that redness is harder to see on brown and black skin")
    for piece, words in said:
        for found in pattern(language, "leaves_out").finditer(words):
            at = manuscript.at(piece, language, found[0], words[: found.start()])
            yield Problem(
                "W457", f"“{found[0]}” leaves many people out", at, "say “brown and black skin”, “peau brune ou noire”"
            )


def one_of_brown_and_black(words: str, twin: str) -> str:
    """Return the second of the two colours, where the other sentence names one of them only."""
    both = BROWN_AND_BLACK.search(words)
    alone = both and _BROWN_OR_BLACK.search(twin) and not BROWN_AND_BLACK.search(twin)
    return both[0].split()[-1] if both and alone else ""


def _says_how(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> bool:
    """Whether a text names brown and black skin."""
    said = (manuscript.words(piece, language) for piece in pieces)
    return any(BROWN_AND_BLACK.search(words) or _DARKER_SKIN.search(words) for words in said)


def _is_shown(word: str) -> bool:
    return word.isupper() and len(word) <= 3  # noqa: PLR2004 (RED, an abbreviation)
