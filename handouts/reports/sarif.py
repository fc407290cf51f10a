"""Problems as SARIF 2.1.0 (OASIS), which code hosts and editors show beside the lines that they are about.

The same problems give the same bytes, on every machine: paths are relative to the folder that the command runs in.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import quote

from handouts import VERSION
from handouts.codes import CODES
from handouts.content.reading.source import Sources
from handouts.errors import OutputError, Problem, Span
from handouts.explain import explanations
from handouts.messages import ENGLISH, Messages
from handouts.problems.silence import Silenced
from handouts.whole_files import refusal, write_whole

Part = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def write_sarif(
    path: Path,
    problems: Sequence[Problem],
    sources: Sources,
    silenced: Sequence[Silenced],
    messages: Messages = ENGLISH,
) -> None:
    """Write a SARIF file, with paths from the working folder.

    Raises:
        OutputError: It cannot be written (E601, E602, E603).
    """
    data = sarif_text(problems, sources, Path.cwd(), silenced, messages).encode()
    hint = "name a file in a folder that you may write to after `--sarif`"
    try:
        if path.exists() and not path.is_file():  # such as /dev/stdout
            path.write_bytes(data)
            return
        other = path.is_file() and not _is_report(path)
    except OSError as error:
        raise refusal(path, error, hint) from error
    if other:
        raise OutputError(Problem("E602", f"{path} cannot be written: it holds something else already", None, hint))
    write_whole(path, data, hint)


def _is_report(path: Path) -> bool:
    """Whether a file may be replaced by a report: the name of the content, say, is soon typed after `--sarif`."""
    with path.open("rb") as file:
        begin = file.read(len(_SCHEMA) + 100)
    return not begin or _SCHEMA.encode() in begin


def sarif_text(
    problems: Sequence[Problem],
    sources: Sources,
    root: Path,
    silenced: Sequence[Silenced] = (),
    messages: Messages = ENGLISH,
) -> str:
    """Write problems as a SARIF file; see `as_sarif`."""
    return json.dumps(as_sarif(problems, sources, root, silenced, messages), ensure_ascii=False, indent=2) + "\n"


def as_sarif(
    problems: Sequence[Problem],
    sources: Sources,
    root: Path,
    silenced: Sequence[Silenced] = (),
    messages: Messages = ENGLISH,
) -> Part:
    """Turn problems into a SARIF log with one run.

    Args:
        problems: To be told.
        sources: The text of every file; the first one stands for problems that no file is to blame for.
        root: The folder that paths are relative to.
        silenced: Problems that a comment allows; they are suppressed results with their reasons.
        messages: The language that all of it is told in; fingerprints are the same in each.
    """
    codes = sorted({problem.code for problem in (*problems, *(each.problem for each in silenced))})
    log = _Log(sources, root, codes, messages)
    results = [log.result(problem) for problem in problems]
    if silenced:  # either all results of a run say whether they are suppressed, or none (3.27.23)
        results = [result | {"suppressions": []} for result in results]
        results += [log.result(each.problem) | {"suppressions": [log.suppression(each)]} for each in silenced]
    rules = [_rule(code, messages) for code in codes]
    driver = {"name": "handouts", "version": VERSION, "language": f"{messages.code}-CA", "rules": rules}
    root_is = messages("The folder that the command ran in.")
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": root_is}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


class _Log:
    def __init__(self, sources: Sources, root: Path, codes: Sequence[str], messages: Messages) -> None:
        self._sources, self._root, self._codes, self._messages = sources, root, codes, messages
        self._seen = Counter[str]()

    def result(self, problem: Problem) -> Part:
        told = self._messages.problem(problem)
        said = f"{told.message}\n{self._messages('help:')} {told.hint}" if told.hint else told.message
        location = self._location(problem.at)
        return {
            "ruleId": problem.code,
            "ruleIndex": self._codes.index(problem.code),
            "level": _level(problem.code),
            "message": {"text": _literal(said)},
            "locations": [location] if location else [],
            "partialFingerprints": {"handouts/v1": self._fingerprint(problem)},
        }

    def suppression(self, silenced: Silenced) -> Part:
        location = self._location(silenced.at)
        return {"kind": "inSource", "status": "accepted", "justification": silenced.reason} | (
            {"location": location} if location else {}
        )

    def _location(self, at: Span | None) -> Part:
        file = at.file if at else next(iter(self._sources.files), None)
        if file is None:
            return {}
        region = {"region": self._region(at)} if at else {}
        return {"physicalLocation": {"artifactLocation": self._address(file)} | region}

    def _address(self, file: str) -> Part:
        path = Path(file)
        if path.is_absolute() and path.is_relative_to(self._root):
            path = path.relative_to(self._root)
        if path.is_absolute():
            return {"uri": path.as_uri()}
        return {"uri": quote(PurePosixPath(path.as_posix()).as_posix()), "uriBaseId": _ROOT}

    def _region(self, at: Span) -> Part:
        """Return a place with its end, which is the column after the last one (3.30.8)."""
        start = {"startLine": at.line, "startColumn": at.column}
        source = self._sources.files.get(at.file)
        if source is None or at.end <= at.start:
            return start
        end = source.span(at.end, at.end)
        place = {"endLine": end.line, "endColumn": end.column, "charOffset": at.start, "charLength": at.end - at.start}
        return start | place

    def _fingerprint(self, problem: Problem) -> str:
        """Tell a problem again when the lines above it have changed."""
        file = self._address(problem.at.file)["uri"] if problem.at else ""
        same = f"{problem.code}\n{file}\n{problem.message}"
        self._seen[same] += 1
        return hashlib.sha256(f"{same}\n{self._seen[same]}".encode()).hexdigest()[:32]


def _rule(code: str, messages: Messages) -> Part:
    rule: Part = {"id": code, "shortDescription": {"text": _literal(messages(CODES.get(code, code)))}}
    if story := explanations(messages.code).get(code):
        why, wrong, right = messages("Why it matters"), messages("Wrong:"), messages("Right:")
        text = f"{story.means}\n\n{why}\n{story.why}\n\n{wrong}\n{story.wrong}\n\n{right}\n{story.right}"
        samples = f"{wrong}\n\n```yaml\n{story.wrong}\n```\n\n{right}\n\n```yaml\n{story.right}\n```"
        markdown = f"{story.means}\n\n**{why}.** {story.why}\n\n{samples}"
        rule["fullDescription"] = {"text": _literal(story.means)}
        rule["help"] = {"text": _literal(text), "markdown": _literal(markdown)}
    return rule | {"defaultConfiguration": {"level": _level(code)}}


def _level(code: str) -> str:
    return "error" if code.startswith("E") else "warning"


def _literal(text: str) -> str:
    """Double braces, which otherwise stand for arguments (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")
