"""Reasons in words, as a coach would say them."""

import string
from dataclasses import replace
from datetime import date

import pytest

from tests.core.caseload import TODAY, client, looked_after, newcomer, step, touch
from tests.core.lives import everything_at_once, everything_own, resting
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer import Sector
from valmentaja.model.reason import Band
from valmentaja.model.step import Owner
from valmentaja.model.touch import Touch
from valmentaja.rules.facts import ClientFacts
from valmentaja.rules.signal_kinds import SIGNAL_KINDS
from valmentaja.rules.signals import Signal, SignalSettings, client_signals, employer_signals, own_signals
from valmentaja.texts import LANGUAGES, Language, Texts
from valmentaja.texts.sentences import put_aside_sentence, signal_sentence, signal_why

FINNISH = Texts("fi")
ENGLISH = Texts("en")


def the(facts: ClientFacts, kind: str, today: date = TODAY) -> Signal:
    (signal,) = (found for found in client_signals(facts, SignalSettings(), today) if found.kind == kind)
    return signal


def said(facts: ClientFacts, kind: str, texts: Texts = FINNISH, today: date = TODAY) -> str:
    signal = the(facts, kind, today)
    return signal_sentence(texts, signal.reason, signal.band(today), today)


def why(facts: ClientFacts, kind: str, texts: Texts = FINNISH, today: date = TODAY) -> str:
    return signal_why(texts, the(facts, kind, today).reason, today)


def with_words(text: str, due_on: date = TODAY) -> ClientFacts:
    return replace(looked_after(), open_steps=(step(due_on, text=text),))


def test_the_first_employer_contact_says_how_many_days_over() -> None:
    facts = newcomer(date(2026, 10, 22))
    assert said(facts, "first_employer_contact") == "ensimmäinen työnantajakontakti, 3 pv yli"
    assert said(facts, "first_employer_contact", ENGLISH) == "first employer contact, 3 days over"


def test_before_it_runs_out_the_day_is_said() -> None:
    facts = newcomer(date(2026, 11, 1))
    assert said(facts, "first_employer_contact") == "ensimmäinen työnantajakontakti ti 1.12. mennessä"


def test_the_days_not_seen_are_said() -> None:
    facts = replace(looked_after(), last_seen=touch(26))
    assert said(facts, "unseen") == "ei tavattu 26 pv"
    assert said(facts, "unseen", ENGLISH) == "not seen for 26 days"


def test_one_day_is_one_day() -> None:
    facts = replace(looked_after(), last_seen=touch(31))
    assert said(facts, "unseen", ENGLISH) == "not seen for 31 days, 1 day over"


def test_a_day_half_a_year_away_or_more_is_said_with_its_year() -> None:
    assert said(with_words("soita", date(2027, 5, 25)), "next_step") == "”soita” (ti 25.5.)"
    assert said(with_words("soita", date(2027, 5, 26)), "next_step") == "”soita” (ke 26.5.2027)"
    assert said(with_words("ring", date(2027, 11, 24)), "next_step", ENGLISH) == "“ring” (Wed 24 Nov 2027)"
    assert said(with_words("soita", date(2025, 11, 24)), "next_step") == "”soita” (ma 24.11.2025, 365 pv yli)"


def test_one_seen_today_was_not_unseen_for_zero_days() -> None:
    facts = looked_after(client(interval=2))
    assert the(facts, "no_contact").band(TODAY) is Band.SOON
    assert said(facts, "no_contact") == "yhteys viimeksi ti 24.11."


def test_one_never_seen_is_told_apart_from_one_seen_long_ago() -> None:
    facts = newcomer(date(2026, 10, 20))
    assert said(facts, "unseen") == "ei vielä tavattu, aloituksesta 35 pv, 5 pv yli"


@pytest.mark.parametrize(
    ("due_on", "sentence"),
    [
        (date(2026, 11, 22), "”soita: apuväline tuli?” (su 22.11., 2 pv yli)"),
        (date(2026, 11, 24), "”soita: apuväline tuli?”"),
        (date(2026, 11, 25), "”soita: apuväline tuli?” (ke 25.11.)"),
    ],
)
def test_a_next_step_is_said_in_its_own_words_and_when(due_on: date, sentence: str) -> None:
    assert said(with_words("soita: apuväline tuli?", due_on), "next_step") == sentence


def test_braces_and_line_breaks_in_the_words_of_a_step_do_no_harm() -> None:
    assert said(with_words("vie {avain}\n  {0} takaisin"), "next_step") == "”vie {avain} {0} takaisin”"


def test_one_not_reached_is_tried_in_another_way() -> None:
    facts = replace(looked_after(), last_reached=touch(9), last_attempt=Touch(date(2026, 11, 22), 5))
    assert said(facts, "reach_out") == "ei tavoitettu su 22.11., kokeile tänään toista tapaa"


def test_the_explanation_tells_the_dates_and_the_numbers_behind() -> None:
    assert why(newcomer(date(2026, 10, 22)), "first_employer_contact") == (
        "Aloitus 22.10.2026, 33 päivää sitten. Tavoite on tavata työnantaja kasvotusten 30 päivässä."
    )
    assert why(replace(looked_after(), last_seen=touch(1)), "unseen", ENGLISH) == (
        "Last seen 23 Nov 2026, yesterday. Everyone is seen in person or by video every 30 days."
    )


def test_a_rhythm_of_one_day_is_every_day() -> None:
    facts = replace(looked_after(client(interval=1)), last_reached=touch(2))
    assert (
        why(facts, "no_contact")
        == "Yhteys viimeksi 22.11.2026, 2 päivää sitten. Yhteyttä pidetään joka päivä."
    )
    assert why(facts, "no_contact", ENGLISH) == (
        "Last contact 22 Nov 2026, 2 days ago. You are in touch every day."
    )


def test_the_explanation_of_a_next_step_tells_whose_it_is() -> None:
    assert why(with_words("soita: apuväline tuli?", date(2026, 11, 22)), "next_step") == (
        "Askel ”soita: apuväline tuli?” on sovittu päivälle 22.11.2026, 2 pv yli. Vastuu: yhdessä."
    )


def test_a_put_aside_tells_the_day_and_the_reason() -> None:
    assert put_aside_sentence(FINNISH, date(2026, 12, 3), "kurssilla") == (
        "siirretty, takaisin to 3.12.: kurssilla"
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("band", Band)
def test_every_reason_has_words_for_every_band_in_both_languages(language: Language, band: Band) -> None:
    texts = Texts(language)
    kinds = set()
    own = own_signals(everything_own(), SignalSettings(), TODAY)
    of_clients = (client_signals(facts, SignalSettings(), TODAY) for facts in everything_at_once())
    of_employer = employer_signals(resting(TODAY), SignalSettings())
    for signals in (own, of_employer, *of_clients):
        for signal in signals:
            kinds.add(signal.kind)
            sentence = signal_sentence(texts, signal.reason, band, TODAY)
            assert sentence.lstrip("”“")[0] in string.ascii_lowercase + string.digits
            assert len(sentence) <= 60, sentence
            assert signal_why(texts, signal.reason, TODAY).endswith(".")
    assert kinds == {kind.key for kind in SIGNAL_KINDS}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("band", Band),
        ("way", EmployerContactWay),
        ("client_way", ClientContactWay),
        ("purpose", Purpose),
        ("owner", Owner),
        ("made_by", MadeBy),
        ("sector", Sector),
    ],
)
def test_every_word_of_the_records_is_said_in_both_languages(
    language: Language, prefix: str, words: list[str]
) -> None:
    assert all(Texts(language)(f"{prefix}.{word}") for word in words)
