"""Patient aftercare handouts: one structured source, branded bilingual PDFs."""

VERSION = "0.1.0"
