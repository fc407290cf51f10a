"""Starting and ending the preview."""

import errno
import webbrowser
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Event, Thread
from typing import Self

from handouts.errors import Problem, UsageError
from handouts.layout import Layout
from handouts.messages import Messages
from handouts.preview.address import Address, keep_address, kept_address, new_address
from handouts.preview.choice import Choice
from handouts.preview.editors import editor_address
from handouts.preview.live import Live
from handouts.preview.server import PreviewServer
from handouts.preview.worker import Worker
from handouts.watching import watch

_END_WITHIN = 0.1  # seconds in which the server hears that it is to end
_LISTEN_AGAIN = 0.5
"""Seconds. A signal that comes just before a wait does not end it: Python hears of it when it next runs."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asks of a preview.

    Attributes:
        content: The first file of the content.
        layouts: Every layout that there is.
        today: The day on which reviews are or are not overdue.
        first: What is shown first.
        port: To listen to; 0 for any that is free.
        open: Whether the browser is opened.
        editor: Which editor links open; see `handouts.preview.editors`.
        messages: The language of the page; that of the browser when empty.
        named: The content, as commands that help name it; see `handouts.messages.telling`.
    """

    content: Path
    layouts: Sequence[Layout]
    today: date
    first: Choice = field(default_factory=Choice)
    port: int = 0
    open: bool = True
    editor: str = "vscode"
    messages: str = ""
    named: str = ""


def preview(wanted: Wanted, say: Callable[[str], None]) -> None:
    """Show the content in the browser and follow it, until Ctrl-C is pressed.

    Args:
        wanted: What is asked for.
        say: Tells the terminal.

    Raises:
        UsageError: There is no such editor, or something else listens to the port already.
        KeyboardInterrupt: Ctrl-C was pressed; the command ends with 130.
    """
    with Preview(wanted, say) as running:
        say(f"Preview: {running.url}")
        say("It follows every save. Ctrl-C ends it.")
        if wanted.open:
            webbrowser.open(running.url)
        running.wait()


class Preview:
    """A running preview: two workers, a watcher, a server. Ends with its `with` block."""

    def __init__(self, wanted: Wanted, say: Callable[[str], None]) -> None:
        """Take the port.

        Raises:
            UsageError: See `preview`.
        """
        self._say, self._content, self._stop = say, wanted.content, Event()
        self._drawer, self._checker = (Worker(wanted.content, wanted.layouts, wanted.today) for _ in range(2))
        self._live = Live(self._drawer, self._checker)
        self._server = self._listening(wanted, editor_address(wanted.editor))
        self._threads = [
            Thread(target=self._server.serve_forever, args=(_END_WITHIN,), daemon=True),
            Thread(target=self._follow, daemon=True),
        ]

    def _listening(self, wanted: Wanted, editor: str) -> PreviewServer:
        """Listen where the last preview of this content did, if that can be: a page may still be open there."""

        def serve(address: Address) -> PreviewServer:
            return PreviewServer(self._live, address, editor, wanted.first, Messages(wanted.messages, wanted.named))

        kept = kept_address(wanted.content)
        try:
            if kept and wanted.port in {0, kept.port}:
                with suppress(OSError, OverflowError):  # another preview of this content listens there
                    return self._kept(serve(kept))
            server = serve(new_address(wanted.port))
        except (OSError, OverflowError) as error:
            message = f"port {wanted.port} cannot be used"
            if getattr(error, "errno", None) == errno.EADDRINUSE:
                message = f"port {wanted.port} is taken by another program, perhaps by another preview"
            hint = "leave out `--port`: a free one is found"
            raise UsageError(Problem("E904", message, None, hint)) from error
        return server if kept and wanted.port == 0 else self._kept(server)

    def _kept(self, server: PreviewServer) -> PreviewServer:
        keep_address(self._content, server.address)
        return server

    @property
    def url(self) -> str:
        """The address of the page."""
        return self._server.url

    def __enter__(self) -> Self:
        self._drawer.start()  # the other begins with its first check, as it would only slow down the first page
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._live.end()
        self._server.shutdown()
        self._server.server_close()
        self._drawer.stop()
        self._checker.stop()
        self._live.close()
        with suppress(RuntimeError):
            for thread in self._threads:
                thread.join(timeout=2)

    def wait(self) -> None:
        """Wait for Ctrl-C."""
        while not self._stop.wait(_LISTEN_AGAIN):
            continue

    def _follow(self) -> None:
        watch(self._content, self._live.touched, lambda error: self._say(f"watching: {error}"), self._stop)
