"""The content as typed, frozen data. Imports neither ReportLab nor pypdf."""

from handouts.model.base import Located, Spans, Text
from handouts.model.brand import Brand
from handouts.model.clinic import Clinic
from handouts.model.content import Content
from handouts.model.facts import Duration, Override
from handouts.model.handout import Handout, Section

__all__ = [
    "Brand",
    "Clinic",
    "Content",
    "Duration",
    "Handout",
    "Located",
    "Override",
    "Section",
    "Spans",
    "Text",
]
