"""A sheet to be made: which handout, for which clinic, in which edition, and all that its making needs to know."""

from collections.abc import Generator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from handouts.content.decoding import SourceText
from handouts.editions import Edition, file_name
from handouts.errors import AssetError, Span
from handouts.keeping.digests import digest_of
from handouts.languages import LANGUAGES, Language
from handouts.model import Brand, Clinic, Content, Handout
from handouts.pictures.assets import asset_path
from handouts.signing import named_in
from handouts.status import Status, mark_of, status_of
from handouts.wording.resolve import Wording

if TYPE_CHECKING:  # loaded once something is drawn: planning a thousand sheets does without
    from handouts.pictures.logo import Picture
    from handouts.typography.fonts import Family
    from handouts.typography.styles import Look


_WIDEST_DIGITS = "d" * 64


@contextmanager
def blaming(place: Span | None) -> Generator[None]:
    """Tell what is wrong with a file where the content names it."""
    try:
        yield
    except AssetError as error:
        raise AssetError(*(replace(problem, at=problem.at or place) for problem in error.problems)) from error


@dataclass(frozen=True)
class Sheet:
    """One file to be made.

    Attributes:
        root: The folder of the content, which asset paths start from.
        sources: The text of each file of the content, so that problems point at the very characters.
        today: The day on which reviews are or are not overdue.
        settled: Whether its languages say the same, and what was approved.
        proof: Whether it is only looked at: then a blank page stands for a clinic's PDF that cannot be printed.
        tried: Whether nobody will see it: then its print code is as wide as any, and nothing is digested for it.
    """

    content: Content
    root: Path
    handout_id: str
    clinic_id: str
    edition: Edition
    today: date
    sources: Mapping[str, SourceText] = field(default_factory=dict, repr=False)
    settled: bool = True
    proof: bool = False
    tried: bool = False

    @property
    def handout(self) -> Handout:
        """The handout."""
        return self.content.handouts[self.handout_id]

    @property
    def content_file(self) -> str:
        """The first file of the content, as the command was given it."""
        return next(iter(self.sources), "content.yaml")

    @property
    def clinic(self) -> Clinic:
        """The clinic."""
        return self.content.clinics[self.clinic_id]

    @property
    def brand(self) -> Brand:
        """The clinic's brand."""
        return self.content.brands[self.clinic.brand]

    @property
    def status(self) -> Status:
        """Whether it may be handed out."""
        return status_of(self.handout, self.today, settled=self.settled)

    @property
    def marks(self) -> tuple[str, ...]:
        """Its status in every language of the content; nothing once it is approved."""
        marks = (mark_of(self.status, LANGUAGES[code].labels) for code in self.content.languages)
        return tuple(mark for mark in dict.fromkeys(marks) if mark)

    @cached_property
    def path(self) -> str:
        """The path of its file under the output folder."""
        return f"{self.clinic_id}/{file_name(self.handout, self.edition)}"

    @cached_property
    def fingerprint(self) -> str:
        """Hex digits made from everything that it says: the handout, the clinic, and what they name."""
        if self.tried:
            return _WIDEST_DIGITS
        named = named_in(self.content, self.handout, self.clinic)
        said = {
            "handout": self.handout.model_dump(mode="json"),
            "clinic": self.clinic.model_dump(mode="json"),
            "durations": {n: d.model_dump(mode="json") for n, d in self.content.durations.items() if n in named},
            "facts": {n: f.model_dump(mode="json") for n, f in self.content.facts.items() if n in named},
        }
        return digest_of(said)

    @cached_property
    def family(self) -> "Family":
        """The fonts of the brand."""
        from handouts.typography.fonts import WEIGHTS, brand_family, brand_font, bundled_family  # noqa: PLC0415

        files = self.brand.fonts
        if files is None:
            return bundled_family()
        paths = {}
        for weight in WEIGHTS:
            with blaming(files.at.of(weight)):
                paths[weight] = self.asset(getattr(files, weight))
                brand_font(paths[weight])
        return brand_family(self.clinic.brand, paths)

    @cached_property
    def look(self) -> "Look":
        """How the brand looks in the layout."""
        from handouts.typography.styles import look_of  # noqa: PLC0415

        layout = self.edition.layout
        return look_of(self.brand, layout.scale, self.family, layout.contrast)

    @cached_property
    def logo(self) -> "Picture":
        """The brand's logo."""
        return self.picture(self.brand.logo)

    def asset(self, path: str) -> Path:
        """Return where an asset is."""
        return asset_path(self.root, path)

    def picture(self, path: str) -> "Picture":
        """Return a picture by its asset path; what is wrong with it is told where the content names it."""
        from handouts.pictures.logo import load_picture  # noqa: PLC0415

        with blaming(self._where(path)):
            return load_picture(self.asset(path))

    def _where(self, path: str) -> Span | None:
        """Return where the content names a picture."""
        if path == self.brand.logo:
            return self.brand.at.of("logo")
        figures = (block for block in self.handout.blocks if block.block == "figure")
        return next((figure.at.of("file") for figure in figures if figure.file == path), None)

    def wording(self, language: Language) -> Wording:
        """Return what it says in one language."""
        return Wording(self.content, self.clinic, self.handout, language, self.sources)
