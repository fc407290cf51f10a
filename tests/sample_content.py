"""A small content in files, for tests of the whole command: two clinics, handouts that say little."""

import io
import json
import re
import shutil
from collections.abc import Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from handouts.cli import main
from layouts import LAYOUTS

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path fill="#0B4F5C" d="M0 0h40v20H0z"/></svg>'
DAY = "2026-11-23"
ROOT = Path(__file__).resolve().parents[1]

_SHARED = """\
schema_version: 1
services:
  needling: {fr: "Microperforation", en: "Microneedling"}
durations:
  makeup_wait: {value: 24, to: 48, unit: hours, min: 12, max: 72, source: "A study", approved_by: "A nurse"}
brands:
  pine:
    name: {fr: "Clinique du Pin", en: "Pine Clinic"}
    colors: {brand: "#0B4F5C", brand_mid: "#B7D6DA", brand_tint: "#E6F1F2"}
    logo: assets/pine.svg
"""

_CLINIC = """\
  ID:
    brand: pine
    name: {fr: "Clinique ID", en: "Clinic ID"}
    address: {number: "12", street: "rue des Sapins", city: "Lévis", postal_code: "G6V 1A1"}
    phone: "418 555-0PHONE"
    after_hours: {fr: "Fermé? 811, option 1", en: "Closed? 811, option 1"}
    hours: [{first: monday, last: friday, opens: "9:00", closes: "17:00"}]
    website: "https://ID.example"
    services: [needling]
    editions: [EDITIONS]
"""

_IN_ENGLISH = {"boutons": "pimples", "taches": "spots", "rougeurs": "redness", "soins": "care"}

_HANDOUT = """\
  ID:
    code: CODE
    version: "1.0"
    service: needling
    title: {fr: "Après le soin ID", en: "After treatment WORD"}
    subtitle: {fr: "À la maison", en: "At home"}
    slug: {fr: "apres-ID", en: "after-ID"}
    purpose: {fr: "Dire quoi faire", en: "Say what to do"}
    reviewed: 2026-05-02
    review_due: 2028-05-02
    author_role: {fr: "Rédaction", en: "Writers"}
    approver_role: {fr: "Infirmière", en: "Nurse"}
    approval: {status: sample}
    sources: [{title: "A study"}]
    conflicts: {fr: "Aucun", en: "None"}
    sections:
      - id: message
        blocks:
          - block: main_message
            text:
              fr: "N'y touchez pas."
              en: "Leave it alone."
      - id: care
        heading: {fr: "Soins", en: "Care"}
        blocks:
          - block: paragraph
            text:
              fr: "Attendez {makeup_wait}."
              en: "Wait {makeup_wait}."
      - id: call
        heading: {fr: "Quand appeler", en: "When to call"}
        blocks:
          - {block: warning, level: emergency, signs: [{fr: "Étouffement", en: "Choking"}]}
          - {block: warning, level: same_day, signs: [{fr: "Fièvre", en: "Fever"}, {fr: "Pus", en: "Pus"}]}
          - {block: warning, level: clinic, signs: [{fr: "Inquiétude", en: "Worry"}]}
          - {block: contact, link: {fr: "{clinic.website}/ID", en: "{clinic.website}/WORD"}}
"""

CLINICS: Mapping[str, str] = {"nord": "two_sided, single", "sud": "single"}


def write_content(
    folder: Path, *, handouts: Sequence[str] = ("boutons",), clinics: Mapping[str, str] = CLINICS
) -> Path:
    """Write a content and its logo to a folder and return its file.

    Args:
        folder: Made if need be.
        handouts: Their ids; the first three letters are their codes.
        clinics: Editions by clinic id. With the usual ones each handout has five sheets.
    """
    (folder / "assets").mkdir(parents=True, exist_ok=True)
    (folder / "assets" / "pine.svg").write_text(LOGO)
    parts = [_SHARED, "clinics:\n"]
    parts += [
        _CLINIC.replace("ID", clinic).replace("EDITIONS", editions).replace("PHONE", str(134 + number))
        for number, (clinic, editions) in enumerate(clinics.items())
    ]
    parts.append("handouts:\n")
    parts += [
        _HANDOUT.replace("CODE", ident[:3].upper()).replace("WORD", _IN_ENGLISH.get(ident, ident)).replace("ID", ident)
        for ident in handouts
    ]
    file = folder / "content.yaml"
    file.write_text("".join(parts), encoding="utf-8")
    return file


_UNTOUCHED = re.compile(
    r"^      - id: (?:day-by-day|expect|do|avoid|washing|pimples|notes|plan|tell-us|questions)\n(?:(?!      - id: |  \S|\Z).*\n)*",
    re.MULTILINE,
)


@cache
def short_sample() -> str:
    """Return the content of the project without most sections of the second handout and the third, to be read in half the time."""
    before, name, after = (ROOT / "content.yaml").read_text(encoding="utf-8").partition("\n  first-week:\n")
    return before + name + _UNTOUCHED.sub("", after)


def copy_of_sample(folder: Path) -> Path:
    """Write the short sample, with the assets of the project, into a folder where a test may edit it."""
    shutil.copytree(ROOT / "assets", folder / "assets")
    file = folder / "content.yaml"
    file.write_text(short_sample(), encoding="utf-8")
    return file


def edit(file: Path, old: str, new: str, *, count: int = -1) -> None:
    """Change words in a file; they must be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, count), encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command came to."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its answer to `--json`."""
        return json.loads(self.out)


def generate(content: Path, *arguments: str, day: str = DAY) -> Ran:
    """Run the command in this process on a content."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*arguments, "--content", str(content), "--date", day], LAYOUTS, content.parent)
    return Ran(code, out.getvalue(), err.getvalue())


def manifest(output: Path) -> dict[str, Any]:
    """Return the entries of a manifest, by path."""
    said = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    return {entry["path"]: entry for entry in said["files"]}


def files(output: Path) -> dict[str, bytes]:
    """Return every file under a folder that people see, by path."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes()
        for path in sorted(output.rglob("*"))
        if path.is_file() and not path.name.startswith(".lock")
    }
