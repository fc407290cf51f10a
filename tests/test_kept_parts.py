"""What is known of clinics and handouts from an earlier reading spares reading them, and changes nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from handouts.content import UnfitContentError, load, load_fit
from handouts.content.kept_parts import KeptParts
from handouts.content.reading.events import TreeReader
from tests.check_samples import EDITIONS
from tests.sample_content import edit, generate, write_content

_INCLUDED = """\
clinics:
  # the smallest one
  gaspe:
    brand: pine
    name: {fr: "Clinique Gaspé", en: "Clinic Gaspé"}
    address: {number: "12", street: "rue des Sapins", city: "Gaspé", postal_code: "G6V 1A1"}
    phone: "418 555-0139"
    after_hours:
      fr: >-
        Fermé?
        811, option 1
      en: "Closed?
        811, option 1"
    hours: [{first: monday, last: friday, opens: "9:00", closes: "17:00"}]
    website: "https://gaspe.example"
    services: [needling]
    overrides:
      makeup_wait: {value: 30, reason: {fr: "Un soin plus long", en: "A longer treatment"}}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Three handouts and three clinics, one of them in a file of its own."""
    file = write_content(tmp_path, handouts=("boutons", "taches", "rougeurs"))
    edit(file, "schema_version: 1\n", "schema_version: 1\ninclude: [more/*.yaml]\n")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "gaspe.yaml").write_text(_INCLUDED, "utf-8")
    return file


def outcome(file: Path, kept: KeptParts | None = None) -> object:
    """Return all that a reading says: the content, every place in it, the order of its parts, and the problems."""
    try:
        loaded = load_fit(file, EDITIONS, kept)
    except UnfitContentError as error:
        return error.problems
    return loaded.content, repr(loaded.content), loaded.warnings, loaded.problems, loaded.left_out, loaded.sources


@contextmanager
def yaml_read() -> Iterator[list[str]]:
    """Note the text of each file that is read as YAML."""
    read: list[str] = []
    genuine = TreeReader.attempt

    def noted(self: TreeReader) -> object:
        read.append(self._source.text)
        return genuine(self)

    with patch.object(TreeReader, "attempt", noted):
        yield read


def test_of_an_edited_content_only_what_changed_is_read_as_yaml_and_the_first_of_each_group(content: Path) -> None:
    kept = KeptParts(None)
    load_fit(content, EDITIONS, kept)
    edit(content, "Après le soin rougeurs", "Après votre soin rougeurs")
    with yaml_read() as read:
        load_fit(content, EDITIONS, kept)
    assert "Après votre soin rougeurs" in read[0]
    assert "Après le soin boutons" in read[0]
    assert "Après le soin taches" not in read[0]


def test_what_was_read_is_known_to_the_next_run(content: Path) -> None:
    file = content.parent / "kept"
    load_fit(content, EDITIONS, KeptParts(file))
    with yaml_read() as read:
        known = outcome(content, KeptParts(file))
    assert "Après le soin taches" not in read[0]
    assert known == outcome(content)


def test_a_check_reads_what_changed_and_a_build_everything(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HANDOUTS_CACHE", str(content.parent / "cache"))
    generate(content, "list")
    edit(content, "Après le soin rougeurs", "Après votre soin rougeurs")
    with yaml_read() as listed:
        generate(content, "list")
    with yaml_read() as built:
        generate(content, "build", "--clinic", "gaspe")
    assert ["Après le soin taches" in files[0] for files in (listed, built)] == [False, True]


def test_what_is_kept_may_be_damaged(content: Path) -> None:
    file = content.parent / "kept"
    load_fit(content, EDITIONS, KeptParts(file))
    good = KeptParts(file)
    for spoiled in ("", "[", "[]", "{}", '{"@":[[0,3,0,5],{}]}', '{"@":[[0,3,0],7],"brand":"pine"}', '"taches"'):
        kept = KeptParts(None)
        kept._frame, kept._known = good._frame, dict.fromkeys(good._known, spoiled)
        assert outcome(content, kept) == outcome(content), spoiled


_FIRST, _LAST = "Après le soin boutons", "Après le soin rougeurs"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("schema_version: 1", "# one more line\nschema_version: 1"),
        ("  taches:\n", "  # one more line\n  taches:\n"),
        ("  taches:\n", "  spots:  # once taches\n"),
        ("  taches:\n", "  rougeurs:\n"),  # one id twice
        ("  taches:\n", "taches:\n"),
        ("  taches:\n", "   taches:\n"),
        ("handouts:\n", "handouts: {}\n"),
        ("handouts:\n", "handout:\n"),
        ("handouts:\n", "handouts:\n\n\n"),
        ("handouts:\n", "---\nhandouts:\n"),
        ("code: TAC", "code: BOU"),  # one code twice
        ('fr: "apres-taches"', 'fr: "apres-boutons"'),  # one file name twice
        ("max: 72", "max: 26"),  # what a clinic of its own overrides is out of range now
        ("unit: hours", "unit: days"),
        ("needling:", "peeling:"),  # a service that every clinic names
        ("more/*.yaml", "none/*.yaml"),
        ("[more/*.yaml]", '["more/*.yaml"]'),
        (_FIRST, f'{_FIRST}"'),
        (_FIRST, f"{_FIRST} &once"),
        (_LAST, f"{_LAST}\t"),
        (_LAST, f'{_LAST}\n\n  spots: {{fr: "'),
        ('"Soins"', ""),
        ("conflicts: ", "conflict: "),
        ("reviewed: 2026-05-02", "reviewed: 2026-13-02"),
        ("makeup_wait: {", "makeup_wait: &wait {"),
        ("\n", "\r\n"),
        ("\n", "\r"),
        ("rue des Sapins", "rue des\u2028Sapins"),
        ("Étouffement", "E\u0301touffement"),
    ],
)
def test_whatever_was_edited_what_is_known_changes_nothing(old: str, new: str, content: Path) -> None:
    kept = KeptParts(None)
    outcome(content, kept)
    text = content.read_bytes().decode()
    assert old in text
    for count in (1, -1):
        content.write_bytes(text.replace(old, new, count).encode())
        assert outcome(content, kept) == outcome(content)
    content.write_bytes(text.encode())
    assert outcome(content, kept) == outcome(content)


_EDITS = st.lists(
    st.tuples(
        st.sampled_from(("remark", "blank", "said", "said", "moved", "cut", "quoted")),
        st.integers(min_value=0, max_value=400),
        st.integers(min_value=0, max_value=400),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(edits=_EDITS)
def test_whatever_becomes_of_its_lines_they_are_read_anew_or_come_to_the_same(
    edits: list[tuple[str, int, int]], content: Path
) -> None:
    kept = KeptParts(None)
    before = content.read_text("utf-8")
    load_fit(content, EDITIONS, kept)
    lines = before.splitlines()
    try:
        for edited in edits:
            _edit(lines, *edited)
            content.write_text("\n".join(lines), "utf-8")
            known = kept.load(content, EDITIONS)
            assert known is None or known == load(content, EDITIONS)
    finally:
        content.write_text(before, "utf-8")


def _edit(lines: list[str], how: str, at: int, other: int) -> None:
    at, other = at % len(lines), other % len(lines)
    match how:
        case "remark":
            lines.insert(at, f"{' ' * (other % 5)}# remark")
        case "blank":
            lines.insert(at, "")
        case "said":
            lines[at] = lines[at].replace('"}', f' {other}"}}', 1)
        case "moved":
            lines.insert(other, lines.pop(at))
        case "cut":
            del lines[at]
        case "quoted":
            lines[at] += '"'
