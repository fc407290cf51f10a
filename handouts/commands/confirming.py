"""The commands by which people answer for texts: `translated`, `approved`, and `changes`, which they read before."""

from collections.abc import Sequence

from handouts.commands.approved import take_approvals
from handouts.commands.translated import take_translations
from handouts.console import Console
from handouts.layout import Layout
from handouts.options import Options


def confirm(options: Options, layouts: Sequence[Layout], console: Console) -> int:
    """Run one of them and return the exit code.

    Raises:
        HandoutsError: What was asked cannot be done.
    """
    if options.command == "changes":
        from handouts.commands.changes import tell_changes  # noqa: PLC0415 (the only one that draws)

        return tell_changes(options, layouts, console)
    take = take_translations if options.command == "translated" else take_approvals
    return take(options, layouts, console)
