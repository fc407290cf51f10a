"""How many syllables a word has when it is spoken, in French and in English, without a dictionary.

French: a final mute e is silent, those inside a word are counted. English: letters say little of sounds, so exceptions
come in a list. Both are tested with words of the field (`tests/test_readability.py`).
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*rules: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), replacement) for pattern, replacement in rules)


def _applied(rules: Rules, word: str) -> str:
    for pattern, replacement in rules:
        word = pattern.sub(replacement, word)
    return word


# French

_PARTS = re.compile(r"[-'’]")
_VOWELS = "aeiouyàâäéèêëîïôöùûüœ"
_NASAL = re.compile(
    r"(?:(?<!\bfor)(?<!\bfer)(?<!\bai)(?<!som)(?<!\bfu)ment|client|patient|souvent|couvent|content|absent|présent|parent|torrent"
    r"|différent|fréquent|permanent|éminent|continent|[cdpv]ient|\btient|[bnr]tient|orient|serpent|(?:\ba|\bar|ur|li|tin|xi)gent"
    r"|(?:\b|é|c|es|o)cent|(?:\b|cci|nci|vi|ru|ési)dent|(?:\b|ta|io|xcel|so|va)lent|\bvent)$"
)
"""Nouns, adjectives and adverbs in -ent; other words in -ent are verbs, whose ending is silent."""

_FRENCH_SPOKEN = _rules(
    (r"^ao[ûu]t", "out"),
    (r"^y", "i"),
    (r"^coo", "co-o"),
    (r"qu", "q"),
    (r"gu(?=[eéèêiîy])", "g"),  # langue, guérir
    (r"ge(?=[aoâôu])", "g"),  # mangeons
    (r"(?<=[aeou])y(?=[aeéèo])", "i-i"),  # payer, nettoyant, essuyer: the y belongs to both sides
    (r"(?<=[aeuœ])ill?(?=[aeéèou])", "ÿ"),  # oreiller, feuille, travailler
    (r"(?<=[aeuœ])ils?$", "ÿ"),  # soleil, travail, œil
    (r"(?<=[bcdfgptv][lr])([iu])(?=[aeéèêo])(?!es?$)", r"\1-"),  # ou-bli-er, cli-ent, cru-el
    (r"ÿ", "l"),
)
"""How letters are spoken, as far as syllables go; a hyphen parts two vowels."""

_MUTE = re.compile(rf"(?:(?<=[^{_VOWELS}])|(?<=[éiuïoa]))es?$")
_NUCLEUS = re.compile(
    r"[iy](?!$)(?=[aâeéèêoôuœ])(?:œu|eau|eu|oi|ou|ai|au|[aâeéèêoôuœ])"  # a glide and its vowel: pied, lotion, bien
    r"|eau|œu|oeu|oui|oo|oê|oe(?=l)|[aàâ][iîuûy]|e[iîuûy]|o[iîuùûyœ]|u[iîy](?=[^e]|$)"
    rf"|[{_VOWELS}]"
)


@cache
def french_syllables(word: str) -> int:
    """Return how many syllables a French word has; `l'` and `qu'` are spoken with the next word."""
    return max(1, sum(_french(part) for part in _PARTS.split(word.casefold()) if part))


def _french(word: str) -> int:
    if word.endswith("ent") and len(word) > len("ment") and not _NASAL.search(word):
        word = word.removesuffix("nt")
    word = _applied(_FRENCH_SPOKEN, word)
    stem = _MUTE.sub("", word)
    return len(_NUCLEUS.findall(stem)) or len(_NUCLEUS.findall(word))


# English

_ENGLISH_EXCEPTIONS: Mapping[str, int] = {
    "acne": 2, "being": 2, "eye": 1, "business": 2, "clothes": 1, "collagen": 3, "comfortable": 3, "create": 2,
    "created": 3, "every": 2, "everyday": 3, "everyone": 3, "everything": 3, "family": 3, "fluid": 2, "general": 3,
    "genuine": 3, "herpes": 2, "idea": 3, "ideas": 3, "lion": 2, "maybe": 2, "medicine": 3, "people": 2, "poem": 2,
    "quiet": 2, "real": 1, "really": 2, "recipe": 3, "ruin": 2, "sauna": 2, "science": 2, "sciences": 3, "several": 3, "somewhere": 2,
    "therefore": 2, "lukewarm": 2, "pillowcase": 3, "pillowcases": 4, "sunscreen": 2, "makeup": 2, "microneedling": 5,
    "diabetes": 4, "apostrophe": 4, "argue": 2, "naive": 2, "diet": 2, "trial": 2, "vial": 2, "dial": 2, "diary": 3,
    "sometimes": 2, "something": 2, "someone": 2, "themselves": 2, "used": 1, "usual": 3, "usually": 4, "anyone": 3,
    "evening": 2, "evenings": 2, "isotretinoin": 6, "react": 2, "reacts": 2, "area": 3, "areas": 3, "cooperate": 4,
    "chocolate": 2, "different": 2, "vegetable": 3, "hour": 1, "hours": 1, "our": 1, "iron": 2, "fibre": 2, "centre": 2,
    "litre": 2, "millilitre": 4, "theatre": 3, "forehead": 2, "homemade": 2, "lifetime": 2, "safety": 2, "whiteheads": 2,
    "facecloth": 2, "eyelid": 2, "eyelids": 2, "eyebrow": 2, "eyebrows": 2, "naked": 2, "wicked": 2, "sacred": 2,
    "hundred": 2, "period": 3, "diarrhea": 4, "nausea": 3, "via": 2, "skincare": 2, "aftercare": 3, "baseline": 2,
}  # fmt: skip
"""Words whose letters mislead."""

_STEM = 3  # letters that a stem has at least
_SUFFIX = re.compile(r"(?<=e)(?:ly|ment|ments|ful|fully|less|ness|time|times|body|thing|things)$")
_SILENT = re.compile(
    r"(?:[^aeiouyl]|[aeiouyrl]l|^l|[gq]u)e$"  # use, while, tongue; but not settle
    r"|[^tdaeiouy]ed$"  # washed, skipped; but not needed, applied
    r"|(?:[^aeiouylsxzcgh]|[aeiouyrl]l|th|[gq]u)es$"  # lines; but not washes, places, allergies
)
_SPOKEN_ED = re.compile(r"[^aeiouyrlw]led$|[bcdfgkpt]red$")
_OWN_VOWELS = _rules(
    (r"qu", "q"),
    (r"gu(?=[aei])", "g"),
    (r"^y|(?<=[aeiou])y(?=[aeiou])", "j"),
    (r"([cstgx])i(?=ou|on|an|al|ent|en[ct]|ate|a$)", r"\1"),  # lotion, social, patient
    (r"i(?=[aou])", "i-"),  # me-di-um, ra-di-o
    (r"i(?=e(?:t|n[ct]|r$|rs$|st$))", "i-"),  # quiet, science, drier
    (r"(?<=[^aeiouq])u(?=[ai])(?!i[ts]|is)", "u-"),  # u-su-al, ru-in
    (r"(?<!g)e(?=o(?:s?$|[lnm]|ry)|um$)", "e-"),  # vi-de-o, mu-se-um
    (r"ea(?=t(?:e|ed|ing|ion|or)$)", "e-a"),  # cre-ate, but not treated
    (r"(?<=tr)e-a(?=t)", "ea"),
    (r"rea(?=ct|l[it])", "re-a"),
    (r"(?<=[aeiouy])i(?=ng)", "-i"),  # going, drying
    (r"([^aeiouy])(?=[ns]['’]t$)", r"\1e"),
)
_VOWEL_GROUP = re.compile(r"[aeiouy]+")
_SYLLABIC = re.compile(r"(?:thm|sm|sms|thms)$")
_NOT_CONTRACTED = re.compile(r"(?:is|does|did|could|should|would|was|has|had|must|need)n['’]t$")


@cache
def english_syllables(word: str) -> int:
    """Return how many syllables an English word has; the parts of a compound are counted one by one."""
    parts = [part for part in word.casefold().replace("’", "'").split("-") if part]
    return max(1, sum(map(_english, parts)))


def _english(word: str) -> int:
    if _NOT_CONTRACTED.search(word):
        return _english(word[: -len("n't")]) + 1
    word = word.split("'", maxsplit=1)[0]
    singular = word.removesuffix("s")
    if word in _ENGLISH_EXCEPTIONS or singular in _ENGLISH_EXCEPTIONS:
        return _ENGLISH_EXCEPTIONS.get(word) or _ENGLISH_EXCEPTIONS[singular]
    suffix = _SUFFIX.search(word)
    if suffix and suffix.start() >= _STEM:
        return _english(word[: suffix.start()]) + _english(suffix[0])
    groups = len(_VOWEL_GROUP.findall(_applied(_OWN_VOWELS, word)))
    silent = _SILENT.search(word) and not _SPOKEN_ED.search(word)
    return max(1, groups - bool(silent) + bool(_SYLLABIC.search(word)))


SYLLABLES: Mapping[str, Callable[[str], int]] = {"fr": french_syllables, "en": english_syllables}
"""Counters by language."""
