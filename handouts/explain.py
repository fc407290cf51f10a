"""The long story of a code: what it means, why it matters to a patient, what is wrong and what is right.

The stories stand beside the code, in `explanations/`, one file a family, their French in `explanations/fr/`. Wrong and
right samples of the content's own codes are parts of a real content that tests load, so that each wrong sample is known
to give its code; they are the same in every language, but for their comments.
"""

import re
import textwrap
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from handouts.codes import CODES
from handouts.content.names.suggestions import quoted, similar_codes
from handouts.errors import Problem, UsageError
from handouts.messages import ENGLISH, Messages

WIDTH = 80  # columns
_FOLDER = Path(__file__).parent / "explanations"
_COMMENT = re.compile(r"(?<!\S)# (.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Explanation:
    """What there is to say about a code.

    Attributes:
        code: `E104`.
        title: In a few words; see `handouts.codes`.
        family: What its codes have in common, as a heading.
        means: What it means, and what to do.
        why: Why it matters to a patient.
        wrong: A part of the content that gives this code.
        right: The same without the mistake.
    """

    code: str
    title: str
    family: str
    means: str
    why: str
    wrong: str
    right: str

    @property
    def kind(self) -> str:
        """Whether it stops a sheet, `error`, or not, `warning`."""
        return "error" if self.code.startswith("E") else "warning"


@cache
def explanations(language: str = "en") -> dict[str, Explanation]:
    """Return every explanation by its code: families by their first code, in each errors before warnings.

    Args:
        language: That they are told in; of the samples, only the comments are translated.
    """
    families = [_family(path, language) for path in sorted(_FOLDER.glob("*.toml"))]
    ordered = sorted(families, key=lambda family: min(story.code for story in family))
    return {story.code: story for family in ordered for story in family}


def _family(path: Path, language: str) -> list[Explanation]:
    """Read the stories of a family, typeset where the language needs it."""
    family = tomllib.loads(path.read_text(encoding="utf-8"))
    told = {"comments": {}} | family | _translated(path, language)
    messages, set_ = Messages(language), _typesetting(language)
    return [
        Explanation(
            code,
            messages(CODES.get(code, "")),
            set_(told["title"]),
            set_(" ".join(told[code]["means"].split())),
            set_(" ".join(told[code]["why"].split())),
            _sample(story["wrong"], told["comments"]),
            _sample(story["right"], told["comments"]),
        )
        for code, story in sorted(family.items())
        if code != "title"
    ]


def _sample(typed: str, comments: dict[str, str]) -> str:
    """Return a part of the content with what its comments say in another language."""
    return _COMMENT.sub(lambda found: f"# {comments.get(found[1], found[1])}", typed.rstrip("\n"))


def _translated(path: Path, language: str) -> dict[str, Any]:
    """Return the words of a family in another language; nothing where they are still to be written."""
    translation = path.parent / language / path.name
    return tomllib.loads(translation.read_text(encoding="utf-8")) if translation.is_file() else {}


def _typesetting(language: str) -> Callable[[str], str]:
    if language == "en":
        return str
    from handouts.messages.catalogue import typeset  # noqa: PLC0415 (those who read English do without)

    return typeset


def explanation(code: str, language: str = "en") -> Explanation:
    """Return what there is to say about a code.

    Args:
        code: As people write it: `E104`, `e104`, `error[E104]`.
        language: That it is told in.

    Raises:
        UsageError: There is no such code (E902).
    """
    named = re.search("[EW][0-9]{2,4}", code.upper())
    wanted = named[0] if named else re.sub(r"[^A-Z0-9]", "", code.upper())
    story = explanations(language).get(wanted)
    if story is None:
        raise UsageError(Problem("E902", f"there is no code {quoted(code)}", None, similar_codes(wanted)))
    return story


def explain(code: str, messages: Messages = ENGLISH) -> str:
    """Tell the long story of a code, for a terminal; see `explanation`."""
    story = explanation(code, messages.code)
    return "\n".join(
        (
            f"{messages(story.kind)}[{story.code}]{messages(':')} {story.title}",
            "",
            _filled(story.means),
            "",
            messages("Why it matters"),
            _filled(story.why, "  "),
            "",
            messages("Wrong"),
            textwrap.indent(story.wrong, "  "),
            "",
            messages("Right"),
            textwrap.indent(story.right, "  "),
        )
    )


def list_codes(messages: Messages = ENGLISH) -> str:
    """List every code with its title, by family."""
    rows: list[str] = []
    family = ""
    for story in explanations(messages.code).values():
        if story.family != family:
            rows += [*([""] if rows else []), story.family]
            family = story.family
        rows.append(f"  {story.code}  {story.title}")
    return "\n".join(rows)


def codes_page(messages: Messages = ENGLISH) -> str:
    """Write the page of all codes as Markdown: `docs/codes.md`, `docs/codes.fr.md`."""
    parts = [messages(_HEAD)]
    family = ""
    for story in explanations(messages.code).values():
        if story.family != family:
            parts.append(f"## {story.family}\n")
            family = story.family
        parts.append(_section(story, messages))
    return "\n".join(parts)


_HEAD = """\
# Codes

Every error and warning has a code that never changes its meaning. An error stops the sheet; a warning does not, unless
the command is given `--strict`. `uv run generate.py explain E104` shows one of these in the terminal.

A warning can be silenced at one place, with a reason that the report then lists: write a comment right above the text,
such as `# allow W170: the sentence before says it already`.

This page is made from the program itself by `uv run generate.py docs`.
"""


def _section(story: Explanation, messages: Messages) -> str:
    kind = "" if story.kind == "error" else messages(" (warning)")
    return (
        f"### {story.code}{messages(':')} {story.title}{kind}\n\n{story.means}\n\n"
        f"**{messages('Why it matters')}.** {story.why}\n\n"
        f"{messages('Wrong:')}\n\n```yaml\n{story.wrong}\n```\n\n"
        f"{messages('Right:')}\n\n```yaml\n{story.right}\n```\n"
    )


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
