"""Mistakes of writing that a pattern tells, by language: what is wrong, and what to write instead.

One rule a mistake. A rule is narrow on purpose: it says nothing where the same letters may be right.
"""

import re
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Rule:
    """One mistake, and what to write instead.

    Attributes:
        code: Of the problem.
        pattern: What is wrong; its group `wrong`, if it has one, is the very place.
        message: What to say of it.
        hint: What to do.
    """

    code: str
    pattern: re.Pattern[str]
    message: str
    hint: str


def _rule(code: str, pattern: str, message: str, hint: str) -> Rule:
    return Rule(code, re.compile(pattern), message, hint)


def _familiar(pattern: str) -> Rule:
    """Declare a turn that says “tu”."""
    hint = "say “vous” all along, with -ez: lavez, mettez (FR-14)"
    return _rule("W255", pattern, "“{found}” speaks to the reader as to a friend", hint)


_MONTHS_FR = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DAYS_FR = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_NAMES_FR = "|".join(name.capitalize() for name in f"{_DAYS_FR}|{_MONTHS_FR}".split("|"))
_MONTHS_EN = "January|February|March|April|May|June|July|August|September|October|November|December"
_NAMES_EN = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october|november|december"
_INSIDE = r"(?<=[\w,;)’'] )"  # a word before: not the beginning of a sentence
_SENTENCE = r"(?:(?<=\A)|(?<=[.!?…] )|(?<=\n)|(?<=« )|(?<=: ))"

RULES: Final = {
    "fr": (
        _rule(
            "W250",
            _SENTENCE + r"(?P<wrong>A)(?= (?!(?:eu|été|déjà|fait|pris|reçu|subi|donné|la fois)\b)(?:l['’])?[a-zà-ÿœ])",
            "“A” has lost its accent", "write “À” (FR-07)",
        ),
        _rule("W250", r"(?<=[a-zà-ÿœ] )(?P<wrong>a)(?= (?!(?:encore|entre|quatre|notre|votre|autre|contre|outre|hier|propre|libre|moindre|pire|rare)\b)[a-zà-ÿœ]{2,}(?:er|ir|re)\b)",
              "“{found}” has lost its accent", "write “à” (FR-07)"),
        _rule("W251", r"\b(?P<wrong>1(?:ère?|iè?re|ere|ier)s?|\d+(?:i?[eè]mes?|ièmes?|nde?s?))(?!\w)",
              "“{found}” is not how French shortens an ordinal", "write 1er, 1re, 2e, 3e (FR-08)"),
        _rule("W253", rf"{_INSIDE}(?P<wrong>(?:{_NAMES_FR})s?)\b", "“{found}” takes a small letter in French",
              "write it in small letters: days and months have no capital (FR-11)"),
        _rule("W253", r"\b(?:en|version|langue|parle[rz]?|anglais et|français et) (?P<wrong>Français|Anglais|Espagnol|Française|Anglaise)\b",
              "“{found}” takes a small letter here", "write it in small letters: languages have no capital (FR-11)"),
        _rule("W254", r"(?<![(\w-])(?<!\()(?P<wrong>[Mm]icroneedling)\b", "“{found}” is the English word",
              "write “microperforation (microneedling)”, the English word in brackets and once (FR-15)"),
        _rule("W254", r"(?<!\d)(?P<wrong>24/7)(?!\d)", "“{found}” is not French", "write “jour et nuit, sept jours sur sept” (FR-15)"),
        _rule("W254", r"\b(?P<wrong>[Ss]uite) \d", "“suite” is “bureau” in an address", "write “bureau” (FR-15)"),
        _familiar(r"(?P<wrong>\b[Nn]['’](?:oublie|hésite|utilise|applique|essaie|attends) (?:pas|jamais)\b|\b[Nn]e (?:touche|gratte|mets|prends|frotte|presse|perce) (?:pas|jamais)\b|\b(?:Assure|Lave)-toi\b)"),
        _familiar(_SENTENCE + r"(?P<wrong>Lave|Évite|Mets|Prends|Appelle|Rince|Utilise|Attends|Consulte|Nettoie|Hydrate|Applique|Écris|Dors|Protège|Garde|Bois|Surveille)(?= (?:l['’]|le |la |les |un |une |des |du |de |d['’]|nous\b|bien |seulement |si |à ))"),
        _familiar(_SENTENCE + r"(?P<wrong>Rase|Change|Enlève|Retire|Couvre|Sèche|Éponge|Essuie|Frotte|Touche|Étends|Dépose|Place|Pose|Trempe|Tapote|Masse|Bouge|Lève|Mange|Demande|Apporte|Porte|Note|Regarde|Vérifie|Suis|Continue|Arrête|Cesse|Choisis|Remets|Reprends|Tiens|Tire|Gratte|Perce|Rappelle|Fais|Dis|Respecte|Presse|Appuie|Coupe|Remplace)(?= (?:l['’]|le |la |les |un |une |ton |ta |tes ))"),
        _familiar(_SENTENCE + r"(?P<wrong>Ne (?:tire|appuie|bouge|change|enlève|retire|rase|coupe|mange|bois|fume|lave|mouille|conduis|cesse|porte|marche|force|reste|fais|dors|soulève|plie|masse) (?:pas|jamais|rien))\b"),
        _rule("W255", r"(?<![lL]e )(?<![dD]u )(?<![uU]n )(?<!ce )(?<!au )(?<!même )\b(?P<wrong>[Tt]on) (?=[a-zà-ÿ])", "“{found}” speaks to the reader as to a friend", "write “votre”, and say “vous” all along (FR-14)"),
        _familiar(r"(?P<wrong>\b(?:[Mm]ouille|[Rr]ince|[Ll]ave|[Ss]èche|[Aa]ppelle|[Mm]ets|[Pp]rends|[Gg]arde|[Ee]ssuie|[Ff]rotte) (?:ton|ta|tes|toi)\b)"),
        _rule("W255", _SENTENCE + r"(?P<wrong>[A-ZÉ][a-zà-ÿœ]+ez (?:pas|jamais|rien|plus)(?= [a-zà-ÿ]|[.!]|\Z)(?! d[e']))", "“{found}” lacks its “ne”", "write “ne” before the verb (FR-14)"),
        _rule("W262", _SENTENCE + r"(?P<wrong>(?!Chez|Assez)[A-ZÀ-Ÿ][a-zà-ÿœ]+ez (?:vous|nous|moi))\b(?!-même)(?! (?:y |en |l[ea] |les )?\w+(?:er|ir|re)\b)", "“{found}” lacks its hyphen", "write lavez-vous, appelez-nous"),
        _rule("W257", r"(?<![\d.])\b(?P<wrong>\d{1,2}:\d{2})\b(?! ?[aApP]\.?[mM])", "“{found}” is not how French writes an hour", "write 9 h 30"),
        _rule("W257", r"(?P<wrong>\b\d{1,2}(?: ?h ?\d{0,2}|:\d{2})? ?(?:[aApP]\.?[mM]\.?))(?!\w)", "French has no a.m. and p.m.", "write 13 h 30"),
        _rule("W257", r"(?P<wrong>\b\d{1,2} ?h ?00)\b", "French leaves out the zeros of a full hour", "write 9 h"),
        _rule("W257", r"(?P<wrong>\b0\d ?h)(?!\w)", "French writes an hour without a zero before it", "write 9 h"),
        _rule("W257", r"(?<![\d.])(?P<wrong>\d+\.\d+)(?![\d.])", "French has a comma where this number has a point", "write 0,5 (FR-05)"),
        _rule("W257", r"(?<![\d,])(?P<wrong>[1-9]\d{0,2},\d{3})(?![\d,])", "French separates thousands with a space", "write 10 000 (FR-05)"),
        _rule("W257", rf"\b(?P<wrong>(?:{_MONTHS_FR}) \d{{1,2}}(?!\d),?(?: \d{{4}})?)", "“{found}” has its day and month the English way round", "write le 2 mai 2026"),
        _rule("W257", rf"\b(?P<wrong>0?1) (?:{_MONTHS_FR})\b", "the first day of a month is 1er in French", "write le 1er mai 2026"),
        _rule("W257", rf"\b(?P<wrong>(?:{_DAYS_FR}), (?:le )?)\d{{1,2}}(?:er)? (?:{_MONTHS_FR})\b", "French has no comma between the day of the week and the date", "write le samedi 2 mai 2026"),
        _rule("W257", r"\b(?P<wrong>\d+ ?[-–] ?\d+)(?= (?:minutes|heures|jours|semaines|mois|ans|fois)\b)", "“{found}” is not how French writes a range", "write 12 à 18"),
        _rule("W257", r"\b(?P<wrong>[Nn]o\.) ?(?=\d)", "French shortens “numéro” without a period", "write no 2"),
        _rule("W257", r"(?P<wrong>#) ?(?=\d)", "“#” is not French before a number", "write no 2"),
        _rule("W262", r"\b(?P<wrong>(?:Dr|Dre|Drs|Dres|Mme|Mmes|Mlle|Pr|Pre)\.)(?= [A-ZÀ-Þ])", "French writes this title without a period", "write Dr, Dre, Mme"),
        _rule("W262", r"\b(?P<wrong>Mr\.?)(?= [A-ZÀ-Þ])", "“{found}” is English", "write M."),
        _rule("W262", r"(?<!p\. )(?<!par )\b(?P<wrong>[Ee]x\.? ?:)", "“{found}” is not how French shortens “par exemple”", "write par exemple"),
        _rule("W262", r"(?<=[^\W\d_])(?P<wrong> /|/ | / )(?=[^\W\d_])", "French has no space beside a slash", "take the spaces out, or write “ou” (FR-09)"),
        _rule("W262", r"(?<![«\w“])(?P<wrong>“[^“”«»]+”)(?![^«]*»)", "these are English quotation marks", "write « … » (FR-03)"),
        _rule("W404", r"(?<!\w)(?P<wrong>et ?/ ?ou)(?!\w)", "“{found}” makes the reader choose between three readings", "write “ou”, or “et”"),
        _rule("W262", r"(?<=[^\W\d_]) (?P<wrong>&)(?= [a-zà-ÿœ])", "“&” stands for a word", "write “et”"),
        _rule("W257", r"(?P<wrong>\$ ?\d+)", "French has the dollar sign after the number", "write 25 $ (FR-04)"),
    ),
    "en": (
        _rule("W253", rf"\b(?P<wrong>(?:{_NAMES_EN})s?)\b", "“{found}” takes a capital in English", "write it with a capital"),
        _rule("W253", r"\b(?P<wrong>french|english|canadian)\b", "“{found}” takes a capital in English", "write it with a capital"),
        _rule("W257", r"(?P<wrong>\b\d{1,2} ?h ?\d{2})\b", "“{found}” is not how English writes an hour", "write 1:30 p.m."),
        _rule("W257", r"(?P<wrong>\b\d{1,2}(?::\d{2})? ?(?:am|pm|AM|PM|a\.m(?!\.)|p\.m(?!\.)))\b", "“{found}” lacks its points", "write 1:30 p.m."),
        _rule("W257", r"(?<![\d,])(?P<wrong>\d+,\d{1,2})(?![\d,])", "English has a point where this number has a comma", "write 0.5"),
        _rule("W257", r"\b(?P<wrong>(?:1[3-9]|2[0-3]):[0-5]\d)\b", "“{found}” is not how English writes an hour", "write 1:30 p.m."),
        _rule("W257", rf"\b(?P<wrong>\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS_EN}))\b", "“{found}” is not how English in Canada writes a date", "write May 2, 2026"),
        _rule("W257", rf"\b(?P<wrong>(?:{_MONTHS_EN}) \d{{1,2}}(?:st|nd|rd|th))\b", "“{found}” is not how English in Canada writes a date", "write May 2, 2026"),
        _rule("W253", r"\b(?P<wrong>may|march|august) (?=\d{1,2}\b)", "“{found}” takes a capital in English", "write it with a capital"),
        _rule("W262", r"(?P<wrong>«[^«»]*»)", "these are French quotation marks", "write “ … ” (EN-01)"),
        _rule("W262", r"(?<=[^\W\d_]) (?P<wrong>&)(?= [a-z])", "“&” stands for a word", "write “and”"),
        _rule("W404", r"(?<!\w)(?P<wrong>and ?/ ?or)(?!\w)", "“{found}” makes the reader choose between three readings", "write “or”, or “and”"),
        _rule("W404", r"(?<!\w)(?P<wrong>[Ee]\. ?g\.|[Ii]\. ?e\.)", "“{found}” is Latin", "write “for example”, “that is”"),
        _rule("W404", r"(?<!\w)(?P<wrong>w/o?)(?!\w)", "“{found}” is not a word", "write “with”, “without”"),
        _rule("W257", r"(?P<wrong>\b\d+(?:\.\d\d)? ?\$)", "English has the dollar sign before the number", "write $25"),
    ),
}  # fmt: skip
EVERYWHERE: Final = (
    _rule("W257", r"(?<![\d-])(?P<wrong>[89]-1-1)(?![\d-])", "“{found}” is written in one piece", "write 911, 811"),
    _rule("W257", r"(?<![\d-])(?P<wrong>(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[ .-]\d{4}|1-\d{3} \d{3}[ .-]\d{4}|(?:1 )?\d{3} \d{3}[ .]\d{4})(?!\d)",
          "“{found}” is not how Quebec writes a telephone number", "write 1 800 463-5060: spaces, and one hyphen"),
    _rule("W257", r"(?<![\d/])(?P<wrong>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2}))(?![\d/])", "“{found}” can be read as two dates",
          "write the month in words, or 2026-05-02"),
    _rule("W257", r"\d ?(?P<wrong>[oº˚] ?[CF]|deg(?:rees|rés)? ?C)\b", "“{found}” is not the sign for degrees", "write 38 °C"),
    _rule("W257", r"(?i:fièvre|fever|températ|temperat)[^.;]{0,30}?\b(?P<wrong>\d+(?:[.,]\d)? ?°)(?! ?[CF]\b)(?!\w)", "“{found}” does not say which degrees", "write 38 °C"),
    _rule("W257", r"(?<=\d)(?P<wrong> ?(?:cm|mm|po)?(?: [xX] |(?<! )[xX]))(?=\d)", "“{found}” stands for a word", "write “sur” in French and “by” in English, or ×"),
    _rule("W257", r"\b(?P<wrong>\d+ ?[xX] ?(?:/ ?|par |per |a )(?:jour|j|day|d|semaine|week|sem)\b)", "“{found}” is how a chart says it", "write 2 fois par jour, twice a day"),
    _rule("W262", r"(?P<wrong>[^\s-][^\s]*[\w)»”] --?)(?= [\w«“{(])", "a hyphen stands here for a dash", "write –, a comma or a colon; or make two sentences of it"),
    _rule("W262", r"(?<=[^\W\d_])(?P<wrong>[`´])(?=[^\W\d_])", "“{found}” is no apostrophe", "type ' in its place"),
    _rule("W262", r"\b(?P<wrong>etc\.? ?(?:…|\.{2,}))", "“{found}” says the same twice", "write etc."),
    _rule("W262", r"[^\W\d_]{2}(?P<wrong>:)(?=[^\W\d_])(?<!https:)(?<!http:)(?<!tel:)(?<!mailto:)", "there is no space after “{found}”", "type a space after it"),
    _rule("W257", r"(?P<wrong>\d+ ?°? ?F)\b", "“{found}” is not in degrees Celsius", "write 38 °C, as people measure in Canada"),
    _rule("W258", r"(?P<wrong>\b(?=(?:[A-ZÀ-ÖØ-ÞŒ]+[ \u00a0'’]+)*[A-ZÀ-ÖØ-ÞŒ]{4})[A-ZÀ-ÖØ-ÞŒ]{2,}(?:[ \u00a0'’]+[A-ZÀ-ÖØ-ÞŒ]{2,})+\b"
          r"|\b(?:ATTENTION|IMPORTANT|JAMAIS|NEVER|ALWAYS|TOUJOURS|AVOID|ÉVITEZ|WARNING|STOP|DANGER|URGENT|NOT|NE PAS|NO|PAS)\b(?!-))",
          "“{found}” is all in capitals, which is hard to read", "write small letters; bold (**…**) makes words stand out"),
)  # fmt: skip
