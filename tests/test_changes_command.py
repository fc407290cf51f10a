"""`approved` and `changes`, as a nurse and a clinician use them."""

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import pytest
from PIL import Image

from handouts.changes.page import page_of
from handouts.changes.tongues import FRENCH
from handouts.problems.findings import findings
from handouts.signing import Slice, read_record, write_record
from tests.inspection import page_text
from tests.sample_content import Ran, edit, files, generate, manifest, write_content

APPROVED = '{status: approved, by: "Dre Roy", role: {fr: "médecin", en: "physician"}, on: 2026-05-02}'
MARKS = ("Ébauche à faire approuver", "Draft, to be approved")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A content with two approved handouts, one of them on record."""
    path = write_content(tmp_path, handouts=("boutons", "taches"))
    edit(path, "{status: sample}", APPROVED)
    ran = generate(path, "approved", "boutons")
    assert (ran.code, ran.err) == (0, "")
    return path


def codes(ran: Ran) -> list[str]:
    """What is told of texts that are behind, of silences and of finished files; other checks have tests of their own."""
    return [
        code for problem in ran.json["problems"] if (code := problem["code"]).startswith(("W18", "W21", "E6", "W6"))
    ]


def page(content: Path) -> Path:
    return content.parent / "output" / "_changes" / "boutons.html"


def record(content: Path) -> Path:
    return content.parent / "approved" / "boutons" / "record.json"


def change(content: Path) -> None:
    edit(content, "Wait {makeup_wait}.", "Wait at least {makeup_wait}.", count=1)
    edit(content, "Attendez {makeup_wait}.", "Attendez au moins {makeup_wait}.", count=1)


# on record


def test_what_was_approved_is_kept_complete_in_itself(content: Path) -> None:
    said = json.loads(record(content).read_text(encoding="utf-8"))["said"]
    assert said["handout"]["approval"]["by"] == "Dre Roy"
    assert said["durations"].keys() == {"makeup_wait"}
    assert generate(content, "approved", "boutons").out.startswith("boutons: this approval is on record already")
    assert codes(generate(content, "check", "--json")) == []


def test_alone_the_command_tells_how_each_handout_stands(content: Path) -> None:
    assert generate(content, "approved").out.splitlines() == [
        "boutons: version 1.0 approved by Dre Roy on 2026-05-02; nothing changed since",
        "taches: approved, not on record",
    ]
    change(content)
    assert "changed since: `changes boutons`" in generate(content, "approved").out


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (APPROVED, "{status: sample}", "taches is not approved: its status is sample"),
        (
            'text:\n              fr: "N\'y touchez pas."',
            'text:\n              fr: "N\'y touchez pas ☃."',
            "no sheet of it can be made",
        ),
    ],
)
def test_what_is_not_fit_to_be_approved_is_not_recorded(content: Path, old: str, new: str, message: str) -> None:
    edit(content, old, new)
    ran = generate(content, "approved", "taches")
    assert ran.code == 1
    assert "error[E908]" in ran.err
    assert message in ran.err
    assert not (content.parent / "approved" / "taches").exists()


def test_a_handout_of_which_a_language_is_behind_cannot_be_approved(content: Path) -> None:
    generate(content, "translated", "--all")
    edit(content, 'en: "Leave it alone."', 'en: "Never touch it."')
    ran = generate(content, "approved", "taches")
    assert ran.code == 1
    assert "texts are behind in French" in ran.err


def test_the_content_is_read_once_however_many_handouts_are_approved(content: Path) -> None:
    with patch("handouts.commands.approved.findings", wraps=findings) as read:
        ran = generate(content, "approved", "boutons", "taches")
    assert ran.code == 0
    assert read.call_count == 1


def test_an_interruption_promises_no_more_than_whole_files_as_some_may_be_written_already(content: Path) -> None:
    genuine = write_record

    def interrupted(root: Path, part: Slice) -> Path:
        genuine(root, part)
        raise KeyboardInterrupt

    with patch("handouts.commands.approved.write_record", interrupted):
        ran = generate(content, "approved", "taches")
    assert (ran.code, ran.err) == (130, "interrupted; no file is torn\n")
    assert read_record(content.parent, "taches") is not None


def test_an_unknown_handout_is_refused_with_what_was_meant(content: Path) -> None:
    ran = generate(content, "approved", "tache")
    assert ran.code == 2
    assert "did you mean `taches`?" in ran.err


# changed since


def test_a_handout_that_was_changed_after_its_approval_says_draft_until_it_is_approved_again(content: Path) -> None:
    generate(content, "build")
    change(content)
    ran = generate(content, "build", "--json")
    assert codes(ran) == ["W214"]
    assert len(ran.json["made"]) == 5
    output = content.parent / "output"
    status = {path: entry["status"] for path, entry in manifest(output).items()}
    assert {word for path, word in status.items() if "boutons" in path} == {"draft"}
    assert {word for path, word in status.items() if "taches" in path} == {"approved"}
    sheets = {path: data for path, data in files(output).items() if "boutons" in path and path.endswith(".pdf")}
    assert all(mark in page_text(data) for data in sheets.values() for mark in MARKS)
    edit(content, "on: 2026-05-02", "on: 2026-11-01", count=1)
    assert codes(generate(content, "check", "--json")) == ["W215"]
    assert generate(content, "approved", "boutons").code == 0
    assert codes(generate(content, "build", "--json")) == []
    assert {entry["status"] for entry in manifest(output).values()} == {"approved"}


def test_the_old_approval_cannot_be_recorded_for_new_words(content: Path) -> None:
    change(content)
    before = record(content).read_bytes()
    ran = generate(content, "approved", "boutons")
    assert ran.code == 1
    assert "changed after the approval that the content names (2026-05-02)" in ran.err
    edit(content, 'version: "1.0"', 'version: "1.1"')  # which is no approval
    assert generate(content, "approved", "boutons").code == 1
    assert record(content).read_bytes() == before


def test_what_is_approved_twice_on_one_day_is_recorded_twice(content: Path) -> None:
    change(content)
    assert generate(content, "approved", "boutons", day="2026-05-02").code == 0
    assert codes(generate(content, "check", "--json")) == []


def test_what_a_killed_run_left_in_a_record_is_cleared_away_by_the_next(content: Path) -> None:
    folder, before = record(content).parent, record(content).read_bytes()
    for left in ("figure-0123456789ab.png", ".record.json.0a1b2c3d.tmp"):
        (folder / left).write_bytes(b"of a killed run")
    assert "on record already" in generate(content, "approved", "boutons").out
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {"record.json": before}


def test_what_a_killed_run_left_beside_a_page_is_cleared_away_by_the_next(content: Path) -> None:
    change(content)
    generate(content, "changes")
    (page(content).parent / ".boutons.html.0a1b2c3d.tmp").write_bytes(b"<ht")
    generate(content, "changes")
    assert [path.name for path in page(content).parent.iterdir()] == ["boutons.html"]


def test_a_shared_figure_that_changes_changes_what_was_approved(content: Path) -> None:
    edit(content, "value: 24", "value: 36")
    assert codes(generate(content, "check", "--json")) == ["W214"]


def test_moving_texts_to_other_lines_or_wording_a_source_anew_changes_nothing_that_was_approved(content: Path) -> None:
    text = content.read_text(encoding="utf-8")
    content.write_text(
        "# a comment\n\n" + text.replace('source: "A study", approved', 'source: "The study", approved'),
        encoding="utf-8",
    )
    assert codes(generate(content, "check", "--json")) == []


def test_a_record_that_is_damaged_is_told_and_stops_nothing(content: Path) -> None:
    record(content).write_bytes(record(content).read_bytes()[:99])
    ran = generate(content, "build", "--json")
    assert codes(ran) == ["W216"]
    assert ran.json["failed"] == []
    told = generate(content, "changes")
    assert told.code == 1
    assert "approved/boutons, cannot be read: it is damaged" in told.err
    assert "boutons: the approval on record cannot be read" in generate(content, "approved").out


@pytest.mark.parametrize(
    "said", ["[]", "{}", '{"format": 9}', '{"format": 1, "said": 3, "languages": [], "figures": {}}', "\udcff"]
)
def test_whatever_stands_in_a_record_never_crashes(content: Path, said: str) -> None:
    record(content).write_bytes(said.encode("utf-8", "surrogateescape"))
    with pytest.raises(ValueError, match=r"it is damaged|another version"):
        read_record(content.parent, "boutons")
    assert generate(content, "changes").code == 1


@pytest.mark.parametrize(
    ("figures", "title"),
    [
        ({"../../stolen.png": "a" * 64}, "Boutons"),
        ({"assets/../../stolen.png": "a" * 64}, "Boutons"),
        ({"assets/zone.png": "../../../stolen"}, "Boutons"),
        ({"C:\\stolen.png": "a" * 64}, "Boutons"),
        ({}, "Boutons\x1b[2J"),
    ],
)
def test_a_record_leads_nowhere_and_says_nothing_to_a_terminal(
    content: Path, figures: dict[str, str], title: str
) -> None:
    said = json.loads(record(content).read_text(encoding="utf-8"))
    said["figures"] = figures
    said["said"]["handout"]["title"]["fr"] = title
    record(content).write_text(json.dumps(said), encoding="utf-8")
    ran = generate(content, "changes")
    assert ran.code == 1
    assert "it holds what this program never writes" in ran.err
    assert "\x1b" not in ran.out + ran.err


def test_a_record_that_no_longer_fits_the_model_is_told(content: Path) -> None:
    said = json.loads(record(content).read_text(encoding="utf-8"))
    said["said"]["handout"]["sections"][0]["blocks"][0]["block"] = "poem"
    record(content).write_text(json.dumps(said), encoding="utf-8")
    ran = generate(content, "changes", "boutons")
    assert "another version of this program wrote it" in ran.err
    assert "Traceback" not in ran.err


# told


def test_before_anything_is_on_record_the_command_says_how_to_begin(tmp_path: Path) -> None:
    content = write_content(tmp_path)
    ran = generate(content, "changes")
    assert (ran.code, ran.err) == (0, "")
    assert "generate.py approved ID" in ran.out
    assert not (tmp_path / "output").exists()


def test_a_handout_that_did_not_change_is_said_to_be_the_same_and_has_no_page(content: Path) -> None:
    ran = generate(content, "changes")
    assert ran.out == "boutons: nothing changed since Dre Roy approved version 1.0 on 2026-05-02\n"
    assert not page(content).exists()


def test_the_terminal_shows_each_change_with_its_line_in_both_languages(content: Path) -> None:
    change(content)
    ran = generate(content, "changes", "boutons")
    assert (ran.code, ran.err) == (0, "")
    line = (
        content.read_text(encoding="utf-8").splitlines().index('              fr: "Attendez au moins {makeup_wait}."')
        + 1
    )
    assert "boutons: 1 thing changed" in ran.out
    assert "  Soins / Care\n" in ran.out
    assert f"    paragraph  ({content.as_posix()}:{line})\n" in ran.out
    said = ran.out.replace("\u00a0", " ")
    assert "      fr  Attendez {+au moins+} de 24 à 48 heures." in said
    assert "      en  Wait {+at least+} 24 to 48 hours." in said
    assert "\x1b" not in ran.out
    assert generate(content, "changes", "--strict").code == 1


def test_programs_are_told_the_same(content: Path) -> None:
    change(content)
    [said] = generate(content, "changes", "--json").json["handouts"]
    assert (said["handout"], said["count"], said["approved"]["on"]) == ("boutons", 1, "2026-05-02")
    [change_] = said["sections"][0]["changes"]
    assert {"kind": "new", "text": " at least"} in change_["words"]["en"]
    assert Path(said["page"]) == page(content)


# the page


class Reading(HTMLParser):
    """What a browser finds in the page: its tags with their attributes, and its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        """Keep words."""
        self.words += data

    def all(self, tag: str, **wanted: str) -> list[dict[str, str | None]]:
        """Every tag of a kind with these attributes."""
        return [found for name, found in self.tags if name == tag and wanted.items() <= found.items()]


def test_the_page_shows_words_and_both_pages_with_the_changed_places_marked(content: Path) -> None:
    change(content)
    generate(content, "changes")
    read = Reading(page(content).read_text(encoding="utf-8"))
    assert "Dre Roy" in read.words
    assert "at least" in read.words
    assert len(read.all("ins")) >= 3
    images = read.all("img")
    assert len(images) == 2 * 4  # before and now: two pages of the two-sided sheet, and each single one
    assert {image["alt"] for image in images} == {
        "As approved · Page 1",
        "As it is now · Page 1",
        "As approved · Page 2",
        "As it is now · Page 2",
    }
    assert read.all("span", **{"class": "mark new"})


def test_marks_lie_on_the_words_that_changed(content: Path) -> None:
    change(content)
    generate(content, "changes", "--edition", "single", "--lang", "en")
    html = page(content).read_text(encoding="utf-8")
    [now] = re.findall(r"<figcaption>As it is now.*?</figure>", html, re.DOTALL)
    assert now.count('class="mark new"') == 1
    place = {name: float(value) for name, value in re.findall(r"(left|top|width|height):([\d.]+)%", now)}
    picture = _picture(now)
    box = (
        int(place["left"] * picture.width / 100), int(place["top"] * picture.height / 100),
        int((place["left"] + place["width"]) * picture.width / 100), int((place["top"] + place["height"]) * picture.height / 100),
    )  # fmt: skip
    darkest, _ = picture.convert("L").crop(box).getextrema()
    assert isinstance(darkest, int)
    assert darkest < 120  # ink
    assert 4 < place["width"] < 12  # two short words


def _picture(figure: str) -> Image.Image:
    from base64 import b64decode  # noqa: PLC0415
    from io import BytesIO  # noqa: PLC0415

    found = re.search(r"base64,([^\"]+)", figure)
    assert found
    return Image.open(BytesIO(b64decode(found[1])))


def test_the_page_needs_nothing_else_and_can_do_nothing(content: Path) -> None:
    edit(content, "Wait {makeup_wait}.", "Wait <script>alert(1)</script> & {makeup_wait}.", count=1)
    generate(content, "changes")
    html = page(content).read_text(encoding="utf-8")
    read = Reading(html)
    assert not read.all("script")
    assert not read.all("link")
    assert "alert(1)" in read.words
    assert {(image["src"] or "")[:11] for image in read.all("img")} == {"data:image/"}
    assert [found["href"] for found in read.all("a")] == ["#words", "#pages"]
    assert not re.search(r"https?://(?!nord\.example|sud\.example)", re.sub(r"base64,[^\"]+", "", html))
    [policy] = read.all("meta", **{"http-equiv": "Content-Security-Policy"})
    assert (policy["content"] or "").startswith("default-src 'none'")


def test_the_page_can_be_read_by_those_who_do_not_see_colour_or_the_page(content: Path) -> None:
    change(content)
    generate(content, "changes")
    html = page(content).read_text(encoding="utf-8")
    read = Reading(html)
    assert read.all("html", lang="en-CA")
    assert read.all("span", lang="fr-CA")
    assert "[put in: " in read.words
    assert all(image["alt"] for image in read.all("img"))
    headings = [int(tag[1]) for tag, _ in read.tags if re.fullmatch(r"h[1-6]", tag)]
    assert headings[0] == 1
    assert all(later - earlier <= 1 for earlier, later in pairwise(headings))
    assert "text-decoration: line-through" in html


def test_one_clinic_and_some_editions_can_be_chosen(content: Path) -> None:
    change(content)
    generate(content, "changes", "--clinic", "sud", "--lang", "fr")
    read = Reading(page(content).read_text(encoding="utf-8"))
    assert len(read.all("img")) == 2
    assert "sud" in read.words
    assert "Clinique sud" in read.words


def test_a_choice_that_leaves_no_page_to_sign_is_refused(content: Path) -> None:
    change(content)
    ran = generate(content, "changes", "--lang", "fr", "--edition", "two_sided")
    assert ran.code == 2
    assert "no sheet meets all that was asked for" in ran.err
    assert not page(content).exists()


def test_pages_are_no_sheets(content: Path) -> None:
    generate(content, "build")
    change(content)
    generate(content, "changes")
    generate(content, "build", "--prune")
    assert page(content).exists()
    assert not any("_changes" in path for path in manifest(content.parent / "output"))
    assert codes(generate(content, "check", "--output", "--json")) == ["W214"]


def test_the_page_goes_when_nothing_differs_any_more(content: Path) -> None:
    before = content.read_bytes()
    change(content)
    generate(content, "changes")
    assert page(content).exists()
    content.write_bytes(before)
    generate(content, "changes")
    assert not page(content).parent.exists()


def test_a_text_that_no_longer_fits_is_told_once_without_pages(content: Path) -> None:
    edit(content, 'fr: "Attendez {makeup_wait}."', f'fr: "{"Attendez encore un peu. " * 150}"', count=1)
    ran = generate(content, "changes", "--edition", "two_sided")
    assert ran.code == 0
    read = Reading(page(content).read_text(encoding="utf-8"))
    assert read.words.count("These pages cannot be drawn") == 1
    assert read.all("img") == []
    assert not read.all("span", **{"class": "mark gone"})
    generate(content, "changes", "--edition", "two_sided", "--messages", "fr")
    told = Reading(page(content).read_text(encoding="utf-8")).words
    assert "Ces pages ne peuvent pas être dessinées" in told
    assert "de trop pour" in told
    assert "too many" not in told


def test_what_is_signed_is_named_beside_the_signature(content: Path) -> None:
    change(content)
    generate(content, "changes", "--edition", "two_sided")
    html = page(content).read_text(encoding="utf-8")
    foot = Reading(html[html.index("<footer>") :]).words
    assert "After treatment pimples" in foot
    assert foot.index("1 thing changed") < foot.index("Signature") < foot.index("Once it is approved")


def test_a_picture_that_was_replaced_is_told_and_shown_as_it_was(content: Path) -> None:
    picture = content.parent / "assets" / "zone.png"
    Image.new("RGB", (300, 200), "#cc0000").save(picture)
    block = '          - {block: figure, file: assets/zone.png, alt: {fr: "La zone", en: "The area"}, caption: {fr: "Zone", en: "Area"}}\n'
    edit(content, "      - id: call\n", f"{block}      - id: call\n", count=1)
    edit(content, "on: 2026-05-02", "on: 2026-11-01", count=1)
    assert generate(content, "approved", "boutons").code == 0
    Image.new("RGB", (300, 200), "#0000cc").save(picture)
    ran = generate(content, "changes", "--edition", "single-en")
    assert "The picture assets/zone.png was replaced." in ran.out
    html = page(content).read_text(encoding="utf-8")
    pages = [_picture(figure) for figure in re.findall(r"<figure>.*?</figure>", html, re.DOTALL)]
    before, now = pages[::2], pages[1::2]
    assert any(_has(each, red=True) for each in before)
    assert not any(_has(each, red=False) for each in before)
    assert any(_has(each, red=False) for each in now)


def _has(picture: Image.Image, *, red: bool) -> bool:
    """Whether a page shows a large red or blue area."""
    dots = picture.convert("RGB").tobytes()
    strong = sum(
        (r > 150 and b < 60) if red else (b > 150 and r < 60) for r, b in zip(dots[::3], dots[2::3], strict=True)
    )
    return strong > 5000


def test_a_language_that_was_added_or_taken_away_since_is_told(content: Path) -> None:
    both = content.read_text(encoding="utf-8")
    french = re.sub(r',? ?en: "[^"]*"', "", both).replace("schema_version: 1\n", "schema_version: 1\nlanguages: [fr]\n")
    content.write_text(french, encoding="utf-8")
    taken_away = generate(content, "changes", "boutons")
    assert (taken_away.code, taken_away.err) == (0, "")
    assert "      en  [-Leave it alone.-]" in taken_away.out
    edit(content, "on: 2026-05-02", "on: 2026-11-01")
    assert generate(content, "approved", "boutons").code == 0
    content.write_text(both, encoding="utf-8")
    added = generate(content, "changes", "boutons")
    assert (added.code, added.err) == (0, "")
    assert "      en  {+Leave it alone.+}" in added.out
    assert "There is no such page." in Reading(page(content).read_text(encoding="utf-8")).words


def test_the_page_can_be_in_french(content: Path) -> None:
    from handouts.changes.report import Report  # noqa: PLC0415
    from handouts.content import load  # noqa: PLC0415

    kept = read_record(content.parent, "boutons")
    assert kept is not None
    handout = load(content, ["two_sided", "single"]).content.handouts["boutons"]
    read = Reading(page_of(Report("boutons", "Boutons", "Clinique", handout, kept, ()), FRENCH).decode())
    assert read.all("html", lang="fr-CA")
    assert "Ce qui a changé\u00a0: Boutons" in read.words
    assert FRENCH.where("block 2 (key_points), key point 1, `icon`") == "points clés, point clé 1, icône"


def test_a_sign_is_told_with_whom_its_warning_says_to_call(content: Path) -> None:
    edit(content, "Choking", "Choking or fainting")
    assert "    warning, 911, sign " in generate(content, "changes", "boutons").out
    assert "    mise en garde, 911, signe " in generate(content, "changes", "boutons", "--messages", "fr").out


@pytest.mark.parametrize(
    ("arguments", "tag", "counted"), [(["--messages", "fr"], "fr-CA", "1 changement"), ([], "en-CA", "1 thing changed")]
)
def test_the_report_speaks_the_language_of_the_messages(
    content: Path, arguments: list[str], tag: str, counted: str
) -> None:
    change(content)
    ran = generate(content, "changes", "--edition", "single-fr", *arguments)
    assert (f"boutons\u00a0: {counted}" if tag == "fr-CA" else f"boutons: {counted}") in ran.out
    read = Reading(page(content).read_text(encoding="utf-8"))
    assert read.all("html", lang=tag)
    assert counted in read.words
    assert "{+at least+}" in ran.out  # what the sheets say stays as it is


def test_the_report_speaks_french_on_a_french_system(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "fr_CA.UTF-8")
    change(content)
    assert "1 changement" in generate(content, "changes", "--edition", "single-fr").out


def test_how_each_handout_stands_is_told_in_french_to_the_last_word(content: Path) -> None:
    assert generate(content, "approved", "--messages", "fr").out.splitlines() == [
        "boutons\u00a0: version 1.0 approuvée par Dre Roy le 2026-05-02; rien n’a changé depuis",
        "taches\u00a0: approuvé, mais pas encore consigné",
    ]
