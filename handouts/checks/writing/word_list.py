"""Words that a dictionary lacks, in a file that anyone can edit: one a line, after the languages that it belongs to.

    # brands
    fr en: Restylane
    fr: rétinoïde(|s)

A line without languages holds for all. A group of endings stands for each of them.
"""

import errno
import re
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from handouts.checks.lists.lexicon import spelled_out
from handouts.content.decoding import decode
from handouts.content.names.suggestions import closest
from handouts.errors import Problem, Span

_LINE = re.compile(
    r"\s*(?P<codes>[a-z]{2}(?:(?:\s*,\s*|\s+)[a-z]{2})*(?:\s*:\s*|\s+))?(?P<word>[^\s:#=;,\"“”«»]+)\s*(?:#.*)?"
)
_OTHERWISE = re.compile(r"\W*(?P<language>\w+)\W+(?P<word>[\w’'-]*\w)\W*")
_CODE = re.compile(r"[a-z]{2}")


@dataclass(frozen=True, slots=True)
class WordList:
    """The words of a list.

    Attributes:
        words: By language.
        problems: Lines that cannot be read.
    """

    words: Mapping[str, frozenset[str]]
    problems: tuple[Problem, ...] = ()

    def of(self, language: str) -> frozenset[str]:
        """Return the words of a language."""
        return self.words.get(language, frozenset())


def read_word_list(path: Path, name: str, languages: Collection[str]) -> WordList:
    """Read a list; one that is not there is empty.

    Args:
        path: Of the file.
        name: What problems call it.
        languages: That its lines can name.
    """
    try:
        decoded = decode(name, _bytes(path))
    except FileNotFoundError:
        return WordList({})
    except OSError as error:
        message = f"the word list {name} cannot be read ({error.strerror or error})"
        return WordList({}, (Problem("W261", message, None, "see that it is a file that you may read"),))
    source, problems = decoded.source, list(decoded.problems)
    words: defaultdict[str, set[str]] = defaultdict(set)
    for number in range(1, source.lines + 1):
        line = source.line(number)
        if not line.split("#", maxsplit=1)[0].strip():
            continue
        found = _LINE.fullmatch(line)
        codes = _CODE.findall(found["codes"] or "") if found else []
        if found is None or not set(codes) <= set(languages):
            start = source.start(number)
            problems.append(_unreadable(line, languages, source.span(start, start + len(line))))
            continue
        for code in codes or languages:
            words[code].update(spelled_out(found["word"].replace("’", "'")))
    return WordList({code: frozenset(found) for code, found in words.items()}, tuple(problems))


def _unreadable(line: str, languages: Collection[str], at: Span) -> Problem:
    found = _OTHERWISE.fullmatch(line.split("#", maxsplit=1)[0])
    language = closest(found["language"], languages) if found else None
    hint = f"write one word a line, after its language ({', '.join(languages)}): fr: rétinol"
    if found and language:
        hint = f"write   {language}: {found['word']}"
    return Problem("W261", f"“{line.strip()}” is no line of a word list", at, hint)


def _bytes(path: Path) -> bytes:
    if path.exists() and not (path.is_file() or path.is_dir()):  # a pipe or a device may never end
        raise OSError(errno.EINVAL, "it is no ordinary file")
    return path.read_bytes()
