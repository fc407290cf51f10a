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
from handouts.content.source import Sources
from handouts.errors import OutputError, Problem, Span
from handouts.explain import explanations
from handouts.silence import Silenced

Part = dict[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "%SRCROOT%"


def write_sarif(path: Path, problems: Sequence[Problem], sources: Sources, silenced: Sequence[Silenced]) -> None:
    """Write a SARIF file, with paths from the working folder.

    Raises:
        OutputError: It cannot be written (E602).
    """
    try:
        path.write_text(sarif_text(problems, sources, Path.cwd(), silenced), encoding="utf-8", newline="\n")
    except OSError as error:
        hint = "name a file in a folder that you may write to after `--sarif`"
        message = f"{path.as_posix()} cannot be written: {error.strerror}"
        raise OutputError(Problem("E602", message, None, hint)) from error


def sarif_text(problems: Sequence[Problem], sources: Sources, root: Path, silenced: Sequence[Silenced] = ()) -> str:
    """Write problems as a SARIF file; see `as_sarif`."""
    return json.dumps(as_sarif(problems, sources, root, silenced), ensure_ascii=False, indent=2) + "\n"


def as_sarif(problems: Sequence[Problem], sources: Sources, root: Path, silenced: Sequence[Silenced] = ()) -> Part:
    """Turn problems into a SARIF log with one run.

    Args:
        problems: To be told.
        sources: The text of every file; the first one stands for problems that no file is to blame for.
        root: The folder that paths are relative to.
        silenced: Problems that a comment allows; they are suppressed results with their reasons.
    """
    codes = sorted({problem.code for problem in (*problems, *(each.problem for each in silenced))})
    log = _Log(sources, root, codes)
    results = [log.result(problem) for problem in problems]
    if silenced:  # either all results of a run say whether they are suppressed, or none (3.27.23)
        results = [result | {"suppressions": []} for result in results]
        results += [log.result(each.problem) | {"suppressions": [log.suppression(each)]} for each in silenced]
    driver = {"name": "handouts", "version": VERSION, "language": "en-CA", "rules": [_rule(code) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True}],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that the command ran in."}}},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


class _Log:
    def __init__(self, sources: Sources, root: Path, codes: Sequence[str]) -> None:
        self._sources, self._root, self._codes = sources, root, codes
        self._seen = Counter[str]()

    def result(self, problem: Problem) -> Part:
        said = f"{problem.message}\nhelp: {problem.hint}" if problem.hint else problem.message
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


def _rule(code: str) -> Part:
    rule: Part = {"id": code, "shortDescription": {"text": _literal(CODES.get(code, code))}}
    if story := explanations().get(code):
        text = f"{story.means}\n\nWhy it matters: {story.why}\n\nWrong:\n{story.wrong}\n\nRight:\n{story.right}"
        samples = f"Wrong:\n\n```yaml\n{story.wrong}\n```\n\nRight:\n\n```yaml\n{story.right}\n```"
        markdown = f"{story.means}\n\n**Why it matters.** {story.why}\n\n{samples}"
        rule["fullDescription"] = {"text": _literal(story.means)}
        rule["help"] = {"text": _literal(text), "markdown": _literal(markdown)}
    return rule | {"defaultConfiguration": {"level": _level(code)}}


def _level(code: str) -> str:
    return "error" if code.startswith("E") else "warning"


def _literal(text: str) -> str:
    """Double braces, which otherwise stand for arguments (3.11.5)."""
    return text.replace("{", "{{").replace("}", "}}")
