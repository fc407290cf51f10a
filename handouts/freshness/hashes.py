"""A short hash of words, the same however they are wrapped, whichever quotes, spaces and unseen marks were typed."""

import hashlib
import re
import unicodedata

DIGITS = 12  # of 64; among a million texts two share a hash in one case of five hundred

_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
_INSIDE_GUILLEMETS = re.compile(r"(?<=«)\s+|\s+(?=»)")
_BEFORE_SIGN = re.compile(r"\s+(?=[:;!?%])")
"""The program sets French spaces, guillemets and apostrophes by itself: typing them or not changes nothing."""
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def hash_of(words: str) -> str:
    """Return the hash of a text in one language, in hex digits."""
    plain = unicodedata.normalize("NFC", _UNSEEN.sub("", words))
    plain = _BEFORE_SIGN.sub("", _INSIDE_GUILLEMETS.sub("", plain)).translate(_QUOTES).replace("...", "…")
    return hashlib.sha256(" ".join(plain.split()).encode()).hexdigest()[:DIGITS]
