"""What a handout cannot know or leave to anyone: what a person has, and who may choose a treatment."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.sentences import Sentence, sentences_of
from handouts.errors import Problem

_ILLNESS: Final = (
    r"(?:rosac[ée]e?a?|eczema|eczéma|psoriasis|infections?|herp[eè]s|allerg(?:ie|y)|(?:skin )?cancer|m[ée]lanom[ea]|dermatit[ei]s?|imp[ée]tigo"
    r"|cellulit[ei]s?|zona|shingles|mycose|scabies|gale|keloid|chéloïde)"
)
_DIAGNOSED: Final = {
    "fr": re.compile(
        rf"\b(?:vous (?:avez|souffrez d[e'’]|faites)|c['’](?:est|était)|il s['’]agit|(?:est|était|sont))[ \u00a0](?:bien )?(?:d['’]|d[eu] |l['’]|l[ae] |les |un[e]? |des |de la )*{_ILLNESS}\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        rf"\b(?:you (?:have|suffer from|are having)|it is|it['’]s|this is|it was|(?:is|was|are))[ \u00a0](?:an? |the |some )?{_ILLNESS}\b",
        re.IGNORECASE,
    ),
}
_OPEN: Final = re.compile(
    r"\?|\b(?:si|s['’]ils?|if|quand|lorsque|when|whether|peut|peuvent|pourrai\w*|may|might|can|could|parfois|sometimes|soit|signes?|signs?|déjà|ever"
    r"|ne|n['’]\w+|pas|not|\w+n['’]t|no|avant|before|tant que|until|seul|only|dites|tell|because|car|parce|comme|like)\b",
    re.IGNORECASE,
)
"""What leaves it open, or only asks."""

_BEAUTICIAN: Final = {
    "fr": re.compile(
        r"\besthéticien\w*\b[^.;]{0,25}?\b(?:prescri\w+|diagnosti\w+|(?:recommand|propos|conseill|choisi)\w*[^.;]{0,30}?\b(?:traitements?|médicaments?))\b", re.IGNORECASE
    ),
    "en": re.compile(
        r"\ba?esthetician\w*\b[^.;]{0,25}?\b(?:prescrib\w+|diagnos\w+|(?:recommend|suggest|choose|advise)\w*[^.;]{0,30}?\b(?:treatments?|medicines?|medications?))\b", re.IGNORECASE
    ),
}  # fmt: skip


def judgement(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find an illness that a text says the reader has, and a treatment that an esthetician would choose."""
    if language not in _DIAGNOSED or piece.section is None:
        return
    words = manuscript.words(piece, language)
    for sentence in sentences_of(words):
        if (found := _DIAGNOSED[language].search(sentence.text)) and not _OPEN.search(sentence.text):
            message = f"“{found[0]}” tells people what they have: only an exam can"
            yield _problem(
                manuscript, piece, language, sentence, found, message, "say “can be” or “may be”, and whom to call"
            )
        if (found := _BEAUTICIAN[language].search(sentence.text)) and not _OPEN_TO_ALL.search(sentence.text):
            message = f"“{found[0]}”: an esthetician does not choose a treatment for the skin's troubles"
            yield _problem(
                manuscript, piece, language, sentence, found, message, "name a doctor, a dermatologist or a pharmacist"
            )


_OPEN_TO_ALL: Final = re.compile(r"\b(?:ne|n['’]\w+|pas|not|\w+n['’]t|cannot|never|jamais)\b", re.IGNORECASE)


def _problem(
    manuscript: Manuscript,
    piece: Piece,
    language: str,
    sentence: Sentence,
    found: re.Match[str],
    message: str,
    hint: str,
) -> Problem:
    before = manuscript.words(piece, language)[: sentence.start + found.start()]
    return Problem("W458", message, manuscript.at(piece, language, found[0], before), hint)
