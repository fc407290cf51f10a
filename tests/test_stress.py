"""Every block, long and short, split and whole, in every edition and both brands: all of it accessible and archival."""

from itertools import product
from pathlib import Path

from handouts.assembly.assemble import assemble
from handouts.errors import DoesNotFit
from tests.gate.verapdf import Validate
from tests.sample_sheets import BRANDS, EVERY_BLOCK, LONG, SHORTEST, USUAL, drawn, editions


def test_every_block_long_and_short_in_every_edition_passes_verapdf(verapdf: Validate, tmp_path: Path) -> None:
    files = []
    for number, (edition, sections, brand) in enumerate(product(editions(), (SHORTEST, USUAL, EVERY_BLOCK), BRANDS)):
        clinic = {**LONG, "brand": brand} if number % 2 else {"brand": brand}
        try:
            sheet = drawn(edition.layout, sections, clinic, language=edition.languages[0].code)
        except DoesNotFit:
            continue  # every block at once is more than one sheet holds
        files.append(tmp_path / f"{number}.pdf")
        files[-1].write_bytes(assemble(sheet.body, sheet.details))
    assert len(files) > 2 * len(editions())
    assert {verdict.path.name: verdict.rules for verdict in verapdf(files) if not verdict.passed} == {}
