"""What a generated cover says, and what happens when it says too much."""

from dataclasses import dataclass


class CoverOverflow(Exception):  # noqa: N818 (not an error until someone says of which sheet)
    """The texts of a cover need more room than there is: by how many lines."""

    def __init__(self, lines: int) -> None:
        super().__init__(lines)
        self.lines = lines


@dataclass(frozen=True, slots=True)
class CoverTitle:
    """The title of a handout and the line under it, in one language."""

    tag: str
    title: str
    subtitle: str


@dataclass(frozen=True, slots=True)
class CoverText:
    """Every word of a cover. `contact` is columns of lines; the first line of each is bold."""

    wordmark: str
    tagline: str
    marks: tuple[str, ...]
    titles: tuple[CoverTitle, ...]
    contact: tuple[tuple[str, ...], ...]
    colophon: str
    code: str
