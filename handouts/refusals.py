"""What the system refuses: room, memory, a process. Nobody's text or file is to blame for it, and none is named."""

from handouts.limits import MEMORY

_NO_THREAD = "can't start new thread"  # as Python says it
REFUSED_HELP = "close other programs and run this again; if it stays, show this to whoever looks after the computer"


def is_refusal(error: BaseException) -> bool:
    """Whether it is the system that refused something, and no mistake of the program."""
    return isinstance(error, OSError | MemoryError) or (isinstance(error, RuntimeError) and str(error) == _NO_THREAD)


def is_refused_reading(error: BaseException) -> bool:
    """Whether the system stood in the way of reading a file that is already here, and not the file itself.

    What libraries raise for a damaged file carries no number of the system; nor does a part of the program that is
    missing.
    """
    if isinstance(error, MemoryError):
        return gives_less_memory()
    if isinstance(error, ImportError):  # a part of the program is there, and cannot be loaded
        return not isinstance(error, ModuleNotFoundError)
    return is_refusal(error) and getattr(error, "errno", True) is not None


def gives_less_memory() -> bool:
    """Whether this process, or one that it starts, may have less memory than reading a file is allowed to take."""
    try:
        import resource  # noqa: PLC0415 (POSIX)
    except ImportError:
        return False
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    return most != resource.RLIM_INFINITY and most < MEMORY


def what_refused(error: BaseException) -> str:
    """Say what the system said when it refused."""
    if isinstance(error, MemoryError):
        return "no memory is left"
    return getattr(error, "strerror", None) or str(error) or type(error).__name__
