"""Words taken for others that sound alike: a and à, ou and où, its and it's. Dictionaries know them all, so their neighbours tell.

Each rule names neighbours beside which only the other word makes sense; where both do, nothing is told.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from handouts.checks.manuscript import Manuscript, Piece
from handouts.errors import Problem

_BODY_FR = "peau|main|mains|bouche|joue|plaie|zone|jambe|tête|lèvre|gencive"
_OURS_EN = (
    "skin|hands?|face|hair|eyes?|mouth|teeth|tooth|gums?|lips?|nose|ears?|foot|feet|toes?|legs?|arms?|body|wound|scar|dressing|bandage|"
    "stitch(?:es)?|doctor|dentist|nurse|pharmacist|clinic|visit|appointment|treatment|medicines?|pillow\\w*|clothes|own|health|temperature"
)


@dataclass(frozen=True, slots=True)
class _Confusion:
    """A word, the neighbours beside which another is meant, and that other."""

    pattern: re.Pattern[str]
    meant: str


def _confusion(pattern: str, meant: str) -> _Confusion:
    return _Confusion(re.compile(pattern, re.IGNORECASE), meant)


_CONFUSIONS: Final = {
    "fr": (
        _confusion(r"(?<!\bil )(?<!\belle )(?<!\bon )(?<!\bqui )(?<!\by )\b(?P<wrong>a) (?=(?:la (?:maison|clinique|pharmacie|fois)|l['’](?:urgence|hôpital|ombre|abri|intérieur|extérieur|avance|eau tiède)|jeun|partir d|cause d|côté d|base d|nouveau\b|peine\b|moins d))", "à"),
        _confusion(r"\b(?:grâce|jusqu['’]|face|quant|suite|rapport|\d+|deux|trois|un) ?(?P<wrong>a) (?=la |l['’]|\d|deux|trois|quatre|cinq|votre|vos|ce)", "à"),
        _confusion(r"\b(?:douleurs?|mal|brûlures?|enflures?|rougeurs?|démangeaisons?|chaleur|plaies?|problèmes?|dites|parlez|demandez|téléphonez|retournez|allez|revenez|touchez) (?P<wrong>a) (?=la |l['’]|votre|vos|cette|cet|notre|nos)", "à"),
        _confusion(r"\b(?:il|elle|on|cela|ça) (?P<wrong>à) (?=été\b|eu\b|mal\b|besoin\b|une? |des |du |de la )", "a"),
        _confusion(r", (?P<wrong>où) (?=(?:n['’]|ne )?\w+ez\b(?!-vous))", "ou"),
        _confusion(r"\b(?:la zone|l['’]endroit|le jour|le moment|la région|partout|là) (?P<wrong>ou) (?=(?:vous|il|elle|on|nous) )", "où"),
        _confusion(r"\b(?P<wrong>sa) (?=(?:pourrait|peut|va|fait|est|était|arrive|dure|brûle|pique|démange|saigne|empire|ne|n['’]\w+|s['’]\w+)\b)", "cela"),
        _confusion(rf"\b(?P<wrong>ça) (?=(?:{_BODY_FR})\b)", "sa"),
        _confusion(r"\b(?P<wrong>[cs]es) (?=(?:normal|important|mieux|pas|une?|bien|le|la|votre|pour)\b)", "c'est"),
        _confusion(r"\b(?P<wrong>c['’]est) (?=(?:mains|boutons|produits|conseils|symptômes|signes|points|taches|médicaments|jours)\b)", "ces"),
        _confusion(r"\b(?P<wrong>se) (?=(?:pansement|médicament|traitement|rendez-vous|savon|feuillet|formulaire|numéro)\b)", "ce"),
        _confusion(r"\b(?P<wrong>si il)(?=s? )", "s'il"),
        _confusion(r"\b(?P<wrong>quand) (?=même temps|à (?:vous|elle|lui|la|nous)\b)", "quant"),
        _confusion(r"\b(?P<wrong>peut) (?=de (?:temps|jours|sang|gel|crème|savon|chose))", "peu"),
        _confusion(r"\b(?:on|il|elle|cela|ça|qui) (?P<wrong>peu) (?=\w+(?:er|ir|re)\b)", "peut"),
        _confusion(r"\b(?:(?:il|elle|on|cela|ça|qui)(?: ne)?|(?:la|le|un|une|votre|cette|ce) \w+|l['’]\w+) (?P<wrong>peux)\b(?!-)", "peut"),
        _confusion(r"(?:\A|(?<=[.:!?] ))(?:les|vos|ces|ils|elles) (?:\w+ )?(?P<wrong>peut)\b(?!-)", "peuvent"),
        _confusion(r"\b(?P<wrong>prés) (?=d)", "près"),
        _confusion(r"\b(?P<wrong>d['’]avantage)\b(?! d[eu'’])", "davantage"),
    ),
    "en": (
        _confusion(r"\b(?:of|on|at|in|with|from|by|around|under|over|into|near) (?P<wrong>it['’]s)\b", "its"),
        _confusion(r"\b(?P<wrong>it['’]s) (?=own\b)", "its"),
        _confusion(r"(?<!\bof )(?<!\bat )(?<!\bin )\b(?P<wrong>its) (?=(?:an?|the|not|too|important|been|going|getting|okay|ok|best to|better to|time to|a)\b)", "it's"),
        _confusion(rf"\b(?P<wrong>you['’]re) (?=(?:{_OURS_EN})\b)", "your"),
        _confusion(r"\b(?P<wrong>your) (?=(?:going|not|too|unsure|allergic|pregnant|welcome|taking|able|unable|having|using|breastfeeding)\b(?! (?:belly|skin|reaction)))", "you're"),
        _confusion(r"\b(?:more|less|fewer|longer|higher|lower|rather|other|later|earlier|sooner) (?P<wrong>then) (?=\d|usual|normal|before|expected|that\b|an? |one\b|two\b|three\b)", "than"),
        _confusion(r"\b(?:rather|other) (?P<wrong>then)\b", "than"),
        _confusion(r", (?:and )?(?P<wrong>than) (?=(?:apply|pat|rinse|wash|put|call|use|cover|dry|take|press|leave|wait|go|let|spread|rest)\b)", "then"),
        _confusion(r"\b(?P<wrong>lose) (?=(?:clothing|clothes|stitch|stitches|bandages?|dressings?|tooth|fit|fitting)\b)", "loose"),
        _confusion(r"\b(?P<wrong>loose) (?=(?:weight|blood|your|consciousness)\b)", "lose"),
        _confusion(r"(?<!\w)(?P<wrong>an) (?=[bcdfgjklmnpqrstvwzBCDFGJKLMNPQRSTVWZ](?-i:[a-z]))", "a"),  # but: an SPF, an LED
        _confusion(r"(?<![\w-])(?P<wrong>a) (?=(?:[aio](?!ne\b|nce\b|ne-)|e(?!u|we))[a-z]{2})(?<!vitamin a )(?<!type a )(?<!hepatitis a )", "an"),
        _confusion(r"\b(?:could|should|would|must|might) (?P<wrong>of)\b(?! course)", "have"),
        _confusion(r"\b(?P<wrong>their) (?=(?:is|are|was|were|may be|can be)\b)", "there"),
        _confusion(r"\b(?P<wrong>there) (?=(?:hands|advice|office|phone)\b)", "their"),
        _confusion(r"\b(?P<wrong>to) (?=(?:much|many|often|soon|tight|tightly)\b)", "too"),
        _confusion(r"\b(?:the|our|this|your|any|medical|their|for|ask for) (?P<wrong>advise)\b", "advice"),
        _confusion(r"\b(?P<wrong>advice) (?=(?:you|us|patients|against) )(?<!\b(?:the|our) advice )", "advise"),
        _confusion(r"\bside (?P<wrong>affects?)\b", "effect"),
        _confusion(r"\b(?:trouble|hard to|difficulty|unable to|cannot|can['’]t) (?P<wrong>breath)\b", "breathe"),
        _confusion(r"\b(?:deep|a|of) (?P<wrong>breathe)\b", "breath"),
        _confusion(r"\b(?P<wrong>wont)\b", "won't"),
        _confusion(r"\b(?P<wrong>cant)\b", "can't"),
        _confusion(r"\b(?P<wrong>everyday)(?= ?(?:[.,;:!]|\Z|\n|until\b|for\b|with\b|after\b|before\b))", "every day"),
    ),
}  # fmt: skip
_UNDONE: Final = re.compile(
    r"\b(?:sans|pouvez|peut|peuvent|devez|doit|doivent|faut|allez|voulez|laissez) (?P<wrong>\w+[^aeu\W]é(?:e|s|es)?)\b(?<!ité)(?<!ités)(?<!lté)(?<!ltés)(?<!nté)(?<!rté)(?<!né)(?<!côté)",
)
_ORDER_BY_PARTICIPLE: Final = re.compile(
    r"(?:\A|(?<=[.!?:] )|(?<=\n))(?P<wrong>[A-ZÀÉ]\w+é) (?=(?:la|le|les|votre|vos) |l['’])"
)


def check_confusions(manuscript: Manuscript) -> Iterator[Problem]:
    """Check each text that is printed, in each language."""
    for piece, language in manuscript.prose():
        yield from _in_piece(manuscript, piece, language)


def _in_piece(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    words = manuscript.words(piece, language).replace("\u00a0", " ")
    for confusion in _CONFUSIONS.get(language, ()):
        for found in confusion.pattern.finditer(words):
            if not _is_a_letter(found["wrong"]):
                yield _told(manuscript, piece, language, found, confusion.meant)
    if language == "fr":
        for found in _UNDONE.finditer(words):
            yield _told(manuscript, piece, language, found, re.sub(r"é(?:e|s|es)?\Z", "er", found["wrong"]))
        for found in _ORDER_BY_PARTICIPLE.finditer(words):
            yield _told(manuscript, piece, language, found, found["wrong"][:-1] + "ez")


def _is_a_letter(word: str) -> bool:
    """Whether a word is the name of a letter, as in vitamin A."""
    return word == "A"


def _told(manuscript: Manuscript, piece: Piece, language: str, found: re.Match[str], meant: str) -> Problem:
    wrong = found["wrong"]
    at = manuscript.at(piece, language, wrong, found.string[: found.start("wrong")])
    return Problem("W263", f"“{wrong}” is taken for another word here", at, f"write “{meant}”")
