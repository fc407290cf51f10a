"""Rules for every test: what CI skips it has not checked, so that a skip in CI is a failure."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Generator
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import HealthCheck, settings

from tests.gate.require import in_ci, require
from tests.gate.verapdf import INSTRUCTION, Validate, installed, validate

os.environ["HANDOUTS_CACHE"] = "off"  # what one test changes in the program, another must not be told of
if sys.dont_write_bytecode:  # a thousand short runs of the program would each compile it anew
    _bytecode = tempfile.TemporaryDirectory(prefix="bytecode-", ignore_cleanup_errors=True)
    sys.pycache_prefix = os.environ["PYTHONPYCACHEPREFIX"] = _bytecode.name
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
settings.register_profile("handouts", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("handouts")  # how long a try takes says how busy the machine is
os.environ["LC_ALL"] = "C.UTF-8"  # messages are in the language of the system, and tests know them in English

Report = TypeVar("Report", pytest.TestReport, pytest.CollectReport)

LONGEST = ("test_killed_builds.py", "test_supplied.py", "test_preview_page.py")
"""Files that take minutes: they come first, so that in the end no processor waits for the one that is at them."""
TRIES_AGAIN = 2
"""Of a test that minds the clock or drives a browser: a machine that stalls does so once, a fault comes back."""


@pytest.fixture(scope="session")
def verapdf() -> Validate:
    """Validate files for PDF/UA-1 and PDF/A-2a, many in one call: each call starts a Java machine."""
    require(installed(), f"veraPDF is not installed: {INSTRUCTION}")
    return validate


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return a copy of the sample content, shortened, that a test may edit; a file of tests may have a content of its own."""
    from tests.sample_content import copy_of_sample  # noqa: PLC0415 (loads the program, after what is set above)

    return copy_of_sample(tmp_path)


@pytest.fixture(scope="session")
def sample_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every PDF of the sample content, built once by the command itself."""
    root = Path(__file__).resolve().parents[1]
    output = tmp_path_factory.mktemp("output")
    command = [sys.executable, str(root / "generate.py"), "build", "--output", str(output), "--quiet"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return output


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest; try again what minds the clock or drives a browser, and nothing else."""
    items.sort(key=lambda item: item.path.name not in LONGEST)
    for item in items:
        if item.get_closest_marker("clock") or item.path.parent.name == "browser":
            item.add_marker(pytest.mark.flaky(reruns=TRIES_AGAIN))


def refuse_skip(report: Report) -> Report:
    """Turn a skip into a failure that says why; expected failures are none."""
    if report.skipped and in_ci() and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped in CI, where everything must run: {report.longrepr}"
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Refuse a test that skips itself."""
    return refuse_skip((yield))


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Refuse a module that skips itself."""
    return refuse_skip((yield))
