"""What a handout must not say: false calm, promises, offers, medicine that no prescriber approved, red alone."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from handouts.checks.lexicon import Hit, lexicon, tokens
from handouts.checks.manuscript import Manuscript, Piece
from handouts.checks.parity import name_of
from handouts.checks.quantities import quantities
from handouts.checks.sentences import Sentence, sentences_of
from handouts.errors import Problem
from handouts.model import Handout

_WINDOW = 4  # words before a claim among which a `not` takes it back
_DENIALS = frozenset(
    [
        "not",
        "no",
        "never",
        "cannot",
        "can't",
        "don't",
        "doesn't",
        "isn't",
        "aren't",
        "won't",
        "nobody",
        "none",
        "nothing",
        "without",
        "ne",
        "n",
        "ni",
        "pas",
        "jamais",
        "aucun",
        "aucune",
        "rien",
        "personne",
        "sans",
    ]
)
_PRESCRIBERS = re.compile(
    r"médecin|docteure?|physician|doctor|dermatolog|pharmac|dentist|chirurg|surgeon|prescri|praticienne?|practitioner",
    re.IGNORECASE,
)
_TELLING: Final = {
    "fr": re.compile(
        r"(?:dites|parlez|avisez|prévenez|informez|signalez)[- ](?:le[- ])?(?:nous|à)|apportez", re.IGNORECASE
    ),
    "en": re.compile(r"\b(?:tell us|let us know|talk to us|inform us|bring)\b", re.IGNORECASE),
}
_DOSE = re.compile(
    r"\d+(?:[.,]\d+)?[ \u00a0]?(?:mg|mcg|µg|UI|IU|comprimés?|tablets?|pills?|pilules?|capsules?|caplets?|gélules?)(?!\w)"
)
_NORMAL: Final = {
    "fr": re.compile(
        r"(?<!pas )(?<!retour à la )(?<!votre )(?<!vos )(?<!qu[e'’])\bnormal(?:e|es|ement)?\b|\bnormaux\b"
        r"|\b(?:c['’]est|tout à fait) (?:attendu|naturel|courant)\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"(?<!not )(?<!to )(?<!than )(?<!your )(?<!any )\bnormal(?:ly)?\b|\b(?:is|are) (?:perfectly |completely )?(?:natural|to be expected)\b",
        re.IGNORECASE,
    ),
}
_NORMAL_THINGS = re.compile(
    r"[ \u00a0](?:activit|routine|soin|care|diet|aliment|saline|sérum|skin|peau|température|temperature|taille|size|couleur|colou?r|life|vie"
    r"|rythme|way|day|food|repas|meal|shampoo|produits?|products?|things)",
    re.IGNORECASE,
)
_RED: Final = {
    "fr": re.compile(r"\b(?:roug(?:es?|eurs?|ie?s?|eâtres?|issent|it))\b(?! à lèvres)", re.IGNORECASE),
    "en": re.compile(
        r"\b(?:red|redness|reddish|redder|reddened|reddens?)\b(?! (?:light|cross|wine|meat|flags?))", re.IGNORECASE
    ),
}
_RED_THINGS = re.compile(r"(?:lumières?|vins?|croix|viandes?|drapeaux?)[ -]\Z", re.IGNORECASE)
_DARKER = re.compile(r"fonc|brun|noire|dark|brown|black", re.IGNORECASE)
_BROWN_AND_BLACK = re.compile(
    r"brunes? (?:et|ou) noires?|noires? (?:et|ou) brunes?|brown (?:and|or) black|black (?:and|or) brown", re.IGNORECASE
)
_DARK_SKIN: Final = {
    "fr": re.compile(
        r"\bpeaux? (?:foncées?|noires?(?! (?:et|ou))|ethniques?|pigmentées?)|\bteints? foncés?|\bphototypes?\b",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\b(?:dark|darker|ethnic|coloured|colored)[- ](?:skin(?:ned)?|complexions?)\b|\bskin of colou?r\b",
        re.IGNORECASE,
    ),
}
_COLLAGEN = re.compile(r"collag[eè]n", re.IGNORECASE)
_OIL = re.compile(r"\b(?:oil|oily|sebum|sébum|gras|grasse)\b", re.IGNORECASE)


def check_wording(manuscript: Manuscript) -> Iterator[Problem]:
    """Read each handout, and what its clinics add, in each language."""
    for owner, pieces in manuscript.by_owner.items():
        handout = manuscript.content.handouts.get(owner[1]) if owner[0] == "handouts" else None
        for language in manuscript.languages:
            for piece in pieces:
                if piece.field != "conflicts":
                    yield from _claims(manuscript, piece, language)
                    yield from _calm(manuscript, piece, language)
                    yield from _medicine(manuscript, piece, language, handout)
            if handout is not None:
                yield from _skin(manuscript, pieces, language)


def _claims(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.words(piece, language)
    for hit in _asserted(lexicon(language, "claims").find(words), words):
        message = (
            f"“{hit.found}” promises {_promised(hit, language)}, which nobody can (Consumer Protection Act, s. 219)"
        )
        hint = "say what is known, with “can” or “may”, or leave it out"
        yield _problem(manuscript, piece, language, "E458", hit, message, hint)
    for hit in lexicon(language, "promotion").find(words):
        message = f"“{hit.found}” sells: a handout is care, and an offer makes it a commercial message"
        yield _problem(manuscript, piece, language, "E458", hit, message, "leave the offer out")
    for hit in _asserted(lexicon(language, "soft_claims").find(words), words):
        message = f"“{hit.found}” can calm someone who should call"
        yield _problem(manuscript, piece, language, "W458", hit, message, hit.advice)
    for sentence in sentences_of(words):
        if (found := _COLLAGEN.search(sentence.text)) and _OIL.search(sentence.text):
            message = "no source says that collagen makes skin oily"
            at = manuscript.at(piece, language, found[0], words[: sentence.start + found.start()])
            yield Problem("W458", message, at, "say “we do not know exactly why”, or leave the sentence out")


def _promised(hit: Hit, language: str) -> str:
    return hit.advice if language == "en" else f"“{hit.advice}”"


def _asserted(hits: Iterable[Hit], words: str) -> Iterator[Hit]:
    """Leave out what the words before take back: `we cannot guarantee`."""
    for hit in hits:
        sentence = words[: hit.start].rpartition(". ")[2]
        before = [token.word for token in tokens(sentence)][-_WINDOW:]
        if not _DENIALS.intersection(before):
            yield hit


def _calm(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find `normal` without a time limit in its sentence (what lasts may be an infection)."""
    if language not in _NORMAL:
        return
    words = manuscript.words(piece, language)
    if "orma" not in words and "natur" not in words and "attendu" not in words and "expected" not in words:
        return
    for sentence in sentences_of(words):
        for found in _NORMAL[language].finditer(sentence.text):
            if not _NORMAL_THINGS.match(sentence.text, found.end()) and not _has_a_limit(sentence, piece, language):
                message = f"“{found[0]}” without a time limit: what lasts longer may need a doctor"
                hint = "say in the same sentence until when: “for {redness_ends}”, “pendant {redness_ends}”"
                before = words[: sentence.start + found.start()]
                yield Problem("E454", message, manuscript.at(piece, language, found[0], before), hint)


def _has_a_limit(sentence: Sentence, piece: Piece, language: str) -> bool:
    counted = quantities(sentence.text, language)
    times = {value for value in counted.values if value.endswith((" min", " months"))}
    return bool(times) or piece.kind == "timeline" or bool(_DAYS.search(sentence.text))


_DAYS = re.compile(
    r"\bjours? \d|\bdays? \d|\b(?:premiers?|première|deux|trois|quelques|first|few) (?:\w+ )?(?:jours?|heures?|semaines?|days?|hours?|weeks?)"
    r"|\b(?:the next day|overnight|le lendemain|that evening|le soir même)\b",
    re.IGNORECASE,
)


def _medicine(manuscript: Manuscript, piece: Piece, language: str, handout: Handout | None) -> Iterator[Problem]:
    if handout is not None and _is_prescribed(handout):
        return
    words = manuscript.words(piece, language)
    hits = list(lexicon(language, "medicines").find(words))
    hits += (Hit(found[0], "", found.start(), found.end()) for found in _DOSE.finditer(words))
    if not hits or _is_disclosure(manuscript, piece, language):
        return
    for hit in hits:
        message = f"“{hit.found}” is a medicine or a dose, and no prescriber has approved this handout"
        hint = "take it out, and send people to their pharmacist or doctor; or have a prescriber approve the handout"
        yield _problem(manuscript, piece, language, "E456", hit, message, hint)


def _is_prescribed(handout: Handout) -> bool:
    """Whether someone who may prescribe has approved the handout."""
    approval = handout.approval
    roles = approval.role.words.values() if approval.role else ()
    return approval.status == "approved" and any(_PRESCRIBERS.search(role) for role in roles)


def _is_disclosure(manuscript: Manuscript, piece: Piece, language: str) -> bool:
    """Whether a text only asks what people take."""
    telling = _TELLING.get(language)
    if telling is None:
        return False
    heading = piece.section.heading if piece.section else None
    near = [manuscript.words(piece, language), heading.words.get(language, "") if heading else ""]
    near += [column.words.get(language, "") for column in getattr(piece.block, "columns", ())]
    return any(telling.search(words) for words in near)


def _skin(manuscript: Manuscript, pieces: tuple[Piece, ...], language: str) -> Iterator[Problem]:
    """Find red skin without how it looks on brown and black skin (NHS service manual, inclusive content)."""
    red = _RED.get(language)
    if red is None:
        return
    said = [(piece, manuscript.words(piece, language)) for piece in pieces]
    told = any(_BROWN_AND_BLACK.search(words) for _, words in said)
    dark = {id(piece.section) for piece, words in said if _DARKER.search(words)}
    reds = [
        (piece, words, found)
        for piece, words in said
        for found in red.finditer(words)
        if not _RED_THINGS.search(words, 0, found.start()) and not _is_shown(found[0])
    ]
    hint = "say “red or darker than usual”, and that redness is harder to see on brown and black skin"
    for piece, words, found in reds:
        if id(piece.section) not in dark:
            message = f"“{found[0]}” alone: on brown and black skin it may look darker, or not be seen"
            at = manuscript.at(piece, language, found[0], words[: found.start()])
            yield Problem("W457" if told else "E457", message, at, hint)
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


def _problem(
    manuscript: Manuscript, piece: Piece, language: str, code: str, hit: Hit, message: str, hint: str
) -> Problem:
    before = manuscript.words(piece, language)[: hit.start]
    return Problem(code, message, manuscript.at(piece, language, hit.found, before), hint)
