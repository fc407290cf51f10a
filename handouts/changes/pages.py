"""The pages of a handout as they were approved and as they are now, with the words that differ marked on both.

Both are drawn by this program, for one clinic, without its covers, and with the same approval, so that nothing differs
but what the handout says. Words are compared, not dots: where a line wraps is no change. Headers and footers are left
out: what they say of version and date is told in words.
"""

import shutil
import tempfile
from base64 import b64encode
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from handouts.assembly.assemble import assemble
from handouts.changes.marking import Mark, Word, differing, marks, words_in
from handouts.editions import Edition
from handouts.errors import HandoutsError, Problem
from handouts.model import Content
from handouts.model.clinic import Cover
from handouts.pictures.assets import asset_path
from handouts.render import render
from handouts.sheet import Sheet
from handouts.signing.records import figure_path, record_folder
from handouts.signing.slices import Slice

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

_DPI = 110  # of a picture: a page fits a column of a large screen, and text can be read
_QUALITY = 80  # of WebP


@dataclass(frozen=True, slots=True)
class PageImage:
    """A page as a picture in WebP, in base64, with its marks."""

    number: int
    data: str
    width: int
    height: int
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """An edition, before and now: the pages of which one differs, beside each other; None where there is no such page.

    Attributes:
        pages: How many pages each has.
        problems: Why one of them cannot be drawn.
    """

    clinic: str
    edition: Edition
    rows: tuple[tuple[PageImage | None, PageImage | None], ...]
    pages: tuple[int, int]
    problems: tuple[tuple[Problem, ...], tuple[Problem, ...]] = ((), ())


@dataclass(frozen=True, slots=True)
class _Drawn:
    pdf: bytes = b""
    words: tuple[Word, ...] = ()
    pages: int = 0
    problems: tuple[Problem, ...] = ()


def beside(before: Sheet | None, now: Sheet, *, all_pages: bool = False) -> Beside:
    """Draw a sheet as it was and as it is.

    Args:
        before: As it was approved, see `undressed`; None when there was no such edition.
        now: As it is.
        all_pages: Show the pages whose words are the same too: a picture on them may have changed.
    """
    first, last = _draw(before) if before else _Drawn(), _draw(now)
    marked = differing(first.words, last.words) if first.pdf and last.pdf else ([], [])
    pages = max(first.pages, last.pages)
    shown = [page for page in range(pages) if all_pages or any(word.page == page for side in marked for word in side)]
    if not (first.pdf and last.pdf):
        shown = list(range(last.pages))  # of a sheet that cannot be made there is nothing to sign
    images = [_images(drawn, shown, words) for drawn, words in zip((first, last), marked, strict=True)]
    rows = tuple((images[0].get(page), images[1].get(page)) for page in shown)
    return Beside(now.clinic_id, now.edition, rows, (first.pages, last.pages), (first.problems, last.problems))


def undressed(content: Content, sheet: Sheet) -> Sheet:
    """Return a sheet with the words of a content and its own approval, without the clinic's covers and notes."""
    clinic = sheet.clinic.model_copy(update={"cover": Cover()})
    handout = content.handouts[sheet.handout_id]
    dressed = {
        "clinics": {sheet.clinic_id: clinic},
        "handouts": {sheet.handout_id: handout.model_copy(update={"approval": sheet.handout.approval})},
    }
    plain = content.model_copy(update=dressed)
    return replace(sheet, content=plain, settled=True, today=min(sheet.today, handout.review_due))


def approved_root(sheet: Sheet, part: Slice, folder: Path) -> Path:
    """Return a root whose assets hold the pictures of a record; that of the sheet when none differs."""
    kept = {path: figure_path(record_folder(sheet.root, part.ident), path, part.figures[path]) for path in part.figures}
    if not any(file.is_file() for file in kept.values()):
        return sheet.root
    fonts = sheet.brand.fonts
    brand = [sheet.brand.logo, *((fonts.regular, fonts.semibold, fonts.bold) if fonts else ())]
    for path in brand:
        _copy(asset_path(sheet.root, path), folder / path)
    for path, file in kept.items():
        if file.is_file():
            _copy(file, folder / path)
    return folder


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(file, target)


def temporary_folder() -> "tempfile.TemporaryDirectory[str]":
    """Return a folder that vanishes when it is left."""
    return tempfile.TemporaryDirectory(prefix="handouts-")


def _draw(sheet: Sheet) -> _Drawn:
    try:
        drawn = render(sheet)
        pdf = assemble(drawn.body, drawn.details)
    except HandoutsError as error:
        return _Drawn(problems=error.problems)
    return _Drawn(pdf, tuple(words_in(pdf)), drawn.pages)


def _images(drawn: _Drawn, shown: Sequence[int], marked: Sequence[Word]) -> dict[int, PageImage]:
    if not drawn.pdf:
        return {}
    import pypdfium2  # noqa: PLC0415 (only this draws)

    with closing(pypdfium2.PdfDocument(drawn.pdf)) as document:
        there = [page for page in shown if page < len(document)]
        return {page: _image(document[page], page, [word for word in marked if word.page == page]) for page in there}


def _image(page: "PdfPage", number: int, marked: Sequence[Word]) -> PageImage:
    width, height = page.get_size()
    picture = page.render(scale=_DPI / 72).to_pil()
    file = BytesIO()
    picture.save(file, "WEBP", quality=_QUALITY, method=4)
    data = b64encode(file.getvalue()).decode()
    return PageImage(number + 1, data, picture.width, picture.height, marks(marked, width, height))
