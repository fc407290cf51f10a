"""Asks whether any library that the program runs on is known to be vulnerable, and says so when nobody answers.

    uv run --with pip-audit==2.10.1 python -m tests.gate.vulnerabilities

The list of known vulnerabilities is on the network and changes daily. Where it cannot be asked, pip-audit skips every
library, says that it found nothing and ends with 0; this counts what was really looked up. It ends with 1 when a
vulnerable library was found, and with 0 otherwise, having said how many were checked.
"""

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
_EXPORT = (
    "uv",
    "export",
    "--quiet",
    "--no-dev",
    "--no-hashes",
    "--no-header",
    "--no-annotate",
    "--format",
    "requirements-txt",
)
_AUDIT = ("-m", "pip_audit", "--format", "json", "--progress-spinner", "off", "--disable-pip", "--no-deps", "-r")
_PATIENCE = 120  # seconds


@dataclass(frozen=True, slots=True)
class Audit:
    """What was found: libraries that were looked up, those that could not be, and what is wrong with which."""

    checked: tuple[str, ...]
    unchecked: tuple[str, ...]
    vulnerable: tuple[str, ...]

    def told(self) -> str:
        """Say it in words."""
        lines = [f"vulnerable: {each}" for each in self.vulnerable]
        if not self.checked:
            return "NOT CHECKED: no list of known vulnerabilities answers from here"
        lines.append(f"{len(self.checked)} libraries checked for known vulnerabilities, {len(self.vulnerable)} found")
        if self.unchecked:
            lines.append(f"NOT CHECKED: {', '.join(self.unchecked)}")
        return "\n".join(lines)


def read_answer(text: str) -> Audit:
    """Read the answer of pip-audit; whatever is no answer checked nothing."""
    try:
        said: Any = json.loads(text)["dependencies"]
    except (ValueError, LookupError, TypeError):
        return Audit((), (), ())
    looked_up = [each for each in said if "skip_reason" not in each]
    return Audit(
        tuple(str(each["name"]) for each in looked_up),
        tuple(str(each["name"]) for each in said if "skip_reason" in each),
        tuple(
            f"{each['name']} {each['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'none yet'}"
            for each in looked_up
            for fault in each["vulns"]
        ),
    )


def ask() -> str:
    """Let pip-audit look up every library that the program runs on, and return its answer."""
    with tempfile.TemporaryDirectory() as folder:
        wanted = Path(folder) / "requirements.txt"
        command = [sys.executable, *_AUDIT, str(wanted)]
        try:
            listed = subprocess.run(_EXPORT, cwd=ROOT, capture_output=True, text=True, check=True)
            wanted.write_text(listed.stdout, encoding="utf-8")
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_PATIENCE)
        except (OSError, subprocess.SubprocessError):
            return ""
    return done.stdout


def main() -> int:
    """Ask, tell, and return the exit code."""
    audit = read_answer(ask())
    print(audit.told())  # noqa: T201 (a command)
    return 1 if audit.vulnerable else 0


if __name__ == "__main__":
    raise SystemExit(main())
