"""Spelling and typography that the program cannot mend by itself: rules FR-07 to FR-15 and EN-01.

What it can mend (spaces, quotation marks, apostrophes) is set by `handouts.languages`, and needs no check.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from handouts.checks.lexicon import lexicon, tokens
from handouts.checks.manuscript import Manuscript, Piece
from handouts.errors import Problem
from handouts.model.clinic import Address

_PROPER = frozenset({"name", "sources"})
_NOT_OURS = re.compile(r"https?://\S+|\S+@\S+|(?:[\w-]+\.)+(?:ca|com|org|example)\S*")


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


_MONTHS_FR = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
_DAYS_FR = "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche"
_NAMES_FR = "|".join(name.capitalize() for name in f"{_DAYS_FR}|{_MONTHS_FR}".split("|"))
_NAMES_EN = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|april|june|july|september|october|november|december"
_INSIDE = r"(?<=[\w,;)’'] )"  # a word before: not the beginning of a sentence
_SENTENCE = r"(?:(?<=\A)|(?<=[.!?…] )|(?<=\n)|(?<=« )|(?<=: ))"

_RULES: Final = {
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
              "write it small: days and months have no capital (FR-11)"),
        _rule("W253", r"\b(?:en|version|langue|parle[rz]?|anglais et|français et) (?P<wrong>Français|Anglais|Espagnol|Française|Anglaise)\b",
              "“{found}” takes a small letter here", "write it small: languages have no capital (FR-11)"),
        _rule("W254", r"(?<![(\w-])(?<!\()(?P<wrong>[Mm]icroneedling)\b", "“{found}” is the English word",
              "write “microperforation (microneedling)”, the English word in brackets and once (FR-15)"),
        _rule("W254", r"(?<!\d)(?P<wrong>24/7)(?!\d)", "“{found}” is not French", "write “jour et nuit, sept jours sur sept” (FR-15)"),
        _rule("W254", r"\b(?P<wrong>[Ss]uite) \d", "“suite” is “bureau” in an address", "write “bureau” (FR-15)"),
        _rule("W255", r"(?P<wrong>\b[Nn]['’](?:oublie|hésite|utilise|applique|essaie|attends) (?:pas|jamais)\b|\b[Nn]e (?:touche|gratte|mets|prends|frotte|presse|perce) (?:pas|jamais)\b|\b(?:Assure|Lave)-toi\b)",
              "“{found}” says “tu”", "say “vous”, with -ez (FR-14)"),
        _rule("W255", _SENTENCE + r"(?P<wrong>Lave|Évite|Mets|Prends|Appelle|Rince|Utilise|Attends|Consulte|Nettoie|Hydrate|Applique|Écris|Dors|Protège|Garde|Bois|Surveille)(?= (?:l['’]|le |la |les |un |une |des |du |de |d['’]|nous\b|bien |à ))",
              "“{found}” says “tu”", "say “vous”, with -ez (FR-14)"),
        _rule("W255", r"(?<![lL]e )(?<![dD]u )(?<![uU]n )(?<!ce )(?<!au )(?<!même )\b(?P<wrong>[Tt]on) (?=[a-zà-ÿ])", "“{found}” speaks to a friend", "write “votre” (FR-14)"),
        _rule("W255", r"(?P<wrong>\b(?:[Mm]ouille|[Rr]ince|[Ll]ave|[Ss]èche|[Aa]ppelle|[Mm]ets|[Pp]rends|[Gg]arde|[Ee]ssuie|[Ff]rotte) (?:ton|ta|tes|toi)\b)", "“{found}” says “tu”", "say “vous”, with -ez (FR-14)"),
        _rule("W255", _SENTENCE + r"(?P<wrong>[A-ZÉ][a-zà-ÿœ]+ez (?:pas|jamais|rien|plus)(?= [a-zà-ÿ]|[.!]|\Z)(?! d[e']))", "“{found}” lacks its “ne”", "write “ne” before the verb (FR-14)"),
        _rule("W257", r"(?<![\d.])\b(?P<wrong>\d{1,2}:\d{2})\b", "“{found}” is not how French writes an hour", "write 9 h 30"),
        _rule("W257", r"(?P<wrong>\b\d{1,2}(?: ?h ?\d{0,2})? ?(?:[aApP]\.?[mM]\.?))(?!\w)", "French has no a.m. and p.m.", "write 13 h 30"),
        _rule("W257", r"(?P<wrong>\b\d{1,2} ?h ?00)\b", "French leaves out the zeros of a full hour", "write 9 h"),
        _rule("W257", r"(?P<wrong>\b0\d ?h)(?!\w)", "French writes an hour without a zero before it", "write 9 h"),
        _rule("W257", r"(?<![\d.])(?P<wrong>\d+\.\d+)(?![\d.])", "French has a comma where this number has a point", "write 0,5 (FR-05)"),
        _rule("W257", r"(?<![\d,])(?P<wrong>[1-9]\d{0,2},\d{3})(?![\d,])", "French parts thousands with a space", "write 10 000 (FR-05)"),
        _rule("W257", r"(?P<wrong>\$ ?\d+)", "French has the dollar sign after the number", "write 25 $ (FR-04)"),
    ),
    "en": (
        _rule("W253", rf"\b(?P<wrong>(?:{_NAMES_EN})s?)\b", "“{found}” takes a capital in English", "write it with a capital"),
        _rule("W253", r"\b(?P<wrong>french|english|canadian)\b", "“{found}” takes a capital in English", "write it with a capital"),
        _rule("W257", r"(?P<wrong>\b\d{1,2} ?h ?\d{2})\b", "“{found}” is not how English writes an hour", "write 1:30 p.m."),
        _rule("W257", r"(?P<wrong>\b\d{1,2}(?::\d{2})? ?(?:am|pm|AM|PM|a\.m(?!\.)|p\.m(?!\.)))\b", "“{found}” lacks its points", "write 1:30 p.m."),
        _rule("W257", r"(?<![\d,])(?P<wrong>\d+,\d{1,2})(?![\d,])", "English has a point where this number has a comma", "write 0.5"),
        _rule("W257", r"(?P<wrong>\b\d+(?:\.\d\d)? ?\$)", "English has the dollar sign before the number", "write $25"),
    ),
}  # fmt: skip
_EVERYWHERE: Final = (
    _rule("W257", r"(?<![\d-])(?P<wrong>[89]-1-1)(?![\d-])", "“{found}” is written in one piece", "write 911, 811"),
    _rule("W257", r"(?<![\d-])(?P<wrong>(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[.-])\d{3}[ .-]\d{4}|1-\d{3} \d{3}[ .-]\d{4}|(?:1 )?\d{3} \d{3}[ .]\d{4})(?!\d)",
          "“{found}” is not how Quebec writes a telephone number", "write 1 800 463-5060: spaces, and one hyphen"),
    _rule("W257", r"(?<![\d/])(?P<wrong>\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2}))(?![\d/])", "“{found}” can be read as two dates",
          "write the month in words, or 2026-05-02"),
    _rule("W257", r"(?P<wrong>\d+ ?°? ?F)\b", "“{found}” is not in degrees Celsius", "write 38 °C, as people measure in Canada"),
    _rule("W258", r"(?P<wrong>\b(?=(?:[A-ZÀ-ÖØ-ÞŒ]+[ \u00a0'’]+)*[A-ZÀ-ÖØ-ÞŒ]{4})[A-ZÀ-ÖØ-ÞŒ]{2,}(?:[ \u00a0'’]+[A-ZÀ-ÖØ-ÞŒ]{2,})+\b"
          r"|\b(?:ATTENTION|IMPORTANT|JAMAIS|NEVER|ALWAYS|TOUJOURS|AVOID|ÉVITEZ|WARNING|STOP|DANGER|URGENT|NOT|NE PAS|NO|PAS)\b(?!-))",
          "“{found}” is all in capitals, which is hard to read", "write small letters; bold (**…**) makes words stand out"),
)  # fmt: skip
_LISTS: Final = {
    "fr": (
        ("W250", "accents", "“{found}” has lost its accent", "write {advice} (FR-07)"),
        ("W252", "ligatures", "“{found}” is written with œ", "write {advice} (FR-10)"),
        ("W254", "anglicisms", "“{found}” is not the French word", "write “{advice}” (FR-15)"),
        ("W255", "familiar", "“{found}” speaks to a friend", "write “{advice}” (FR-14)"),
    ),
    "en": (("W256", "spelling", "“{found}” is not how Canada spells it", "write {advice} (EN-01)"),),
}
_MAY_COME_TWICE = frozenset({"nous", "vous", "that", "had", "tout", "très", "bye", "is"})
_TITLES = frozenset({"title", "heading", "subtitle"})


def check_typography(manuscript: Manuscript) -> Iterator[Problem]:
    """Check each text that is printed, in each language."""
    for clinic in manuscript.content.clinics.values():
        yield from _address(clinic.address)
    for piece in manuscript.pieces:
        for language in manuscript.languages:
            if piece.field not in _PROPER and language in piece.text.words:
                yield from mistakes(manuscript, piece, language)


_STREETS = (
    "Rue|Avenue|Boulevard|Boul|Chemin|Côte|Place|Montée|Rang|Route|Ruelle|Allée|Square|Promenade|Autoroute|Croissant"
)
_CAPITAL_STREET = re.compile(rf"\A(?:{_STREETS})\b\.?")
_ENGLISH_STREET = re.compile(r"\b(?:Street|St\.?|Road|Rd\.?|Ave\.|Blvd\.?|Drive|Lane)\Z", re.IGNORECASE)
_ENGLISH_UNIT = re.compile(r"\b(?:suite|ste|unit|apt|office|floor|room)\b|#", re.IGNORECASE)


def _address(address: Address) -> Iterator[Problem]:
    """Read an address, which is in French on every sheet (OQLF, BDL 5084)."""
    if (found := _CAPITAL_STREET.search(address.street)) and not address.street.startswith("Grande"):
        message = f"“{found[0]}” takes a small letter in an address"
        yield Problem("W253", message, address.at.of("street"), f"write “{found[0].lower()}” (OQLF)")
    if found := _ENGLISH_STREET.search(address.street):
        message = f"“{found[0]}” is not the French word"
        yield Problem("W254", message, address.at.of("street"), "write “rue”, “chemin”, “avenue” before the name")
    if address.unit and (found := _ENGLISH_UNIT.search(address.unit)):
        message = f"“{found[0]}” is not the French word"
        yield Problem("W254", message, address.at.of("unit"), "write “bureau” or “étage” (FR-15)")


def mistakes(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find the mistakes of one text."""
    words = _NOT_OURS.sub(lambda found: "\n" * len(found[0]), manuscript.words(piece, language)).replace("\u00a0", " ")
    for rule in (*_RULES.get(language, ()), *_EVERYWHERE):
        for found in rule.pattern.finditer(words):
            at = manuscript.at(piece, language, found["wrong"], words[: found.start("wrong")])
            yield Problem(rule.code, rule.message.format(found=found["wrong"]), at, rule.hint)
    for code, name, message, hint in _LISTS.get(language, ()):
        for hit in lexicon(language, name).find(words):
            joined = words[max(hit.start - 1, 0) : hit.start] == "-"  # va-t-elle
            if hit.advice and not (joined and hit.found == "t") and (code != "W250" or hit.found[0].isupper()):
                at = manuscript.at(piece, language, hit.found, words[: hit.start])
                yield Problem(code, message.format(found=hit.found), at, hint.format(advice=hit.advice))
    yield from _twice(manuscript, piece, language, words)
    if language == "fr" and piece.field in _TITLES:
        yield from _title_case(manuscript, piece, words)


def _twice(manuscript: Manuscript, piece: Piece, language: str, words: str) -> Iterator[Problem]:
    said = tokens(words)
    for first, second in itertools.pairwise(said):
        same = first.word == second.word and first.word.isalpha() and first.word not in _MAY_COME_TWICE
        if same and words[first.end : second.start].isspace() and "\n" not in words[first.end : second.start]:
            found = words[first.start : second.end]
            at = manuscript.at(piece, language, found, words[: first.start])
            yield Problem("W259", f"“{found}” stands here twice", at, "delete one of them")


def _title_case(manuscript: Manuscript, piece: Piece, words: str) -> Iterator[Problem]:
    """Find French headings whose words begin with capitals, as English ones may (FR-11)."""
    longer = [
        token for token in tokens(words)[1:] if token.word not in lexicon("fr", "small_words") and token.word.isalpha()
    ]
    capitals = [token for token in longer if words[token.start].isupper()]
    if len(capitals) >= 2 and len(capitals) == len(longer):  # noqa: PLR2004 (one may be a name)
        message = "a French heading has one capital, at its beginning"
        hint = "write the other words small, but for names (FR-11)"
        found = words[capitals[0].start : capitals[0].end]
        yield Problem("W253", message, manuscript.at(piece, "fr", found, words[: capitals[0].start]), hint)
