"""The preview without its page: the process that draws, what open pages share, who may ask, starting and ending."""

import http.client
import json
import os
import re
import shutil
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from threading import Event
from typing import Any, cast
from unittest.mock import patch

import pytest
from PIL import Image

from handouts.errors import Problem, Span, UsageError
from handouts.preview.choice import Choice
from handouts.preview.editors import editor_address, editor_link
from handouts.preview.live import Live
from handouts.preview.proofs import Proof, Proofs, ProofSheet, Told
from handouts.preview.serving import Preview, Wanted
from handouts.preview.worker import Worker, WorkerLostError
from layouts import LAYOUTS
from tests.preview_faults import Crash, Fail, Hang
from tests.sample_content import copy_of_sample, edit

ROOT = Path(__file__).resolve().parents[1]
TODAY = date(2026, 11, 23)
_FEW = 10  # events until a content was checked
SHEET = Choice("boreale-levis", "pimples", "two_sided")


# the process that draws


@pytest.fixture
def worker(content: Path) -> Iterator[Worker]:
    made = Worker(content, LAYOUTS, TODAY)
    yield made
    made.stop()


def test_a_page_is_drawn_as_wide_as_it_is_asked_for(worker: Worker) -> None:
    [sheet] = worker.prove(SHEET, 0).sheets
    with Image.open(BytesIO(worker.picture(sheet.pdf, 1, 480))) as picture:
        assert (picture.format, picture.width, picture.height) == ("PNG", 480, 622)


def test_a_worker_that_hangs_is_ended_and_the_next_question_is_answered(worker: Worker) -> None:
    worker.prove(SHEET, 0)
    worker._patience = 0.3
    with pytest.raises(WorkerLostError, match=r"more than 0\.3 seconds"):
        worker._ask(cast("Any", Hang()))
    worker._patience = 20
    assert worker.prove(SHEET, 1).sheets


class _Clock:
    """A line to a worker that answers at once, and notes how long it would have been waited for."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def send(self, _: object) -> None: ...

    def poll(self, seconds: float) -> bool:
        self.waits.append(seconds)
        return True

    def recv(self) -> bytes:
        return b""


def test_hundreds_of_handouts_are_waited_for_longer_than_a_page(content: Path) -> None:
    clock, worker = _Clock(), Worker(content, LAYOUTS, TODAY)
    with patch.object(worker, "_running", return_value=clock):
        worker.picture(b"", 0, 600)
        worker.prove(SHEET, 0)
    assert clock.waits[0] <= 20
    assert clock.waits[1] >= 120


def test_a_worker_that_crashes_is_started_again(worker: Worker) -> None:
    with pytest.raises(WorkerLostError, match="started again"):
        worker._ask(cast("Any", Crash()))
    assert worker.prove(SHEET, 0).sheets


def test_a_question_without_an_answer_leaves_the_worker_alive(worker: Worker) -> None:
    worker.start()
    process = worker._process
    with pytest.raises(WorkerLostError, match="RuntimeError: out of paper"):
        worker._ask(cast("Any", Fail()))
    assert worker.prove(SHEET, 0).sheets
    assert worker._process is process


# what open pages share


class _Scripted:
    """A worker that answers as it is told to."""

    def __init__(self, *answers: Proof | WorkerLostError) -> None:
        self.answers, self.asked, self.stopped = list(answers), 0, 0

    def prove(self, _: Choice, __: int, *, checked: bool) -> Proof:
        del checked
        self.asked += 1
        answer = self.answers.pop(0)
        if isinstance(answer, WorkerLostError):
            raise answer
        return answer

    def picture(self, _: bytes, number: int, width: int) -> bytes:
        self.asked += 1
        return f"{number} {width}".encode()

    def stop(self) -> None:
        self.stopped += 1


def live_with(*answers: Proof | WorkerLostError) -> tuple[Live, _Scripted]:
    scripted = _Scripted(*answers)
    return Live(cast("Worker", scripted), cast("Worker", scripted)), scripted


@pytest.fixture(scope="module")
def good() -> Proof:
    return Proofs(ROOT / "content.yaml", LAYOUTS, TODAY).make(SHEET, 0)


def without(proof: Proof, *sheets: ProofSheet) -> Proof:
    told = Told(Problem("E401", "too long"))
    return replace(proof, sheets=sheets, problems=(told,))


def test_a_proof_is_made_once_for_all_who_look_at_it(good: Proof) -> None:
    live, worker = live_with(good)
    assert [live.proof(SHEET, 0) for _ in range(5)] == [good] * 5
    assert worker.asked == 1


def test_a_sheet_that_no_longer_fits_leaves_its_last_good_pages(good: Proof) -> None:
    live, _ = live_with(good, without(good), good)
    live.proof(SHEET, 0)
    live.touched(frozenset())
    [sheet] = live.proof(SHEET, 1).sheets
    assert (sheet.old, sheet.pages) == (True, good.sheets[0].pages)
    live.touched(frozenset())
    assert live.proof(SHEET, 2) == good


def test_a_worker_that_is_lost_leaves_the_last_good_pages_and_is_told_of(good: Proof) -> None:
    live, _ = live_with(good, WorkerLostError("it broke down"))
    live.proof(SHEET, 0)
    proof = live.proof(SHEET, 1)
    assert [sheet.old for sheet in proof.sheets] == [True]
    assert "it broke down" in proof.problems[0].problem.message


def test_checks_that_are_lost_leave_the_pages_up_to_date_and_are_told_of(good: Proof) -> None:
    live, _ = live_with(replace(good, checked=False), WorkerLostError("it broke down"))
    live.proof(SHEET, 0)
    proof = live.checked(SHEET, 0)
    assert proof is not None
    assert (proof.checked, proof.sheets) == (True, good.sheets)
    assert "checks could not be run: it broke down" in proof.problems[0].problem.message
    live.close()


def test_another_handout_never_gets_the_last_good_pages_of_this_one(good: Proof) -> None:
    other = without(replace(good, choice=replace(SHEET, handout="first-week")))
    live, _ = live_with(good, other)
    live.proof(SHEET, 0)
    assert live.proof(SHEET, 1).sheets == ()


def test_a_page_is_drawn_once_for_each_width_and_only_if_it_was_shown(good: Proof) -> None:
    live, worker = live_with(good)
    page = good.sheets[0].pages[1].picture.id
    assert live.picture(page, 400) is None
    live.proof(SHEET, 0)
    assert [live.picture(page, 400), live.picture(page, 400), live.picture(page, 800)] == [b"1 400", b"1 400", b"1 800"]
    assert worker.asked == 3


def test_a_proof_that_was_checked_serves_those_who_want_it_unchecked_too(good: Proof) -> None:
    live, worker = live_with(replace(good, checked=False), good)
    live.proof(SHEET, 0)
    assert [live.checked(SHEET, 0), live.checked(SHEET, 0)] == [good] * 2
    assert live.proof(SHEET, 0) == good
    assert worker.asked == 2
    live.close()


def test_a_page_that_asks_for_checks_while_the_preview_ends_gets_none(good: Proof) -> None:
    live, worker = live_with(good)
    live.end()
    assert live.checked(SHEET, 0) is None
    live.close()
    assert live.checked(SHEET, 0) is None
    assert worker.asked == 0


class _Busy(_Scripted):
    """A worker that answers when it is let."""

    def __init__(self, *answers: Proof) -> None:
        super().__init__(*answers)
        self.began, self.goes_on = Event(), Event()

    def prove(self, choice: Choice, edit: int, *, checked: bool) -> Proof:
        self.began.set()
        assert self.goes_on.wait(20)
        return super().prove(choice, edit, checked=checked)


def test_a_page_never_waits_for_the_checks_of_an_earlier_edit_nor_is_replaced_by_them(good: Proof) -> None:
    unchecked, later = replace(good, checked=False), replace(good, checked=False, problems=())
    drawer, checker = _Scripted(unchecked, later), _Busy(good)
    live = Live(cast("Worker", drawer), cast("Worker", checker))
    live.proof(SHEET, 0)
    with ThreadPoolExecutor(1) as pool:
        check = pool.submit(live.checked, SHEET, 0)
        assert checker.began.wait(20)
        live.touched(frozenset())
        assert check.result() is None
        assert live.proof(SHEET, 1) == later
    checker.goes_on.set()
    live.close()
    assert live.proof(SHEET, 1) == later
    assert checker.asked == 1


# who may ask


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("preview")
    with Preview(Wanted(copy_of_sample(folder), LAYOUTS, TODAY, SHEET, open=False), print) as preview:
        yield preview


@contextmanager
def ask(running: Preview, path: str, method: str = "GET", **headers: str) -> Iterator[http.client.HTTPResponse]:
    """Ask for a path under the address of this run, or for a path of its own if it begins with a slash."""
    server = running._server
    sent = {"Host": f"127.0.0.1:{server.port}"} | {name.replace("_", "-"): value for name, value in headers.items()}
    with closing(http.client.HTTPConnection("127.0.0.1", server.port, timeout=20)) as connection:
        connection.putrequest(method, path if path.startswith("/") else f"/{server.token}/{path}", skip_host=True)
        for name, value in sent.items():
            connection.putheader(name, value)
        connection.endheaders()
        with connection.getresponse() as answer:
            yield answer


@pytest.mark.parametrize(
    "path", ["", "preview.css", "preview.js", "words.js", "sheets.js", "problems.js", "focus.js", "icon.svg"]
)
def test_every_part_of_the_page_is_served_and_may_load_nothing_from_elsewhere(running: Preview, path: str) -> None:
    with ask(running, path) as answer:
        body = answer.read().decode()
    assert answer.status == 200
    assert body
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", body)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; script-src 'self';")
    assert "unsafe" not in policy
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Python" not in answer.headers["Server"]


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "localhost", "127.0.0.1:1", ""])
def test_a_host_that_is_not_this_machine_is_refused(running: Preview, host: str) -> None:
    with ask(running, "", Host=host) as answer:
        assert answer.status == 421


def test_the_name_of_this_machine_will_do(running: Preview) -> None:
    with ask(running, "", Host=f"localhost:{running._server.port}") as answer:
        assert answer.status == 200


@pytest.mark.parametrize("path", ["/", "/preview.js", "//preview.js", "/x/", "/x/preview.js", "/events"])
def test_nothing_is_served_without_the_token_of_this_run(running: Preview, path: str) -> None:
    with ask(running, path) as answer:
        assert answer.status == 404
        assert b"whole address" in answer.read()


def test_the_token_without_the_rest_is_not_enough(running: Preview) -> None:
    for path in (f"/{running._server.token}", f"/{running._server.token[:-1]}/", f"/{running._server.token}x/"):
        with ask(running, path) as answer:
            assert answer.status == 404


@pytest.mark.parametrize(
    "request_",
    [
        b"GET /\xc3\xa9/ HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET /{token}/ HTTP/1.1\r\n\r\n",
        b"GET /{token}/ HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n",
        b"GET http://evil.example/{token}/ HTTP/1.1\r\nHost: {host}\r\n\r\n",
        b"GET /{token}/\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\r\n\r\n",
        b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\n\r\n",
    ],
)
def test_a_request_that_no_browser_sends_gets_nothing_and_harms_nothing(running: Preview, request_: bytes) -> None:
    server = running._server
    sent = request_.replace(b"{host}", f"127.0.0.1:{server.port}".encode()).replace(b"{token}", server.token.encode())
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        with suppress(ConnectionResetError):
            assert b"200 OK" not in connection.recv(4096)
    with ask(running, "") as answer:
        assert answer.status == 200


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
def test_other_pages_of_the_browser_are_refused(running: Preview, site: str) -> None:
    with ask(running, "", Sec_Fetch_Site=site) as answer:
        assert answer.status == 403


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"])
def test_nothing_can_be_sent_to_the_server(running: Preview, method: str) -> None:
    with ask(running, "", method) as answer:
        assert answer.status == 501
        assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(
    "path",
    [
        "../server.py", "..%2fserver.py", "index.html", "server.py", "page/", "page/../../content.yaml", "preview.js/",
        "page/0123456789abcdef0123456789abcdef/400.png", "page/0123456789abcdef0123456789abcdef/99999.png",
        "page/x/400.png", "content.yaml",
    ],
)  # fmt: skip
def test_no_other_file_can_be_asked_for(running: Preview, path: str) -> None:
    with ask(running, path) as answer:
        assert answer.status == 404


def events(answer: http.client.HTTPResponse, count: int) -> list[tuple[str, dict[str, Any]]]:
    """Read the next events of a stream."""
    found: list[tuple[str, dict[str, Any]]] = []
    name = ""
    while len(found) < count:
        line = answer.readline().decode().rstrip("\n")
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            found.append((name, json.loads(line.removeprefix("data: "))))
    return found


def test_a_page_is_told_of_what_it_shows_and_can_fetch_the_pictures(running: Preview) -> None:
    with ask(running, "events") as answer:
        assert answer.headers["Content-Type"] == "text/event-stream"
        (first, _), (second, proof) = events(answer, 2)
    assert (first, second) == ("drawing", "proof")
    assert proof["choice"] == {"clinic": "boreale-levis", "handout": "pimples", "layout": "two_sided", "language": ""}
    page = proof["sheets"][0]["pages"][0]
    assert "pdf" not in proof["sheets"][0]  # a draft is looked at here, not handed out
    with ask(running, f"page/{page['id']}/600.png") as answer:
        assert answer.headers["Content-Type"] == "image/png"
        with Image.open(BytesIO(answer.read())) as picture:
            assert picture.width == 600


def test_each_page_is_told_of_its_own_choice(running: Preview) -> None:
    for handout in ("first-week", "getting-ready"):
        with ask(running, f"events?clinic=rivage-limoilou&handout={handout}&layout=single") as answer:
            proof = events(answer, 2)[1][1]
            assert proof["choice"]["handout"] == handout
            assert [sheet["edition"] for sheet in proof["sheets"]] == ["single-fr", "single-en"]


def test_a_command_that_helps_names_the_content_where_it_is_not_that_of_the_folder(tmp_path: Path) -> None:
    content = copy_of_sample(tmp_path)
    shutil.copy(ROOT / "content.translations.txt", tmp_path)
    edit(content, "Wash your hands before", "Wash your own hands before")
    wanted = Wanted(content, LAYOUTS, TODAY, SHEET, open=False, messages="en", named="notes.yaml")
    with Preview(wanted, print) as running, ask(running, "events") as answer:
        proofs = (events(answer, 1)[0][1] for _ in range(_FEW))
        proof = next(each for each in proofs if each.get("checked"))
    assert any("translated " in each["hint"] and "--content notes.yaml`" in each["hint"] for each in proof["problems"])


# starting and ending


def test_only_this_machine_is_listened_to_and_every_run_has_an_address_of_its_own(content: Path) -> None:
    wanted = Wanted(content, LAYOUTS, TODAY, open=False)
    with Preview(wanted, print) as one, Preview(wanted, print) as other:
        assert one._server.server_address[0] == "127.0.0.1"
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{24}/", one.url)
        assert one._server.token != other._server.token


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which addresses are kept."""
    monkeypatch.setenv("HANDOUTS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def address_of(wanted: Wanted) -> str:
    with Preview(wanted, print) as preview:
        return preview.url


@pytest.mark.usefixtures("kept")
def test_a_preview_that_is_started_again_has_its_address_again(content: Path) -> None:
    wanted = Wanted(content, LAYOUTS, TODAY, open=False)
    with Preview(wanted, print) as one, Preview(wanted, print) as other:
        assert other.url != one.url
        assert other._server.token != one._server.token
    assert address_of(wanted) == one.url
    assert address_of(replace(wanted, port=other._server.port)) != one.url
    another = content.with_name("other.yaml")
    another.write_text(content.read_text())
    assert address_of(replace(wanted, content=another)).split("/")[3] != one._server.token


def test_an_address_is_kept_where_nobody_else_may_read_it(content: Path, kept: Path) -> None:
    wanted = Wanted(content, LAYOUTS, TODAY, open=False)
    url = address_of(wanted)
    [file] = kept.glob("*.preview")
    assert url.split("/")[3] in file.read_text()
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600


@pytest.mark.skipif(os.name != "posix", reason="rights are of folders there")
def test_an_address_that_others_could_read_is_given_up(content: Path, kept: Path) -> None:
    wanted = Wanted(content, LAYOUTS, TODAY, open=False)
    url = address_of(wanted)
    [file] = kept.glob("*.preview")
    file.chmod(0o644)
    assert address_of(wanted).split("/")[3] != url.split("/")[3]


def test_an_address_is_given_up_after_a_week(content: Path, kept: Path) -> None:
    wanted = Wanted(content, LAYOUTS, TODAY, open=False)
    url = address_of(wanted)
    [file] = kept.glob("*.preview")
    old = time.time() - 8 * 24 * 3600
    os.utime(file, (old, old))
    assert address_of(wanted).split("/")[3] != url.split("/")[3]


@pytest.mark.parametrize("data", [b"", b"x", b"\xff\xfe", b"1 short\n", b"99999 " + b"a" * 24 + b"\n"])
def test_an_address_that_is_damaged_is_made_anew(content: Path, kept: Path, data: bytes) -> None:
    wanted = Wanted(content, LAYOUTS, TODAY, open=False)
    address_of(wanted)
    [file] = kept.glob("*.preview")
    file.write_bytes(data)
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{24}/", address_of(wanted))


def test_a_preview_leaves_no_thread_and_no_process_behind(content: Path) -> None:
    before = set(threading.enumerate())
    with Preview(Wanted(content, LAYOUTS, TODAY, open=False), print) as preview:
        with ask(preview, "events") as answer:
            events(answer, 2)
        preview._checker.start()
        processes = [worker._process for worker in (preview._drawer, preview._checker)]
    assert not any(process is None or process.is_alive() for process in processes)
    assert not [thread for thread in set(threading.enumerate()) - before if not thread.daemon]


def test_a_port_that_is_taken_is_told_of(content: Path) -> None:
    with Preview(Wanted(content, LAYOUTS, TODAY, open=False), print) as preview:
        taken = Wanted(content, LAYOUTS, TODAY, port=preview._server.port, open=False)
        with pytest.raises(UsageError, match=rf"E904.*port {taken.port} is taken by another program"):
            Preview(taken, print)


def test_links_open_the_editor_that_was_chosen() -> None:
    at = Span("/home/é/content.yaml", 14, 12)
    assert editor_link(editor_address("vscode"), at) == "vscode://file/home/%C3%A9/content.yaml:14:12"
    assert editor_link(editor_address("sublime"), at).endswith("/home/%C3%A9/content.yaml&line=14&column=12")
    assert editor_link(editor_address("my+ed://open?{path}#{line}"), at) == "my+ed://open?home/%C3%A9/content.yaml#14"
    assert editor_link(editor_address("none"), at) == ""


@pytest.mark.parametrize(
    "name",
    ["", "emacs", "javascript://{path}", "https://evil.example/{path}", "data://{path}", "my://open", "file://{path}"],
)
def test_no_link_may_lead_to_the_web_or_run_a_script(name: str) -> None:
    with pytest.raises(UsageError, match="E901"):
        editor_address(name)


def test_a_handout_that_is_half_typed_keeps_its_place_among_the_choices(tmp_path: Path) -> None:
    content = copy_of_sample(tmp_path)
    text = content.read_text(encoding="utf-8")
    content.write_text(text.replace("code: BOU", "code: bo", 1), encoding="utf-8")
    listed = Proofs(content, LAYOUTS, TODAY).make(SHEET, 0).options.handouts
    assert [each.id for each in listed] == ["pimples", "first-week", "getting-ready"]
