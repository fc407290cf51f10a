"""Which texts are behind, going by what was last said of them; wherever they stand."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handouts.freshness import Freshness, Ledger, fresh_problems, judge, settle
from handouts.freshness.hashes import hash_of
from handouts.freshness.ledger import ledger_path, parse_ledger, read_ledger, write_ledger
from handouts.model import Content
from handouts.model.base import Context
from tests.sample_sheets import SHORTEST, both, content, paragraph, why, written_content

NOTHING = Ledger(Counter())
LONG = "Lavez votre visage à l'eau tiède matin et soir"
Words = dict[str, str]
Found = tuple[str, list[str]]


def holding(*said: Words) -> Content:
    """A content with these texts, and no others that are translated in another way."""
    facts = {f"fact{number}": words for number, words in enumerate(said)}
    return Content.model_validate(written_content(SHORTEST) | {"facts": facts})


def settled(*said: Words) -> Ledger:
    """What is kept after someone said of all these texts that they are translated."""
    return all_said(holding(*said))


def all_said(content: Content, before: Ledger = NOTHING) -> Ledger:
    freshness = judge(content, before)
    return Ledger(settle(freshness, before, range(len(freshness.judged))).lines)


def verdicts(freshness: Freshness) -> list[Found]:
    """What is said of the texts of `holding`: a verdict, and the languages that are behind."""
    facts = [each for each in freshness.judged if each.owner[0] == "facts"]
    assert all(each.verdict == "fresh" for each in freshness.judged if each not in facts)
    return [(each.verdict, sorted(each.stale)) for each in facts]


def after(before: Sequence[Words], now: Sequence[Words]) -> list[Found]:
    """What is said of texts that were all settled before they were edited."""
    return verdicts(judge(holding(*now), settled(*before)))


FRESH: Found = ("fresh", [])
NEW: Found = ("new", [])
WASH, SUN = both("Lavez la peau", "Wash the skin"), both("Évitez le soleil", "Avoid the sun")


# what changed


def test_texts_are_fresh_once_someone_said_that_they_are_translated() -> None:
    assert after([WASH, SUN], [WASH, SUN]) == [FRESH, FRESH]


def test_a_change_in_one_language_leaves_the_other_behind() -> None:
    assert after([WASH], [WASH | {"en": "Wash the skin twice"}]) == [("stale", ["fr"])]
    assert after([WASH], [WASH | {"fr": "Lavez la peau deux fois"}]) == [("stale", ["en"])]


def test_a_change_that_is_taken_back_is_none() -> None:
    kept = settled(WASH)
    assert verdicts(judge(holding(WASH | {"en": "Wipe the skin"}), kept)) == [("stale", ["fr"])]
    assert verdicts(judge(holding(WASH), kept)) == [FRESH]


def test_a_text_that_was_changed_in_both_languages_is_new() -> None:
    assert after([WASH], [both("Rincez", "Rinse")]) == [NEW]


def test_a_text_that_nobody_saw_yet_is_new() -> None:
    assert after([WASH], [WASH, SUN]) == [FRESH, NEW]


@pytest.mark.parametrize(
    ("typed", "also"),
    [
        ("Lavez   la\npeau", "Lavez la peau"),
        ("Lavez\u00a0la peau : oui !", "Lavez la peau: oui!"),
        ("« l'eau »", "«l’eau»"),
        ("une pause...", "une pause…"),
        ("pre\u0301nom", "prénom"),
    ],
)
def test_spaces_quotes_and_line_breaks_change_nothing(typed: str, also: str) -> None:
    assert hash_of(typed) == hash_of(also)


@pytest.mark.parametrize("other", ["Lavez la peau.", "lavez la peau", "Lavez **la peau**", "Lavezla peau"])
def test_letters_signs_and_words_do_change_something(other: str) -> None:
    assert hash_of(other) != hash_of("Lavez la peau")


def test_whoever_wraps_a_text_anew_leaves_nothing_behind() -> None:
    assert after([both(LONG, "Wash")], [both(LONG.replace(" ", "\n", 3), "Wash")]) == [FRESH]


# short texts that are there many times


def test_of_the_same_text_in_two_places_the_one_that_changed_is_told() -> None:
    yes = both("Oui", "Yes")
    assert after([yes, yes], [yes, yes | {"en": "Yes, please"}]) == [FRESH, ("stale", ["fr"])]


def test_a_new_text_may_share_a_short_word_with_another() -> None:
    assert after([both("Oui", "Yes")], [both("Oui", "Yes"), both("Oui", "Sure")]) == [FRESH, NEW]


def test_a_long_sentence_that_has_another_translation_elsewhere_is_behind() -> None:
    there = both(LONG, "Wash your face with lukewarm water, morning and night")
    assert after([there], [there, there | {"en": "Wash your face"}]) == [FRESH, ("stale", ["fr"])]


def test_lines_that_were_swapped_between_two_texts_belong_to_others() -> None:
    swapped = [WASH | {"en": SUN["en"]}, SUN | {"en": WASH["en"]}]
    assert after([WASH, SUN], swapped) == [("apart", ["en", "fr"])] * 2


def test_languages_that_were_swapped_within_a_text_are_known_for_it() -> None:
    assert after([WASH], [both(WASH["en"], WASH["fr"])]) == [("swapped", ["en", "fr"])]


def test_what_is_the_same_in_both_languages_need_not_be_said() -> None:
    name = both("Clinique du Pin")
    assert after([WASH], [WASH, name]) == [FRESH, FRESH]
    assert after([name], [name | {"en": "Pine Clinic"}]) == [("stale", ["fr"])]


def test_a_translation_that_was_replaced_by_its_source_is_told() -> None:
    assert after([WASH], [both(WASH["fr"])]) == [("stale", ["fr"])]


def test_figures_and_names_in_braces_are_no_translations() -> None:
    assert after([], [both("{makeup_wait}"), both("811")]) == []


def test_addresses_and_names_of_files_are_no_translations() -> None:
    fields = {each.placed.loc[-1] for each in judge(content(SHORTEST), NOTHING).judged}
    assert "title" in fields
    assert not fields & {"slug", "link"}


# languages


def in_languages(*codes: str, **said: str) -> Content:
    """A content in other languages, whose one fact says this."""

    def spoken(part: object) -> object:
        if isinstance(part, dict):
            if part.keys() == {"fr", "en"}:
                return {code: part.get(code, f"{code} {part['fr']}") for code in codes}
            return {name: spoken(inner) for name, inner in part.items()}
        return [spoken(inner) for inner in part] if isinstance(part, list) else part

    written = spoken(written_content(SHORTEST))
    assert isinstance(written, dict)
    told = written | {"languages": list(codes), "facts": {"fact": said}}
    return Content.model_validate(told, context=Context(languages=codes, ids={}))


def test_a_text_in_one_language_has_no_translation_to_be_behind() -> None:
    assert judge(in_languages("fr", fr="Lavez"), NOTHING).judged == ()


def test_of_three_languages_those_that_did_not_change_are_behind() -> None:
    kept = all_said(in_languages("fr", "en", "es", fr="Lavez", en="Wash", es="Lave"))
    found = judge(in_languages("fr", "en", "es", fr="Lavez", en="Wash it", es="Lave"), kept)
    assert [(each.verdict, each.stale) for each in found.unsettled] == [("stale", {"fr": ("en",), "es": ("en",)})]
    [problem] = list(fresh_problems(found))[:1]
    assert "English" in problem.message


def test_a_language_that_is_added_makes_no_other_one_stale() -> None:
    kept = all_said(in_languages("fr", "en", fr="Lavez", en="Wash"))
    found = judge(in_languages("fr", "en", "es", fr="Lavez", en="Wash", es="Lave"), kept)
    assert {each.verdict for each in found.judged} == {"new"}
    again = all_said(in_languages("fr", "en", "es", fr="Lavez", en="Wash", es="Lave"), kept)
    assert all(len(line) == 3 for line in again.lines)


# what is behind, sheet by sheet


def test_a_shared_fact_that_is_behind_leaves_behind_whatever_names_it() -> None:
    before = written_content((*SHORTEST, why(paragraph("Mettez {spf}", "Wear {spf}")))) | {
        "facts": {"spf": both("un FPS", "an SPF"), "other": both("autre", "other")}
    }
    kept = all_said(Content.model_validate(before))
    now = Content.model_validate(
        before | {"facts": {"spf": both("un FPS 50", "an SPF"), "other": both("autre", "other")}}
    )
    assert judge(now, kept).stale(now) == {("facts", "spf"): {"en"}, ("handouts", "boutons"): {"en"}}


# what is kept


def test_what_no_text_needs_any_more_is_forgotten() -> None:
    kept = settled(WASH, SUN)
    again = all_said(holding(WASH), kept)
    assert len(kept.lines) == len(again.lines) + 1
    assert again.lines == settled(WASH).lines


def test_what_a_text_that_waits_needs_is_not_forgotten() -> None:
    kept = settled(WASH, SUN)
    now = holding(WASH | {"en": "Wipe"}, SUN | {"fr": "Cachez-vous du soleil"})
    freshness = judge(now, kept)
    first = next(n for n, each in enumerate(freshness.judged) if each.placed.text.words.get("en") == "Wipe")
    half = Ledger(settle(freshness, kept, [first]).lines)
    assert verdicts(judge(now, half)) == [FRESH, ("stale", ["en"])]
    assert verdicts(judge(holding(WASH, SUN), half))[1] == FRESH


def test_nothing_is_forgotten_while_a_part_of_the_content_cannot_be_read() -> None:
    kept = settled(WASH, SUN)
    assert settle(judge(holding(WASH), kept), kept, [], whole=False).lines == kept.lines


def test_the_side_file_can_be_read_back_and_holds_no_words() -> None:
    kept = settled(WASH, WASH, SUN)
    written = write_ledger(kept.lines, Path("content.yaml"))
    assert parse_ledger(written.decode(), "x") == kept
    assert "Lavez" not in written.decode()
    lines = [line for line in written.decode().splitlines() if not line.startswith("#")]
    assert lines == sorted(lines)


@pytest.mark.parametrize("saved", [lambda text: b"\xef\xbb\xbf" + text, lambda text: text.replace(b"\n", b"\r\n")])
def test_a_side_file_that_an_editor_saved_in_its_own_way_is_read_all_the_same(
    tmp_path: Path, saved: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "content.yaml"
    kept = settled(WASH)
    ledger_path(path).write_bytes(saved(write_ledger(kept.lines, path)))
    assert read_ledger(path) == Ledger(kept.lines)


def test_a_line_that_is_none_is_told_with_its_place_and_passed_over() -> None:
    kept = settled(WASH)
    text = write_ledger(kept.lines, Path("content.yaml")).decode()
    found = parse_ledger(f"<<<<<<< HEAD\n{text}=======\nhello\nfr:abc en:def\n", "content.translations.txt")
    assert found.lines == kept.lines
    places = [str(problem.at) for problem in found.problems]
    last = text.count("\n") + 1
    assert places == [f"content.translations.txt:{line}:1" for line in (1, last + 1, last + 2, last + 3)]
    assert "merge" in found.problems[0].message
    assert {problem.code for problem in found.problems} == {"W213"}


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04\xff\xfe" + b"x" * 99, write_ledger(settled(WASH).lines, Path("c")).decode().encode("utf-16")]
)
def test_a_side_file_that_another_program_wrote_is_told_once_and_nothing_is_known(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    ledger_path(path).write_bytes(raw)
    found = read_ledger(path)
    assert found is not None
    assert not found.is_known
    (problem,) = found.problems
    assert "cannot be read: it is no text of this program" in problem.message


def test_many_lines_that_are_none_are_told_as_one() -> None:
    text = write_ledger(settled(WASH).lines, Path("content.yaml")).decode()
    (problem,) = parse_ledger(f"{text}a\nb\nc\nd\n", "content.translations.txt").problems
    assert problem.message.startswith("4 lines of the list of translations, from this one on, cannot be read")


# properties


_WORD = st.sampled_from(["Oui", "Non", "Peau", "Soleil", "Eau", "Crème", LONG, LONG + " encore"])
_TEXT = st.builds(
    both, _WORD, st.sampled_from(["Yes", "No", "Skin", "Sun", "Water", "Cream", "Wash your face twice a day now"])
)
_TEXTS = st.lists(_TEXT, min_size=1, max_size=8)


@given(_TEXTS, st.randoms(use_true_random=False))
def test_moving_and_copying_texts_never_makes_any_stale(said: list[Words], chance: random.Random) -> None:
    kept = settled(*said)
    moved = [*said, *chance.choices(said, k=chance.randrange(4))]
    chance.shuffle(moved)
    assert verdicts(judge(holding(*moved), kept)) == [FRESH] * len(moved)


@given(_TEXTS, st.randoms(use_true_random=False))
def test_deleting_texts_never_makes_others_stale(said: list[Words], chance: random.Random) -> None:
    left = chance.sample(said, k=chance.randrange(len(said) + 1))
    assert verdicts(judge(holding(*left), settled(*said))) == [FRESH] * len(left)


@given(_TEXTS, st.data())
def test_a_language_that_alone_was_changed_is_never_taken_for_the_older_one(
    said: list[Words], data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(said) - 1))
    changed, other = data.draw(st.permutations(["fr", "en"]))
    now = list(said)
    now[number] = said[number] | {changed: "Tout autre chose"}
    random.Random(number).shuffle(now)  # noqa: S311 (an order, not a secret)
    found = [each for each in verdicts(judge(holding(*now), settled(*said))) if each != FRESH]
    assert found == [("stale", [other])]


@given(_TEXTS, _TEXTS)
def test_once_all_was_said_again_nothing_waits(before: list[Words], now: list[Words]) -> None:
    kept = all_said(holding(*now), settled(*before))
    assert verdicts(judge(holding(*now), kept)) == [FRESH] * len(now)
    assert kept.lines == settled(*now).lines
