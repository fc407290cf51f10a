"""What the open pages of the preview share: how often the content was edited, the proofs of it, and their pictures."""

from collections import OrderedDict
from collections.abc import Hashable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Condition, Lock
from typing import Generic, TypeVar

from handouts.preview.choice import Choice
from handouts.preview.proofs import Proof, Told, out_of_order
from handouts.preview.worker import Worker, WorkerLostError

_PROOFS, _PAGES, _PICTURES = 16, 400, 80  # kept

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class _Recent(Generic[_Key, _Value]):
    """Values by key, of which only those used last are kept; for many threads."""

    def __init__(self, most: int) -> None:
        self._most, self._values, self._lock = most, OrderedDict[_Key, _Value](), Lock()

    def get(self, key: _Key) -> _Value | None:
        with self._lock:
            if key in self._values:
                self._values.move_to_end(key)
            return self._values.get(key)

    def put(self, key: _Key, value: _Value) -> None:
        with self._lock:
            self._values[key] = value
            self._values.move_to_end(key)
            while len(self._values) > self._most:
                self._values.popitem(last=False)


class Live:
    """Counts edits, and makes a proof once for each edit and choice, whoever asks.

    Pages never wait for checks, which take longer: a process of its own runs them.
    """

    def __init__(self, worker: Worker, checker: Worker) -> None:
        self._worker, self._checker = worker, checker
        self._edit, self._ended = 0, False
        self._edited = Condition()
        self._drawing, self._keeping = Lock(), Lock()
        self._checks = ThreadPoolExecutor(max_workers=1)
        self._proofs: _Recent[Choice, tuple[int, Proof]] = _Recent(_PROOFS)
        self._pages: _Recent[str, tuple[bytes, int]] = _Recent(_PAGES)
        self._pictures: _Recent[tuple[str, int], bytes] = _Recent(_PICTURES)

    @property
    def edit(self) -> int:
        """How often the content was edited."""
        return self._edit

    def touched(self, _: frozenset[Path]) -> None:
        """Take note of an edit."""
        self._edit += 1
        self._wake()

    def wait(self, edit: int, seconds: float) -> bool:
        """Wait for a later edit than `edit`, and tell whether there is one, or nothing more to wait for."""
        with self._edited:
            return self._edited.wait_for(lambda: self._edit != edit or self._ended, seconds)

    @property
    def ended(self) -> bool:
        """Whether nothing more will be shown."""
        return self._ended

    def end(self) -> None:
        """Send everyone home who waits for an edit or a check."""
        self._ended = True
        self._wake()

    def close(self) -> None:
        """Leave no thread behind; both processes have ended."""
        self._checks.shutdown(cancel_futures=True)

    def _wake(self) -> None:
        with self._edited:
            self._edited.notify_all()

    def proof(self, choice: Choice, edit: int) -> Proof:
        """Return the proof of a choice as it is after an edit or a later one, checked if that was done already."""
        with self._drawing:
            known = self._proofs.get(choice)
            if known is not None and known[0] >= edit:
                return known[1]
            return self._made(self._worker, choice, edit, checked=False)

    def checked(self, choice: Choice, edit: int) -> Proof | None:
        """Return the proof with all that is wrong; None as soon as a later edit, or the end, makes that pointless."""
        try:
            check = self._checks.submit(self._check, choice, edit)
        except RuntimeError:  # the preview has ended meanwhile
            return None
        check.add_done_callback(lambda _: self._wake())
        with self._edited:
            self._edited.wait_for(lambda: check.done() or self._edit != edit or self._ended)
        return check.result() if check.done() and not check.cancelled() else None

    def _check(self, choice: Choice, edit: int) -> Proof | None:
        if self._edit != edit or self._ended:
            return None
        known = self._proofs.get(choice)
        if known is not None and known[0] >= edit and known[1].checked:
            return known[1]
        return self._made(self._checker, choice, edit, checked=True)

    def _made(self, worker: Worker, choice: Choice, edit: int, *, checked: bool) -> Proof:
        known = self._proofs.get(choice)
        before = known[1] if known else None
        try:
            proof = _completed(worker.prove(choice, edit, checked=checked), before)
        except WorkerLostError as error:
            proof = _without_answer(choice, known, edit, error)
        for sheet in proof.sheets:
            for number, page in enumerate(sheet.pages):
                self._pages.put(page.picture.id, (sheet.pdf, number))
        self._keep(choice, edit, proof)
        return proof

    def _keep(self, choice: Choice, edit: int, proof: Proof) -> None:
        """Keep a proof, unless there is one of a later edit by now: a check may end after the next page is drawn."""
        with self._keeping:
            for key in (choice, proof.choice):
                known = self._proofs.get(key)
                if known is None or (known[0], known[1].checked) <= (edit, proof.checked):
                    self._proofs.put(key, (edit, proof))

    def picture(self, page: str, width: int) -> bytes | None:
        """Return a page that was shown as a PNG; None when there is no such page, or it cannot be drawn."""
        known = self._pages.get(page)
        found = self._pictures.get((page, width))
        if known is None or found is not None:
            return found
        try:
            found = self._worker.picture(*known, width)
        except WorkerLostError:
            return None
        self._pictures.put((page, width), found)
        return found


def _without_answer(choice: Choice, known: tuple[int, Proof] | None, edit: int, error: WorkerLostError) -> Proof:
    """Tell that no proof was made; pages of this edit that are there already are none the worse for it."""
    if known and known[0] >= edit:
        told = Told(out_of_order(f"the checks could not be run: {error}"))
        return replace(known[1], problems=(told, *known[1].problems), checked=True)
    told = Told(out_of_order(f"the sheet could not be drawn: {error}"))
    return replace(_all_old(known[1]), problems=(told,)) if known else Proof(choice, problems=(told,))


def _all_old(proof: Proof) -> Proof:
    return replace(proof, sheets=tuple(replace(sheet, old=True) for sheet in proof.sheets))


def _completed(proof: Proof, before: Proof | None) -> Proof:
    """Put the sheets of the proof before where this one has none, so that something stays to be looked at."""
    if before is None:
        return proof
    if not proof.editions:  # the worker was started again while the content was broken
        return replace(_all_old(before), problems=proof.problems, checked=proof.checked)
    same = (proof.choice.clinic, proof.choice.handout) == (before.choice.clinic, before.choice.handout)
    old = {sheet.edition: sheet for sheet in _all_old(before).sheets} if same else {}
    new = {sheet.edition: sheet for sheet in proof.sheets}
    found = (new.get(edition) or old.get(edition) for edition in proof.editions)
    return replace(proof, sheets=tuple(sheet for sheet in found if sheet))
