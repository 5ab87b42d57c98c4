"""Why a row stands where it stands, in words: every term of its score, what placed it, what ends it."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.core.caseload import TODAY, client, days_ago, looked_after, snoozed, touch, with_step
from tests.core.lives import booked, everything_at_once, everything_own, leave, resting
from tests.core.placements import job
from valmentaja.desks.explaining import done_said, place_said, score_said, signal_name
from valmentaja.rules.facts import NOTHING_OWN, ClientFacts, OwnFacts
from valmentaja.rules.promises import Work
from valmentaja.rules.signal_kinds import SIGNAL_KINDS
from valmentaja.rules.signals import Signal, SignalSettings, client_signals, employer_signals, own_signals
from valmentaja.rules.triage import QueueRow, triage
from valmentaja.texts import LANGUAGES, Language, Texts

FINNISH, ENGLISH = Texts("fi"), Texts("en")
USUAL = SignalSettings()


def the(facts: ClientFacts, kind: str) -> Signal:
    return next(found for found in client_signals(facts, USUAL, TODAY) if found.kind == kind)


def every_signal() -> list[Signal]:
    of_clients = (client_signals(facts, USUAL, TODAY) for facts in everything_at_once())
    return [
        signal
        for signals in (
            own_signals(everything_own(), USUAL, TODAY),
            employer_signals(resting(TODAY), USUAL),
            *of_clients,
        )
        for signal in signals
    ]


def rows(*clients: ClientFacts, own: OwnFacts = NOTHING_OWN) -> tuple[QueueRow, ...]:
    return triage(clients, (), USUAL, TODAY, own)


def test_what_is_late_says_how_many_days_over_which_interval() -> None:
    weekly = replace(looked_after(), works=(Work(job(days_ago(9))),), last_reached=touch(2))
    late = the(with_step(looked_after(), days_ago(2)), "next_step")
    assert score_said(FINNISH, late, TODAY) == (
        "sovittu askel, 2 pv yli 7 päivän välistä. Luku on 4 × (1+2/7) = 5,14."
    )
    assert score_said(ENGLISH, late, TODAY) == (
        "agreed step, 2 days over an interval of 7 days. The score is 4 × (1+2/7) = 5.14."
    )
    assert score_said(FINNISH, the(weekly, "three_days"), TODAY).startswith(
        "tapaaminen aloituksen jälkeen, 6 pv yli 3 päivän välistä."
    )


def test_an_interval_of_one_day_is_one_day() -> None:
    late = the(looked_after(client(interval=1)), "no_contact")
    over = replace(late, due_on=days_ago(1))
    assert score_said(ENGLISH, over, TODAY) == (
        "contact, 1 day over an interval of one day. The score is 3 × (1+1/1) = 6."
    )


def test_what_is_due_today_counts_by_its_weight() -> None:
    due = the(with_step(looked_after(), TODAY), "next_step")
    assert score_said(FINNISH, due, TODAY) == "sovittu askel, määräpäivä on tänään. Luku on 4 × 1 = 4."


def test_what_lies_ahead_counts_by_the_part_of_the_interval_that_is_gone() -> None:
    ahead = the(with_step(looked_after(), days_ago(-2)), "next_step")
    assert score_said(FINNISH, ahead, TODAY) == (
        "sovittu askel, määräpäivään 2 pv, kun väli on 7 pv. Luku on 4 × (1−2/7) = 2,86."
    )


def test_what_is_far_ahead_counts_by_the_least() -> None:
    far = the(with_step(looked_after(), days_ago(-40)), "next_step")
    assert score_said(FINNISH, far, TODAY) == (
        "sovittu askel, määräpäivään 40 pv, eli vielä kaukana. Luku on pienin mahdollinen: 4 × 0,05 = 0,2."
    )


def test_what_is_booked_counts_by_the_least() -> None:
    facts = replace(looked_after(), last_reached=touch(13), appointments=(booked(days_ago(-1)),))
    assert score_said(FINNISH, the(facts, "no_contact"), TODAY) == (
        "yhteydenotto, aika on varattu. Luku on pienin mahdollinen: 3 × 0,05 = 0,15."
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_terms_said_make_the_score_by_which_the_row_is_placed(language: Language) -> None:
    texts = Texts(language)
    for signal in every_signal():
        assert score_said(texts, signal, TODAY).endswith(f"= {texts.number(signal.score(TODAY))}.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_says_what_it_is_called_and_what_ends_it(language: Language) -> None:
    texts = Texts(language)
    told = {signal.kind: (signal_name(texts, signal), done_said(texts, signal)) for signal in every_signal()}
    assert set(told) == {kind.key for kind in SIGNAL_KINDS}
    for name, ends in told.values():
        assert name[:1] == name[:1].lower()
        assert ends.endswith(".")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", SIGNAL_KINDS, ids=lambda kind: kind.key)
def test_every_kind_can_be_set_in_both_languages(language: Language, kind: object) -> None:
    assert Texts(language)(f"setting.signal.{kind.key}")  # type: ignore[attr-defined]


def test_the_first_row_is_first() -> None:
    (row,) = rows(looked_after())
    assert place_said(FINNISH, row, None) == "Ylimpänä listalla."


def test_each_row_says_what_placed_it_under_the_one_above() -> None:
    found = rows(
        with_step(replace(looked_after(client(1)), last_reached=touch(1)), days_ago(4), 501),
        with_step(replace(looked_after(client(2)), last_reached=touch(1)), days_ago(2), 502),
        with_step(replace(looked_after(client(3)), last_reached=touch(5)), TODAY, 503),
        with_step(replace(looked_after(client(4)), last_reached=touch(2)), TODAY, 504),
        with_step(replace(looked_after(client(5)), last_reached=touch(2)), TODAY, 505),
        snoozed(looked_after(client(6)), until=days_ago(-4)),
    )
    said = [place_said(FINNISH, row, above) for above, row in pairwise(found)]
    assert said == [
        "Paikka: edellisen luku on 6,29, tämän 5,14.",
        "Paikka: edellisellä on ”myöhässä”, tällä ”tänään”.",
        "Paikka: edellinen on ollut ilman yhteyttä pidempään, 5 pv, tämä 2 pv.",
        "Paikka: muuten tasan, mutta edellinen on lisätty aiemmin.",
        "Paikka: edellinen on listalla, tämä on siirretty.",
    ]


def test_after_a_leave_the_turn_is_said() -> None:
    back = OwnFacts((), (), (leave(days_ago(21), days_ago(1)),))
    placed = replace(looked_after(client(1)), works=(Work(job(days_ago(10))),), last_reached=touch(2))
    waited = replace(looked_after(client(2)), last_reached=touch(30), last_seen=touch(3))
    above, row = rows(placed, waited, own=back)
    assert place_said(FINNISH, row, above) == (
        "Paikka: poissaolon jälkeen ensin on se, mikä ei voi odottaa, ja sitten muut asiakkaat."
    )
