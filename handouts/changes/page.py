"""The report of changes as one page of HTML that needs nothing else: to be read, printed and signed."""

from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from handouts.changes.comparing import Change, Changed
from handouts.changes.marking import Mark
from handouts.changes.pages import Beside, PageImage
from handouts.changes.report import Report, heading_of
from handouts.changes.tongues import Tongue
from handouts.changes.units import ANY
from handouts.changes.words import Piece
from handouts.errors import Problem
from handouts.languages import LANGUAGES
from handouts.messages import Messages

_CSS = Path(__file__).with_name("page.css")
_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page_of(report: Report, tongue: Tongue) -> bytes:
    """Write the page."""
    return "\n".join(_Page(report, tongue).parts()).encode()


class _Page:
    def __init__(self, report: Report, tongue: Tongue) -> None:
        self._report, self._tongue = report, tongue

    def parts(self) -> Iterator[str]:
        """Yield the page, part by part."""
        title = escape(self._tongue.title.format(title=self._report.title))
        yield f'<!doctype html>\n<html lang="{self._tongue.tag}">\n<head>\n<meta charset="utf-8">'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{title}</title>\n<style>\n{_CSS.read_text(encoding='utf-8')}</style>\n</head>\n<body>"
        yield from self._head(title)
        yield "<main>"
        yield from self._words()
        yield from self._pages()
        yield "</main>"
        yield from self._foot()
        yield "</body>\n</html>\n"

    def _head(self, title: str) -> Iterator[str]:
        report, tongue = self._report, self._tongue
        status = tongue.statuses[report.handout.approval.status]
        yield f"<header>\n<h1>{title}</h1>"
        yield f"<p>{escape(report.approved(tongue))}</p>"
        yield f"<p>{escape(tongue.now.format(version=report.handout.version, status=status))}</p>"
        yield f'<p class="quiet">{escape(tongue.clinic.format(clinic=report.clinic))}</p>'
        yield f"<p><strong>{report.counted(tongue)}</strong> · {tongue.legend}{tongue.colon}"
        yield f"<del>{tongue.gone}</del> <ins>{tongue.new}</ins></p>"
        yield f'<nav><a href="#words">{tongue.words}</a> · <a href="#pages">{tongue.pages}</a></nav>\n</header>'

    def _words(self) -> Iterator[str]:
        tongue = self._tongue
        yield f'<section aria-labelledby="words">\n<h2 id="words">{tongue.words}</h2>'
        if not self._report.changed and not self._report.replaced:
            yield f"<p>{tongue.same_words}</p>"
        for part in self._report.changed:
            yield from self._section(part)
        for path in self._report.replaced:
            yield f"<article><p>{escape(tongue.replaced_figure.format(path=path))}</p></article>"
        yield "</section>"

    def _section(self, part: Changed) -> Iterator[str]:
        yield f"<h3>{escape(heading_of(part, self._tongue))}</h3>"
        if part.moved:
            yield f"<p>{self._tongue.moved}</p>"
        for change in part.changes:
            yield from self._change(change)

    def _change(self, change: Change) -> Iterator[str]:
        at = change.at
        place = f' <span class="place">· {escape(f"{at.file}:{at.line}")}</span>' if at else ""
        yield f"<article>\n<h4>{escape(self._tongue.where(change.where).replace('`', ''))}{place}</h4>"
        yield '<div class="sides">'
        for code, pieces in change.pieces.items():
            yield self._side(code, pieces)
        yield "</div>\n</article>"

    def _side(self, code: str, pieces: Sequence[Piece]) -> str:
        words = "".join(self._piece(piece) for piece in pieces)
        if code == ANY:
            return f"<div>{words}</div>"
        tag = LANGUAGES[code].tag if code in LANGUAGES else code
        return f'<div><span class="code">{escape(code)}</span> <span lang="{escape(tag)}">{words}</span></div>'

    def _piece(self, piece: Piece) -> str:
        text = escape(piece.text)
        if piece.kind == "same":
            return text
        element, said = ("del", self._tongue.gone) if piece.kind == "gone" else ("ins", self._tongue.new)
        hidden = f'<span class="hidden" lang="{self._tongue.tag}">[{said}{self._tongue.colon}</span>'
        return f'<{element}>{hidden}{text}<span class="hidden">]</span></{element}>'

    def _pages(self) -> Iterator[str]:
        tongue = self._tongue
        yield f'<section aria-labelledby="pages">\n<h2 id="pages">{tongue.pages}</h2>'
        yield f'<p class="quiet">{tongue.how_drawn} {tongue.same_pages}</p>'
        for edition in self._report.editions:
            yield from self._edition(edition)
        yield "</section>"

    def _edition(self, edition: Beside) -> Iterator[str]:
        language = "fr" if self._tongue.tag.startswith("fr") else "en"
        names = edition.edition.layout.names
        name = names.get(language, edition.edition.id)
        codes = ", ".join(each.code for each in edition.edition.languages)
        several = len({each.clinic for each in self._report.editions}) > 1
        yield f"<h3>{escape(name)} ({codes}){f' · {escape(edition.clinic)}' if several else ''}</h3>"
        if not edition.rows and not any(edition.problems):
            yield f"<p>{self._tongue.same_words}</p>"
        if not edition.rows and any(edition.problems):
            yield from (f"<p>{self._why(problems)}</p>" for problems in edition.problems if problems)
        for before, now in edition.rows:
            yield '<div class="pair">'
            yield self._side_of_pair(before, "gone", self._tongue.as_approved, edition.problems[0])
            yield self._side_of_pair(now, "new", self._tongue.as_now, edition.problems[1])
            yield "</div>"

    def _side_of_pair(self, image: PageImage | None, kind: str, side: str, problems: Sequence[Problem]) -> str:
        if image is None:
            why = self._why(problems) if problems else self._tongue.no_page
            return f'<figure><figcaption>{side}</figcaption><div class="missing">{why}</div></figure>'
        caption = f"{side} · {self._tongue.page.format(number=image.number)}"
        marks = "".join(_mark(mark, kind) for mark in image.marks)
        source = f"data:image/webp;base64,{image.data}"
        return (
            f'<figure><figcaption>{caption}</figcaption><div class="sheet"><img src="{source}" '
            f'width="{image.width}" height="{image.height}" alt="{escape(caption)}">{marks}</div></figure>'
        )

    def _why(self, problems: Sequence[Problem]) -> str:
        told = Messages(self._tongue.tag[:2])
        return escape(self._tongue.not_drawn.format(why="; ".join(told(problem.message) for problem in problems)))

    def _foot(self) -> Iterator[str]:
        report, tongue = self._report, self._tongue
        yield f"<footer>\n<p><strong>{escape(report.title)}</strong> · {report.counted(tongue)}</p>"
        lines = "".join(f"<span>{words}</span>" for words in tongue.signature)
        yield f'<div class="sign">{lines}</div>'
        yield f'<p class="quiet">{escape(tongue.settle.format(ident=report.ident))}</p>\n</footer>'


def _mark(mark: Mark, kind: str) -> str:
    place = f"left:{mark.left}%;top:{mark.top}%;width:{mark.width}%;height:{mark.height}%"
    return f'<span class="mark {kind}" style="{place}"></span>'
