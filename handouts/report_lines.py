"""The report on a handout in words, for a page of 80 columns that is read, mended by and signed off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from handouts.checks import communication_index, pemat
from handouts.checks.checklists import Item, Shortfall, tally
from handouts.checks.plain_language import MAX_SENTENCE
from handouts.checks.reading_formulas import levels
from handouts.checks.reading_level import MAX_BOLD, MAX_PASSIVE
from handouts.checks.report import Report
from handouts.errors import Span
from handouts.languages import LANGUAGES
from handouts.silence import Silenced

WIDTH = 80
_SHOWN = 5  # places of one item
Numbered = tuple[str, Item]
Allowed = Mapping[tuple[str, Span | None], str]
"""Reasons, by the code and the place of a problem."""


def lines(report: Report, allowed: Allowed) -> Iterator[str]:
    """Yield the report on a handout in one language; `allowed` are the reasons for what is silenced."""
    yield from _wrapped(f"{report.handout}, {LANGUAGES[report.language].name}: {report.title}", "", "  ")
    yield "=" * WIDTH
    yield from _reading(report)
    yield from _sentences(report)
    yield from _scores(report)
    items = [*_numbered("PEMAT", report.pemat), *_numbered("CDC", report.cdc)]
    yield from _unmet([each for each in items if each[1].verdict == "disagree"], allowed)
    yield from _met([each for each in items if each[1].verdict == "agree" and not each[1].to_confirm])
    yield from _left([each for each in items if each[1].verdict == "not applicable"])
    yield from _sign_off(items)


def silenced_lines(silenced: Sequence[Silenced]) -> Iterator[str]:
    """Yield what comments in the content allow, and why."""
    yield "SILENCED IN THE CONTENT" if silenced else "Nothing is silenced in the content."
    for each in silenced:
        yield from _wrapped(f"{each.problem.at}: {each.problem.code}, {each.problem.message}", "  ", "    ")
        yield from _wrapped(f"reason: {each.reason}", "    ", "    ")


def _reading(report: Report) -> Iterator[str]:
    measured = report.readability
    mean = f"{measured.words_per_sentence:.1f}"
    yield f"READING LEVEL: {measured.sentences} sentences, {measured.words} words, {mean} words a sentence"
    for level in levels(measured, report.language):
        more, least = ("or more", "least") if level.high_is_easy else ("or less", "most")
        value = f"{level.value:.{_decimals(level.aim)}f}"
        yield f"  {level.formula:<16}{value:>5}    {level.band:<20}aim {level.aim} {more}, at {least} {level.limit}"
        yield f"{'':<27}{level.means}"
    for name, what, share, limit in (
        ("Passive", "sentences that do not say who acts", report.passive, MAX_PASSIVE),
        ("Bold", "words in bold", report.bold, MAX_BOLD),
    ):
        band = "fine" if share <= limit else "too much"
        yield f"  {name:<16}{_percent(share):>5}    {band:<20}at most {_percent(limit)}"
        yield f"{'':<27}{what}"
    yield ""


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _decimals(aim: int) -> int:
    return 1 if aim < 10 else 0  # noqa: PLR2004 (grades have one, indexes none)


def _sentences(report: Report) -> Iterator[str]:
    yield "HARDEST SENTENCES"
    for sentence in report.hardest:
        place = f"{sentence.at}: " if sentence.at else ""
        enough = f"; {MAX_SENTENCE} are enough" if sentence.words > MAX_SENTENCE else ""
        yield f"  {place}{sentence.words} words{enough}"
        yield from _wrapped(sentence.text, "    ", "    ")
    yield ""


def _scores(report: Report) -> Iterator[str]:
    yield "SCORES, of the items that a program can tell"
    parts = (
        ("PEMAT-P, to be understood", report.understood, report.understood_score, pemat.ENOUGH),
        ("PEMAT-P, to be acted on", report.acted_on, report.acted_on_score, pemat.ENOUGH),
        ("CDC index", report.cdc, report.cdc_score, communication_index.ENOUGH),
    )
    for name, items, score, enough in parts:
        counts = tally(items)
        told = f"{counts['agree']} of {counts['agree'] + counts['disagree']} items"
        yield f"  {name:<26}{score:>4.0f} %   {told:<15} {enough} % is taken for enough"
    yield ""


def _numbered(checklist: str, items: Iterable[Item]) -> Iterator[Numbered]:
    return ((f"{checklist:<5} {item.number:>2}", item) for item in items)


def _unmet(items: Sequence[Numbered], allowed: Allowed) -> Iterator[str]:
    if not items:
        return
    yield "NOT MET"
    told: dict[Shortfall, str] = {}
    for name, item in items:
        yield f"  {name}  {item.requirement}"
        new = [shortfall for shortfall in item.shortfalls if shortfall not in told]
        before = dict.fromkeys(told[shortfall] for shortfall in item.shortfalls if shortfall in told)
        told |= dict.fromkeys(new, " ".join(name.split()))
        for shortfall in new[:_SHOWN]:
            yield from _shortfall(shortfall, allowed.get((shortfall.code, shortfall.at), ""))
        if len(new) > _SHOWN:
            yield f"    and in {len(new) - _SHOWN} more places"
        if before:
            yield from _wrapped(f"as under {', '.join(before)}", "    ", "      ")
    yield ""


def _shortfall(shortfall: Shortfall, reason: str) -> Iterator[str]:
    place = f"{shortfall.at}: " if shortfall.at else ""
    code = f"{shortfall.code}, " if shortfall.code else ""
    yield from _wrapped(f"{place}{code}{shortfall.message}", "    ", "      ")
    what = f"allowed there: {reason}" if reason else shortfall.hint
    yield from _wrapped(f"-> {what}", "      ", "         ")


def _met(items: Sequence[Numbered]) -> Iterator[str]:
    yield "MET"
    for name, item in items:
        yield f"  {name}  {item.requirement}"
        if item.why:
            yield from _wrapped(f"always so: {item.why}", " " * 12, " " * 12)
    yield ""


def _left(items: Sequence[Numbered]) -> Iterator[str]:
    if items:
        yield "DOES NOT APPLY"
        for name, item in items:
            yield from _wrapped(f"{name}  {item.requirement}: {item.why}", "  ", " " * 12)
        yield ""


def _sign_off(items: Sequence[Numbered]) -> Iterator[str]:
    yield "TO SIGN OFF"
    yield "  Only a person can judge these:"
    yield from _boxes(each for each in items if each[1].verdict == "for a person")
    confirmed = [each for each in items if each[1].to_confirm]
    if confirmed:
        yield ""
        yield "  The program found no fault in these; a person says whether there is none:"
        yield from _boxes(confirmed)
    yield ""
    yield "  Name and role: ____________________________   Date: ____________________"
    yield ""


def _boxes(items: Iterable[Numbered]) -> Iterator[str]:
    for name, item in items:
        yield f"  [ ] {name}  {item.requirement}"
        yield from _wrapped(item.look, " " * 16, " " * 16)


def _wrapped(words: str, first: str, others: str) -> list[str]:
    return wrap(words, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
