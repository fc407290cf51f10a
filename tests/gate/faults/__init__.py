"""The deliberate faults, all of them: importing a module of this package registers what it holds."""

from tests.gate.faults import document, pages, tree
from tests.gate.mutate import FAULTS

__all__ = ["FAULTS", "document", "pages", "tree"]
