"""Every limit at work: of ours, and of the libraries that read what others supply."""

import io
import sys
import zlib
from collections.abc import Callable
from typing import Any

import pypdf
import pytest
from PIL import Image
from pypdf.errors import LimitReachedError
from pypdf.generic import NameObject, StreamObject
from reportlab import rl_config
from reportlab.lib.colors import toColor
from reportlab.lib.utils import open_for_read

from handouts import limits
from handouts.errors import AssetError
from handouts.pen import Pen
from handouts.pictures.raster import read_raster
from handouts.pictures.svg import read_svg
from handouts.supplied.preparing import prepare
from tests.covers import drawn, on_page, pixels
from tests.covers_of_malice import countless_pages, many_operators


def code(read: Callable[[], object]) -> str:
    """Why something is refused."""
    with pytest.raises(AssetError) as refusal:
        read()
    return refusal.value.problems[0].code


def test_pypdf_unpacks_a_stream_no_further_than_its_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    packed = StreamObject()
    packed._data = zlib.compress(bytes(3_000_000))
    stream: Any = pypdf.generic.EncodedStreamObject()
    stream._data = packed._data
    stream[NameObject("/Filter")] = NameObject("/FlateDecode")
    monkeypatch.setattr(limits, "PDF_UNPACKED", 1_000_000)
    with limits.limited_pypdf(), pytest.raises(LimitReachedError):
        stream.get_data()


def test_pypdf_calls_no_other_program() -> None:
    with limits.limited_pypdf() as configuration:
        assert getattr(configuration, "jbig2dec_binary", "") is None


def test_the_limits_of_pypdf_hold_only_where_a_clinics_pdf_is_read() -> None:
    usual = pypdf.Configuration().page_tree_maximum_entries
    with limits.limited_pypdf() as configuration:
        assert getattr(configuration, "page_tree_maximum_entries", 0) == limits.PDF_TREE
    assert usual != limits.PDF_TREE


def test_pillow_refuses_a_large_picture_by_itself() -> None:
    file = io.BytesIO()
    Image.new("1", (8000, 8000)).save(file, "PNG")
    limits.limit_pillow()
    assert Image.MAX_IMAGE_PIXELS == limits.PICTURE_PIXELS
    with pytest.raises(Image.DecompressionBombError):
        Image.open(io.BytesIO(file.getvalue()))


@pytest.mark.parametrize("address", ["file:///etc/hostname", "data:text/plain;base64,AAAA"])
def test_reportlab_fetches_nothing(address: str) -> None:
    assert Pen.__module__ in sys.modules  # whose import sets the limits of ReportLab
    with pytest.raises((OSError, ValueError)):
        open_for_read(address)


def test_reportlab_evaluates_no_colour() -> None:
    assert rl_config.toColorCanUse is None
    with pytest.raises(ValueError, match="Invalid color"):
        toColor("setColors(red=5)")


def test_a_pdf_is_no_larger_than_can_be_mailed() -> None:
    assert code(lambda: prepare(drawn() + bytes(limits.PDF_BYTES))) == "E548"


def test_a_pdf_has_a_few_pages_at_most() -> None:
    assert code(lambda: prepare(drawn(pages=limits.PDF_PAGES + 1))) == "E546"
    assert len(prepare(drawn(pages=limits.PDF_PAGES)).pages) == limits.PDF_PAGES


def test_pages_are_not_counted_for_ever() -> None:
    assert code(lambda: prepare(countless_pages())) == "E546"


@pytest.mark.parametrize("edge", limits.PDF_EDGES)
def test_a_page_is_as_small_and_as_large_as_pdf_allows_and_no_more(edge: float) -> None:
    beyond = edge * (0.9 if edge < 100 else 1.1)
    box = pypdf.generic.RectangleObject((0, 0, beyond, 792))
    assert code(lambda: prepare(on_page(MediaBox=[float(side) for side in box]))) == "E549"


def test_a_pdf_has_no_more_pixels_than_paper_can_show() -> None:
    assert code(lambda: prepare(pixels())) == "E550"


def test_a_page_takes_no_more_steps_than_a_reader_has_patience() -> None:
    assert code(lambda: prepare(many_operators())) == "E550"


def test_a_picture_has_a_limit_of_bytes() -> None:
    assert code(lambda: read_raster(b"\x89PNG\r\n\x1a\n" + bytes(limits.PICTURE_BYTES), "logo.png")) == "E512"


def test_a_picture_has_a_limit_of_pixels() -> None:
    file = io.BytesIO()
    Image.new("1", (5001, 5000)).save(file, "PNG")
    assert code(lambda: read_raster(file.getvalue(), "logo.png")) == "E517"


def test_an_svg_has_a_limit_of_bytes() -> None:
    assert code(lambda: read_svg(b"<svg>" + b" " * limits.SVG_BYTES, "logo.svg")) == "E512"
