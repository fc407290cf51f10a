"""What can go wrong in the process that draws; a module of its own, since that process has to import it."""

import os
import time
from dataclasses import dataclass

from handouts.preview.proofs import Proofs


@dataclass(frozen=True, slots=True)
class Hang:
    """A question that takes for ever."""

    def answer(self, _: Proofs) -> object:
        """Hang."""
        time.sleep(3600)
        return None


@dataclass(frozen=True, slots=True)
class Crash:
    """A question that ends the process, as a fault in a library does."""

    def answer(self, _: Proofs) -> object:
        """Crash."""
        os._exit(139)


@dataclass(frozen=True, slots=True)
class Fail:
    """A question that raises."""

    def answer(self, _: Proofs) -> object:
        """Raise."""
        raise RuntimeError("out of paper")
