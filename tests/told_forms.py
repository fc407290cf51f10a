"""The forms of what the program tells people, read from its source: every text of two words or more, and all others.

A form is a text as the code writes it, with the expressions that are put into it in braces: `{count} warnings`. Formats
(`:.0f`) and conversions are left out.
"""

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from handouts.skeletons.comments import comments

ROOT = Path(__file__).resolve().parents[1]
_NAME = re.compile(r"\{[^{}\s][^{}]*\}")
_PATTERN = re.compile(r"\(\?|\\[bwdsZAz]|\[\^|\]\*")
_WORD = re.compile(r"[A-Za-zÀ-ÿ]{2}")
_ADVISING = ("soft_claims", "calming", "claims")  # lists of words, of any language, whose advice is a message

SILENT = (
    "handouts/changes/page.py",  # marks of a page whose words are in handouts/changes/tongues.py
    "handouts/changes/tongues.py",  # both languages already
    "handouts/content/names/aliases.py",  # words that people type
    "handouts/layout.py",  # told to those who write a layout, as a traceback
    "handouts/schema/json_schema.py",  # told by editors, from a file that is made once
    "handouts/schema/values.py",
    "handouts/languages/",  # printed on the sheets
    "handouts/skeletons/filling.py",  # written into the content
    "handouts/pdf/",
    "handouts/assembly/",
    "handouts/flowables/",
    "handouts/story/",
    "handouts/tagging.py",
    "handouts/pen.py",
    "handouts/typography/showing.py",
    "handouts/supplied/cff_strings.py",
)
"""Modules and folders that tell the people who use the command nothing."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form, where the source has it, and whether it is told for sure."""

    text: str
    place: str
    sure: bool = False

    @property
    def is_prose(self) -> bool:
        """Whether it is told to people, going by its looks: a word, and something beside it."""
        return self.sure or (" " in self.text.strip() and bool(_WORD.search(_NAME.sub(" ", self.text))))


@cache
def all_forms() -> tuple[Form, ...]:
    """Return every text of the source that could be told, in order."""
    files = sorted((ROOT / "handouts").rglob("*.py"))
    told = (file for file in files if not file.relative_to(ROOT).as_posix().startswith(SILENT))
    return (*(form for file in told for form in _forms(file)), *_advice(), *_mistakes(), *_comments())


def _advice() -> Iterator[Form]:
    """Yield what lists of words say of them, where that is a message of its own."""
    for path in sorted((ROOT / "handouts" / "checks" / "words").glob("*.toml")):
        lists = tomllib.loads(path.read_text(encoding="utf-8"))
        for name in _ADVISING:
            place = f"{path.relative_to(ROOT).as_posix()} [{name}]"
            yield from (Form(advice, place, sure=True) for advice in {*lists.get(name, {}).values()} - {""})


def _mistakes() -> Iterator[Form]:
    """Yield what is said of mistakes of writing, in the tables of each language."""
    for path in sorted((ROOT / "handouts" / "checks" / "mistakes").glob("*.toml")):
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
        for each in (*tables.get("mistake", ()), *tables.get("listed", ())):
            place = path.relative_to(ROOT).as_posix()
            yield from (Form(each[said], place, sure=True) for said in ("message", "hint"))


def _comments() -> Iterator[Form]:
    """Yield the comments of the skeletons that are written into the content."""
    for path in sorted((ROOT / "handouts" / "skeletons").glob("*.yaml")):
        for words in comments(path.read_text(encoding="utf-8")):
            yield Form(words, path.relative_to(ROOT).as_posix())


def _forms(file: Path) -> Iterator[Form]:
    source = file.read_text(encoding="utf-8")
    tree = ast.parse(source)
    passed = set(_unsaid(tree))
    for node in ast.walk(tree):
        if not isinstance(node, ast.JoinedStr | ast.Constant) or id(node) in passed or not _is_text(node):
            continue
        if _PATTERN.search(_form(node)):
            continue
        yield Form(_form(node), f"{file.relative_to(ROOT).as_posix()}:{node.lineno}")


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _unsaid(tree: ast.AST) -> Iterator[int]:
    """Yield what is no message: docstrings, annotations, patterns, and the parts of a text with values in it."""
    for node in ast.walk(tree):
        match node:
            case ast.Expr(value=ast.Constant() as text):
                yield id(text)
            case ast.JoinedStr():
                yield from (id(part) for part in _constants_of(node))
            case ast.arg(annotation=ast.expr() as kind) | ast.AnnAssign(annotation=kind):
                yield from map(id, ast.walk(kind))
            case ast.FunctionDef(returns=ast.expr() as kind):
                yield from map(id, ast.walk(kind))
            case ast.Call(func=ast.Attribute(value=ast.Name(id="re")) | ast.Name(id="rule" | "cast")):
                yield from (id(part) for argument in node.args for part in ast.walk(argument))


def _constants_of(text: ast.JoinedStr) -> Iterator[ast.AST]:
    """Yield the parts of a text; a whole text inside one of its expressions is told as well."""
    for part in text.values:
        if isinstance(part, ast.Constant):
            yield part
        elif isinstance(part, ast.FormattedValue) and part.format_spec:
            yield from ast.walk(part.format_spec)


def _form(text: ast.JoinedStr | ast.Constant) -> str:
    if isinstance(text, ast.Constant):
        return str(text.value)
    return "".join(map(_part, text.values))


def _part(part: ast.expr) -> str:
    if isinstance(part, ast.Constant):
        return str(part.value)
    assert isinstance(part, ast.FormattedValue)
    return f"{{{ast.unparse(part.value)}}}"


def names_in(form: str) -> set[str]:
    """Return what is put into a form."""
    return {found[1:-1] for found in _NAME.findall(form)}


NEVER_TOLD = frozenset({
    # what is compared, not told
    "first page", "did not find", "rows.{number - 1}", "janv fevr mars avr mai juin juil aout sept oct nov dec", "jan feb mar apr may jun jul aug sep oct nov dec", "0123456789.EE -", "mapping values", "quoted scalar", "end of stream", "while parsing a flow", "document start",
    "tab character", "simple key", "/without a name", "act of the body", "stuff on a list", "part of the body",
    "day named", "time of day",
    "tel {digits_of(match[0])}", "{plain(degrees)} °C", "{hour * HOUR + int(minutes or 0)} min",
    "{plain(number * Decimal(size))} {unit}", "1440 min", "453592 mg", "25.4 mm",
    # heads of files that the program keeps
    (
        "# Which words of {content} say the same in each language: a line for each text, kept by `generate.py "
        "translated`.\n# Nobody needs to edit this. After a merge, keep the lines of both sides, in any order.\n"
    ),
    "What this handout said when it was approved. Written by `generate.py approved`; nobody needs to edit it.",
    # lines of the content, as they are to be typed
    "first: {first}", "first: {first}, last: {last}", "- {{days}, opens: {opens}, closes: {closes}}",
    "kind: file, file: {given}, alt: {_in_every(fault)}", "value: {number[1]}, reason: {_in_every(fault)}", "{number[1]}, to: {number[2]}",
    'value: {value}, unit: {unit}, min: …, max: …, source: "…", approved_by: "…"',
    "status: approved, by: \"…\", role: {role}, on: {day[0] if day else '…'}",
    # colours of a terminal
    "bold red", "bold yellow", "bold cyan",
    # what is written into files or sent to other programs
    "G1R 2S5", "G1A 0A1", "{FOLDER}/{clinic}-{'note' if note else 'cover'}.pdf", 'fr: "…ce que la page montre et dit…"',
    'en: "…what the page shows and says…"', "      kind: file", "uv run generate.py cover add", "      file: {path}", "        - file: {path}",
    "text/html; charset=utf-8", "text/css; charset=utf-8", "text/javascript; charset=utf-8",
    "text/plain; charset=utf-8", "event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n",
    (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "import sys; sys.path.insert(0, sys.argv[1]); from handouts.worker import serve; serve()",
    "{DRAWING} Do", "{_numbers((across, 0, 0, up, 0, 0))} cm {DRAWING} Do", "{matrix} cm {clip} re W n\n",
    # mistakes of this program, that no one is told in these words
    "a picture has a size", "a step of a path has its numbers", "a colour is six digits", "a number is a number",
    "{name} is no number", "an answer is a group of values", "a message is too long",
    "a file that is only to be read wanted {event}",
    # Markdown around words that are told
    (
        "### {story.code}{messages(':')} {story.title}{kind}\n\n{story.means}\n\n"
        "**{messages('Why it matters')}.** {story.why}\n\n{messages('Wrong:')}\n\n```yaml\n{story.wrong}\n```\n\n"
        "{messages('Right:')}\n\n```yaml\n{story.right}\n```\n"
    ),
})  # fmt: skip
"""Texts of the source that look like messages and are none."""
