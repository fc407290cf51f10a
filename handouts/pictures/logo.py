"""Pictures that a brand or a handout brings: logos and figures, as SVG, PNG or JPEG."""

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from handouts.errors import AssetError, Problem, Span
from handouts.limits import PICTURE_BYTES, limit_pillow
from handouts.ordinary_files import FileState, state_of
from handouts.paper import Box
from handouts.pen import Pen
from handouts.pictures.assets import read_asset
from handouts.pictures.raster import Raster, coarse
from handouts.pictures.records import BadRecordError, content_of
from handouts.pictures.vector import Drawing
from handouts.processes.sandbox import read_apart

if TYPE_CHECKING:
    from reportlab.lib.utils import ImageReader

Place = Literal["left", "center"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture, checked and ready to be drawn at any size."""

    name: str
    content: Drawing | Raster

    @property
    def aspect(self) -> float:
        """Width divided by height."""
        size = self.content.size if isinstance(self.content, Drawing) else self.content.pixels
        return size.width / size.height

    def fitted(self, box: Box, place: Place = "left") -> Box:
        """Return the part of a box that it fills undistorted: at the left or in the middle."""
        width = min(box.width, box.height * self.aspect)
        height = width / self.aspect
        left = box.left if place == "left" else box.left + (box.width - width) / 2
        return Box(left, box.top + (box.height - height) / 2, width, height)

    def draw(self, pen: Pen, box: Box, place: Place = "left") -> None:
        """Draw it inside a box."""
        fitted = self.fitted(box, place)
        if isinstance(self.content, Drawing):
            _draw_paths(pen, self.content, fitted)
        else:
            pen.image(_image_reader(self.content), fitted)

    def coarse_at(self, width: float, at: Span | None = None) -> Problem | None:
        """Return a warning when it is too coarse to be `width` points wide; a drawing never is."""
        return coarse(self.content, self.name, width, at) if isinstance(self.content, Raster) else None


def load_picture(path: Path) -> Picture:
    """Return the picture in a file. What a file holds is told by its content, never by its name.

    A file is read again only when it has changed.

    Raises:
        AssetError: It cannot be read (E510) or used (E512 to E518); the message says what to export.
    """
    try:
        state = state_of(path)
    except OSError as error:
        raise AssetError(Problem("E510", f"{path.name} cannot be read: {error.strerror}")) from error
    return _load(path, state)


@lru_cache(maxsize=64)
def _load(path: Path, state: FileState) -> Picture:
    del state  # it is part of the key only
    return read_picture(read_asset(path, PICTURE_BYTES), path.name)


def read_picture(data: bytes, name: str) -> Picture:
    """Return the picture in the bytes of a file, read in a process apart; `name` is what messages call it.

    Raises:
        AssetError: It cannot be used (E512 to E518, E550, E552).
    """
    answer = read_apart("picture", data, name=name)
    try:
        return Picture(name, content_of(answer.record, answer.data))
    except BadRecordError as error:
        raise AssetError(Problem("E552", f"the program that reads {name} broke down on it")) from error


def _draw_paths(pen: Pen, drawing: Drawing, box: Box) -> None:
    for path in drawing.paths:
        pen.path(
            path.commands,
            at=(box.left, box.top),
            scale=box.width / drawing.size.width,
            fill=path.fill,
            stroke=path.stroke,
            width=path.width,
            round_ends=path.round_ends,
            even_odd=path.even_odd,
        )


@lru_cache(maxsize=16)
def _image_reader(raster: Raster) -> "ImageReader":
    from reportlab.lib.utils import ImageReader  # noqa: PLC0415 (only raster pictures need it)

    limit_pillow()
    return ImageReader(BytesIO(raster.file))
