"""Signs that another program gives a meaning, and that a sheet prints as typed: `<b>`, `&nbsp;`, a brace, `Ã©`."""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from html import unescape

from handouts.wording.placeholders import placeholder

_NAME = r"[a-z][a-z0-9]*(?:[_.][a-z0-9]+)*"
_IN_OTHER_SIGNS = re.compile(
    rf"\{{\{{\s*(?P<twice>{_NAME})\s*\}}\}}|\{{\s*(?P<spaced>{_NAME})\s*\}}?|\[(?P<square>{_NAME})\](?!\()|<(?P<angle>{_NAME})>"
    rf"|(?<![\w{{]){_NAME}\}}|(?<![\w{{./-])(?P<bare>[a-z][a-z0-9]*(?:_[a-z0-9]+)+)(?![\w}}./-])"
)
_VALID = re.compile(r"\{[\w.-]*[^\W\d_][\w.-]*\}")
_VALID_ALONE = re.compile(rf"(?<!\{{){_VALID.pattern}(?!\}})")
_SPACED = re.compile(r"\{\s*([^\W\d_]\w*(?:[^\w{}]+\w+)+)\s*\}")
_LINK = re.compile(r"\]\([^()]*\)|https?://\S+")
_SPOILED = re.compile(
    "(?:[\u00c3\u00c2][\u0080-\u00bf\u2018-\u203a\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc]|\u00e2\u20ac.?|\u00c5[\u201c\u2019\u0153])+"
)
_BY_EMAIL = re.compile(r"(?:=[C-F][0-9A-F](?:=[89AB][0-9A-F])+)+")  # RFC 2045, 6.7
_IN_AN_EMAIL = re.compile(rf"\w*(?:{_BY_EMAIL.pattern}\w*)+")
_ON_A_WEB_PAGE = re.compile(r"\w*(?:&#(?:[0-9]{1,6}|x[0-9a-fA-F]{1,6});\w*)+")
_CUT_WORD = re.compile(
    r"(?<![\w-])(?P<one>[^\W\d_]+)[=-] (?!(?:et|ou|and|or|to|à|nor|ni)\b)(?P<other>[a-zà-ÿœ]+)(?![\w-])"
)
_BEFORE_NAME = re.compile(r"[$%#@](?=(\{[a-z][\w.]*\}))")
_TARGET = r"(?P<target>(?:https?://|www\.|tel:|mailto:)[^\s()\[\]<>\"']+)"
_NEARLY_LINKS = (
    re.compile(rf"\[(?P<words>[^\[\]]*)\][ \t]+\({_TARGET}\)"),
    re.compile(rf"\[(?P<words>[^\[\]()]*)\({_TARGET}\)"),
    re.compile(rf"\[(?P<words>[^\[\]]*)\][\[{{<]{_TARGET}[\]}}>]"),
    re.compile(rf"\((?P<words>[^()]*)\)\[{_TARGET}\]"),
    re.compile(rf"(?P<words>)<{_TARGET}>"),
    re.compile(rf"<a\s[^<>]*href\s*=\s*[\"']?{_TARGET}[\"']?[^<>]*>(?P<words>[^<>]*)</a>"),
)
"""Links whose brackets are not as they must be, or that a web page would understand."""

_SIGNS = (
    (
        re.compile(r"(?:\A|\n)(?:[•●▪◦‣∙·]\s*|[–—*-]\s+)(?=\S)"),
        "“{found}” would be printed",
        "take it out: each item of a `bullets` block gets its own sign",
    ),
    (
        re.compile(r"\A(?:[-–—=~]+>|[=~>|]+)\s+"),
        "“{found}” would be printed",
        "take it out: what begins a long text is >-",
    ),
    (
        re.compile(
            r"«(?:(?i:pr[ée]nom|nom|name|firstname|lastname|patiente?|cliente?|adresse|address|courriel)|[^\W\d_]+_\w+)»"
            r"|<<[^<>\n]{1,40}>>"
        ),
        "“{found}” is a field of a letter to many people, and would be printed",
        "take it out: a handout names no patient",
    ),
    (
        re.compile(r"(?<!<)</?[a-zA-Z][^<>]{0,60}>"),
        "“{found}” belongs to a web page, and would be printed",
        "take it out; **words** print in bold, and a blank line begins a new paragraph",
    ),
    (
        re.compile(r"&[a-zA-Z]{2,8};"),
        "“{found}” belongs to a web page, and would be printed",
        "type the sign itself; the program sets no-break spaces where French has them",
    ),
    (
        re.compile(r"(?<![*\w])\*(?![*\s])[^*\n]*[^*\s]\*(?![*\w])|(?<![\w_])__?(?![_\s])[^_\n]*[^_\s]__?(?![\w_])"),
        "“{found}” would be printed with its signs",
        "write **words**, with two stars, for bold",
    ),
    (
        re.compile(r"\A[0-9]{1,2}[.)]\s+(?=[A-ZÀ-ÖØ-Þ])"),
        "“{found}” would be printed",
        "take it out: the items of `bullets` get a sign each, those of `steps` a number",
    ),
    (re.compile(r"\A#{1,6} "), "“{found}” would be printed", "a heading stands after `heading:`, without signs"),
    (
        re.compile(r"\[[^\[\]]+\](?!\()"),
        "“{found}” would be printed with its brackets",
        "take it out, or the brackets away; a link is written [words](address)",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign that would be printed.

    Attributes:
        code: Of the problem.
        found: The sign as typed.
        start: Where it begins in the text.
        message: What is wrong with it.
        hint: What to do.
    """

    code: str
    found: str
    start: int
    message: str
    hint: str


def foreign_signs(typed: str, known: Collection[str]) -> Iterator[Sign]:
    """Find what a text says to another program.

    Args:
        typed: The text as it was typed.
        known: Every name that a text can have in braces.
    """
    for sign in _nearly_links(typed):
        yield sign
        typed = typed.replace(sign.found, " " * len(sign.found), 1)
    for find in _FINDERS:
        yield from find(typed, known)


def _nearly_links(typed: str) -> Iterator[Sign]:
    """Find links that would be printed with their brackets and addresses."""
    for pattern in _NEARLY_LINKS:
        if found := pattern.search(typed):
            target = found["target"]
            words = (found["words"] or re.sub(r"\A\w+:/*", "", target)).strip()
            hint = f"write [{words}]({target})"
            yield Sign("E171", found[0], found.start(), "this link cannot be read", hint)
            return


def _names(typed: str, known: Collection[str]) -> Iterator[Sign]:
    """Find names that are not in just one pair of braces, and braces without a name."""
    rest = _blank(_LINK, _blank(_VALID_ALONE if "{{" in typed else _VALID, typed))
    for found in _IN_OTHER_SIGNS.finditer(rest):
        name = next((each for each in found.groups() if each), found[0].strip("{}"))
        if name in known:
            message = f"“{found[0]}” does not print what {placeholder(name)} stands for"
            yield Sign("E173", found[0], found.start(), message, f"write {placeholder(name)}")
            rest = rest[: found.start()] + " " * len(found[0]) + rest[found.end() :]
    for found in _SPACED.finditer(rest):
        for name in get_close_matches(re.sub(r"\W+", "_", found[1]).casefold(), known, n=1, cutoff=0.8):
            message = f"“{found[0]}” does not print what {placeholder(name)} stands for"
            yield Sign("E173", found[0], found.start(), message, f"write {placeholder(name)}")
            return
    for brace in re.finditer(r"[{}]", _blank(_VALID, rest)):
        hint = f"take it out, or write a name between two braces: {placeholder(next(iter(known)))}"
        yield Sign("W172", brace[0], brace.start(), f"this “{brace[0]}” would be printed", hint)
        return


def _markup(typed: str, known: Collection[str]) -> Iterator[Sign]:
    """Find the signs of web pages and of other markup."""
    if found := _BEFORE_NAME.search(typed):
        message = f"“{found[0]}” would be printed before what {found[1]} stands for"
        yield Sign("W173", found[0], found.start(), message, "take it out")
    rest = _blank(_VALID, typed)
    for pattern, message, hint in _SIGNS:
        if (found := pattern.search(rest)) and found[0].strip("<>[]") not in known:  # told as a name in other signs
            yield Sign("W173", found[0].strip("\n"), found.start(), message.format(found=found[0].strip()), hint)


def _spoiled(typed: str, known: Collection[str]) -> Iterator[Sign]:
    """Find letters that were read in one encoding and written in another."""
    del known
    if found := _SPOILED.search(typed):
        meant = _mended(found[0])
        word = re.search(rf"\w*{re.escape(found[0])}\w*", typed)
        message = f"“{found[0]}” was another letter, and was spoiled when the file was saved"
        hint = f"write “{word[0].replace(found[0], meant)}”" if meant and word else "type the word again"
        yield Sign("E176", found[0], found.start(), message, f"{hint}, and look at the whole file; save it as UTF-8")


def _coded(typed: str, known: Collection[str]) -> Iterator[Sign]:
    """Find letters that stand in a code, as the source of an email or of a web page has them."""
    del known
    if found := _IN_AN_EMAIL.search(typed):
        word = _BY_EMAIL.sub(lambda code: bytes.fromhex(code[0].replace("=", "")).decode(errors="replace"), found[0])
        message = f"“{found[0]}” holds a letter in the code of an email, which would be printed"
        yield Sign("E176", found[0], found.start(), message, f"write “{word}”")
    if found := _ON_A_WEB_PAGE.search(typed):
        word = unescape(found[0])
        message = f"“{found[0]}” holds a sign in the code of a web page, which would be printed"
        yield Sign("E176", found[0], found.start(), message, f"write “{word}”")


def _cut(typed: str, known: Collection[str]) -> Iterator[Sign]:
    """Find a word that was cut in two at the end of a line, as text copied from a PDF or an email has it."""
    del known
    if found := _CUT_WORD.search(typed):
        one, other = found["one"], found["other"]
        hint = f"write “{one}{other}”, or “{one}-{other}” if the word has a hyphen"
        message = f"“{found[0]}” is one word, perhaps, that was cut in two at the end of a line"
        yield Sign("W173", found[0], found.start(), message, hint)


def _mended(spoiled: str) -> str:
    try:
        return spoiled.encode("cp1252").decode()
    except UnicodeError:
        return ""


def _blank(pattern: re.Pattern[str], text: str) -> str:
    return pattern.sub(lambda found: " " * len(found[0]), text)


_FINDERS: tuple[Callable[[str, Collection[str]], Iterator[Sign]], ...] = (_names, _markup, _spoiled, _coded, _cut)
