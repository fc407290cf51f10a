"""What people type and paste by mistake, several at a time in the sample content: each is told once, with what to do."""

from pathlib import Path

import pytest

from handouts.content.decoding import SourceText
from handouts.content.loading import UnfitContentError, load
from handouts.content.reading.source import Sources
from handouts.problems import silence
from tests.check_samples import EDITIONS
from tests.sample_content import short_sample

NBSP = "\u00a0"
SIGNS = '              - fr: "Bosses profondes qui font mal"\n'
POOL = "              - id: pool\n                text:\n"
SERVICES = "    services: [microneedling]\n"


def told(edits: list[tuple[str, str]], folder: Path) -> list[tuple[str, str, str]]:
    """Change the sample content, each edit at the first place that has its words; return each code, message and hint."""
    text = short_sample()
    for old, new in edits:
        assert old in text
        text = text.replace(old, new, 1)
    path = folder / "content.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UnfitContentError) as unfit:
        load(path, EDITIONS)
    lines = text.split("\n")
    return [
        (at(lines, each.at.line if each.at else 1), f"{each.code} {each.message}", each.hint)
        for each in unfit.value.problems
    ]


def at(lines: list[str], number: int) -> str:
    return lines[number - 1].strip()


def test_signs_of_word_processors_and_remarks_are_told_as_what_they_are(tmp_path: Path) -> None:
    found = told(
        [
            (SIGNS, "              •\tEnflure du visage\n" + SIGNS),
            ('              - fr: "Évanouissement"', '              ✅ fr: "Évanouissement"'),
            (POOL, "              *** NATHALIE: est-ce encore bon? ***\n" + POOL),
            ("              - icon: phone\n", "              // le plus important\n              - icon: phone\n"),
            (
                "              - id: actives\n",
                "              Sauna aussi?\n              Hammam aussi?\n              - id: actives\n",
            ),
            ("    phone: 418 555-0147\n", "    phone: 418 555-0147\n[10:32] Julie Tremblay\nc'est bon pour moi\n"),
        ],
        tmp_path,
    )
    neither = "E166 this line is neither a name with a colon nor an item with a dash"
    comment = "if it is a comment, begin it with #: a comment is not printed"
    hyphen = "E168 an item of a list begins with a hyphen and a space, not with “{}”"
    assert [(line, message) for line, message, _ in found] == [
        ("[10:32] Julie Tremblay", neither),
        ("// le plus important", neither),
        ("*** NATHALIE: est-ce encore bon? ***", neither),
        ("Sauna aussi?", neither),
        ('✅ fr: "Évanouissement"', hyphen.format("✅")),
        ("•\tEnflure du visage", hyphen.format("•")),
    ]
    assert [hint for _, _, hint in found][1:3] == [comment, comment]
    assert found[3][2].endswith("are a comment, begin each with #: a comment is not printed")
    assert found[5][2] == 'write it in each language:   - fr: "Enflure du visage"   and under it   en: …'


def test_no_break_spaces_before_lines_are_told_once(tmp_path: Path) -> None:
    spaces = POOL.replace("              - id", NBSP * 14 + "- id").replace(
        "                text", f"{NBSP} " * 8 + "text"
    )
    ((line, message, hint),) = told([(POOL, spaces)], tmp_path)
    assert (line, message[:4]) == ("- id: pool", "E162")
    assert "each of the 2 lines down to line" in hint


def test_values_that_are_nearly_right_are_told_with_how_to_write_them(tmp_path: Path) -> None:
    friday = '{first: friday, opens: "08:30", closes: "12:00"}'
    found = told(
        [
            ("    value: 2\n    unit: weeks\n", "    value: 2 semaines\n"),
            (f"      - {friday}", "      - {first: friday, opens: fermé}"),
            ("    phone: 418 555-0134", "    phone: 418 555-0134 ou 418 555-0199"),
            ("    phone: 418 555-0156", "    phone: 418 555-0156, poste 12"),
            (SERVICES, "    services: []\n"),
            (
                '      - {first: tuesday, last: friday, opens: "10:00"',
                '      - first: tuesday, last: friday, opens: "10:00"',
            ),
        ],
        tmp_path,
    )
    assert {(line, hint) for line, _, hint in found} == {
        ("value: 2 semaines", "write   value: 2   and on a line of its own under it   unit: weeks"),
        (
            "- {first: friday, opens: fermé}",
            "leave a day out on which the clinic is closed: only open hours stand here",
        ),
        ("phone: 418 555-0134 ou 418 555-0199", "write one number, and nothing else: 418 555-0134"),
        (
            "phone: 418 555-0156, poste 12",
            'write only the number, 418 555-0156, and on a line of its own under it:   extension: "12"',
        ),
        ("services: []", "put at least 1 in it"),
        (
            '- first: tuesday, last: friday, opens: "10:00", closes: "19:00"}',
            'write   - {first: tuesday, last: friday, opens: "10:00", closes: "19:00"}',
        ),
    }


def test_a_copy_of_a_warning_is_told_with_the_lines_to_delete(tmp_path: Path) -> None:
    text = short_sample()
    start = text.index("          - block: warning\n            level: same_day")
    copy = text[start : text.index("          - block: warning\n            level: clinic", start)]
    sign = '              - fr: "Taches foncées ou pâles"\n'
    ((_, message, hint),) = told([(sign, copy + sign)], tmp_path)
    line = text[: text.index(sign)].count("\n") + 1
    many = copy.count("\n")
    assert message.startswith("E132 this warning is a copy of the one on line ")
    assert message.endswith(f", and takes over the signs from line {line + many} on")
    assert hint.startswith(f"delete lines {line} to {line + many - 1}: ")
    ((_, message, _),) = told([(copy, copy + copy)], tmp_path)
    assert message.startswith("E132 this warning is a copy")


def test_a_section_that_was_copied_as_it_stands_is_told_once(tmp_path: Path) -> None:
    text = short_sample()
    start = text.index("      - id: warnings")
    copy = text[start : text.index("\n  # 2. AFTER")] + "\n"
    ((_, message, hint),) = told([("      - id: why\n", copy + "      - id: why\n")], tmp_path)
    assert message == "E135 another section of this handout has the id `warnings`"
    assert hint == "take it out, if it was pasted here; otherwise give it another id"


def test_a_section_that_begins_too_far_in_is_told_at_its_first_line(tmp_path: Path) -> None:
    ((line, message, hint),) = told([("      - id: why\n", "          - id: why\n")], tmp_path)
    assert (line, message) == ("- id: why", "E164 this line begins 4 spaces too far to the right")
    assert hint == "take 4 spaces away before it"


def test_a_fact_and_a_duration_that_changed_places_are_two_messages(tmp_path: Path) -> None:
    found = told(
        [
            ("durations:\n", 'durations:\n  antibio:\n    fr: "onguent"\n    en: "ointment"\n'),
            ("facts:\n", "facts:\n  sun_after:\n    value: 2\n    unit: weeks\n    min: 1\n    max: 4\n"),
        ],
        tmp_path,
    )
    assert [message for _, message, _ in found] == [
        "E101 `antibio` stands under `durations:`, and looks like a shared fact",
        "E101 `sun_after` stands under `facts:`, and looks like a duration",
    ]


@pytest.mark.parametrize("name", ["content.yaml.txt", "Content.yaml", "content.yml", "content (1).yaml"])
def test_a_content_under_a_name_that_is_nearly_right_is_told_with_that_name(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("schema_version: 1\n", encoding="utf-8")
    with pytest.raises(UnfitContentError) as unfit:
        load(tmp_path / "content.yaml", EDITIONS)
    assert unfit.value.problems[0].hint == f"{name} is there: give it the name content.yaml"


def test_a_command_in_a_folder_of_the_content_says_where_the_content_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "content.yaml").write_text("schema_version: 1\n", encoding="utf-8")
    (tmp_path / "assets").mkdir()
    monkeypatch.chdir(tmp_path / "assets")
    with pytest.raises(UnfitContentError) as unfit:
        load(Path("content.yaml"), EDITIONS)
    assert unfit.value.problems[0].hint == "it stands in the folder above: run `cd ..`, then this again"


def test_a_file_whose_accents_were_all_spoiled_is_told_once(tmp_path: Path) -> None:
    path = tmp_path / "content.yaml"
    path.write_bytes(short_sample().encode().decode("cp1252", "replace").encode())
    with pytest.raises(UnfitContentError) as unfit:
        load(path, EDITIONS)
    (problem,) = unfit.value.problems
    assert problem.code == "E151"
    assert problem.message.startswith("the accents of this file were spoiled when it was saved: “Ã©” and its like, ")


@pytest.mark.parametrize(
    ("comment", "message"),
    [
        ("\n    # ignore W171: pouce\n", "one that does begins with   # allow W171:"),
        ("\n    # permettre W171 : pouce\n", "one that does begins with   # allow W171:"),
        ("  # allow W171: pouce\n", "it stands after a text, and not above it"),
    ],
)
def test_a_comment_that_nearly_silences_a_check_is_told(comment: str, message: str) -> None:
    source = SourceText.of("content.yaml", f'facts:\n  spf:\n    fr: "FPS 30"{comment}    en: "SPF 30"\n')
    (about,) = silence.apply((), Sources({"content.yaml": source})).about
    assert (about.code, about.message) == ("W184", f"this comment silences nothing: {message}")


def test_words_about_a_code_in_a_text_or_a_comment_silence_nothing_and_are_not_told() -> None:
    text = '# see W171 for the quotes\nfacts:\n  spf:\n    fr: "FPS # ok W171"\n    en: "SPF 30"\n'
    assert not silence.apply((), Sources({"content.yaml": SourceText.of("content.yaml", text)})).about


def test_lines_that_became_comments_are_told_where_what_belongs_to_them_did_not(tmp_path: Path) -> None:
    found = told(
        [
            ("  boreale-levis:\n", "#  boreale-levis:\n"),
            ('        heading:\n          fr: "À faire"\n', '#        heading:\n          fr: "À faire"\n'),
            (POOL, "".join(f"#{line}\n" for line in POOL.splitlines())),
        ],
        tmp_path,
    )
    assert [(line, message) for line, message, _ in found] == [
        ("#  boreale-levis:", "E158 this line is a comment, and what belongs to it under it is not"),
        ("#        heading:", "E158 this line is a comment, and what belongs to it under it is not"),
        ("#              - id: pool", "E158 these lines are comments, and what belongs to them under them is not"),
    ]
    assert found[0][2].startswith("take the # away, or put one before line 224 and each line")


def test_a_comment_inside_quotes_is_told(tmp_path: Path) -> None:
    ((_, message, hint),) = told([('le spa et le sauna"', 'le spa et le sauna # vérifié"')], tmp_path)
    assert message == "E158 “# vérifié” stands inside the quotes, and would be printed"
    assert hint == "take the # out; put a comment on a line of its own, above the text"


def test_the_marks_of_a_chat_around_lines_are_told_once_and_read_past(tmp_path: Path) -> None:
    item = '```yaml\n              - id: bath\n                text: {fr: "Le bain", en: "Baths"}\n```\n'
    ((line, message, hint),) = told([(POOL, item + POOL)], tmp_path)
    assert (line, message) == ("```yaml", "E166 “```” was copied with the lines, and is no part of the content")
    assert hint == "delete these lines: 560, 563"


def test_a_part_that_cannot_be_read_is_never_left_out_without_a_word(tmp_path: Path) -> None:
    conflicts = '    conflicts:\n      fr: "Aucun conflit déclaré."\n      en: "None declared."\n'
    ((line, message, _),) = told([(f"{conflicts}    sections:\n", f"    sections:\n{conflicts}")], tmp_path)
    assert (line, message[:4]) == ("- id: message", "E168")


def test_words_with_a_colon_before_pasted_lines_are_told_where_they_stand(tmp_path: Path) -> None:
    ((line, message, hint),) = told([(POOL, "Voici la traduction :\n\n" + POOL)], tmp_path)
    assert line == "Voici la traduction :"
    assert message == "E101 `Voici la traduction:` is not a heading that can stand at the left edge of a content"
    assert hint == "if it is a comment, begin it with #: a comment is not printed"


def test_a_name_that_is_missing_or_shares_a_line_is_told_once(tmp_path: Path) -> None:
    found = told(
        [
            ('              - fr: "Évanouissement"', '              - "Évanouissement"'),
            ("    value: 24\n    to: 48\n", "    value: 24 to: 48\n"),
        ],
        tmp_path,
    )
    assert [(message, hint) for _, message, hint in found] == [
        ("E167 `to:` begins in the middle of a line", "begin a new line before it, under line 79, 4 spaces in"),
        ("E102 there is no `fr:` before this text", 'write   - fr: "Évanouissement"'),
    ]
