"""Making a clinic's PDF ready to be placed: a small clean file of our own, and what to know about it.

From bytes to plain data, so that it can run in a process of its own, once for each file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from hashlib import sha256

from pypdf import PdfReader
from pypdf.errors import LimitReachedError

from handouts.errors import AssetError, Problem
from handouts.limits import limited_pypdf
from handouts.pdf.objects import Objects
from handouts.prepared import Prepared, PreparedPage
from handouts.supplied import ways
from handouts.supplied.active import removed_parts
from handouts.supplied.cost import check_cost
from handouts.supplied.intake import SourcePage, is_signed, open_pdf, source_pages
from handouts.supplied.layers import check_agreement, check_layers
from handouts.supplied.links import kept_links
from handouts.supplied.raster import compared_width, difference, is_blank, opened, render, rewritten, same_shape
from handouts.supplied.tree import BadTagsError, is_tagged, read_tree
from handouts.supplied.tree_checks import headings, on_first_page, part_of_page
from handouts.supplied.verdicts import DAMAGE, DAMAGED, EXPORT_AGAIN, SHARPER, NotCleanError, endless, refused
from handouts.tagging import Node

_MOST_DIFFERENT = 0.001  # of all pixels


@lru_cache(maxsize=16)
def prepare(data: bytes, *, signed: bool = False) -> Prepared:
    """Read, check and clean a clinic's PDF; the answer is kept, because many handouts share a cover.

    Args:
        data: The file.
        signed: Take a signed file too, and lose its signature.

    Returns:
        What can be placed. The problems in its `notes` have no place: the caller knows where the content
        names the file.

    Raises:
        AssetError: The file cannot be used (`E540` to `E551`).
    """
    with limited_pypdf():
        try:
            return _prepared(data, [], signed=signed)
        except AssetError as error:
            if error.problems[0].code != DAMAGED and not isinstance(error.__cause__, LimitReachedError):
                raise
            note = Problem("W544", "the file is damaged and was repaired", None, EXPORT_AGAIN)
            return _prepared(rewritten(data, error), [note], signed=signed)


def _prepared(data: bytes, notes: list[Problem], *, signed: bool) -> Prepared:
    try:
        source = _Source(data, open_pdf(data, signed=signed), notes)
        source.check()
        return source.prepared()
    except LimitReachedError as error:
        raise endless() from error
    except DAMAGE as error:
        raise refused(DAMAGED, "the file is damaged or incomplete", EXPORT_AGAIN) from error


def _nothing_seen(blank: Sequence[int]) -> AssetError:
    """Say which pages are blank; what their designer sees on them may be in a typeface that only they have."""
    numbers = ", ".join(map(str, blank))
    hint = "leave such a page out; if its designer sees something on it, export it flattened, with fonts embedded"
    return refused("E547", f"page {numbers} of the file shows nothing", hint)


@dataclass(slots=True)
class _Tried:
    """The better ways that a page was tried in, and why none of them will do."""

    why: str = "it would look different otherwise"
    hint: str = SHARPER


class _Source:
    """A clinic's PDF, open."""

    def __init__(self, data: bytes, reader: PdfReader, notes: list[Problem]) -> None:
        self._data = data
        self._root = reader.root_object
        self._signed = is_signed(reader)
        self._pages = source_pages(reader)
        self._links = [kept_links(page) for page in self._pages]
        self._objects = Objects()
        self._notes = notes
        self._heading = 0

    def check(self) -> None:
        """Check that every page can be drawn and shows the same everywhere, and note what is left behind."""
        for page in self._pages:
            check_cost(page.dictionary, page.resources)
        check_agreement(self._root, [page.resources for page in self._pages])
        with opened(self._data) as document:
            if len(document) < len(self._pages):  # more are said to be there in files whose count is wrong
                raise _disagreement()
            if not all(same_shape(document[number].get_size(), page.size) for number, page in enumerate(self._pages)):
                raise _disagreement()
            blank = [
                number + 1
                for number, page in enumerate(self._pages)
                if is_blank(render(document, number, compared_width(*page.size)))
            ]
        if blank:
            raise _nothing_seen(blank)
        if self._signed:
            self._notes.append(Problem("W545", "the file is signed, and the signature is lost"))
        removed = removed_parts(self._root, self._pages)
        if removed:
            parts = ", ".join(removed)
            text = f"a handout shows and never acts, so these are left out of the file: {parts}"
            self._notes.append(Problem("W541", text))

    def prepared(self) -> Prepared:
        """Take over every page in the best way that it allows."""
        part = self._tree()
        taken = [self._taken(number, page, part) for number, page in enumerate(self._pages)]
        pdf = ways.file_of([entries for _, entries in taken], self._objects)
        return Prepared(pdf, tuple(page for page, _ in taken), tuple(dict.fromkeys(self._notes)))

    def _tree(self) -> Node | None:
        if not is_tagged(self._root):
            return None
        pages = [page.dictionary for page in self._pages]
        places = [{key: place for place, key in enumerate(found)} for found in self._links]
        try:
            return read_tree(self._root, pages, places, sha256(self._data).hexdigest()[:8] + "-")
        except BadTagsError as error:
            self._note_tags(error)
            return None

    def _taken(self, number: int, page: SourcePage, part: Node | None) -> tuple[PreparedPage, ways.Entries]:
        if page.trimmed:
            self._note("W542", number, "has marks for the printer's knife around it", "export it without marks")
        tried = _Tried()
        for taken in self._better(number, page, part, tried):
            if self._looks_right(number, page, taken[1]):
                if taken[0].tree is not None:
                    self._heading = [self._heading, *headings(taken[0].tree)][-1]
                return taken
        self._note("W540", number, f"is printed as a picture, because {tried.why}", tried.hint)
        return self._prepared_page(number, page), ways.picture(self._data, number, page, self._objects)

    def _better(
        self, number: int, page: SourcePage, part: Node | None, tried: _Tried
    ) -> Iterator[tuple[PreparedPage, ways.Entries]]:
        """Yield a page with its tags, then as a drawing, as far as it allows."""
        plain = self._prepared_page(number, page)
        tree = None if part is None else part_of_page(part, number)
        try:
            check_layers(self._root)
            if tree is not None:
                try:
                    entries = ways.tagged(page, tree, len(plain.links), self._heading, self._objects)
                    yield replace(plain, way="tagged", tree=on_first_page(tree)), entries
                except BadTagsError as error:
                    self._note_tags(error)
            yield replace(plain, way="figure"), ways.figure(page, self._objects)
        except NotCleanError as error:
            tried.why, tried.hint = str(error), error.hint
        except DAMAGE:
            tried.why = "a part of it is damaged"

    def _prepared_page(self, number: int, page: SourcePage) -> PreparedPage:
        return PreparedPage(*page.size, "picture", None, tuple(self._links[number].values()))

    def _looks_right(self, number: int, page: SourcePage, entries: ways.Entries) -> bool:
        """Whether a page that was taken over looks like what was supplied."""
        across = compared_width(*page.size)
        with opened(self._data) as supplied, opened(ways.file_of([entries], self._objects)) as placed:
            shown, wanted = render(placed, 0, across), render(supplied, number, across)
        return difference(shown, wanted) <= _MOST_DIFFERENT

    def _note(self, code: str, number: int, text: str, hint: str) -> None:
        self._notes.append(Problem(code, f"page {number + 1} of the file {text}", None, hint))

    def _note_tags(self, error: BadTagsError) -> None:
        hint = "it is read aloud as a figure, by the alternative text that the content gives"
        self._notes.append(Problem("W543", f"the tags of the file cannot be used: {error}", None, hint))


def _disagreement() -> AssetError:
    return refused(DAMAGED, "the file is damaged: readers disagree about its pages", EXPORT_AGAIN)
