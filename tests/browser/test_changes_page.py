"""The page of changes in a real browser: what a clinician sees on a screen, on a phone and on paper."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.chromium import INSTRUCTION, Browser, chromium, installed
from tests.gate.require import require
from tests.sample_content import edit, generate, write_content

APPROVED = '{status: approved, by: "Dre Roy", role: {fr: "médecin", en: "physician"}, on: 2026-05-02}'
BROKEN = "return [...document.images].filter((each) => !each.complete || each.naturalWidth < 400).length"
OUTSIDE = """
return [...document.querySelectorAll('.mark')].filter((mark) => {
  const place = mark.getBoundingClientRect(), sheet = mark.parentElement.getBoundingClientRect();
  return place.width < 2 || place.height < 2 || place.left < sheet.left || place.right > sheet.right
    || place.top < sheet.top || place.bottom > sheet.bottom;
}).length
"""
WIDER = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"
COLUMNS = "return getComputedStyle(document.querySelector('.pair')).gridTemplateColumns.split(' ').length"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    require(installed(), f"Chromium is not installed: {INSTRUCTION}")
    content = write_content(tmp_path_factory.mktemp("content"))
    edit(content, "{status: sample}", APPROVED)
    assert generate(content, "approved", "boutons").code == 0
    edit(content, "Wait {makeup_wait}.", "Wait at least {makeup_wait}.")
    edit(content, "Attendez {makeup_wait}.", "Attendez au moins {makeup_wait}.")
    assert generate(content, "changes").code == 0
    return content.parent / "output" / "_changes" / "boutons.html"


@pytest.fixture(scope="module", params=[(1280, 800), (390, 800)], ids=["desk", "phone"])
def browser(request: pytest.FixtureRequest, page: Path) -> Iterator[Browser]:
    with chromium(*request.param) as opened:
        opened.open(page.as_uri())
        yield opened


def test_every_page_is_shown_and_nothing_is_complained_of(browser: Browser) -> None:
    assert browser.run("return document.images.length") == 8
    assert browser.run(BROKEN) == 0
    assert browser.log() == []


def test_every_mark_lies_on_its_page(browser: Browser) -> None:
    assert browser.run("return document.querySelectorAll('.mark.new').length") == 4
    assert browser.run(OUTSIDE) == 0


def test_nothing_is_wider_than_the_window(browser: Browser) -> None:
    assert browser.run(WIDER) <= 0


def test_pages_stand_side_by_side_where_there_is_room(browser: Browser) -> None:
    is_wide = browser.run("return innerWidth") > 800
    assert browser.run(COLUMNS) == (2 if is_wide else 1)
