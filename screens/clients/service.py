"""What the cooperation with a client rests on, as rows: its phases, the payer's clock, concerns, the steps done."""

from collections.abc import Iterator, Sequence
from datetime import date

from valmentaja.content.phases import phase_named
from valmentaja.desks.details import ClientDetails
from valmentaja.model.phase_stay import PhaseStay
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.records.field_rows import heading, labelled
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.texts import Texts


def phase_rows(texts: Texts, stays: Sequence[PhaseStay]) -> Iterator[Row]:
    """The phases with their days, the one that runs first; one that ran beside the main one says so."""
    latest_first = sorted(stays, key=_latest, reverse=True)
    for place, stay in enumerate(latest_first):
        name = texts("client_page.phases") if place == 0 else ""
        beside = texts("client_page.beside") if not stay.is_main else ""
        phase = phase_named(stay.phase, texts.language)
        told = ", ".join(filter(None, (phase, beside, _stretch(texts, stay))))
        yield labelled(None, name, told, quiet=stay.left_on is not None)


def _latest(stay: PhaseStay) -> tuple[bool, bool, date, int]:
    """Sorts the phase that runs last, and of two that run the main one."""
    return stay.left_on is None, stay.left_on is None and stay.is_main, stay.entered_on, stay.id


def _stretch(texts: Texts, stay: PhaseStay) -> str:
    if stay.left_on is None:
        return texts("phase.stay_open", entered=stay.entered_on)
    if stay.left_on == stay.entered_on:
        return texts.date(stay.entered_on)
    return texts("phase.stay", entered=stay.entered_on, left=stay.left_on)


def bought_rows(texts: Texts, made: DetailRows, details: ClientDetails, *, add_key: str) -> Iterator[Row]:
    """The payer's clock and the concerns, open ones first; where there is neither, how they begin."""
    for kind, lines in (("services", details.service_periods), ("concerns", details.concerns)):
        if lines:
            yield from (GAP, heading(texts(f"part.{kind}")), *made.rows(lines))
    if not details.service_periods:
        yield from (GAP, said_row(texts("service_row.none", key=add_key)))
