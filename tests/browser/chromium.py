"""A real browser, driven over WebDriver (W3C) with nothing but the standard library."""

import base64
import json
import re
import shutil
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

INSTRUCTION = "apt-get install chromium chromium-driver"
"""The one line that installs the browser on Debian."""

_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver, 11: the key of a reference to an element
_QUIET = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--no-proxy-server",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--force-color-profile=srgb", "--hide-scrollbars",
)  # fmt: skip
_DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


def installed() -> bool:
    """Whether the browser and its driver are there."""
    return bool(shutil.which("chromium") and shutil.which("chromedriver"))


class Browser:
    """One window."""

    def __init__(self, session: str) -> None:
        self._session = session

    def open(self, url: str) -> None:
        """Go to an address."""
        self._post("/url", {"url": url})

    def fit(self, width: int, height: int) -> None:
        """Make the page itself that large: what a browser calls its size includes its own bars."""
        for _ in range(2):
            inner = self.run("return [innerWidth, innerHeight, outerWidth, outerHeight]")
            size = {"width": inner[2] - inner[0] + width, "height": inner[3] - inner[1] + height}
            self._post("/window/rect", size)

    def pretend(self, width: int = 0, height: int = 0) -> None:
        """Show the page as a screen of a size would that is smaller than any window; as it is, if no size is given."""
        size = {"width": width, "height": height, "deviceScaleFactor": 0, "mobile": False}
        asked = ("set", size) if width else ("clear", {})
        self._post("/goog/cdp/execute", {"cmd": f"Emulation.{asked[0]}DeviceMetricsOverride", "params": asked[1]})

    def reload(self) -> None:
        """Load the page again."""
        self._post("/refresh", {})

    def run(self, script: str, *arguments: Any) -> Any:
        """Run the body of a function in the page and return what it returns."""
        return self._post("/execute/sync", {"script": script, "args": list(arguments)})

    def until(self, script: str, *arguments: Any, seconds: float = 30) -> Any:
        """Run a script until what it returns is true, and return that."""
        end = time.monotonic() + seconds
        while not (found := self.run(script, *arguments)):
            assert time.monotonic() < end, f"never came true: {script}\n{self.run('return document.body.innerText')}"
            time.sleep(0.01)
        return found

    def type(self, keys: str) -> None:
        """Press keys, one after the other, where the focus is."""
        actions = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._post("/actions", {"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})

    def click(self, selector: str) -> None:
        """Click what a CSS selector finds."""
        found = self._post("/element", {"using": "css selector", "value": selector})
        self._post(f"/element/{found[_ELEMENT]}/click", {})

    def choose(self, name: str, value: str) -> None:
        """Choose an option of a list."""
        self.run(
            "const list = document.querySelector(`select[name=${arguments[0]}]`);"
            "list.value = arguments[1]; list.dispatchEvent(new Event('change', {bubbles: true}));",
            name, value,
        )  # fmt: skip

    def picture(self) -> bytes:
        """Return what is seen, as a PNG."""
        return base64.b64decode(_send("GET", f"{self._session}/screenshot"))

    def log(self) -> list[str]:
        """Return what the page has complained of."""
        said = self._post("/se/log", {"type": "browser"})
        return [entry["message"] for entry in said if entry["level"] == "SEVERE"]

    def _post(self, path: str, body: dict[str, Any]) -> Any:
        return _send("POST", self._session + path, body)


def _send(method: str, url: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(url, data, {"Content-Type": "application/json"}, method=method)  # noqa: S310
    try:
        with _DIRECT.open(request, timeout=60) as answer:
            return json.load(answer)["value"]
    except urllib.error.HTTPError as error:
        raise AssertionError(json.load(error)["value"]["message"]) from error


@contextmanager
def chromium(width: int = 1280, height: int = 800, language: str = "en-CA", ratio: float = 1) -> Iterator[Browser]:
    """Open a window of a size in pixels, for a reader of a language, on a screen with `ratio` dots a pixel."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile, _driver(Path(profile)) as driver:
        options = {
            "args": [
                *_QUIET, f"--user-data-dir={profile}/profile", f"--window-size={width},{height}",
                f"--force-device-scale-factor={ratio}", f"--lang={language}", f"--accept-lang={language}",
            ],
            "prefs": {"intl.accept_languages": language},
        }  # fmt: skip
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        made = _send("POST", f"{driver}/session", {"capabilities": {"alwaysMatch": wanted}})
        session = f"{driver}/session/{made['sessionId']}"
        try:
            browser = Browser(session)
            browser.fit(width, height)
            yield browser
        finally:
            _send("DELETE", session)


@contextmanager
def _driver(folder: Path) -> Iterator[str]:
    """Start the driver on a free port and return its address."""
    log = folder / "driver.log"
    with log.open("wb") as told:
        process = subprocess.Popen(["chromedriver", "--port=0"], stdout=told, stderr=told)  # noqa: S607
    try:
        end = time.monotonic() + 20
        while not (found := re.search(r"on port (\d+)\.", log.read_text(errors="replace"))):
            assert time.monotonic() < end, log.read_text(errors="replace")
            time.sleep(0.02)
        yield f"http://127.0.0.1:{found[1]}"
    finally:
        process.terminate()
        process.wait(10)
