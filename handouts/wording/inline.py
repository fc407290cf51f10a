"""Inline markup: `**bold**` and `[text](target)`, nothing else; every other character prints as typed."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, groupby
from typing import NamedTuple

BOLD = "**"
_LINK = re.compile(r"\[(?P<text>[^\[\]]*)\]\((?P<target>[^()]*)\)")
_LINK_LEFTOVER = "]("

_HTTPS = re.compile(r"https://[\w-]+(?:\.[\w-]+)+(?::\d{1,5})?(?:[/?#][^\s<>{}\"\\^`|]*)?")
_TEL = re.compile(r"tel:\+?[0-9](?:-?[0-9])*")
_MAILTO = re.compile(r"mailto:[A-Za-z0-9][A-Za-z0-9._+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_TARGETS = {"https:": _HTTPS, "tel:": _TEL, "mailto:": _MAILTO}
_TARGET_HINTS = {
    "https:": "a web address holds a name with a dot and no spaces, as in https://clinic.example/page",
    "tel:": "a telephone target holds only digits, hyphens and a first +, as in tel:+1-418-555-0134",
    "mailto:": "an email target holds one address and nothing else, as in mailto:info@clinic.example",
}


class Run(NamedTuple):
    """A stretch of text in one weight, with the address that it links to, if any."""

    text: str
    bold: bool = False
    href: str | None = None


class MarkupError(ValueError):
    """Markup that cannot be read, or a link target that is not allowed.

    Attributes:
        code: See `handouts.codes`.
        message: What is wrong.
        hint: What to do.
        offset: Where it begins, in characters from the start of the text that was parsed.
        fragment: The characters that are to blame, as typed.
    """

    def __init__(self, code: str, message: str, hint: str, *, offset: int = 0, fragment: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.offset = offset
        self.fragment = fragment


@lru_cache(maxsize=50_000)
def parse(text: str) -> tuple[Run, ...]:
    """Read the markup of one text.

    Link targets are kept as typed; `check_target` says whether they are allowed.

    Raises:
        MarkupError: bold that is not closed, empty or nested (E170); a link without text, inside another
            link, or with a bracket in its target (E171).
    """
    runs: list[Run] = []
    opened: int | None = None
    position = 0
    for link in _LINK.finditer(text):
        before, opened = _weights(text[position : link.start()], position, opened)
        runs += [*before, *_link(link, opened)]
        position = link.end()
    rest, opened = _weights(text[position:], position, opened)
    if opened is not None:
        raise _unclosed(opened)
    return merge([*runs, *rest])


def _weights(text: str, start: int, opened: int | None) -> tuple[list[Run], int | None]:
    """Split text without links at its `**`; `opened` is where bold began, before this text and after it."""
    leftover = text.find(_LINK_LEFTOVER)
    if leftover >= 0:
        raise _malformed_link(text, leftover, start)
    first, *others = text.split(BOLD)
    runs = [Run(first, opened is not None)]
    offset = start + len(first)
    for piece in others:
        if opened is not None and text[max(0, opened - start) : offset - start].strip() == BOLD:
            raise _empty_bold(opened, text[opened - start : offset - start + len(BOLD)])
        opened = offset if opened is None else None
        runs.append(Run(piece, opened is not None))
        offset += len(BOLD) + len(piece)
    return runs, opened


def _link(link: re.Match[str], opened: int | None) -> Iterator[Run]:
    text, start = link["text"], link.start("text")
    if not text.replace(BOLD, "").strip():
        hint = "write what it leads to between the square brackets: [our page](https://…)"
        raise MarkupError("E171", "this link has no text", hint, offset=link.start(), fragment=link[0])
    if opened is not None and BOLD in text:
        hint = "bold begins outside this link: close it there, or take the ** inside the square brackets away"
        raise MarkupError("E170", "bold inside bold", hint, offset=start + text.index(BOLD), fragment=BOLD)
    runs, opened_inside = _weights(text, start, None)
    if opened_inside is not None:
        raise _unclosed(opened_inside)
    return (Run(run.text, run.bold or opened is not None, link["target"]) for run in runs)


def _unclosed(offset: int) -> MarkupError:
    hint = "put ** before and after the words to print in bold, both inside or both outside a link"
    return MarkupError("E170", "`**` begins bold text that never ends", hint, offset=offset, fragment=BOLD)


def _empty_bold(offset: int, fragment: str) -> MarkupError:
    hint = "put words between the two **, or take both away"
    return MarkupError("E170", "bold text without words", hint, offset=offset, fragment=fragment)


_OPEN_LINK = re.compile(
    r"\[(?P<text>[^\[\]]*)\]\((?P<target>(?:https?://|www\.|tel:|mailto:)[^\s(),;<>]*[^\s(),;<>.:?!])"
)


def _malformed_link(text: str, leftover: int, start: int) -> MarkupError:
    hint = "write [text](address), with no bracket in the text or the address (%28 and %29 stand for round ones)"
    for found in _OPEN_LINK.finditer(text):
        if found.end("text") == leftover and not text.startswith("(", found.end()):
            hint = f"close the bracket after the address: [{found['text']}]({found['target']})"
    return MarkupError("E171", "this link cannot be read", hint, offset=start + leftover, fragment=_LINK_LEFTOVER)


def check_target(target: str) -> str:
    """Return a link target that is allowed: `https:`, `tel:` or `mailto:`, and nothing that cannot be seen.

    Raises:
        MarkupError: any other scheme, or an address that its scheme does not allow (E172).
    """
    scheme = target[: target.find(":") + 1]
    allowed = _TARGETS.get(scheme)
    if allowed and allowed.fullmatch(target) and target.isprintable():
        return target
    hint = _meant_target(target) or _TARGET_HINTS.get(scheme, "begin it with https://, tel: or mailto:")
    raise MarkupError("E172", f"a link cannot lead to `{target}`", hint, fragment=target)


def _meant_target(target: str) -> str:
    """Write the target that was meant, where that is sure."""
    if target.startswith("assets/"):
        return "a picture stands in a block of its own:   - block: figure"
    host, *path = re.split(r"(?<=[^:/])(?=/)", target.strip(), maxsplit=1)
    bare = "".join(host.split()) + "%20".join("".join(path).split())
    scheme = bare[: bare.find(":") + 1].casefold()
    guesses: list[str] = []
    if ":" not in bare:
        guesses = [f"https://{bare}", f"mailto:{bare}", f"tel:{bare}"]
    elif scheme in {"http:", *_TARGETS}:
        guesses = [bare, "https" + bare[bare.find(":") :]]
    sure = [each for each in guesses if any(allowed.fullmatch(each) for allowed in _TARGETS.values())]
    sure = [each for each in sure if ("@" in each) == each.startswith("mailto:")]
    return f"write {sure[-1]}" if sure else ""


def merge(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Join neighbours of one weight and link, and leave out the empty."""
    styles = groupby((run for run in runs if run.text), key=lambda run: (run.bold, run.href))
    return tuple(Run("".join(run.text for run in group), bold, href) for (bold, href), group in styles)


def plain(runs: Iterable[Run]) -> str:
    """Return the words alone."""
    return "".join(run.text for run in runs)


def typeset_runs(runs: Sequence[Run], typeset: Callable[[str], str]) -> tuple[Run, ...]:
    """Typeset the words of all runs as one text, and give each character back to its run.

    So a colon after a bold word finds the word, and a link's target is never touched. Relies on what every
    `typeset` keeps: characters that are not spaces stay one for one, but for `...`, which may become `…`.
    A space between two runs goes to the plainer one.
    """
    runs = merge(runs)
    typed = plain(runs)
    done = typeset(typed)
    if len(runs) < 2:  # noqa: PLR2004
        return tuple(Run(done, run.bold, run.href) for run in runs if done)
    owners = _owners(done, typed, [index for index, run in enumerate(runs) for _ in run.text])
    return merge(_owned(done, owners, runs))


def _owners(done: str, typed: str, owners: Sequence[int]) -> list[int | None]:
    """Return the index of the run of each character of `done`; None for spaces."""
    inked = (position for position, character in enumerate(typed) if not character.isspace())
    found: list[int | None] = []
    for character in done:
        if character.isspace():
            found.append(None)
            continue
        position = next(inked)
        found.append(owners[position])
        if character == "…" and typed[position] == ".":
            next(inked), next(inked)
    return found


def _owned(done: str, owners: Sequence[int | None], runs: Sequence[Run]) -> Iterator[Run]:
    lefts = accumulate(owners, _latest)
    rights = reversed(list(accumulate(reversed(owners), _latest)))
    for character, left, right in zip(done, lefts, rights, strict=True):
        neighbours = [runs[index] for index in (left, right) if index is not None] or [runs[0]]
        plainest = min(neighbours, key=_emphasis)
        yield Run(character, plainest.bold, plainest.href)


def _latest(before: int | None, owner: int | None) -> int | None:
    return before if owner is None else owner


def _emphasis(run: Run) -> tuple[bool, bool]:
    return run.href is not None, run.bold
