"""Links that say where they lead."""

import re
from collections.abc import Iterator
from typing import Final

from handouts.checks.lists.lexicon import lexicon
from handouts.checks.text.manuscript import Manuscript, Piece
from handouts.errors import Problem

_ADDRESS: Final = re.compile(
    r"(?<![\w@./])(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+(?:/[\w./?=&%#-]*\w)?|(?<![\w@./])[\w-]+(?:\.[\w-]+)*\.(?:ca|com|org|net|example|info|quebec)\b(?:/[\w./?=&%#-]*\w)?"
)
_DIGITS: Final = 10  # of a telephone number with its area code


def links(manuscript: Manuscript, piece: Piece, language: str) -> Iterator[Problem]:
    """Find links whose words do not say where they lead, and addresses typed into a sentence."""
    for run in manuscript.runs(piece, language):
        said = run.text.strip(" .:!?»«")
        if dialled := _other_number(said, run.href or ""):
            message = f"the link “{said}” calls {dialled}"
            yield Problem(
                "E461", message, manuscript.at(piece, language, said), "give the words and the link one number"
            )
        if run.href and any(hit.found == said for hit in lexicon(language, "empty_links").find(said)):
            message = f"the link “{said}” does not say where it leads"
            hint = "name the page between the square brackets: a screen reader lists links alone, and paper shows no address"
            yield Problem("W416", message, manuscript.at(piece, language, said), hint)
        elif found := _ADDRESS.search(run.text) if piece.field not in {"alt", "sources"} else None:
            message = f"“{found[0]}” is an address in the middle of a text: nobody can click it, and a screen reader spells it"
            hint = "name the page and let it lead there: [our page](https://…); on paper a `qr` block leads there"
            yield Problem("W416", message, manuscript.at(piece, language, found[0]), hint)


def _other_number(said: str, href: str) -> str:
    """Return the number that a link calls, where its words give another; nothing where they give none."""
    dialled = re.sub(r"\D", "", href) if href.startswith("tel:") else ""
    shown = re.sub(r"\D", "", said)
    is_shown = dialled[-_DIGITS:] in shown if len(dialled) >= _DIGITS else dialled in re.findall(r"\d+", said)
    return "" if is_shown or not (dialled and shown) else dialled
