"""A drawn sheet as a whole: what is refused and how, what the file says of itself, the same bytes every time."""

import hashlib
import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import Any

import pytest

from handouts.errors import DoesNotFit, ExitCode
from handouts.render import render
from tests.inspection import qr_codes
from tests.inspection import render as picture_of
from tests.page_faults import read_pages
from tests.sample_sheets import (
    EVERY_BLOCK,
    LONG,
    ROOT,
    SEVEN_DAYS,
    SHORTEST,
    USUAL,
    Made,
    closing,
    drawn,
    editions,
    expect,
    fits,
    opening,
    paragraph,
    section,
    sheet,
    why,
)

EVERY = pytest.mark.parametrize("edition", editions(), ids=lambda edition: edition.id)
WORDS = "La peau peut rougir, chauffer, peler ou démanger pendant quelques jours sans que ce soit grave. "


def refused(design: str, sections: tuple[Made, ...], clinic: Made | None = None, **more: Any) -> DoesNotFit:
    with pytest.raises(DoesNotFit) as caught:
        drawn(design, sections, clinic, **more)
    return caught.value


# text that does not fit


def test_text_that_does_not_fit_is_refused_with_clinic_language_handout_lines_and_block() -> None:
    error = refused("two_sided", (opening(), expect(), why(paragraph(WORDS * 30)), closing(3)))
    (problem,) = error.problems
    assert problem.code == "E401"
    for words in ("quebec", "French", "“Des boutons après la microperforation”", "one page of two_sided"):
        assert words in problem.message
    assert "lines too many" in problem.message
    assert "short" in problem.hint
    assert error.exit_code == ExitCode.CONTENT


def test_the_language_that_is_too_long_is_the_one_that_is_named() -> None:
    error = refused("two_sided", (opening(), why(paragraph("Court.", WORDS * 40)), closing(3)))
    assert "English, “Pimples after microneedling”" in error.problems[0].message


def test_one_line_too_many_is_said_in_the_singular() -> None:
    def told(words: int) -> tuple[Made, ...]:
        return (opening(), expect(), why(paragraph("mot " * words)), closing(3))

    words = next(count for count in range(100, 900, 10) if not fits(sheet("two_sided", told(count))))
    assert "1 line too many" in refused("two_sided", told(words)).problems[0].message


def test_a_block_that_goes_over_is_named() -> None:
    error = refused("side_by_side", (opening(), closing(1), why(paragraph("\n\n".join([WORDS] * 20)))))
    assert "“Pourquoi?”" in error.problems[0].message


@pytest.mark.parametrize("design", ["single", "large_print", "side_by_side"])
def test_what_the_first_page_has_no_room_for_is_mended_in_what_stands_on_it(design: str) -> None:
    message = {"block": "main_message", "text": {"fr": WORDS * 20, "en": WORDS * 20}}
    (problem,) = refused(design, (section("message", message), why(paragraph("Court.")), closing(1))).problems
    assert f"too many for its first page of {design}" in problem.message
    assert problem.hint.startswith("shorten the title, or the texts of `main_message`")


@pytest.mark.parametrize("design", ["single", "large_print"])
def test_an_edition_that_prints_no_short_forms_advises_none(design: str) -> None:
    box = {"block": "callout", "text": {"fr": WORDS * 40, "en": WORDS * 40}}
    (problem,) = refused(design, (opening(), why(box), closing(1))).problems
    assert problem.hint == "shorten the block, or make two of it: this edition keeps it together, on one page"


def test_signs_are_never_cut_to_make_a_card_fit() -> None:
    assert "pocket_card" in refused("pocket_card", (opening(), closing(5)), LONG | SEVEN_DAYS).problems[0].message


# what the file says of itself


def test_the_title_of_a_bilingual_file_is_in_both_languages() -> None:
    details = drawn("two_sided").details
    assert details.title == "Des boutons après la microperforation / Pimples after microneedling"
    assert (details.language, details.author) == ("fr-CA", "Clinique Boréale")


def test_a_file_of_one_language_is_titled_in_it() -> None:
    details = drawn("single", language="en").details
    assert (details.title, details.language) == ("Pimples after microneedling", "en-CA")


def test_a_file_is_dated_by_its_review_and_not_by_the_day_it_was_made() -> None:
    assert drawn("single").details.modified == datetime(2026, 5, 2, tzinfo=UTC)


def test_only_sheets_for_both_sides_ask_for_duplex() -> None:
    assert drawn("two_sided").details.duplex
    assert not drawn("single").details.duplex


def test_pages_before_the_body_are_numbered_apart() -> None:
    covered = drawn("single", USUAL, {"cover": {"kind": "generated"}}).details
    assert [(label.first_page, label.style) for label in covered.page_labels] == [(0, "r"), (1, "D")]
    assert [(label.first_page, label.style) for label in drawn("single").details.page_labels] == [(0, "D")]


def test_the_fingerprint_changes_with_any_word_and_with_the_clinic() -> None:
    def prints(sections: tuple[Made, ...] = USUAL, clinic: Made | None = None) -> str:
        return drawn("two_sided", sections, clinic).details.fingerprint

    other = (*USUAL[:-2], why(paragraph("La peau s'irrite!", "Skin reacts.")), USUAL[-1])
    assert len({prints(), prints(other), prints(USUAL, {"phone": "418 555-0199"})}) == 3
    assert prints() == prints()


def test_the_outline_names_the_title_and_its_headings_in_each_language() -> None:
    french, english = drawn("two_sided").body.bookmarks
    assert french.title == "Des boutons après la microperforation"
    assert [child.title for child in french.children] == [
        "À quoi s’attendre", "À faire", "À éviter", "Pourquoi?", "Quand appeler, et qui",
    ]  # fmt: skip
    assert (english.title, english.page) == ("Pimples after microneedling", 1)


@EVERY
def test_bookmarks_lead_to_where_their_headings_stand(edition: Any) -> None:
    made = drawn(edition.layout, USUAL, language=edition.languages[0].code)
    pages = read_pages(made.body.pdf)
    for root in made.body.bookmarks:
        for mark in (root, *root.children):
            wanted = mark.title.replace("\u00a0", " ").split()[0]
            tops = [t.area.top for t in pages[mark.page].texts if wanted in t.text and t.mcid is not None]
            assert any(abs(mark.top - top) < 24 for top in tops), mark.title


def test_a_heading_that_is_repeated_is_bookmarked_once() -> None:
    (root,) = drawn("large_print", EVERY_BLOCK).body.bookmarks
    titles = [child.title for child in root.children]
    assert titles.count("Pourquoi?") == 1
    assert not any("(suite)" in title and "Quand" not in title for title in titles)


# bytes


_SCRIPT = """
import hashlib, sys
from tests.sample_sheets import EVERY_BLOCK, drawn, LONG
for design in ("single", "large_print"):
    body = drawn(design, EVERY_BLOCK, LONG | {"cover": {"kind": "generated"}}).body
    print(hashlib.sha256(body.pdf).hexdigest())
"""


def test_the_same_sheet_has_the_same_bytes_in_every_process() -> None:
    """Whatever the hash seed, the time zone and the locale."""
    outputs = set()
    for seed, zone, locale in (("0", "UTC", "C"), ("7", "Asia/Tokyo", "fr_CA.UTF-8")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, "-c", _SCRIPT], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
        )
        outputs.add(done.stdout)
    cover: Made = {"cover": {"kind": "generated"}}
    here = [drawn(design, EVERY_BLOCK, LONG | cover).body.pdf for design in ("single", "large_print")]
    assert outputs == {"".join(hashlib.sha256(pdf).hexdigest() + "\n" for pdf in here)}


def test_the_day_changes_a_sheet_only_when_its_review_is_overdue() -> None:
    before, due, after = (
        render(sheet("two_sided", SHORTEST, today=day)).body.pdf
        for day in (datetime(2026, 11, 23, tzinfo=UTC).date(), datetime(2028, 5, 2, tzinfo=UTC).date(),
                    datetime(2028, 5, 3, tzinfo=UTC).date())
    )  # fmt: skip
    assert before == due != after


def test_an_overdue_sheet_says_so_on_every_page() -> None:
    made = render(sheet("two_sided", SHORTEST, today=datetime(2028, 5, 3, tzinfo=UTC).date()))
    for page in read_pages(made.body.pdf):
        text = " ".join(text.text for text in page.texts)
        assert "Révision en retard" in text
        assert "Review overdue" in text


# pictures


@EVERY
def test_the_code_of_every_language_can_be_scanned_from_a_bad_copy(edition: Any) -> None:
    made = drawn(edition.layout, USUAL, language=edition.languages[0].code)
    words = {"fr": "https://boreale.example/boutons", "en": "https://boreale.example/pimples"}
    wanted = {words[language.code] for language in edition.languages}
    grey, black = set[str](), set[str]()
    for number in range(made.pages):
        picture = picture_of(made.body.pdf, number, dpi=110).convert("L")
        grey |= set(qr_codes(picture))
        black |= set(qr_codes(picture.point(lambda level: 255 * (level > 127)).convert("1").convert("L")))
    assert grey == black == wanted


def test_a_card_has_marks_to_cut_along_in_the_middle() -> None:
    picture = picture_of(drawn("pocket_card").body.pdf, 0, dpi=72).convert("L")
    middle, edge = 396, 14
    column = [min(int(picture.getpixel((x, y))) for x in (middle - 1, middle)) for y in range(612)]  # type: ignore[arg-type]
    assert max(column[edge + 1 : edge + 17]) < 200
    assert max(column[612 - edge - 17 : 612 - edge - 1]) < 200
    assert min(column[:edge]) == 255


def test_what_goes_over_is_told_at_its_block_with_what_that_block_can_do() -> None:
    (problem,) = refused("two_sided", (opening(), expect(), why(paragraph(WORDS * 30)), closing(3))).problems
    assert "give the `paragraph` block" in problem.hint
    assert "warning" not in problem.hint
