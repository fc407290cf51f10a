"""Make every clinic's handouts from `content.yaml`; see `generate.py --help` and the README."""

import sys

_OLDEST = (3, 11)
_AT_ONCE = 0.01  # seconds: the callback is over by then

_UNABLE = """\
error: this Python cannot make handouts ({why})
help: type   pip install uv   and then   {command}

erreur : ce Python ne peut pas produire de feuilles ({pourquoi})
aide : tapez   pip install uv   puis   {command}
"""
"""In both languages: what chooses one may not run here. It stands in this file as nothing else is sure to be read."""


def interrupt_again(swallowed: "sys.UnraisableHookArgs") -> None:
    """Interrupt once more where Ctrl-C came in a callback of Python's own, which prints it and goes on."""
    from threading import Timer  # noqa: PLC0415 (it is loaded by now)

    if issubclass(swallowed.exc_type, KeyboardInterrupt):
        Timer(_AT_ONCE, interrupt).start()
    else:
        sys.__unraisablehook__(swallowed)


def interrupt() -> None:
    """Interrupt the main thread, whatever it waits for."""
    import signal  # noqa: PLC0415 (both are loaded by now)
    import threading  # noqa: PLC0415

    main = threading.main_thread().ident
    if sys.platform == "win32" or main is None:
        signal.raise_signal(signal.SIGINT)
    else:  # a signal raised in this thread would wake only this one
        signal.pthread_kill(main, signal.SIGINT)


def unable(why: str, pourquoi: str) -> int:
    """Say how the command is run, where it was run with another Python than `uv` would have taken."""
    command = " ".join(("uv run generate.py", *sys.argv[1:]))
    sys.stderr.write(_UNABLE.format(why=why, pourquoi=pourquoi, command=command))
    return 2


def run() -> int:
    """Run the command; Ctrl-C ends it quietly while it is still being loaded, too."""
    if sys.version_info < _OLDEST:
        version, oldest = (".".join(map(str, each)) for each in (sys.version_info[:2], _OLDEST))
        return unable(f"it is {version}; {oldest} or later is needed", f"version {version}; il faut {oldest} ou plus")
    try:
        import gc  # noqa: PLC0415 (whatever is loaded here, Ctrl-C may come in the middle of it)
        import signal  # noqa: PLC0415
        import threading  # noqa: F401, PLC0415
        from pathlib import Path  # noqa: PLC0415

        # a script that starts this with `&` leaves it deaf to Ctrl-C, and nothing else could end it gently
        signal.signal(signal.SIGINT, signal.default_int_handler)
        sys.unraisablehook = interrupt_again
        from handouts.keeping.bytecode import keep_bytecode  # noqa: PLC0415

        keep_bytecode()
        from handouts.cli import main  # noqa: PLC0415
        from layouts import LAYOUTS  # noqa: PLC0415

        code = main(sys.argv[1:], LAYOUTS, Path(__file__).resolve().parent)
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done and told: there is nothing left to interrupt
        gc.freeze()  # Python would search all that was made for cycles on its way out: half a second for nothing
    except KeyboardInterrupt:
        return 130
    except ModuleNotFoundError as error:
        if error.name is None or error.name.partition(".")[0] in {"handouts", "layouts"}:
            raise
        return unable(f"it lacks {error.name}", f"il lui manque {error.name}")
    return code


if __name__ == "__main__":
    sys.exit(run())
