"""Blocks that show a picture or a QR code."""

from typing import Literal

from handouts.model.base import AssetPath, Text
from handouts.model.blocks.any_block import AnyBlock


class Figure(AnyBlock):
    """A picture (SVG, PNG or JPEG under `assets/`), what it shows in words, and its caption.

    Attributes:
        file: The picture: a path under `assets/`.
        alt: What the picture shows, for those who cannot see it.
        caption: The words under the picture.
    """

    block: Literal["figure"]
    file: AssetPath
    alt: Text
    caption: Text


class QrCode(AnyBlock):
    """A QR code to a link (https), with its address in print beside it.

    Attributes:
        link: Where the code leads: an https address in each language.
        text: Where it leads, in words.
    """

    block: Literal["qr"]
    link: Text
    text: Text
