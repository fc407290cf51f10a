"""What drawing hands to assembling: pages, their structure, and what is still to be put on them.

Plain data. Rectangles are PDF rectangles: left, bottom, right, top in points from the lower left corner.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from handouts.prepared import Prepared
from handouts.tagging import Node

Rect = tuple[float, float, float, float]

SCHEMES = ("https:", "mailto:", "tel:")
"""Where a link may lead: the web, a mailbox, a telephone."""


@dataclass(frozen=True, slots=True)
class Slot:
    """An empty page on which a page of a clinic's own PDF is placed. `node` is its Figure, with its alt text."""

    page: int
    node: Node
    prepared: Prepared
    source_page: int = 0


@dataclass(frozen=True, slots=True)
class Link:
    """A live link on `page`; `node` is its Link element, `contents` what a screen reader calls it."""

    page: int
    rect: Rect
    uri: str
    node: Node
    contents: str


@dataclass(frozen=True, slots=True)
class Field:
    """A line to type on; `node` is its Form element, `tooltip` what a screen reader asks for."""

    page: int
    rect: Rect
    name: str
    tooltip: str
    node: Node
    size: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `top` is a distance from the lower edge of its page."""

    title: str
    page: int
    top: float
    children: tuple["Bookmark", ...] = ()


@dataclass(frozen=True, slots=True)
class PageLabel:
    """How pages from `first_page` on are numbered (ISO 32000-1, 12.4.2)."""

    first_page: int
    style: Literal["D", "r", "a"] | None
    prefix: str = ""
    start: int = 1


@dataclass(frozen=True, slots=True)
class Body:
    """A drawn document: marked content in its pages, the tree that it is bound to, nothing else yet."""

    pdf: bytes
    document: Node
    slots: tuple[Slot, ...] = ()
    links: tuple[Link, ...] = ()
    fields: tuple[Field, ...] = ()
    bookmarks: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Details:
    """What the finished file says of itself. `fingerprint` is hex digits made from the content."""

    title: str
    language: str
    author: str
    subject: str
    modified: datetime
    fingerprint: str
    page_labels: tuple[PageLabel, ...] = ()
    duplex: bool = False
    keywords: tuple[str, ...] = field(default=())
