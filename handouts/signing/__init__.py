"""Approvals on record: what a handout said, with everything it names, on the day when a clinician approved it."""

from handouts.signing.records import Record, read_record, record_folder, tidy_record, write_record
from handouts.signing.slices import Slice, UnreadableSliceError, content_of, named_in, slice_of
from handouts.signing.validity import Signed, signed_of

__all__ = [
    "Record",
    "Signed",
    "Slice",
    "UnreadableSliceError",
    "content_of",
    "named_in",
    "read_record",
    "record_folder",
    "signed_of",
    "slice_of",
    "tidy_record",
    "write_record",
]
