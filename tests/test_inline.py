"""`**bold**` and `[text](target)`; every other character prints as typed."""

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from handouts.languages import LANGUAGES
from handouts.wording.inline import MarkupError, Run, check_target, merge, parse, plain, typeset_runs

PAGE = "https://boreale.example/boutons"


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("Lavez", [Run("Lavez")]),
        ("**Lavez**", [Run("Lavez", bold=True)]),
        ("Eau **tiède** ici", [Run("Eau "), Run("tiède", bold=True), Run(" ici")]),
        (f"Voir [la page]({PAGE}).", [Run("Voir "), Run("la page", href=PAGE), Run(".")]),
        (f"**[la page]({PAGE})**", [Run("la page", bold=True, href=PAGE)]),
        (f"[la **page**]({PAGE})", [Run("la ", href=PAGE), Run("page", bold=True, href=PAGE)]),
        (
            f"**a [b]({PAGE}) c**",
            [Run("a ", bold=True), Run("b", bold=True, href=PAGE), Run(" c", bold=True)],
        ),
        ("[ici]({clinic.website}/x)", [Run("ici", href="{clinic.website}/x")]),
        ("", []),
    ],
)
def test_bold_and_links_are_read(typed: str, runs: list[Run]) -> None:
    assert parse(typed) == tuple(runs)


@pytest.mark.parametrize(
    "typed",
    [
        "a * b",
        "*italique*",
        "_x_",
        "`x`",
        "<b>x</b>",
        "a & b",
        "[ ] oui",
        "[note] (1)",
        "# 1",
        "\\*",
        "~~x~~",
        "![x]",
    ],
)
def test_every_other_character_prints_as_typed(typed: str) -> None:
    assert parse(typed) == (Run(typed),)


@pytest.mark.parametrize(
    ("typed", "code", "offset", "fragment"),
    [
        ("Eau **tiède", "E170", 4, "**"),
        ("**a** et **b", "E170", 9, "**"),
        ("a****b", "E170", 1, "****"),
        ("a ** ** b", "E170", 2, "** **"),
        (f"[a **b]({PAGE}) c**", "E170", 3, "**"),
        (f"**a [b** c]({PAGE})", "E170", 6, "**"),
        (f"a **b [c]({PAGE})", "E170", 2, "**"),
        (f"[]({PAGE})", "E171", 0, f"[]({PAGE})"),
        (f"[****]({PAGE})", "E171", 0, f"[****]({PAGE})"),
        (f"[a [b]({PAGE}) c]({PAGE})", "E171", 41, "]("),
        ("[a](https://a.example/(x))", "E171", 2, "]("),
        ("[a](https://a.example", "E171", 2, "]("),
    ],
)
def test_markup_that_cannot_be_read_says_where(typed: str, code: str, offset: int, fragment: str) -> None:
    with pytest.raises(MarkupError) as caught:
        parse(typed)
    error = caught.value
    assert (error.code, error.offset, error.fragment) == (code, offset, fragment)
    assert typed[offset:].startswith(fragment)
    assert error.message
    assert error.hint


@pytest.mark.parametrize(
    "target",
    [
        PAGE,
        "https://a.example",
        "https://a.example:8443/x?y=1#z",
        "https://a.example/%28x%29",
        "tel:911",
        "tel:+1-418-555-0134",
        "mailto:info@boreale.example",
    ],
)
def test_a_link_leads_to_a_page_a_telephone_or_a_mailbox(target: str) -> None:
    assert check_target(target) == target


@pytest.mark.parametrize(
    "target",
    [
        *(
            "javascript:alert(1)",
            "file:///etc/passwd",
            "http://a.example",
            "HTTPS://a.example",
            "data:text/html,x",
        ),
        *("//a.example", "a.example", "#top", "", "https:", "https://", "https://a", "https://a.example/a b"),
        *(
            "https://name@a.example",
            "https://a.example\\@b.example",
            'https://a.example/"',
            "https://a.example/\n",
        ),
        *(
            "https://a.example/\u200b",
            "https://a.example/\u202ex",
            "https://a.example/<x>",
            "https://a.example/{x}",
        ),
        *("tel:", "tel:418 555-0134", "tel:+", "tel:1-", "tel:*67", "tel:911;ext=1", "tel:911\n"),
        *(
            "mailto:",
            "mailto:a",
            "mailto:a@b",
            "mailto:a@b.example,c@d.example",
            "mailto:a@b.example?subject=x",
        ),
        *("mailto:a b@c.example", "mailto:Anne <a@b.example>"),
    ],
)
def test_a_link_leads_nowhere_else(target: str) -> None:
    with pytest.raises(MarkupError) as caught:
        check_target(target)
    assert (caught.value.code, caught.value.fragment) == ("E172", target)


def in_french(typed: str) -> tuple[Run, ...]:
    runs = typeset_runs(parse(typed), LANGUAGES["fr"].typeset)
    return tuple(Run(run.text.replace("\u00a0", "~"), run.bold, run.href) for run in runs)


@pytest.mark.parametrize(
    ("typed", "runs"),
    [
        ("**Attention** : oui", [Run("Attention", bold=True), Run("~: oui")]),
        ("**Attention**: oui", [Run("Attention", bold=True), Run("~: oui")]),
        ("**Attention :** oui", [Run("Attention~:", bold=True), Run(" oui")]),
        ("**Attention : **oui", [Run("Attention~:", bold=True), Run(" oui")]),
        ('"**mot**"', [Run("«~"), Run("mot", bold=True), Run("~»")]),
        ('**"mot"** ici', [Run("«~mot~»", bold=True), Run(" ici")]),
        ("**3** jours", [Run("3", bold=True), Run("~jours")]),
        ("l'**eau**", [Run("l’"), Run("eau", bold=True)]),
        ("**fin**...", [Run("fin", bold=True), Run("…")]),
        ("**fin.**..", [Run("fin…", bold=True)]),
        ("**fin** ?", [Run("fin", bold=True), Run("?")]),
        (
            "[l'eau](https://a.example/l'eau?x=1) ?",
            [Run("l’eau", href="https://a.example/l'eau?x=1"), Run("?")],
        ),
    ],
)
def test_typography_reaches_across_markup_and_never_into_targets(typed: str, runs: list[Run]) -> None:
    assert in_french(typed) == tuple(runs)


fragments = st.sampled_from(
    [
        "mot",
        "3",
        " jours",
        " : ",
        "?",
        " ",
        "...",
        '"',
        "'",
        "«",
        "»",
        "[a",
        "b](tel:911)",
        "[c](tel:911)",
        "**",
    ]
)


def read(typed: str) -> tuple[Run, ...] | MarkupError:
    try:
        return parse(typed)
    except MarkupError as error:
        return error


@given(st.lists(fragments, max_size=16).map("".join), st.sampled_from(sorted(LANGUAGES)))
def test_runs_hold_exactly_the_words_that_are_typeset_as_one(typed: str, language: str) -> None:
    runs = read(typed)
    if isinstance(runs, MarkupError):
        reject()
    typeset = LANGUAGES[language].typeset
    done = typeset_runs(runs, typeset)
    assert plain(done) == typeset(plain(runs))
    assert merge(done) == done


@given(st.one_of(st.text(), st.lists(fragments, max_size=16).map("".join)))
def test_any_text_is_read_or_refused_with_a_reason_and_a_place(typed: str) -> None:
    runs = read(typed)
    if isinstance(runs, MarkupError):
        assert runs.hint
        assert typed[runs.offset :].startswith(runs.fragment)
    else:
        assert "**" in typed or "](" in typed or plain(runs) == typed
