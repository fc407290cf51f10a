"""How the shapes of an SVG are painted: attributes, `style` and simple style sheets (SVG 1.1, 6).

Only what a flat drawing needs is understood. A property that would change the picture in a way that we do not
draw is refused, never passed over.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from handouts.errors import AssetError, Problem, Span
from handouts.pictures.svg_tree import OUTSIDE_URL, Element, Tree

_MOST_RULES = 300  # each is held against each shape; drawing programs write one for each colour
_SELECTOR = re.compile(r"([.#]?)([A-Za-z_][\w-]*)|\*")
_WEIGHT = {"": 1, ".": 2, "#": 3}

INHERITED = {"fill": "black", "fill-rule": "nonzero", "stroke": "none", "stroke-width": "1",
             "stroke-linecap": "butt", "stroke-linejoin": "miter", "visibility": "visible"}  # fmt: skip
"""The properties that groups hand down, with their initial values."""

_FLATTEN = "flatten transparency, then export again"
_EXPAND = "expand the effect into plain shapes, then export again"
_OUTLINE = "convert strokes to outlines, then export again"
_CUTS = ("clip-path", "mask", "filter", "clip")
_MARKERS = ("marker", "marker-start", "marker-mid", "marker-end")
_PLAIN = {  # what each property may be, how to call it otherwise, what to do then
    **dict.fromkeys(("opacity", "fill-opacity", "stroke-opacity"), ({"1", "100%"}, "transparency", _FLATTEN)),
    "mix-blend-mode": ({"normal"}, "a blend mode", _FLATTEN),
    **dict.fromkeys(_CUTS, ({"none", "auto"}, "a clip, mask or filter", _EXPAND)),
    **dict.fromkeys(_MARKERS, ({"none"}, "arrow heads", _OUTLINE)),
    "stroke-dasharray": ({"none"}, "dashes", _OUTLINE),
    "vector-effect": ({"none"}, "strokes that keep their width", _OUTLINE),
    "paint-order": ({"normal"}, "strokes under fills", _OUTLINE),
    **dict.fromkeys(("transform-origin", "transform-box"), ((), "a transform of its own", _EXPAND)),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of a style sheet: `kind` is "" for an element's name, "." for a class, "#" for an id."""

    kind: str
    name: str
    declarations: Mapping[str, str]

    def matches(self, element: Element) -> bool:
        """Whether it is for an element."""
        match self.kind:
            case ".":
                return self.name in element.attributes.get("class", "").split()
            case "#":
                return self.name == element.attributes.get("id")
        return self.name in ("*", element.name)


def style_rules(tree: Tree) -> tuple[Rule, ...]:
    """Return the rules of the style sheets, the weakest first.

    Raises:
        AssetError: A sheet refers to something outside the file (E515), or has a selector that is more than a
            name, class or id (E516).
    """
    css = _without_comments(tree.css)
    if "@import" in css.lower() or OUTSIDE_URL.search(css):
        message = "the SVG has a style sheet that refers to something outside it"
        raise AssetError(
            Problem("E515", message, tree.root.at, "embed nothing and link to nothing; export as plain SVG")
        )
    *blocks, rest = css.split("}")
    if "@" in css or "\\" in css or rest.strip() or len(blocks) > _MOST_RULES:
        raise _too_elaborate(tree.root.at)
    rules = [rule for block in blocks for rule in _rules(block, tree.root.at)]
    if len(rules) > _MOST_RULES:
        raise _too_elaborate(tree.root.at)
    return tuple(sorted(rules, key=lambda rule: 0 if rule.name == "*" else _WEIGHT[rule.kind]))


def _without_comments(css: str) -> str:
    """Take comments out; one that does not end goes on to the end (CSS 2.1, 4.2)."""
    css, kept, place = css.replace("<!--", " ").replace("-->", " "), [], 0
    while (start := css.find("/*", place)) >= 0:
        kept.append(css[place:start])
        end = css.find("*/", start + 2)
        place = end + 2 if end >= 0 else len(css)
    return " ".join((*kept, css[place:]))


def _rules(block: str, at: Span) -> Iterator[Rule]:
    selectors, opens, body = block.partition("{")
    if not opens or "{" in body:
        raise _too_elaborate(at)
    for selector in selectors.split(","):
        match = _SELECTOR.fullmatch(selector.strip())
        if match is None:
            raise _too_elaborate(at)
        yield Rule(match[1] or "", match[2] or "*", dict(_declarations(body, at)))


def _declarations(body: str, at: Span) -> Iterator[tuple[str, str]]:
    for declaration in filter(str.strip, body.split(";")):
        name, colon, value = declaration.partition(":")
        if not colon or "!" in value:
            raise _too_elaborate(at)
        yield name.strip().lower(), value.strip()


def _too_elaborate(at: Span) -> AssetError:
    hint = "export with presentation attributes, or with inline style"
    return AssetError(Problem("E516", "the SVG has a style sheet that is not simple", at, hint))


def properties(element: Element, rules: tuple[Rule, ...]) -> dict[str, str]:
    """Return what is said of an element, the strongest word last (SVG 1.1, 6.4).

    Raises:
        AssetError: Something is said that we do not draw (E516).
    """
    said = {name: value.strip() for name, value in element.attributes.items()}
    for rule in rules:
        if rule.matches(element):
            said |= rule.declarations
    said |= dict(_declarations(element.attributes.get("style", ""), element.at))
    said = {name: value for name, value in said.items() if value != "inherit"}
    for name, value in said.items():
        _check_is_drawn(name, value, element)
    return said


def _check_is_drawn(name: str, value: str, element: Element) -> None:
    plain, what, hint = _PLAIN.get(name, ((value,), "", ""))
    if re.sub(r"\.0+$", "", value) not in plain:
        raise AssetError(
            Problem("E516", f"the SVG has {what} ({name}: {value[:40]}), which is not printed", element.at, hint)
        )
    if name in ("fill", "stroke") and "url(" in value:
        hint = "give every shape one flat colour, then export again"
        raise AssetError(Problem("E516", f"the SVG has a gradient or pattern ({name}: {value[:40]})", element.at, hint))
