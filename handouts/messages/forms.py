"""Forms of messages: words with names in braces, found in a message and filled in again in another language."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

NBSP = "\u00a0"
_NAME = re.compile(r"\{([^{}\s][^{}]*)\}")
_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_ARTICLE = re.compile(r"(?:le|la|les|un|une|des) |l’")
_CONTRACTED = {
    ("de ", "le "): "du ", ("de ", "les "): "des ", ("de ", "un "): "d’un ", ("de ", "une "): "d’une ",
    ("à ", "le "): "au ", ("à ", "les "): "aux ", ("de ", "du "): "du ", ("de ", "des "): "de ",
}  # fmt: skip


def names_in(form: str) -> list[str]:
    """Return the names in braces, in order."""
    return _NAME.findall(form)


@dataclass(frozen=True, slots=True)
class Blank:
    """A place in the form of another language that is filled in.

    Attributes:
        name: Whose value.
        way: How it is said: empty for as it is; see `ways`.
    """

    name: str
    way: str


def blanks(form: str, names: list[str]) -> Iterator[str | Blank]:
    """Yield the words and the blanks of a form; `names` are those that its English form has."""
    end = 0
    for found in _NAME.finditer(form):
        yield form[end : found.start()]
        name, colon, way = found[1].rpartition(":")
        yield Blank(name, way) if colon and found[1] not in names else Blank(found[1], "")
        end = found.end()
    yield form[end:]


@cache
def pattern(form: str) -> re.Pattern[str]:
    """Return what finds the values of an English form again; the group `g0` is that of its first name."""
    names = list(dict.fromkeys(names_in(form)))
    parts: list[str] = []
    seen: set[str] = set()
    for number, part in enumerate(_NAME.split(form)):
        if number % 2 == 0:
            parts.append(re.escape(part))
        else:
            group = f"g{names.index(part)}"
            parts.append(f"(?P={group})" if part in seen else f"(?P<{group}>{_shape(part)})")
            seen.add(part)
    return re.compile("".join(parts), re.DOTALL)


def _shape(name: str) -> str:
    """Return what a value looks like: one that the code puts into quotation marks has them."""
    return "“.*?”" if name.startswith("quoted(") else ".+?"


def values_in(form: str, message: str) -> Mapping[str, str] | None:
    """Return what stands in a message for the names of a form; None when it is no such message."""
    found = pattern(form).fullmatch(message)
    if found is None:
        return None
    names = dict.fromkeys(names_in(form))
    return {name: found[f"g{number}"] for number, name in enumerate(names)}


def filled(form: str, values: Mapping[str, str], say: Callable[[str], str]) -> str:
    """Write a form with its values.

    Args:
        form: Of the other language.
        values: By name.
        say: Says a value that is words of the program itself.
    """
    said = ""
    for part in blanks(form, list(values)):
        if isinstance(part, str):
            said += part
        elif part.way in _OF_WORDS:
            said = _joined(said, _value(values.get(part.name, ""), part.way, say))
        else:
            said = _elided(said, _value(values.get(part.name, ""), part.way, say))
    return said


def _value(value: str, way: str, say: Callable[[str], str]) -> str:
    """Say a value: words of the program (`said`, `bare` without its article, `list`), numbers, or as it is."""
    if "|" in way:
        one, several = way.split("|")
        number = _NUMBER.match(value)
        return several if number and float(number[0].replace(",", ".")) >= 2 else one  # noqa: PLR2004 (1,5 jour)
    match way:
        case "said":
            return say(value)
        case "bare":
            return _ARTICLE.sub("", say(value), count=1)
        case "list":
            sign = "; " if "; " in value else ", "
            return sign.join(say(part) for part in value.split(sign))
        case "number":
            return value.replace(".", ",").replace("%", f"{NBSP}%")
        case _:
            return value


def _joined(before: str, value: str) -> str:
    """Put a value after words, in French: `de` and `le` become `du`."""
    for (word, article), contracted in _CONTRACTED.items():
        if before.endswith(f" {word}") and value.startswith(article):
            return before.removesuffix(word) + contracted + value.removeprefix(article)
    return _elided(before, value)


def _elided(before: str, value: str) -> str:
    """Put a value after words, in French: `de` and `epilation-laser` become `d’epilation-laser`."""
    if before.endswith(" de ") and value[:1].casefold() in _VOWELS:
        return f"{before[:-2]}’{value}"
    return before + value


_OF_WORDS = ("said", "bare", "list")
_VOWELS = frozenset("aàâeéèêëiîïoôuùûœ")
WAYS = ("", *_OF_WORDS, "number")
"""How a value can be said; a word for one and one for several, parted by `|`, is another way."""
