"""Taking out of a JPEG what is not picture: where it was taken and by whom, thumbnails, and what hides behind it.

The picture itself stays as it is, to the bit.
"""

from collections.abc import Iterator

_START, _END = b"\xff\xd8", b"\xff\xd9"
_SCAN = 0xDA
_COMMENT, _APP0, _ADOBE, _APP15 = 0xFE, 0xE0, 0xEE, 0xEF
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})  # markers without a length (ITU-T T.81, table B.1)


class BadJpegError(ValueError):
    """It is no JPEG, or one whose parts cannot be told apart."""


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without metadata.

    Raises:
        BadJpegError: Its parts cannot be told apart.
    """
    start = data.find(_START)
    if start < 0:
        raise BadJpegError("no start")
    return b"".join((_START, *_parts(data, start + len(_START))))


def _parts(data: bytes, place: int) -> Iterator[bytes]:
    """Yield the segments that make the picture, then everything from the first scan to the end of the image."""
    while True:
        if data[place : place + 1] != b"\xff" or place + 4 > len(data):
            raise BadJpegError("no marker")
        marker = data[place + 1]
        if marker == 0xFF:  # noqa: PLR2004 (padding before a marker)
            place += 1
            continue
        if marker == _SCAN:
            end = data.find(_END, place)  # within a scan every FF is followed by 00 or a restart (T.81, B.1.1.5)
            yield data[place : end + len(_END)] if end > 0 else data[place:]
            return
        length = 0 if marker in _ALONE else int.from_bytes(data[place + 2 : place + 4], "big")
        after = place + 2 + length
        if not _is_metadata(marker):
            yield data[place:after]
        place = after


def _is_metadata(marker: int) -> bool:
    """Whether a segment is no part of the picture; Adobe's says how its colours are meant (ISO 32000-1, 7.4.8)."""
    return marker == _COMMENT or (_APP0 < marker <= _APP15 and marker != _ADOBE)
