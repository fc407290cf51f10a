"""How redness is told: on brown and black skin it may look darker, or not be seen (NHS service manual, skin symptoms)."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.languages import name_of

_RED: Final = {
    "fr": re.compile(r"\b(?:roug(?:es?|eurs?|ie?s?|eâtres?|issent|it))\b(?! à lèvres)", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:red|redness|reddish|redder|reddened|reddens?)\b(?! (?:light|cross|wine|meat|flags?|eyes?|hairs?|inks?|drinks?|foods?|juices?|dyes?|urine|stools?|bins?|boxe?s?|labels?|caps?|pens?))",
        re.IGNORECASE,
    ),
}
_RED_THINGS = re.compile(r"(?:lumières?|vins?|croix|viandes?|drapeaux?)[ -]\Z", re.IGNORECASE)
_SHOWN_THE_SAME = {
    "fr": re.compile(
        r"(?:\b(?:tout ce qui est|rien de|quelque chose de)|\b(?:yeux|œil|cheveux|poils?|boissons?|aliments?|jus|gelées?|colorants?|urines?|selles?|sacs?|bacs?"
        r"|boîtes?|étiquettes?|bouchons?|encres?)(?: (?:sont|est|deviennent|devient|très|un peu))*)[ \u00a0]\Z",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:anything|nothing|something|(?:eyes?|hair|urine|stools?)(?: (?:is|are|turns?|look|looks|very))*) \Z",
        re.IGNORECASE,
    ),
}
"""What stands before `red` where it is not the colour of skin: a food, hair, the white of an eye."""

_DARKER = re.compile(r"fonc|brun|noire|dark|brown|black", re.IGNORECASE)
_BROWN_AND_BLACK = re.compile(
    r"brunes? (?:et|ou) noires?|noires? (?:et|ou) brunes?|brown (?:and|or) black|black (?:and|or) brown", re.IGNORECASE
)
_DARKER_SKIN = re.compile(
    r"\bpeaux? (?:plus )?foncées?\b(?! qu)|\bdark(?:er)?[- ]skin(?:s|ned)?\b(?! than)", re.IGNORECASE
)
"""Says how redness shows too, in words that are told elsewhere where they leave people out."""

_DARK_SKIN: Final = {
    "fr": re.compile(
        r"\bpeaux? (?:foncées?|noires?(?! (?:et|ou))|ethniques?|pigmentées?)|\bteints? foncés?|\bphototypes?\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:dark|ethnic|coloured|colored)[- ](?:skin(?:ned)?|complexions?)\b|\bdarker[- ](?:skinned|skin (?:tones?|types?)|complexions?)\b|\bskin of colou?r\b",
        re.IGNORECASE,
    ),
}


def skin_wording(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> Iterator[Problem]:
    """Find red skin without how it looks on brown and black skin (NHS service manual, inclusive content)."""
    red = _RED.get(language)
    if red is None:
        return
    said = [(piece, manuscript.words(piece, language)) for piece in pieces]
    told = any(_BROWN_AND_BLACK.search(words) or _DARKER_SKIN.search(words) for _, words in said)
    dark = {id(piece.section) for piece, words in said if _DARKER.search(words)}
    reds = [
        (piece, words, found)
        for piece, words in said
        for found in red.finditer(words)
        if not _RED_THINGS.search(words, 0, found.start())
        and not _SHOWN_THE_SAME[language].search(words, 0, found.start())
        and not _is_shown(found[0])
    ]
    hint = "say “red or darker than usual”, and that redness is harder to see on brown and black skin"
    for piece, words, found in reds:
        if id(piece.section) not in dark:
            message = f"“{found[0]}” alone: on brown and black skin it may look darker, or not be seen"
            at = manuscript.at(piece, language, found[0], words[: found.start()])
            yield Problem("W457", message, at, hint)
    if reds and not told and all(id(piece.section) in dark for piece, _, _ in reds):
        piece, words, found = reds[0]
        message = f"the {name_of(language)} text nowhere says how redness shows on brown and black skin"
        at = manuscript.at(piece, language, found[0], words[: found.start()])
        yield Problem("W457", message, at, "say once that redness is harder to see on brown and black skin")
    for piece, words in said:
        for found in _DARK_SKIN[language].finditer(words):
            at = manuscript.at(piece, language, found[0], words[: found.start()])
            yield Problem(
                "W457", f"“{found[0]}” leaves many people out", at, "say “brown and black skin”, “peau brune ou noire”"
            )


def _is_shown(word: str) -> bool:
    return word.isupper() and len(word) <= 3  # noqa: PLR2004 (RED, an abbreviation)
