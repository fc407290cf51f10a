"""Every limit that foreign data meets, in one place: ours, and those of the libraries that read it.

`tests/test_limits.py` shows each of them at work.
"""

from contextlib import AbstractContextManager
from typing import Any

# the process that reads what others supply

MEMORY = 1_000_000_000
"""Bytes of address space."""

PROCESSOR_SECONDS = 8
"""Of work on one file. Unlike the clock, it does not depend on what else the machine does."""

CLOCK_SECONDS = 30
"""Until the answer about one file must be there."""

ANSWER_BYTES = 64_000_000
"""The largest answer about one file."""

# a clinic's own PDF

PDF_BYTES = 20_000_000
"""What mail servers take."""

PDF_PAGES = 4
"""In front of one handout."""

PDF_TREE = 10_000
"""Pages that are counted before the count is given up."""

PDF_EDGES = (36.0, 14_400.0)
"""The shortest and longest edge of a page in points: half an inch, and what PDF itself allows."""

PDF_PIXELS = 50_000_000
"""In all images of a page together: a sheet at 600 dpi and some more."""

PDF_UNPACKED = 75_000_000
"""Bytes that one stream may unpack to."""

PDF_STEPS = 5_000_000
"""Operators that drawing a page may run, those of forms as often as they are drawn."""

PDF_NESTED = 30
"""How deep forms may draw forms."""

# logos and figures

PICTURE_BYTES = 10_000_000
"""Of a PNG or JPEG file."""

PICTURE_PIXELS = 25_000_000
"""Of a PNG or JPEG. A 12 KB file can hold 100 million, which take a gigabyte to decode."""

SVG_BYTES = 1_000_000
"""Of an SVG file."""

# a brand's own fonts

FONT_BYTES = 10_000_000
"""Of a font file: Latin letters take a tenth of that."""


def limited_pypdf() -> AbstractContextManager[object]:
    """Return a context in which pypdf keeps to these limits, and calls no other program (JBIG2)."""
    from pypdf import apply_configuration  # noqa: PLC0415 (a sheet without a clinic's PDF needs no reader)

    unpacked: dict[str, Any] = dict.fromkeys(
        (
            "maximum_declared_stream_length", "array_based_stream_maximum_output_length", "jbig2_maximum_output_length",
            "lzw_maximum_output_length", "run_length_maximum_output_length", "zlib_maximum_output_length",
            "brotli_maximum_output_length", "image_maximum_buffer_size",
        ),
        PDF_UNPACKED,
    )  # fmt: skip
    return apply_configuration(
        **unpacked,
        stream_decoding_work_maximum_length=4 * PDF_UNPACKED,
        page_tree_maximum_entries=PDF_TREE,
        page_tree_maximum_depth=50,
        jbig2dec_binary=None,
        disable_legacy_handling=True,
    )


def limit_pillow() -> None:
    """Let Pillow refuse large images by itself too, should one come another way."""
    from PIL import Image  # noqa: PLC0415 (a build without pictures needs no imaging library)

    Image.MAX_IMAGE_PIXELS = PICTURE_PIXELS


def limit_reportlab() -> None:
    """Let ReportLab fetch nothing, from no host and by no scheme, and never evaluate the name of a colour."""
    from reportlab import rl_config  # noqa: PLC0415 (only drawing needs it)

    rl_config.trustedHosts = None
    rl_config.trustedSchemes = []
    rl_config.toColorCanUse = None  # type: ignore[assignment] # (the stubs know its default only)
