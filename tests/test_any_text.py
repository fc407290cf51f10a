"""Any text in any field: a problem that says where, or a PDF in which every word is found again.

A few seconds here; `HYPOTHESIS_PROFILE=long uv run pytest tests/test_any_text.py` tries for half an hour.
"""

import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, event, example, given, settings
from hypothesis import strategies as st

from handouts.assembly.assemble import assemble
from handouts.checks.glyphs import check_glyphs
from handouts.content import Loaded, UnfitContentError, load
from handouts.editions import editions_of
from handouts.errors import HandoutsError, Problem
from handouts.render import render
from handouts.sheet import Sheet
from handouts.wording.proofread import check_texts
from layouts import LAYOUTS
from tests.inspection import page_text
from tests.sample_sheets import (
    ROOT,
    TODAY,
    Made,
    avoid,
    both,
    closing,
    do,
    item,
    opening,
    section,
    why,
    written_content,
)

TRIES = 4000 if os.environ.get("HYPOTHESIS_PROFILE") == "long" else 120

FIELDS: dict[str, Callable[[str], Made]] = {
    "a paragraph": lambda text: sections(why({"block": "paragraph", "text": both(text)})),
    "a heading": lambda text: sections(why() | {"heading": both(text), "blocks": [plain()]}),
    "a reason": lambda text: sections(do(item("Dormez", "Sleep", reason=both(text)))),
    "a duration": lambda text: sections(do(item("Dormez", "Sleep", duration=both(text)))),
    "a bullet": lambda text: sections(why({"block": "bullets", "items": [both(text)]})),
    "a question": lambda text: sections(why({"block": "question", "question": both(text), "answer": both("Non.")})),
    "a callout": lambda text: sections(why({"block": "callout", "title": both("Note"), "text": both(text)})),
    "a sign": lambda text: said(opening(points=False), signs(text)),
    "a table": lambda text: sections(section("look", table(text))),
    "a step": lambda text: sections(section("steps", {"block": "steps", "items": [both(text)]})),
    "an answer": lambda text: sections(why({"block": "question", "question": both("Et?"), "answer": both(text)})),
    "a thing to avoid": lambda text: sections(avoid(item(text, text, reason=both("taches", "marks")))),
    "a stage": lambda text: sections(stages(text)),
    "a thing to tick": lambda text: sections(section("list", checklist(text))),
    "a caption": lambda text: sections(section("look", figure(text))),
    "what a code leads to": lambda text: sections(section("code", qr(text))),
    "the lead of a table": lambda text: sections(section("look", table("Oui") | {"lead": both(text)})),
    "the title on a cover": lambda text: said(opening(points=False), closing(1), clinic=COVER, title=both(text)),
    "the line under it": lambda text: said(opening(points=False), closing(1), clinic=COVER, subtitle=both(text)),
    "the city on a cover": lambda text: said(
        opening(points=False), closing(1), clinic=COVER | {"address": address("rue du Quai") | {"city": text}}
    ),
    "the title": lambda text: said(opening(points=False), closing(1), title=both(text)),
    "the name of the clinic": lambda text: said(opening(points=False), closing(1), clinic={"name": both(text)}),
    "the street": lambda text: said(opening(points=False), closing(1), clinic={"address": address(text)}),
}
"""The content with a text in some field."""


def said(*parts: Made, clinic: Made | None = None, **handout: Any) -> Made:
    """The content of a handout of these sections."""
    return written_content(parts, clinic, **handout)


def sections(middle: Made) -> Made:
    """The content of a handout with this section in its middle."""
    return said(opening(points=False), middle, closing(1))


def plain() -> Made:
    """A paragraph without surprises."""
    return {"block": "paragraph", "text": both("La peau rougit.", "Skin reddens.")}


def signs(text: str) -> Made:
    """The warnings, with this sign first."""
    last = closing(1)
    levels = [block | {"signs": [both(text)]} if block.get("level") == "clinic" else block for block in last["blocks"]]
    return last | {"blocks": levels}


def table(text: str) -> Made:
    """A table with this text in it."""
    return {"block": "table", "columns": [both("Quoi", "What"), both("Quand", "When")], "rows": [[both(text)] * 2]}


COVER: Made = {"cover": {"kind": "generated"}}


def stages(text: str) -> Made:
    """A timeline with this text in it."""
    each = [{"first": "0", "text": both(text)}, {"after": "3", "text": both("Finesse", "Fine")}]
    return section("expect", {"block": "timeline", "stages": each}, heading=both("À quoi s'attendre", "What to expect"))


def checklist(text: str) -> Made:
    """A list with this text to tick."""
    return {"block": "checklist", "days": [{"first": "0", "items": [both(text)]}]}


def figure(text: str) -> Made:
    """A figure with this caption."""
    return {"block": "figure", "file": "assets/boreale.svg", "alt": both("Un sapin", "A fir"), "caption": both(text)}


def qr(text: str) -> Made:
    """A code with this text beside it."""
    return {"block": "qr", "link": both("https://a.example"), "text": both(text)}


def address(text: str) -> Made:
    """An address in this street."""
    return {"number": "12", "street": text, "city": "Québec", "postal_code": "G1A 0A1"}


class Plain(yaml.SafeDumper):
    """Writes every text in quotes, and nothing twice by reference."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out."""
        del data
        return True


def read(content: Made) -> Loaded:
    """Write content to a file and read it as the program does."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "content.yaml"
        text = yaml.dump(content, Dumper=Plain, allow_unicode=True, width=10**6, sort_keys=False, default_style="'")
        file.write_bytes(text.encode("utf-8", "surrogatepass"))
        return load(file, [layout.id for layout in LAYOUTS])


def pressed(loaded: Loaded) -> bytes:
    """The sheet of the whole text, in French."""
    single = next(layout for layout in LAYOUTS if layout.id == "single")
    edition = next(iter(editions_of(single, loaded.content)))
    drawn = render(Sheet(loaded.content, ROOT, "boutons", "quebec", edition, TODAY, loaded.sources.files))
    return assemble(drawn.body, drawn.details)


def found_wrong(loaded: Loaded) -> list[Problem]:
    """What keeps the program from drawing the content, however well it reads."""
    sources = loaded.sources.files
    problems = [
        *check_texts(loaded.content, sources),
        *check_glyphs(loaded.content, ROOT, sources),
    ]
    return [problem for problem in problems if problem.is_error]


def outcome(content: Made) -> tuple[list[Problem], str]:
    """The problems with a content, or the text of its sheet."""
    try:
        loaded = read(content)
        problems = found_wrong(loaded)
        return (problems, "") if problems else ([], page_text(pressed(loaded)))
    except UnfitContentError as error:
        return [problem for problem in error.problems if problem.is_error], ""
    except HandoutsError as error:
        return list(error.problems), ""


_LINK = re.compile(r"\]\([^)]*\)")


def word_parts(text: str) -> Iterator[str]:
    """The stretches of letters and digits of a text, as a reader has them; where a link leads is not printed."""
    for word in re.findall(r"[^\W_]+", unicodedata.normalize("NFC", _LINK.sub("] ", text))):
        yield bare(word)


def bare(text: str) -> str:
    """Letters and digits alone: lines may break anywhere, and spaces and quotes are set by the program."""
    composed = unicodedata.normalize("NFKC", text)
    return "".join(character for character in composed if character.isalnum())


FRENCH = st.text(
    st.sampled_from("aeiou éèàçœÉÀ ns rt l'’-.,;:!?«»\"()*[]{}%°/0123456789\u00a0\u202f\u2011"), min_size=1
)
WORDS = st.lists(
    st.sampled_from([
        "peau", "l'été", "**gras**", "24 h", "38,5 °C", "«oui»", "n'est-ce pas?", "A&B", "<b>x</b>",
        "5 < 6", "&amp;", "[site](https://a.example)", "(tel:+1)", "½", "fin ffi", "--", "…", "C:\\x", "%s", "{x}",
        "dev@a.example", "œuvre", "ﬁ", "e\u0301te\u0301", "10 000 $", "#1", "- un", "|", "`x`", "$x$",
    ]),
    min_size=1, max_size=12,
).map(" ".join)  # fmt: skip
ANYTHING = st.text(st.characters(exclude_categories=()), min_size=1, max_size=40)


@settings(max_examples=TRIES, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=TRIES < 100)
@given(field=st.sampled_from(sorted(FIELDS)), text=WORDS | FRENCH | ANYTHING)
@example(field="a paragraph", text="**a**b")
@example(field="a table", text="mot\u202f!")
@example(field="the title", text="x" * 300)
@example(field="the street", text="\ud800")
def test_any_text_in_any_field_is_printed_whole_or_refused_at_its_place(field: str, text: str) -> None:
    problems, printed = outcome(FIELDS[field](text))
    event("refused" if problems else "printed")
    for problem in problems:
        assert problem.at is not None, problem
    if not problems:
        letters = bare(printed)
        assert [word for word in word_parts(text) if word not in letters] == []


def test_the_test_sees_a_lost_word() -> None:
    problems, printed = outcome(FIELDS["a paragraph"]("La peau pèle."))
    assert problems == []
    assert [word for word in word_parts("La peau pèle trop.") if word not in bare(printed)] == ["trop"]


@pytest.mark.parametrize("field", FIELDS)
def test_a_plain_text_is_printed_from_every_field(field: str) -> None:
    """Were a field refused or left out whatever it says, the test above would show nothing of it."""
    problems, printed = outcome(FIELDS[field]("Lavez doucement"))
    assert problems == []
    assert "Lavezdoucement" in bare(printed)
