"""The long story of a code: what it means, why it matters to a patient, what is wrong and what is right.

The stories stand beside the code, in `explanations/`, one file a family. Wrong and right samples of the content's own
codes are parts of a real content that tests load, so that each wrong sample is known to give its code.
"""

import re
import textwrap
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handouts.codes import CODES, similar_codes
from handouts.content.suggestions import quoted
from handouts.errors import Problem, UsageError

WIDTH = 80  # columns
_FOLDER = Path(__file__).parent / "explanations"


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
def explanations() -> dict[str, Explanation]:
    """Return every explanation by its code: families by their first code, errors before warnings."""
    families = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(_FOLDER.glob("*.toml"))]
    stories = [
        Explanation(
            code,
            CODES.get(code, ""),
            family["title"],
            " ".join(story["means"].split()),
            " ".join(story["why"].split()),
            story["wrong"].rstrip("\n"),
            story["right"].rstrip("\n"),
        )
        for family in sorted(families, key=lambda family: min(family.keys() - {"title"}))
        for code, story in family.items()
        if code != "title"
    ]
    return {story.code: story for story in stories}


def explanation(code: str) -> Explanation:
    """Return what there is to say about a code.

    Args:
        code: As people write it: `E104`, `e104`, `[E104]`.

    Raises:
        UsageError: There is no such code (E902).
    """
    wanted = re.sub(r"[^A-Z0-9]", "", code.upper())
    story = explanations().get(wanted)
    if story is None:
        raise UsageError(Problem("E902", f"there is no code {quoted(code)}", None, similar_codes(wanted)))
    return story


def explain(code: str) -> str:
    """Tell the long story of a code, for a terminal; see `explanation`."""
    story = explanation(code)
    return "\n".join(
        (
            f"{story.kind}[{story.code}]: {story.title}",
            "",
            _filled(story.means),
            "",
            "Why it matters",
            _filled(story.why, "  "),
            "",
            "Wrong",
            textwrap.indent(story.wrong, "  "),
            "",
            "Right",
            textwrap.indent(story.right, "  "),
        )
    )


def list_codes() -> str:
    """List every code with its title, by family."""
    rows: list[str] = []
    family = ""
    for story in explanations().values():
        if story.family != family:
            rows += [*([""] if rows else []), story.family]
            family = story.family
        rows.append(f"  {story.code}  {story.title}")
    return "\n".join(rows)


def codes_page() -> str:
    """Write the page of all codes as Markdown: `docs/codes.md`."""
    parts = [_HEAD]
    family = ""
    for story in explanations().values():
        if story.family != family:
            parts.append(f"## {story.family}\n")
            family = story.family
        parts.append(_section(story))
    return "\n".join(parts)


_HEAD = """\
# Codes

Every error and warning has a code that never changes its meaning. An error stops the sheet; a warning does not, unless
the command is given `--strict`. `generate.py explain E104` shows one of these in the terminal.

A warning can be silenced at one place, with a reason that the report then lists: write a comment right above the text,
such as `# allow W170: the sentence before says it already`.

This page is made from the program itself by `generate.py docs`.
"""


def _section(story: Explanation) -> str:
    kind = "" if story.kind == "error" else " (warning)"
    return (
        f"### {story.code}: {story.title}{kind}\n\n{story.means}\n\n**Why it matters.** {story.why}\n\n"
        f"Wrong:\n\n```yaml\n{story.wrong}\n```\n\nRight:\n\n```yaml\n{story.right}\n```\n"
    )


def _filled(text: str, indent: str = "") -> str:
    return textwrap.fill(
        text, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
