"""Raster pictures: PNG and JPEG, checked before they are decoded, re-made from nothing but their pixels."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, cast

from handouts.errors import AssetError, Problem, Span
from handouts.limits import PICTURE_BYTES, PICTURE_PIXELS, limit_pillow
from handouts.paper import INCH, Size

if TYPE_CHECKING:
    from PIL.Image import Image

MIN_DPI = 150
_KEPT_PIXELS = 2400  # of the longer side: 300 dpi over the width of a sheet
_JPEG_QUALITY = 90
_PALEST = 250  # of 255: what is paler everywhere shows nothing on paper

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"
JPEG_SIGNATURE = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True)
class Raster:
    """A raster picture: its size in pixels as supplied, and a file of it that holds nothing but its pixels.

    The file is an RGB PNG or JPEG without transparency, profile or metadata: a photograph tells where it was
    taken.
    """

    pixels: Size
    file: bytes

    def dpi(self, width: float) -> float:
        """Return its resolution when it is printed `width` points wide."""
        return self.pixels.width / (width / INCH)


def read_raster(data: bytes, name: str) -> Raster:
    """Return a picture from the bytes of a PNG or JPEG file, on white where it is transparent.

    Raises:
        AssetError: It is too large (E512, E517), damaged or all white (E514) or in colours for a printing press (E518).
    """
    if len(data) > PICTURE_BYTES:
        hint = "export a smaller file; a sheet that is emailed must stay small"
        raise AssetError(Problem("E512", f"{name} is larger than {PICTURE_BYTES // 1_000_000} MB", None, hint))
    with _decoding(name):
        return _decode(data, name)


@contextmanager
def _decoding(name: str) -> Iterator[None]:
    """Turn whatever the decoder raises into words: a damaged file makes it raise almost anything."""
    from PIL import Image  # noqa: PLC0415 (a build without pictures needs no imaging library)

    limit_pillow()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            yield
    except AssetError:
        raise
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise _too_many_pixels(name) from error
    except Exception as error:
        raise _damaged(name) from error


def _damaged(name: str) -> AssetError:
    message = f"{name} is damaged and cannot be read"
    return AssetError(Problem("E514", message, None, "open it in an image program and export it again"))


def all_white(name: str) -> AssetError:
    """Say that a picture shows nothing on paper, most often because it was drawn for dark grounds."""
    hint = "supply the one for light backgrounds, in dark colours"
    return AssetError(Problem("E514", f"{name} shows nothing: on white paper all of it is white", None, hint))


def _too_many_pixels(name: str) -> AssetError:
    message = f"{name} has more than {PICTURE_PIXELS // 1_000_000} million pixels"
    hint = f"make it smaller: {_KEPT_PIXELS} pixels across are enough for a whole page"
    return AssetError(Problem("E517", message, None, hint))


def _decode(data: bytes, name: str) -> Raster:
    from PIL import Image, ImageOps  # noqa: PLC0415 (a build without pictures needs no imaging library)

    photograph = data.startswith(JPEG_SIGNATURE)
    with Image.open(BytesIO(data), formats=["JPEG" if photograph else "PNG"]) as image:
        if image.width * image.height > PICTURE_PIXELS:
            raise _too_many_pixels(name)
        if image.mode in {"CMYK", "YCCK"}:
            message = f"{name} is in CMYK, the colours of a printing press"
            raise AssetError(Problem("E518", message, None, "export it in RGB (sRGB)"))
        if image.mode == "P" and not _has_colours(image):
            raise _damaged(name)
        upright = ImageOps.exif_transpose(image)
    flat = _on_white(upright)
    darkest, _ = cast("tuple[float, float]", flat.convert("L").getextrema())
    if darkest > _PALEST:
        raise all_white(name)
    pixels = Size(flat.width, flat.height)
    flat.thumbnail((_KEPT_PIXELS, _KEPT_PIXELS), Image.Resampling.LANCZOS)
    return Raster(pixels, _encode(flat, "JPEG" if photograph else "PNG"))


def _has_colours(image: "Image") -> bool:
    """Whether the palette of a picture is there: Pillow would make one of greys up (PNG 11.2.2, `PLTE`)."""
    colours = image.palette.palette if image.palette else b""
    return bool(colours) and len(colours) % 3 == 0


def _on_white(image: "Image") -> "Image":
    from PIL import Image  # noqa: PLC0415 (a build without pictures needs no imaging library)

    if image.mode.startswith("I"):  # 16 bits a pixel, which a conversion would clip and not scale
        image = image.point(lambda level: level / 257).convert("L")
    if not image.has_transparency_data:
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(ground, image.convert("RGBA")).convert("RGB")


def _encode(image: "Image", kind: str) -> bytes:
    file = BytesIO()
    if kind == "JPEG":
        image.save(file, kind, quality=_JPEG_QUALITY, subsampling=0, optimize=True)
    else:
        image.save(file, kind)
    return file.getvalue()


def coarse(raster: Raster, name: str, width: float, at: Span | None = None) -> Problem | None:
    """Return a warning when a picture is too coarse for its width in points, or None."""
    dpi = raster.dpi(width)
    if dpi >= MIN_DPI:
        return None
    wanted = -(-width * MIN_DPI // INCH)
    message = f"{name} will look coarse: {dpi:.0f} dots per inch at its size on the sheet"
    return Problem("W510", message, at, f"supply it at least {wanted:.0f} pixels wide, or as SVG")
