"""Two negatives that cancel out: `n'est pas impossible`, `do not fail to`. Readers in pain get them the wrong way round."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.manuscript import Manuscript, Piece
from handouts.errors import Problem

_TWICE: Final = {
    "fr": re.compile(
        r"\b(?:n['’]est|ne sont|n['’]étai\w+|n['’]est donc) (?:pas|jamais) (?:du tout )?"
        r"(?:im(?!portant|médiat)(?:poss|pens|pruden|prob|util)\w*|in(?:habituel|utile|évitable|approprié|interdit|connu|fréquent|sensible|normal)\w*|rares?|interdit\w*|déconseillé\w*|exclue?s?"
        r"|défendu\w*|anorma\w+|contre-indiqué\w*)"
        r"|\b(?:n['’]oubliez|ne manquez|n['’]omettez|ne négligez) (?:surtout )?pas de (?:ne (?:pas|jamais|plus|rien)|ne\b)"
        r"|\bne manquez pas d[e'’]|\bne négligez pas d[e'’]|\bn['’]omettez pas d[e'’]"
        r"|\b(?:évitez|éviter|abstenez-vous) (?:de |d['’])(?:ne (?:pas|jamais|plus|rien)|oublier|manquer|négliger|omettre|éviter)\b"
        r"|\bn['’]évitez pas|\bne (?:\w+ez) (?:jamais|pas) (?:de )?ne pas|\bn['’]êtes pas sans\b|\bpas non plus sans\b|\bsans (?:ne )?(?:jamais )?(?:oublier|omettre|négliger) de ne\b"
        r"|\bsauf (?:si|indication|avis) [^.;]{0,30}\b(?:ne|n['’])[^.;]{0,20}\b(?:pas|jamais)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:not|\w+n['’]t|never|cannot) (?:\w+ly )?(?:im(?:possible|probable|prudent|proper)|un(?:common|usual|likely|safe|necessary|wise|known|heard|important|reasonable|expected|related|clean|comfortable|able)|in(?:frequent|appropriate|significant|advisable|correct|sufficient)|abnormal|forbidden|rare)\b"
        r"|\b(?:do not|don['’]t|never) (?:fail|neglect|forget|omit) (?:to|not to)\b(?= not\b)|\b(?:do not|don['’]t|never) (?:fail|neglect|omit) to\b"
        r"|\b(?:do not|don['’]t|never|remember not to|try not to) (?:forget )?(?:to )?(?:avoid|not|refrain|abstain|skip not)\b"
        r"|\bavoid (?:not|forgetting|failing|neglecting|avoiding|omitting|skipping not)\b"
        r"|\b(?:unless|except if|until) (?:you (?:are|have|were) )?(?:been )?not (?:told|advised|asked|allowed)\b|\bnot without (?:no|never)\b|\bcannot not\b"
        r"|\bno (?:\w+ )?(?:is|are) not\b",
        re.IGNORECASE,
    ),
}


def double_negatives(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find two negatives of which one takes back the other."""
    words = manuscript.words(piece, language)
    for found in _TWICE[language].finditer(words) if language in _TWICE else ():
        message = f"“{found[0]}” says no twice: people in pain get it the wrong way round"
        at = manuscript.at(piece, language, found[0], words[: found.start()])
        yield Problem("W421", message, at, "say it straight: what happens, or what to do")
