"""What has problems is left out with all that cannot do without it; everything else is made."""

from pathlib import Path

import pytest

from handouts.content import UnfitContentError, load_fit
from tests.check_samples import EDITIONS, ROOT
from tests.sample_content import short_sample
from tests.test_forty_mistakes import BRAND, FIGURE, told

MAKEUP = "  makeup_wait:\n    value: 24\n"


def wrong(before: str, after: str) -> bytes:
    assert before in short_sample()
    return short_sample().replace(before, after, 1).encode()


def test_a_bad_figure_leaves_out_the_handouts_that_use_it_and_no_other(tmp_path: Path) -> None:
    said = told(tmp_path, wrong(MAKEUP, "  makeup_wait:\n    value: 24h\n"))
    assert said.stops == FIGURE
    assert len(said.problems) == 1


def test_a_clinic_whose_own_figure_is_of_a_bad_one_keeps_its_other_handouts(tmp_path: Path) -> None:
    (tmp_path / "content.yaml").write_bytes(wrong(MAKEUP, "  makeup_wait:\n    value: 24h\n"))
    loaded = load_fit(tmp_path / "content.yaml", EDITIONS)
    assert "rivage-montreal" in loaded.content.clinics
    assert not loaded.content.clinics["rivage-montreal"].overrides


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        (MAKEUP, "  makeup_wait:\n    value: 6\n", "E111"),
        ("  sunscreen_start:\n    value: 24\n", "  sunscreen_start:\n", "E102"),
        ("  fever:\n    value: 38\n", "  fever:\n    value: 40\n", "E111"),  # every handout names it
        ('                  fr: "N\'y touchez pas"\n', "", "E104"),
        ("    review_due: 2028-05-02\n", "    review_due: 2031-05-02\n", "E111"),
        ("    approval:\n      status: sample\n", "    approval:\n      status: approved\n", "E111"),
        ("    sources:\n", "    source:\n", "E101"),
        ("icon: bumps", "icon: bump", "E107"),
        ("icon: drop", "icon: goutte", "E107"),
        ("                reason:\n", "                reson:\n", "E101"),
        ('fr: "elles portent des microbes"', 'en: "elles portent des microbes"', "E154"),
        ('                  en: "they carry germs"', '                    en: "they carry germs"', "E164"),
        ('                  en: "they carry germs"', '                en: "they carry germs"', "E101"),
        ("fr: boutons-apres-microperforation", "fr: boutons après microperforation", "E124"),
        ('en: "they carry germs"', 'en: "they carry germs', "E163"),
        ('                  en: "they carry germs"', '\t\ten: "they carry germs"', "E161"),
        ("level: clinic", "level: clinique", "E107"),
    ],
)
def test_what_is_amiss_in_a_handout_hides_no_fault_in_its_texts(
    before: str, after: str, code: str, tmp_path: Path
) -> None:
    text = short_sample().replace(before, after, 1).replace("Keep your skin clean", "Keep your skin dirty", 1)
    said = told(tmp_path, text.replace("{spf} or more, broad", "SPF 45 or more, broad", 1).encode())
    assert "handouts pimples" in said.stops
    assert [problem.code for problem in said.problems] == [code, "W204", "E201"]


@pytest.mark.parametrize(
    ("before", "after", "good", "bad", "codes"),
    [
        ("code: SEM", "code: BOU", "Be gentle with your skin for", "Be rough with your skin for", ["E123", "W204"]),
        ("        to: 72\n", "        to: 96\n", "at least 48 hours", "at least 36 hours", ["E122", "E201"]),
    ],
)
def test_a_code_that_stands_twice_or_a_figure_beyond_its_limit_hides_no_fault_beside_it(
    before: str, after: str, good: str, bad: str, codes: list[str], tmp_path: Path
) -> None:
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    said = told(tmp_path, text.replace(before, after, 1).replace(good, bad, 1).encode())
    assert [problem.code for problem in said.problems] == codes


def test_an_item_without_a_text_is_not_missing_from_the_long_form_of_its_list(tmp_path: Path) -> None:
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    makeup = '                text:\n                  fr: "Le maquillage"\n                  en: "Makeup"\n'
    assert makeup in text
    assert [problem.code for problem in told(tmp_path, text.replace(makeup, "", 1).encode()).problems] == ["E102"]


def test_days_that_do_not_agree_and_an_approval_by_nobody_are_told_at_once(tmp_path: Path) -> None:
    text = short_sample().replace("review_due: 2028-05-02", "review_due: 2031-05-02", 1)
    said = told(tmp_path, text.replace("status: sample", "status: approved", 1).encode())
    assert [problem.code for problem in said.problems] == ["E111", "E111"]


def test_hours_that_are_amiss_hide_no_fault_in_the_texts_of_their_clinic(tmp_path: Path) -> None:
    text = short_sample().replace('closes: "13:00"', 'closes: "08:00"', 1)
    said = told(tmp_path, text.replace('fr: "Fermé? 811, option 1"', 'fr: "Fermé? Rappelez demain"', 1).encode())
    assert [problem.code for problem in said.problems] == ["E111", "E201"]


def test_a_name_that_is_mistyped_hides_no_fault_in_the_text_under_it(tmp_path: Path) -> None:
    text = short_sample().replace(
        "            text:\n              fr: >-\n", "            txt:\n              fr: >-\n", 1
    )
    said = told(tmp_path, text.replace("Small pimples can appear", "Small pimples cannot appear", 1).encode())
    assert [problem.code for problem in said.problems] == ["E101", "W203"]


def test_what_is_amiss_in_every_clinic_hides_no_fault_in_a_handout(tmp_path: Path) -> None:
    text = (
        short_sample().replace("    phone: ", "    phone: 1").replace("Keep your skin clean", "Keep your skin dirty", 1)
    )
    said = told(tmp_path, text.encode())
    assert {problem.code for problem in said.problems} == {"E108", "W204"}


def test_a_bad_brand_leaves_out_its_clinics(tmp_path: Path) -> None:
    assert told(tmp_path, wrong("cover_art: bars", "cover_art: bar")).stops == BRAND


def test_a_bad_fact_leaves_out_the_handouts_that_name_it(tmp_path: Path) -> None:
    said = told(tmp_path, wrong('    en: "Info-Santé, at 811, option 1"\n', ""))
    assert said.stops == "facts info_sante handouts pimples"


def test_words_that_stand_in_for_those_of_a_fact_are_judged_nowhere(tmp_path: Path) -> None:
    said = told(tmp_path, wrong('    en: "SPF 30"\n', ""))
    assert [problem.code for problem in said.problems] == ["E104"]


def test_a_part_that_cannot_be_read_at_all_hides_no_mistake_elsewhere(tmp_path: Path) -> None:
    text = short_sample()
    start, end = text.index("\n    code: SEM"), text.index('      - title: "Chu et al.', text.index("\n    code: SEM"))
    broken = text[:start] + "\n        url: https://example.org\n" + text[end:]
    said = told(tmp_path, broken.replace('opens: "08:30"', 'opens: "8h3"', 1).encode())
    assert [problem.code for problem in said.problems] == ["E109", "E102"]
    assert said.stops == "clinics boreale-levis handouts first-week"


def split(folder: Path, facts: str, include: str = "include: [content/*.yaml]\n") -> None:
    """Write the whole content, of which every handout names shared wording, with that wording in an included file."""
    text = (ROOT / "content.yaml").read_text(encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "content" / "facts.yaml").write_text(facts, encoding="utf-8")
    rest = text.replace(text[text.index("facts:") : text.index("# BRANDS")], include)
    (folder / "content.yaml").write_text(rest, encoding="utf-8")


def test_an_included_file_that_holds_no_group_leaves_out_what_names_its_parts_without_a_word_more(
    tmp_path: Path,
) -> None:
    split(tmp_path, 'info_sante:\n  fr: "811"\n  en: "811"\n')
    with pytest.raises(UnfitContentError) as unfit:  # every handout names {spf}, so none is left
        load_fit(tmp_path / "content.yaml", EDITIONS)
    assert [(problem.code, problem.message) for problem in unfit.value.problems] == [
        ("E143", "`info_sante` is not a group that a file can hold")
    ]


@pytest.mark.parametrize(
    ("typed", "meant"), [("contents/*.yaml", "content/*.yaml"), ("content/*.yml", "content/*.yaml")]
)
def test_an_include_that_nothing_matches_is_told_with_the_one_that_is_most_like_it(
    typed: str, meant: str, tmp_path: Path
) -> None:
    split(tmp_path, "facts: {}\n", f"include: [{typed}]\n")
    with pytest.raises(UnfitContentError) as unfit:
        load_fit(tmp_path / "content.yaml", EDITIONS)
    assert [(problem.code, problem.hint) for problem in unfit.value.problems] == [("E141", f"did you mean {meant}?")]


def test_a_setting_in_an_included_file_is_told_and_stops_nothing(tmp_path: Path) -> None:
    text = short_sample()
    facts = text[text.index("facts:") : text.index("# BRANDS")]
    split(tmp_path, f"schema_version: 1\n{facts}")
    loaded = load_fit(tmp_path / "content.yaml", EDITIONS)
    assert ([problem.hint for problem in loaded.problems], loaded.left_out) == (["delete it here"], frozenset())


def test_a_part_at_the_left_edge_of_an_included_file_is_told_with_all_that_it_needs(tmp_path: Path) -> None:
    split(tmp_path, 'peel:\n  code: PEL\n  version: "1.0"\n')
    (problem,) = load_fit(tmp_path / "content.yaml", EDITIONS).problems
    assert "write   handouts:   on a line of its own above it, and 2 spaces before" in problem.hint


def test_an_include_that_is_no_list_is_told_alone_with_the_list(tmp_path: Path) -> None:
    split(tmp_path, "", "include: content/facts.yaml, content/more.yaml\n")
    with pytest.raises(UnfitContentError) as unfit:
        load_fit(tmp_path / "content.yaml", EDITIONS)
    assert [(each.code, each.hint) for each in unfit.value.problems] == [
        ("E103", "write it in square brackets: include: [content/facts.yaml, content/more.yaml]")
    ]


@pytest.mark.parametrize(
    ("pattern", "hint"), [("content", "write content/*.yaml"), ("content/", "write content/*.yaml")]
)
def test_a_folder_in_include_is_told_with_the_pattern_for_its_files(pattern: str, hint: str, tmp_path: Path) -> None:
    split(tmp_path, "", f"include: [{pattern}]\n")
    with pytest.raises(UnfitContentError) as unfit:
        load_fit(tmp_path / "content.yaml", EDITIONS)
    assert hint in unfit.value.problems[0].hint


def test_a_quote_that_is_never_closed_in_an_included_file_stops_what_names_it(tmp_path: Path) -> None:
    text = short_sample()
    facts = text[text.index("facts:") : text.index("# BRANDS")].replace('option 1"\n\n', "option 1\n")
    (tmp_path / "content").mkdir()
    (tmp_path / "assets").symlink_to(ROOT / "assets")
    (tmp_path / "content" / "facts.yaml").write_text(facts, encoding="utf-8")
    rest = text.replace(text[text.index("facts:") : text.index("# BRANDS")], "include: [content/*.yaml]\n")
    (tmp_path / "content.yaml").write_text(rest, encoding="utf-8")
    try:
        loaded = load_fit(tmp_path / "content.yaml", EDITIONS)
    except UnfitContentError as unfit:
        pytest.fail(f"everything stops: {unfit.problems}")
    assert [problem.code for problem in loaded.problems] == ["E163"]
    assert sorted(loaded.left_out) == [("facts", "info_sante"), ("handouts", "pimples")]
