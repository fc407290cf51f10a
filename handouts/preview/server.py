"""The server of the preview: on this machine only, for whoever knows its address, and read only.

Who may ask (each is refused otherwise): someone on this machine, since only the loopback address is listened to;
with a `Host` of this machine, so that no name server of a stranger's can point at it; with the token in
the path, so that no other page in the browser can guess an address; from the page itself or from nowhere.
"""

import hmac
import json
import os
import re
from collections.abc import Iterator
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

from handouts.messages import Messages
from handouts.preview.address import Address
from handouts.preview.choice import Choice
from handouts.preview.live import Live
from handouts.preview.proofs import Proof
from handouts.preview.telling import as_data

LOOPBACK = "127.0.0.1"
_HEARTBEAT = 10.0  # seconds; a page that is gone is noticed by it
_PAGES_FIRST = 0.25  # seconds in which the page fetches its pictures, before the checks take a processor
_SILENCE = 60.0  # seconds after which a connection that says nothing is cut
_WIDEST = 4000  # pixels

_PAGE = Path(__file__).parent / "page"
_FIRST = "index.html"
_FILES = {
    "": (_FIRST, "text/html; charset=utf-8"),
    "icon.svg": ("icon.svg", "image/svg+xml"),
    "preview.css": ("preview.css", "text/css; charset=utf-8"),
    "preview.js": ("preview.js", "text/javascript; charset=utf-8"),
    "sheets.js": ("sheets.js", "text/javascript; charset=utf-8"),
    "problems.js": ("problems.js", "text/javascript; charset=utf-8"),
    "focus.js": ("focus.js", "text/javascript; charset=utf-8"),
    "words.js": ("words.js", "text/javascript; charset=utf-8"),
}
_PICTURE = re.compile(r"page/([0-9a-f]{32})/([0-9]{2,4})\.png\Z")
_HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class PreviewServer(ThreadingHTTPServer):
    """Listens on the loopback address.

    Attributes:
        address: Its port, and the token that is part of every address.
        first: What a page shows that asks for nothing.
        messages: The language of pages, which is that of each browser when empty, and what commands name the content.
    """

    daemon_threads = True
    allow_reuse_address = os.name == "posix"  # on Windows that would let two servers listen to one port
    block_on_close = False

    def __init__(self, live: Live, address: Address, editor: str, first: Choice, messages: Messages) -> None:
        self.live, self.editor, self.first, self.messages = live, editor, first, messages
        super().__init__((LOOPBACK, address.port), _Handler)
        self.address = Address(int(self.server_address[1]), address.token)

    @property
    def port(self) -> int:
        """The port that is listened to."""
        return self.address.port

    @property
    def token(self) -> str:
        """The secret that is part of every address."""
        return self.address.token

    @property
    def url(self) -> str:
        """The address of the page."""
        return f"http://{LOOPBACK}:{self.port}/{self.token}/"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of pages that were closed while they were being answered."""


class _Handler(BaseHTTPRequestHandler):
    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "handouts", ""
    timeout = _SILENCE

    def do_GET(self) -> None:
        """Answer: there is nothing else that a browser can do here."""
        refusal = self._refusal()
        if refusal is not None:
            self._refuse(*refusal)
            return
        address = urlsplit(self.path)
        path = address.path.removeprefix(f"/{self.server.token}/")
        if path in _FILES:
            name, kind = _FILES[path]
            self._send(HTTPStatus.OK, kind, self._in_words(name, (_PAGE / name).read_bytes()))
        elif path == "events":
            self._stream(dict(parse_qsl(address.query, max_num_fields=20)))
        elif found := _PICTURE.match(path):
            self._picture(found[1], int(found[2]))
        else:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such page.")

    @property
    def _messages(self) -> Messages:
        """The language that this browser is told things in: the one asked for on the command line, else its own."""
        accepted = self.headers.get("Accept-Language", "").strip().casefold()
        asked = self.server.messages
        return asked if asked.code else replace(asked, code="fr" if accepted.startswith("fr") else "en")

    def _in_words(self, name: str, body: bytes) -> bytes:
        """Say in the page which language it speaks."""
        return body.replace(b'lang="en"', f'lang="{self._messages.code}"'.encode(), 1) if name == _FIRST else body

    def _refusal(self) -> tuple[HTTPStatus, str] | None:
        """Return why a request is refused; None when it may pass."""
        hosts = self.headers.get_all("Host") or []
        if len(hosts) != 1 or hosts[0] not in {f"{name}:{self.server.port}" for name in (LOOPBACK, "localhost")}:
            return HTTPStatus.MISDIRECTED_REQUEST, "This page answers on this machine only."
        if self.headers.get("Sec-Fetch-Site", "none") not in {"none", "same-origin"}:
            return HTTPStatus.FORBIDDEN, "Other pages cannot use this one."
        token, slash, _ = self.path.removeprefix("/").partition("/")
        if not (slash and hmac.compare_digest(token.encode(), self.server.token.encode())):
            return HTTPStatus.NOT_FOUND, "Use the whole address that the program has printed."
        return None

    def _refuse(self, status: HTTPStatus, words: str) -> None:
        self._send(status, "text/plain; charset=utf-8", f"{self._messages(words)}\n".encode())

    def _send(self, status: HTTPStatus, kind: str, body: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        """Send what every answer says."""
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Keep no log."""

    def _picture(self, page: str, width: int) -> None:
        picture = self.server.live.picture(page, min(width, _WIDEST))
        if picture is None:
            self._refuse(HTTPStatus.NOT_FOUND, "There is no such page any more.")
        else:
            self._send(HTTPStatus.OK, "image/png", picture)

    def _stream(self, asked: dict[str, str]) -> None:
        """Send a proof now and after each edit, as server-sent events, until the page is closed."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        self.close_connection = True
        for event in self._events(Choice.of(asked) if asked else self.server.first):
            self.wfile.write(event)
            self.wfile.flush()

    def _events(self, choice: Choice) -> Iterator[bytes]:
        live = self.server.live
        while not live.ended:
            edit = live.edit
            yield _event("drawing", {"edit": edit})
            proof = live.proof(choice, edit)
            choice = choice.completed(proof.choice)  # stays, and is shown again when it was gone and comes back
            yield self._told(proof, edit)
            if not proof.checked and not live.wait(edit, _PAGES_FIRST) and (checked := live.checked(choice, edit)):
                yield self._told(checked, edit)
            while not live.wait(edit, _HEARTBEAT):
                yield b": still here\n\n"

    def _told(self, proof: Proof, edit: int) -> bytes:
        return _event("proof", {"edit": edit} | as_data(proof, self.server.editor, self._messages))


def _event(name: str, data: dict[str, object]) -> bytes:
    """Write an event of a stream (HTML, 9.2.6); JSON has no line breaks of its own."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n".encode()
