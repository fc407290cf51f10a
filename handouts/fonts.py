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
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from handouts.errors import AssetError, Problem

BUNDLED = Path(__file__).parent / "fonts" / "source-sans-3"
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

    def __init__(self, name: str, path: Path) -> None:
        """Load a static TrueType font.

        Raises:
            AssetError: The file is no font, has PostScript outlines, or is variable.
        """
        self.name = name
        try:
            face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
            self._check_is_static(face, path)
            self.font = TTFont(name, BytesIO(_unhinted(face)))
        except (OSError, RuntimeError, TTFError, uharfbuzz.HarfBuzzError) as error:
            raise AssetError(
                Problem(
                    "E521",
                    f"the font {path.name} cannot be used: {error}",
                    None,
                    "use a static TrueType font (.ttf)",
                )
            ) from error
        pdfmetrics.registerFont(self.font)
        self._shaper = uharfbuzz.Font(face)
        self._scale = 1000 / self._shaper.face.upem
        self._words: dict[str, Word] = {}

    @staticmethod
    def _check_is_static(face: uharfbuzz.Face, path: Path) -> None:
        # ReportLab loads a variable font without a word and prints its default master.
        if "fvar" in face.table_tags:
            raise AssetError(
                Problem(
                    "E522",
                    f"{path.name} is a variable font",
                    None,
                    "use the static font of each weight instead",
                )
            )

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


def _unhinted(face: uharfbuzz.Face) -> bytes:
    """Return a font without its instructions for coarse screens: paper needs none, and they are a fifth of a sheet."""
    kept = uharfbuzz.SubsetInput()
    kept.unicode_set.invert()
    kept.flags = (
        uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE | uharfbuzz.SubsetFlags.NAME_LEGACY
    )
    return bytes(uharfbuzz.subset(face, kept).blob.data)


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


@lru_cache(maxsize=32)
def _load(name: str, regular: Path, semibold: Path, bold: Path, changed: tuple[int, ...] = ()) -> Family:
    del changed  # it is part of the key only
    return Family(Face(f"{name}-R", regular), Face(f"{name}-S", semibold), Face(f"{name}-B", bold))


def bundled_family() -> Family:
    """Return Source Sans 3, the family of every brand that brings none of its own."""
    return _load("SourceSans3", *(BUNDLED / f"SourceSans3-{w}.ttf" for w in ("Regular", "Semibold", "Bold")))


def brand_family(brand_id: str, files: Mapping[str, Path]) -> Family:
    """Return a brand's own family from the files of its three weights.

    Raises:
        AssetError: A file is missing or is not a static TrueType font.
    """
    paths = files["regular"], files["semibold"], files["bold"]
    changed = tuple(path.stat().st_mtime_ns for path in paths if path.exists())
    return _load(f"brand-{brand_id}", *paths, changed)
