"""Font faces: which characters they have, and how wide a word is with its kerning.

Words are measured with HarfBuzz, kerning on. Ligatures stay off: readers would extract them as one odd
character. So every character is one glyph, and ReportLab's own subsets can draw it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path

import uharfbuzz
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from handouts.errors import AssetError, Problem
from handouts.limits import FONT_BYTES
from handouts.ordinary_files import FileState, state_of

WEIGHTS = ("regular", "semibold", "bold")
BUNDLED = Path(__file__).parents[1] / "fonts" / "source-sans-3"
_FEATURES = {"kern": True, "liga": False, "clig": False, "dlig": False, "calt": False, "locl": False}
_SPACES = {" ": " ", "\u00a0": " "}  # drawn alike; a face has both or neither


@dataclass(frozen=True, slots=True)
class Word:
    """A measured stretch of text in one face; `width` and `kerns` are in thousandths of the type size.

    `kerns[i]` is added after character `i`.
    """

    text: str
    width: float
    kerns: tuple[float, ...]


class Face:
    """One font file, registered with ReportLab under a name made from its family and weight."""

    def __init__(self, name: str, data: bytes) -> None:
        """Open a font.

        Args:
            name: What to call it.
            data: A static TrueType font as `handouts.typography.font_files` writes it.
        """
        self.name = name
        self.font = TTFont(name, BytesIO(data))
        pdfmetrics.registerFont(self.font)
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))
        self._scale = 1000 / self._shaper.face.upem
        self._words: dict[str, Word] = {}

    def has(self, character: str) -> bool:
        """Whether the face can print a character."""
        return ord(_SPACES.get(character, character)) in self.font.face.charToGlyph

    @cached_property
    def cap_height(self) -> float:
        """Height of a capital, as a fraction of the type size."""
        return float(self.font.face.capHeight or 660) / 1000

    def word(self, text: str) -> Word:
        """Measure text, with its kerning."""
        word = self._words.get(text)
        if word is None:
            word = self._words[text] = self._measure(text)
        return word

    def _measure(self, text: str) -> Word:
        widths = self.font.face.charWidths
        plain = [float(widths.get(ord(_SPACES.get(c, c)), self.font.face.defaultWidth)) for c in text]
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, _FEATURES)
        positions = buffer.glyph_positions or []
        if len(positions) != len(text):  # combining marks: one glyph for two characters; drawn without kerning
            return Word(text, sum(plain), (0.0,) * len(text))
        kerns = tuple(
            round(position.x_advance * self._scale - width, 2) for position, width in zip(positions, plain, strict=True)
        )
        return Word(text, sum(plain) + sum(kerns), kerns)


@dataclass(frozen=True)
class Family:
    """The three weights of a sheet."""

    regular: Face
    semibold: Face
    bold: Face

    @property
    def faces(self) -> tuple[Face, Face, Face]:
        """All weights."""
        return self.regular, self.semibold, self.bold

    def missing(self, text: str) -> str:
        """Return the characters of a text that some weight cannot print, each once."""
        return "".join(dict.fromkeys(c for c in text if c != "\n" and not all(face.has(c) for face in self.faces)))


@lru_cache(maxsize=1)
def bundled_family() -> Family:
    """Return Source Sans 3, the family of every brand that brings none of its own."""
    from handouts.typography.font_files import unhinted  # noqa: PLC0415

    files = (BUNDLED / f"SourceSans3-{weight}.ttf" for weight in ("Regular", "Semibold", "Bold"))
    return _family("SourceSans3", *(unhinted(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(f)))) for f in files))


def brand_family(brand_id: str, files: Mapping[str, Path]) -> Family:
    """Return a brand's own family from the files of its three weights, which may be one file.

    Raises:
        AssetError: A file is missing or is not a static TrueType font.
    """
    return _family(f"brand-{brand_id}", *(brand_font(files[weight]) for weight in WEIGHTS))


def brand_font(path: Path) -> bytes:
    """Return a brand's font, checked and written anew in a process apart; read again only when it has changed.

    Raises:
        AssetError: It cannot be read (E510) or used (E521, E522).
    """
    try:
        return _brand_font(path, state_of(path))
    except OSError as error:
        raise AssetError(Problem("E510", f"the font {path.name} cannot be read: {error.strerror}")) from error


@lru_cache(maxsize=32)
def _brand_font(path: Path, state: FileState) -> bytes:
    from handouts.processes.sandbox import read_apart  # noqa: PLC0415 (most brands bring no fonts)

    if state.size > FONT_BYTES:
        message = f"the font {path.name} cannot be used: it is larger than {FONT_BYTES // 1_000_000} MB"
        raise AssetError(Problem("E521", message, None, "use a static TrueType font (.ttf) of Latin letters"))
    return read_apart("font", path.read_bytes(), name=path.name).data


@lru_cache(maxsize=32)
def _family(name: str, *files: bytes) -> Family:
    """Open a family. Weights that share a file share its face: ReportLab writes each font once."""
    faces: dict[bytes, Face] = {}
    for weight, data in zip(WEIGHTS, files, strict=True):
        if data not in faces:
            faces[data] = Face(f"{name}-{weight[0].upper()}", data)
    _tell_apart(list(faces.values()))
    return Family(*(faces[data] for data in files))


def _tell_apart(faces: list[Face]) -> None:
    """Give each face of a family a name of its own: two files may have the same inside them."""
    names: set[bytes] = set()
    for number, face in enumerate(faces):
        inner = face.font.face
        if inner.name in names:
            inner.name = b"%s-%d" % (inner.name, number)
        names.add(inner.name)
