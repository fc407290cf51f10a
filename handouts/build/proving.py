"""Trying batches of sheets: what prints alike is tried as one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from handouts.build.batches import Batch
from handouts.build.extremes import narrowest_clinic, widest_clinic
from handouts.build.outcome import Outcome, outcome_of
from handouts.build.plan import Workshop
from handouts.errors import AssetError, ExitCode
from handouts.model import Clinic, Content
from handouts.render import prove, prove_own_pages
from handouts.sheet import Sheet


class Prover:
    """Tries batches of sheets, one after the other."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._extremes: dict[tuple[str, ...], tuple[Content, Content]] = {}
        self._fronts: dict[tuple[str, str], Outcome] = {}

    def __call__(self, batch: Batch) -> tuple[Outcome, ...]:
        """Return what comes of each sheet, in the order of the clinics; never raises, but when it is interrupted."""
        sheets = [self._shop.sheet(job) for job in batch.jobs()]
        as_one = self._as_one(sheets) if len(sheets) > 1 else ()
        return as_one or tuple(map(_tried, sheets))

    def _as_one(self, sheets: Sequence[Sheet]) -> tuple[Outcome, ...]:
        """Return what comes of all, where all have room enough, or none has; nothing where each must tell."""
        try:
            narrowest, widest = (replace(sheets[0], content=each) for each in self._extreme_contents(sheets))
            if not _tried(widest).problems:
                return tuple(map(self._front, sheets))
        except Exception:  # noqa: BLE001 (each sheet tells by itself what is wrong)
            return ()
        if not _tried(narrowest).problems:
            return ()
        first = _tried(sheets[0])
        if first.exit_code == ExitCode.ASSET:
            return self._with_own_files(first, sheets)
        lacks = any(problem.code == "E175" for problem in first.problems)  # which names its clinic
        return (first,) * len(sheets) if first.problems and not lacks else ()

    def _with_own_files(self, first: Outcome, sheets: Sequence[Sheet]) -> tuple[Outcome, ...]:
        """Return what comes of all where a file that all show cannot be used; nothing where a clinic has it alone."""
        own = self._front(sheets[0]).problems
        shared = [problem for problem in first.problems if problem not in own]
        outcomes = (replace(first, problems=(*shared, *self._front(sheet).problems)) for sheet in sheets)
        return tuple(outcomes) if shared else ()

    def _extreme_contents(self, sheets: Sequence[Sheet]) -> tuple[Content, Content]:
        """Return the content with the narrowest and the widest clinic in the place of the first."""
        names = tuple(sheet.clinic_id for sheet in sheets)
        if names not in self._extremes:
            clinics, family = [sheet.clinic for sheet in sheets], sheets[0].family
            extremes = narrowest_clinic(clinics, family), widest_clinic(clinics, family)
            narrow, wide = (self._with_clinic(names[0], clinic) for clinic in extremes)
            self._extremes[names] = narrow, wide
        return self._extremes[names]

    def _with_clinic(self, name: str, clinic: Clinic) -> Content:
        content = self._shop.content
        return content.model_copy(update={"clinics": {**content.clinics, name: clinic}})

    def _front(self, sheet: Sheet) -> Outcome:
        """Return what comes of a clinic's own pages in front, which are the same before every handout."""
        key = sheet.clinic_id, sheet.edition.id
        if key not in self._fronts:
            cover = sheet.clinic.cover
            if cover.file or cover.notes:
                self._fronts[key] = outcome_of(sheet.path, lambda: Outcome(notes=prove_own_pages(_in_our_fonts(sheet))))
            else:
                self._fronts[key] = Outcome()
        return self._fronts[key]


def _tried(sheet: Sheet) -> Outcome:
    outcome = outcome_of(sheet.path, lambda: Outcome(notes=prove(sheet)))
    return outcome if outcome.exit_code != ExitCode.ASSET else _with_other_files(sheet, outcome)


def _in_our_fonts(sheet: Sheet) -> Sheet:
    """Return a sheet without the fonts of its brand, which hide what is wrong with a cover."""
    if sheet.brand.fonts is None:
        return sheet
    brands = sheet.content.brands | {sheet.clinic.brand: sheet.brand.model_copy(update={"fonts": None})}
    return replace(sheet, content=sheet.content.model_copy(update={"brands": brands}))


def _with_other_files(sheet: Sheet, outcome: Outcome) -> Outcome:
    """Add what is wrong with the other files that a sheet shows: the first that cannot be used hides them."""
    uses: tuple[Callable[[], object], ...] = (
        lambda: sheet.family,
        lambda: sheet.logo,
        lambda: prove_own_pages(_in_our_fonts(sheet)),
        *(partial(sheet.picture, figure) for figure in sheet.handout.figures),
    )
    told = list(outcome.problems)
    for use in uses:
        try:
            use()
        except AssetError as error:
            told += error.problems
    return replace(outcome, problems=tuple(dict.fromkeys(told)))
