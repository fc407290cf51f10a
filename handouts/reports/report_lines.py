"""The report on a handout in words, for a page of 80 columns that is read, mended by and signed off."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from textwrap import wrap

from handouts.checks.plain.plain_language import MAX_SENTENCE
from handouts.checks.plain.reading_formulas import Level, levels
from handouts.checks.plain.reading_level import MAX_BOLD, MAX_PASSIVE
from handouts.checks.scores import communication_index, pemat
from handouts.checks.scores.checklists import Item, Shortfall, tally
from handouts.checks.scores.report import Report
from handouts.errors import Span
from handouts.languages import LANGUAGES
from handouts.messages import ENGLISH, Messages
from handouts.problems.silence import Silenced

WIDTH = 80
_SHOWN = 5  # places of one item
Numbered = tuple[str, Item]
Allowed = Mapping[tuple[str, Span | None], str]
"""Reasons, by the code and the place of a problem."""


def lines(report: Report, allowed: Allowed, say: Messages = ENGLISH) -> Iterator[str]:
    """Yield the report on a handout in one language.

    Args:
        report: On the handout.
        allowed: The reasons for what is silenced.
        say: Says it in the language of the reader.
    """
    yield from _wrapped(f"{report.handout}, {LANGUAGES[report.language].name} – {report.title}", "", "  ")
    yield "=" * WIDTH
    if not report.readability.words:
        yield from (say("Nothing of it is written yet: `check` tells what is to be written, and where."), "")
        return
    yield from _reading(report, say)
    yield from _sentences(report, say)
    yield from _scores(report, say)
    items = [*_numbered("PEMAT", report.pemat), *_numbered("CDC", report.cdc)]
    yield from _unmet([each for each in items if each[1].verdict == "disagree"], allowed, say)
    yield from _met([each for each in items if each[1].verdict == "agree" and not each[1].to_confirm], say)
    yield from _left([each for each in items if each[1].verdict == "not applicable"], say)
    yield from _sign_off(items, say)


def silences(silenced: Sequence[Silenced], say: Messages = ENGLISH) -> Iterator[str]:
    """Yield what comments in the content allow, and why."""
    yield say("SILENCED IN THE CONTENT") if silenced else say("Nothing is silenced in the content.")
    for each in silenced:
        told = say.problem(each.problem)
        yield from _wrapped(f"{told.at}: {told.code}, {told.message}", "  ", "    ")
        yield from _wrapped(f"{say('reason:')} {each.reason}", "    ", "    ")


def _reading(report: Report, say: Messages) -> Iterator[str]:
    measured = report.readability
    mean = f"{measured.words_per_sentence:.1f}"
    yield say(f"READING LEVEL: {measured.sentences} sentences, {measured.words} words, {mean} words a sentence")
    for level in levels(measured, report.language):
        value = f"{level.value:.{_decimals(level.aim)}f}" if level.tells else "–"
        yield f"  {level.formula:<16}{value:>5}    {say(level.band):<22}{say(_aim(level))}"
        yield f"{'':<27}{say(level.means)}"
    for name, what, share, limit in (
        ("Passive", "sentences that do not say who acts", report.passive, MAX_PASSIVE),
        ("Bold", "words in bold", report.bold, MAX_BOLD),
    ):
        band = "fine" if share <= limit else "too much"
        most = say(f"at most {_percent(limit)}")
        yield f"  {say(name):<16}{_percent(share):>5}    {say(band):<22}{most}"
        yield f"{'':<27}{say(what)}"
    yield ""


def _aim(level: Level) -> str:
    if level.high_is_easy:
        return f"aim {level.aim} or more, at least {level.limit}"
    return f"aim {level.aim} or less, at most {level.limit}"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _decimals(aim: int) -> int:
    return 1 if aim < 10 else 0  # noqa: PLR2004 (grades have one, indexes none)


def _sentences(report: Report, say: Messages) -> Iterator[str]:
    yield say("HARDEST SENTENCES")
    for sentence in report.hardest:
        place = f"{sentence.at}: " if sentence.at else ""
        too_long = f"{sentence.words} words; {MAX_SENTENCE} are enough"
        length = say(too_long if sentence.words > MAX_SENTENCE else f"{sentence.words} words")
        yield f"  {place}{length}"
        yield from _wrapped(sentence.text, "    ", "    ")
    yield ""


def _scores(report: Report, say: Messages) -> Iterator[str]:
    yield say("SCORES, of the items that a program can tell")
    parts = (
        ("PEMAT-P, to be understood", report.understood, report.understood_score, pemat.ENOUGH),
        ("PEMAT-P, to be acted on", report.acted_on, report.acted_on_score, pemat.ENOUGH),
        ("CDC index", report.cdc, report.cdc_score, communication_index.ENOUGH),
    )
    for name, items, score, enough in parts:
        counts = tally(items)
        met, told = counts["agree"], counts["agree"] + counts["disagree"]
        share, bar = say(f"{met} of {told} items"), say(f"{enough} % is enough")
        yield f"  {say(name):<28}{score:>4.0f} %   {share:<18}{bar}"
    yield ""


def _numbered(checklist: str, items: Iterable[Item]) -> Iterator[Numbered]:
    return ((f"{checklist:<5} {item.number:>2}", item) for item in items)


def _unmet(items: Sequence[Numbered], allowed: Allowed, say: Messages) -> Iterator[str]:
    if not items:
        return
    yield say("NOT MET")
    told: dict[Shortfall, str] = {}
    for name, item in items:
        yield f"  {name}  {say(item.requirement)}"
        new = [shortfall for shortfall in item.shortfalls if shortfall not in told]
        before = dict.fromkeys(told[shortfall] for shortfall in item.shortfalls if shortfall in told)
        told |= dict.fromkeys(new, " ".join(name.split()))
        for shortfall in new[:_SHOWN]:
            yield from _shortfall(shortfall, allowed.get((shortfall.code, shortfall.at), ""), say)
        if len(new) > _SHOWN:
            more = say(f"and in {len(new) - _SHOWN} more places")
            yield f"    {more}"
        if before:
            names = ", ".join(before)
            yield from _wrapped(say(f"as under {names}"), "    ", "      ")
    yield ""


def _shortfall(shortfall: Shortfall, reason: str, say: Messages) -> Iterator[str]:
    place = f"{shortfall.at}: " if shortfall.at else ""
    code = f"{shortfall.code}, " if shortfall.code else ""
    yield from _wrapped(f"{place}{code}{say(shortfall.message)}", "    ", "      ")
    what = f"{say('allowed there:')} {reason}" if reason else say(shortfall.hint)
    yield from _wrapped(f"-> {what}", "      ", "         ")


def _met(items: Sequence[Numbered], say: Messages) -> Iterator[str]:
    yield say("MET")
    for name, item in items:
        yield f"  {name}  {say(item.requirement)}"
        if item.why:
            yield from _wrapped(f"{say('always so:')} {say(item.why)}", " " * 12, " " * 12)
    yield ""


def _left(items: Sequence[Numbered], say: Messages) -> Iterator[str]:
    if items:
        yield say("DOES NOT APPLY")
        for name, item in items:
            yield from _wrapped(f"{name}  {say(item.requirement)} ({say(item.why)})", "  ", " " * 12)
        yield ""


def _sign_off(items: Sequence[Numbered], say: Messages) -> Iterator[str]:
    yield say("TO SIGN OFF")
    yield f"  {say('Only a person can judge these:')}"
    yield from _boxes((each for each in items if each[1].verdict == "for a person"), say)
    confirmed = [each for each in items if each[1].to_confirm]
    if confirmed:
        yield ""
        yield f"  {say('The program found no fault in these; a person says whether there is none:')}"
        yield from _boxes(confirmed, say)
    yield ""
    yield f"  {say('Name and role:')} {'_' * 27}   {say('Date:')} {'_' * 18}"
    yield ""


def _boxes(items: Iterable[Numbered], say: Messages) -> Iterator[str]:
    for name, item in items:
        yield f"  [ ] {name}  {say(item.requirement)}"
        yield from _wrapped(say(item.look), " " * 16, " " * 16)


def _wrapped(words: str, first: str, others: str) -> list[str]:
    return wrap(words, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)
