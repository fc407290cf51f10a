"""What a skeleton says: placeholders that load, build and are plainly no text to hand out."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, combinations, count, product
from pathlib import Path
from string import Template, ascii_uppercase
from typing import Literal

from handouts.content.fitness.references import parts
from handouts.content.source_tree import MappingNode, Node, ScalarNode
from handouts.messages import ENGLISH, Messages
from handouts.skeletons.comments import told

Kind = Literal["handout", "clinic", "brand"]

_FOLDER = Path(__file__).parent
_MONTHS = 24
_LOGO = "assets/logo.svg"


def fill(
    kind: Kind, name: str, root: MappingNode, languages: Sequence[str], today: date, messages: Messages = ENGLISH
) -> list[str]:
    """Write a skeleton as lines, its id at the margin.

    Args:
        kind: What it is of.
        name: Its id.
        root: The whole content, which it refers to and must differ from.
        languages: That texts have.
        today: The day of the review that a handout begins with.
        messages: The language of its comments.
    """
    names = {"handout": _handout, "clinic": _clinic, "brand": _brand}[kind](name, root)
    days = {"reviewed": today.isoformat(), "review_due": _later(today).isoformat()}
    skeleton = told((_FOLDER / f"{kind}.yaml").read_text(encoding="utf-8"), messages)
    text = Template(skeleton).substitute(names, id=name, **days)
    foreign = tuple(f"{code}: " for code in {"fr", "en"} - set(languages))
    return [line for line in text.splitlines() if not (foreign and line.lstrip(" -").startswith(foreign))]


def _handout(name: str, root: MappingNode) -> Mapping[str, str]:
    handouts = [entry.value for entry in parts(root, "handouts").values()]
    codes = {code for handout in handouts if isinstance(handout, MappingNode) and (code := handout.text("code"))}
    slugs = {
        slug.value.value
        for handout in handouts
        for slug in parts(handout, "slug").values()
        if isinstance(slug.value, ScalarNode)
    }
    services = list(parts(root, "services"))
    service = name if name in services else next(iter(services), name)
    return {"code": _code(name, codes), "slug": _slug(name, slugs), "service": service}


def _clinic(_: str, root: MappingNode) -> Mapping[str, str]:
    services = ", ".join(parts(root, "services"))
    return {"brand": next(iter(parts(root, "brands")), "brand"), "services": services or "service"}


def _brand(_: str, root: MappingNode) -> Mapping[str, str]:
    logos = (_logo(entry.value) for entry in parts(root, "brands").values())
    return {"logo": next((logo for logo in logos if logo), _LOGO)}


def _logo(brand: Node) -> str | None:
    return brand.text("logo") if isinstance(brand, MappingNode) else None


def _code(name: str, taken: Collection[str]) -> str:
    """Return three capitals that no handout has, as like the name as can be; without vowels they spell no word."""
    letters = [letter for letter in name.upper() if letter in ascii_uppercase]
    consonants = [*letters[:1], *(letter for letter in letters[1:] if letter not in "AEIOUY")]
    likely = (combinations(consonants, 3), combinations(letters, 3), product(ascii_uppercase, repeat=3))
    return next(code for three in chain.from_iterable(likely) if (code := "".join(three)) not in taken)


def _slug(name: str, taken: Collection[str | None]) -> str:
    slug = "-".join(part for part in name.replace("_", "-").split("-") if part)
    return next(free for free in _numbered(slug) if free not in taken)


def _numbered(word: str) -> Iterator[str]:
    yield word
    for number in count(2):
        yield f"{word}-{number}"


def _later(today: date) -> date:
    """Return the same day two years on; the last of February where that year has no such day."""
    year, month = divmod(today.year * 12 + today.month - 1 + _MONTHS, 12)
    try:
        return today.replace(year=year, month=month + 1)
    except ValueError:
        return today.replace(year=year, month=month + 1, day=28)
