"""What a test needs on the machine: skipped where it is missing, failed in CI."""

import os

import pytest


def in_ci() -> bool:
    """Whether this is the run that decides; nothing may be skipped in it."""
    return os.environ.get("CI", "").lower() == "true"


def require(present: bool, instruction: str) -> None:
    """Go on where a tool is present; else skip with the line that installs it, or fail in CI."""
    if present:
        return
    if in_ci():
        pytest.fail(f"missing in CI: {instruction}", pytrace=False)
    pytest.skip(instruction)
