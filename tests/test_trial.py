"""A trial comes to what a build comes to, though it draws nothing and tries clinics that print alike as one."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from handouts.build import proving, trial
from handouts.build.extremes import narrowest_clinic, widest_clinic
from handouts.build.order import Order, Result
from handouts.build.plan import Job, Workshop, all_sheets
from handouts.console import Console
from handouts.content import load_fit
from handouts.editions import Edition
from handouts.errors import AssetError, DoesNotFit, Problem
from handouts.keeping.memory import Memory
from handouts.render import prove, prove_own_pages, render
from handouts.reports.progress import ShownProgress
from handouts.sheet import Sheet
from handouts.typography.fonts import bundled_family
from layouts import LAYOUTS
from tests.check_samples import ROOT
from tests.sample_content import edit, write_content
from tests.sample_sheets import TODAY, closing, content, editions, expect, opening, paragraph, sheet, why

EVERY = pytest.mark.parametrize("edition", editions(), ids=lambda edition: edition.id)
WORDS = "La peau peut rougir, chauffer, peler ou démanger pendant quelques jours. "


def told(make: Callable[[Sheet], Any], made: Sheet) -> str:
    try:
        make(made)
    except DoesNotFit as error:
        return str(error)
    return ""


@EVERY
def test_a_trial_refuses_what_drawing_refuses_in_the_same_words(edition: Edition) -> None:
    heard = set()
    for count in (1, 4, 8, 12, 20, 45, 90, 200):
        said = (opening(), expect(), why(*[paragraph(WORDS)] * count), closing(3))
        made = sheet(edition.layout, said, language=edition.languages[0].code)
        heard.add(told(render, made))
        assert told(prove, made) == told(render, made)
    assert "" in heard


# clinics as one


def shop_of(path: Path) -> Workshop:
    loaded = load_fit(path, [layout.id for layout in LAYOUTS])
    return Workshop(loaded.content, path.parent, LAYOUTS, TODAY, loaded.sources.files)


def result_of(shop: Workshop, memory: Memory | None = None, stopped: Mapping[Job, tuple[Problem, ...]] = {}) -> Result:
    sheets = all_sheets(shop)
    progress = ShownProgress(Console(silent=True))
    return trial.attempt(Order(shop, sheets, sheets, stopped), progress, trial.Trials(shop, memory or Memory(None)))


def attempted(shop: Workshop) -> tuple[set[str], set[str]]:
    """Return the paths of the sheets that fail, and of those with notes."""
    result = result_of(shop)
    return {failure.sheet.path for failure in result.failed}, {sheet.path for sheet, _ in result.notes}


def failing(shop: Workshop) -> set[str]:
    """Return the paths of the sheets that cannot be drawn, each tried by itself."""
    return {made.path for made in all_sheets(shop) if told(render, made)}


def many_clinics(folder: Path, text: str) -> Path:
    """Write a content with clinics that have ever longer addresses, and hours on ever more lines."""
    path = write_content(folder, clinics={f"clinique-{number}": "two_sided, single" for number in range(8)})
    for number in range(8):
        hours = "{first: saturday, opens: '9:00', closes: '12:00'}, " * number
        edit(
            path, f'name: {{fr: "Clinique clinique-{number}"', f'name: {{fr: "Clinique {"Boréale " * (5 * number + 1)}"'
        )
        head, rest = path.read_text("utf-8").split(f"  clinique-{number}:\n")
        path.write_text(head + f"  clinique-{number}:\n" + rest.replace("hours: [", f"hours: [{hours}", 1), "utf-8")
    edit(path, 'fr: "Attendez {makeup_wait}."', f'fr: "Attendez {{makeup_wait}}. {text}"')
    return path


@pytest.mark.parametrize("count", [0, 8, 10, 12, 16, 20, 22, 24, 26, 40])
def test_clinics_that_are_tried_as_one_come_to_what_each_comes_to(count: int, tmp_path: Path) -> None:
    shop = shop_of(many_clinics(tmp_path, WORDS * count))
    assert attempted(shop)[0] == failing(shop)


def test_among_these_are_texts_that_fit_all_clinics_some_and_none(tmp_path: Path) -> None:
    found = []
    for count in (0, 16, 28):
        shop = shop_of(many_clinics(tmp_path / str(count), WORDS * count))
        found.append(len([path for path in failing(shop) if "recto-verso" in path]))
    assert found[0] == 0
    assert 0 < found[1] < 8
    assert found[2] == 8


def test_as_many_clinics_as_there_are_take_no_more_trials_than_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop = shop_of(write_content(tmp_path, clinics={f"c{number}": "two_sided, single" for number in range(20)}))
    tried = []

    def prove_once(made: Sheet) -> tuple[Problem, ...]:
        tried.append(made.path)
        return prove(made)

    monkeypatch.setattr(proving, "prove", prove_once)
    assert attempted(shop) == (set(), set())
    assert len(tried) == 3  # an edition for both languages, and one for each


def test_sheets_that_cannot_be_made_are_told_in_the_order_of_the_content(tmp_path: Path) -> None:
    path = write_content(tmp_path, handouts=("soins", "boutons"), clinics=dict.fromkeys("abc", "two_sided"))
    text = path.read_text("utf-8")
    path.write_text(
        text.replace('fr: "Attendez {makeup_wait}."', f'fr: "Attendez {{makeup_wait}}. {WORDS * 28}"'), "utf-8"
    )
    shop = shop_of(path)
    told = [failure.sheet.path for failure in result_of(shop).failed]
    assert len(told) == 6
    assert told == [made.path for made in all_sheets(shop) if made.path in told]


def test_a_clinic_that_is_stopped_leaves_what_is_known_of_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop, memory = shop_of(write_content(tmp_path, clinics=dict.fromkeys(("a", "b", "c"), "single"))), Memory(None)
    assert result_of(shop, memory).failed == []
    monkeypatch.setattr(proving, "prove", lambda made: pytest.fail(f"{made.path} was tried again"))
    gone = Problem("E500", "there is no file assets/oak.svg")
    stopped = {Job.of(made): (gone,) for made in all_sheets(shop) if made.clinic_id == "b"}
    failed = result_of(shop, memory, stopped).failed
    assert [(failure.sheet.clinic_id, failure.problems) for failure in failed] == [("b", (gone,))] * len(stopped)


def test_a_trial_shows_how_far_it_is_while_sheets_are_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = shop_of(write_content(tmp_path, clinics={"nord": "two_sided, single"}))
    happened: list[str] = []

    class Watched(ShownProgress):
        def step(self, clinics: Collection[str], failed: Collection[str] = ()) -> None:
            happened.extend(["shown"] * len(clinics))
            super().step(clinics, failed)

    def prove_once(made: Sheet) -> tuple[Problem, ...]:
        happened.append("tried")
        return prove(made)

    monkeypatch.setattr(proving, "prove", prove_once)
    sheets = all_sheets(shop)
    order = Order(shop, sheets, sheets, {})
    trial.attempt(order, Watched(Console(silent=True)), trial.Trials(shop, Memory(None)))
    assert happened == ["tried", "shown"] * len(sheets)


def test_the_extremes_hold_the_widest_and_the_narrowest_of_every_text() -> None:
    short = content((opening(), closing(1))).clinics["quebec"]
    name, hours = short.name.model_validate({"fr": "Une clinique au nom bien plus long", "en": "N"}), short.hours * 2
    long = short.model_copy(update={"name": name, "hours": hours})
    family = bundled_family()
    widest, narrowest = widest_clinic([short, long], family), narrowest_clinic([short, long], family)
    assert (widest.name["fr"], widest.name["en"]) == ("Une clinique au nom bien plus long", short.name["en"])
    assert (narrowest.name["fr"], narrowest.name["en"]) == (short.name["fr"], "N")
    assert (len(widest.hours), len(narrowest.hours)) == (2 * len(short.hours), len(short.hours))


def test_a_clinics_own_cover_that_is_gone_fails_its_own_sheets_only(tmp_path: Path) -> None:
    path = write_content(tmp_path, clinics={f"c{number}": "single" for number in range(6)})
    for number in range(6):
        cover = f"cover: {{kind: file, file: assets/gone-{number}.pdf, alt: {{fr: Couverture, en: Cover}}}}\n"
        edit(path, f'website: "https://c{number}.example"\n', f'website: "https://c{number}.example"\n    {cover}')
    shop = shop_of(path)
    failed, _ = attempted(shop)
    assert failed == {made.path for made in all_sheets(shop)}


def test_a_clinics_own_pages_are_tried_without_the_cover_which_each_handout_has_of_its_own() -> None:
    shop = shop_of(ROOT / "content.yaml")
    with_both = [made for made in all_sheets(shop) if made.clinic.cover.kind == "generated" and made.clinic.cover.notes]
    assert with_both
    with patch("handouts.covers.front.draw_cover", side_effect=AssertionError("drawn")):
        assert all(prove_own_pages(made) == () for made in with_both)
    missing = with_both[0].clinic.cover.model_copy(
        update={"notes": (with_both[0].clinic.cover.notes[0].model_copy(update={"file": "assets/none.pdf"}),)}
    )
    clinic = with_both[0].clinic.model_copy(update={"cover": missing})
    clinics = {**shop.content.clinics, with_both[0].clinic_id: clinic}
    without = replace(with_both[0], content=shop.content.model_copy(update={"clinics": clinics}))
    with pytest.raises(AssetError, match=r"there is no file assets/none\.pdf"):
        prove_own_pages(without)


# covers of many kinds


@pytest.mark.parametrize(("words", "failed"), [(1, set()), (45, {"c0", "c2"})])
def test_clinics_with_and_without_a_cover_are_tried_as_one_and_those_fail_whose_cover_has_no_room(
    words: int, failed: set[str], tmp_path: Path
) -> None:
    path = write_content(tmp_path, clinics={f"c{number}": "side_by_side" for number in range(4)})
    for clinic in ("c0", "c2"):
        website = f'website: "https://{clinic}.example"\n'
        edit(path, website, f"{website}    cover: {{kind: generated}}\n")
    edit(path, 'title: {fr: "Après le soin', f'title: {{fr: "Après le soin{" soin" * words}')
    shop = shop_of(path)
    assert attempted(shop)[0] == failing(shop)
    assert {made.clinic_id for made in all_sheets(shop) if made.path in failing(shop)} == failed
