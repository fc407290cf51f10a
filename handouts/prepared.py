"""A clinic's PDF once it is ready to be placed: plain data that a process can send and a file can keep."""

from dataclasses import dataclass
from typing import Literal

from handouts.errors import Problem
from handouts.tagging import Node

DRAWING = "/Supplied"
"""The name of a prepared page's drawing among its resources."""

Way = Literal["tagged", "figure", "picture"]


@dataclass(frozen=True, slots=True)
class SuppliedLink:
    """A live link on the upright page, in points; `contents` is what a screen reader calls it."""

    rect: tuple[float, float, float, float]
    uri: str
    contents: str


@dataclass(frozen=True, slots=True)
class PreparedPage:
    """A page that can be placed.

    Attributes:
        width: As it is seen, in points; its lower left corner is the origin.
        height: Likewise.
        way: `tagged`: its content goes on the page as it is, with its tree. `figure`: it is one drawing.
            `picture`: it is one image.
        tree: The structure of a tagged page, bound to page 0.
        links: Its live links.
    """

    width: float
    height: float
    way: Way
    tree: Node | None = None
    links: tuple[SuppliedLink, ...] = ()


@dataclass(frozen=True, slots=True)
class Prepared:
    """A clinic's PDF made ready: `pdf` is a file of our own with its pages, `notes` say what was changed."""

    pdf: bytes
    pages: tuple[PreparedPage, ...]
    notes: tuple[Problem, ...]
