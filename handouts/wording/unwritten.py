"""What this program writes where words are to come: `À écrire : le titre`, `à nommer`, `…what it shows…`."""

import re
from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from handouts.content.ownership import Owner
from handouts.content.whereabouts import texts
from handouts.model import Content, Text

_TO_COME: Final = re.compile(
    r"\s*(?:(?:à écrire|to be written)\s*:|…[^…]+…\s*\Z"
    r"|(?:(?:clinique|marque|clinic|brand|rue) )?(?:à nommer|to be named)\s*(?::|\Z))",
    re.IGNORECASE,
)


def is_to_come(words: str) -> bool:
    """Whether words only say that others are to come."""
    return _TO_COME.match(words) is not None


def is_unwritten(text: Text) -> bool:
    """Whether a text is still to come, in one language at least."""
    return any(is_to_come(words) for words in text.words.values())


def unwritten_in(content: Content) -> Mapping[Owner, frozenset[str]]:
    """Return the languages that have words to come, by the part of the content that they are in."""
    found: defaultdict[Owner, frozenset[str]] = defaultdict(frozenset)
    for placed in texts(content):
        group, ident = placed.loc[:2]
        found[str(group), str(ident)] |= {code for code, words in placed.text.words.items() if is_to_come(words)}
    return found
