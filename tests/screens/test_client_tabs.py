"""The parts of a client's page through real keys: profile, network, records, and what may be told in forms."""

from collections.abc import Sequence
from datetime import date

from textual.pilot import Pilot

from tests.screens.records import go_to_part, go_to_row
from tests.screens.running import footer, line_with, open_app, press, screen_text, shows, write
from tests.store.workbooks import TODAY, aino, day, met, opened, visited
from valmentaja.desks.details import ClientDetails, client_details
from valmentaja.model.benefit import Benefit
from valmentaja.model.client import Client
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.supporter import Supporter
from valmentaja.model.supporter_contact import SupporterContact
from valmentaja.model.wish import Wish, WishPlace
from valmentaja.places import Home
from valmentaja.screens.clients.own_network import OwnNetworkScreen
from valmentaja.screens.clients.page import ClientScreen
from valmentaja.screens.program.app import Workbench
from valmentaja.screens.records.detail import DetailScreen
from valmentaja.screens.records.detail_form import DetailForm
from valmentaja.screens.shell.disclosing import AgreedToTell
from valmentaja.store.clients import client
from valmentaja.store.details import Given, add_detail, details_of
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.employers import add_employer
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.steps import StepWords, agree_next_step
from valmentaja.store.workbook import Workbook


def the_client(home: Home) -> Client:
    """The only client of the home, met for an hour yesterday."""
    with opened(home) as book:
        who = aino(book)
        met(book, who, day=day(-1), minutes=60)
        return who


def details(home: Home, who: Client) -> ClientDetails:
    """What is told of the client."""
    with opened(home) as book:
        return client_details(book, who.id)


def add(book: Workbook, kind: str, who: Client | None, **values: Given) -> int:
    """A record of the kind, about the client or in the coach's own network."""
    return add_detail(book, kind, owner_id=who.id if who else None, about="Aino", values=values)


async def open_part(app: Workbench, pilot: Pilot[None], part: str) -> None:
    """The only client's page, at the part."""
    await press(pilot, "2", "enter")
    await go_to_part(app, pilot, part)


async def fill_in(pilot: Pilot[None], answers: Sequence[str], keep: str = "enter") -> None:
    """Types an answer into each field from the one in focus on; "→" chooses the next word. The key keeps it all."""
    for place, answer in enumerate(answers):
        if place:
            await press(pilot, "tab")
        if answer == "→":
            await press(pilot, "right")
        else:
            await write(pilot, answer)
    await press(pilot, keep)


async def test_the_profile_is_written_in_place_in_the_clients_words(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_part(app, pilot, "profile")
        assert shows(app, "polku tähän asti")
        await go_to_row(app, pilot, "/work_motivates")
        await press(pilot, "enter")
        await write(pilot, "Saan tehdä käsilläni.")
        await press(pilot, "ctrl+s")
        assert "Saan tehdä käsilläni." in line_with(app, "millainen työ  ")
        await go_to_row(app, pilot, "/plain_wording")
        await press(pilot, "enter", "1")
        assert "kyllä" in line_with(app, "selkokieli")
    with opened(empty) as book:
        assert client(book, who.id).work_motivates == "Saan tehdä käsilläni."


async def test_wishes_and_benefits_are_added_to_the_profile(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_part(app, pilot, "profile")
        await press(pilot, "n", "1", "enter")
        assert shows(app, "Kenttä mitä ei voi olla tyhjä")
        await fill_in(pilot, ["Keittiötyö aamulla", "→"])
        assert shows(app, "Lisätty: toive, Keittiötyö aamulla (u kumoaa)")
        await press(pilot, "n", "2")
        await fill_in(pilot, ["Asumistuki", "300 €/kk", "Kela", "4.12."])
        await go_to_row(app, pilot, "benefit/")
        assert shows(app, "ilmoitetaan: Kela viimeistään 4.12.2026")
        await press(pilot, "t")
        assert shows(app, "Etuus tarkistettu: Asumistuki")
        assert "done" not in footer(app)
    held = details(empty, who)
    wish, benefit = held.wishes[0].record, held.benefits[0].record
    assert isinstance(wish, Wish)
    assert wish.place is WishPlace.JOB
    assert isinstance(benefit, Benefit)
    assert (benefit.notify_by, benefit.checked_on) == (date(2026, 12, 4), TODAY)


async def test_a_wish_has_a_page_where_it_is_changed_and_delete_takes_it_away_until_undone(
    empty: Home,
) -> None:
    who = the_client(empty)
    with opened(empty) as book:
        add(book, "wish", who, text="Kuvataide")
    async with open_app(empty) as (app, pilot):
        await open_part(app, pilot, "profile")
        await go_to_row(app, pilot, "wish/")
        await press(pilot, "enter")
        assert isinstance(app.screen, DetailScreen)
        await press(pilot, "down", "enter", "3")
        assert "työn rinnalla" in line_with(app, "miten toteutuu")
        await press(pilot, "delete")
        assert isinstance(app.screen, ClientScreen)
        assert shows(app, "Poistettu: toive (u kumoaa)")
        assert not shows(app, "Kuvataide")
        await press(pilot, "u")
        await go_to_row(app, pilot, "wish/")
        assert "työn rinnalla" in line_with(app, "Kuvataide")


async def test_what_may_be_told_is_agreed_looked_at_again_and_stands_in_the_overview(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter")
        assert "ei ole vielä sovittu" in line_with(app, "saa kertoa")
        await go_to_part(app, pilot, "profile")
        await press(pilot, "n", "3")
        await fill_in(pilot, ["", "Aamuvuorot sopivat", "Sairausloma", "Aino itse"])
        assert shows(app, "Sovittu, mitä saa kertoa: kaikille työnantajille")
        await go_to_row(app, pilot, "disclosure/")
        assert not shows(app, "Sairausloma")
        await press(pilot, "t", "tab")
        assert shows(app, "Katsotaan uudelleen, mitä saa kertoa: Aino")
        await press(pilot, "ctrl+u")
        await write(pilot, "Ei mitään terveydestä")
        await press(pilot, "enter")
        await go_to_part(app, pilot, "overview")
        assert "Aamuvuorot sopivat" in line_with(app, "saa kertoa")
    (line,) = details(empty, who).disclosures
    assert isinstance(line.record, Disclosure)
    assert line.record.may_not == "Ei mitään terveydestä"
    assert (line.record.told_by, line.record.agreed_on) == ("Aino itse", TODAY)


async def test_the_network_shows_who_is_around_the_client_and_the_run_of_cooperation(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_part(app, pilot, "network")
        assert shows(app, "n lisää ensimmäisen.")
        await press(pilot, "n")
        await fill_in(
            pilot, ["Tuula Kallio", "→", "sisko", "040 555", "", "", "", "30", "→", "saa kertoa kaiken"]
        )
        assert "perhe · sisko · 040 555" in line_with(app, "Tuula Kallio")
        assert shows(app, "ei vielä yhteydessä, sovittu 30 päivän välein")
        assert shows(app, "tarvitsee tiedon etenemisestä: saa kertoa kaiken")

        await go_to_row(app, pilot, "supporter/")
        await press(pilot, "t")
        assert shows(app, "Yhteys kirjattu tälle päivälle: Tuula Kallio (u kumoaa)")
        assert shows(app, "viimeksi ti 24.11., sovittu 30 päivän välein")
        await press(pilot, "enter", "y")
        assert isinstance(app.screen, DetailForm)
        await fill_in(pilot, ["eilen", "Puhuttiin aamuista."], "ctrl+s")
        assert "Puhuttiin aamuista." in line_with(app, "ma 23.11.")

        await press(pilot, "delete")
        assert shows(app, "Poistettu: verkosto")
        assert not shows(app, "Tuula Kallio")
        await press(pilot, "u")
        assert shows(app, "Tuula Kallio")
    (line,) = details(empty, who).network
    assert isinstance(line.record, Supporter)
    assert (line.record.every_days, line.record.is_told, line.record.added_on) == (30, True, TODAY)
    with opened(empty) as book:
        contacts = details_of(book, SupporterContact, line.record.id)
        assert [(one.day, one.note) for one in contacts] == [
            (TODAY, None),
            (day(-1), "Puhuttiin aamuista."),
        ]


async def test_the_coachs_own_network_opens_from_a_clients(empty: Home) -> None:
    the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_part(app, pilot, "network")
        await go_to_row(app, pilot, "own_network/")
        await press(pilot, "enter")
        assert isinstance(app.screen, OwnNetworkScreen)
        assert shows(app, "n lisää ensimmäisen.")
        await press(pilot, "n")
        await fill_in(pilot, ["Marko Heino"])
        await press(pilot, "enter")
        assert shows(app, "oma verkosto")
        await press(pilot, "escape", "escape")
        assert shows(app, "oma verkosto, yksi")
    with opened(empty) as book:
        assert [one.name for one in details_of(book, Supporter, None)] == ["Marko Heino"]


async def test_a_second_phase_runs_beside_the_main_one_until_it_is_left(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter", "v", "6", "2")
        assert shows(app, "Vaihe alkoi rinnalla: Aino Kallio, Työn etsiminen")
        assert shows(app, "rinnalla etsii työtä")
        await go_to_part(app, pilot, "records")
        assert shows(app, "etsii työtä, rinnalla, 24.11.2026 alkaen")
        await press(pilot, "v", "7")
        assert shows(app, "Vaihe päättyi rinnalta: Aino Kallio, Työn etsiminen")
        assert not shows(app, "rinnalla etsii työtä")
    with opened(empty) as book:
        assert [(stay.phase, stay.left_on, stay.is_main) for stay in phase_stays(book, who.id)] == [
            ("engagement", None, True),
            ("job_finding", TODAY, False),
        ]


async def test_the_payers_clock_tells_what_is_used_and_a_report_is_given(empty: Home) -> None:
    who = the_client(empty)
    async with open_app(empty) as (app, pilot):
        await open_part(app, pilot, "records")
        await press(pilot, "n", "1")
        await fill_in(pilot, ["Pirkanmaa", "1.10.2026", "1.9.2026"])
        assert shows(app, "Kausi ei voi päättyä ennen alkuaan")
        await press(pilot, "ctrl+u")
        await fill_in(pilot, ["31.3.2027", "22,5", "10", "1.12."])
        assert isinstance(app.screen, ClientScreen)
        await go_to_row(app, pilot, "service_period/")
        assert shows(app, "käytetty 1/22,5 tuntia, tapaamisia 1/10")
        assert shows(app, "väliraportti 1.12.2026")
        await press(pilot, "t")
        assert shows(app, "Väliraportti annettu: Aino")
        assert shows(app, "väliraportti annettu 24.11.2026")
        await go_to_part(app, pilot, "overview")
        assert "käytetty 1/22,5 tuntia" in line_with(app, "tilattu palvelu")
    (line,) = details(empty, who).service_periods
    assert isinstance(line.record, ServicePeriod)
    assert (line.record.bought_minutes, line.record.bought_meetings) == (1350, 10)
    assert line.record.interim_report_done_on == TODAY


async def test_a_concern_stands_first_until_it_is_settled_with_how(empty: Home) -> None:
    who = the_client(empty)
    with opened(empty) as book:
        add_employer(book, name="Lounas-Aitta", sector=None, industry=None, town=None, added_on=TODAY)
        add(book, "concern", who, text="Tauot jäivät", seen_on=day(-30), settled_by="x", settled_on=day(-20))
    async with open_app(empty) as (app, pilot):
        await open_part(app, pilot, "records")
        await press(pilot, "n", "2")
        await write(pilot, "Liukas lattia")
        await press(pilot, "tab")
        await write(pilot, "lou")
        await press(pilot, "tab")
        assert shows(app, "havaittu: ti 24.11.2026")
        await press(pilot, "enter")
        assert "Lounas-Aitta: Liukas lattia" in line_with(app, "avoin, 24.11.2026")
        await go_to_part(app, pilot, "overview")
        assert shows(app, "Liukas lattia")
        assert not shows(app, "Tauot jäivät")
        await go_to_row(app, pilot, "concern/")
        await press(pilot, "t", "enter")
        assert shows(app, "Kenttä miten ratkesi ei voi olla tyhjä")
        await write(pilot, "Uudet matot")
        await press(pilot, "enter")
        assert shows(app, "Huoli ratkesi: Liukas lattia (u kumoaa)")
        assert not shows(app, "avoin, 24.11.2026")
    settled = [line.record for line in details(empty, who).concerns]
    assert all(isinstance(one, Concern) and one.settled_on is not None for one in settled)


async def test_forms_show_what_may_be_told_and_the_rest_only_when_asked(empty: Home) -> None:
    who = the_client(empty)
    with opened(empty) as book:
        kitchen = add_employer(
            book, name="Lounas-Aitta", sector=None, industry=None, town=None, added_on=TODAY
        )
        agree_disclosure(book, who.id, None, {"may": "Aamuvuorot", "may_not": "Sairausloma"}, day=day(-9))
        own: dict[str, Given] = {"may": "Kurssi kesken", "answers": "Kysykää Ainolta."}
        agree_disclosure(book, who.id, kitchen.id, own, day=day(-9))
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter", "k")
        assert shows(app, "Saa kertoa: Aamuvuorot")
        assert not shows(app, "Sairausloma")
        await press(pilot, "f7")
        assert isinstance(app.screen, AgreedToTell)
        assert shows(app, "Sairausloma")
        await press(pilot, "f7")
        assert not shows(app, "Sairausloma")
        await write(pilot, "lounas-aitta")
        assert shows(app, "Saa kertoa: Kurssi kesken")
        await press(pilot, "f7")
        assert shows(app, "Kysykää Ainolta.")
        await press(pilot, "escape", "escape", "a")
        assert shows(app, "Saa kertoa: Aamuvuorot")
        await press(pilot, "escape", "y")
        assert shows(app, "Saa kertoa: Aamuvuorot")
        assert "Lounas-Aitta" not in "".join(screen_text(app))


async def test_without_an_agreement_the_employers_form_says_so_and_has_nothing_to_show(empty: Home) -> None:
    the_client(empty)
    async with open_app(empty) as (app, pilot):
        await press(pilot, "2", "enter", "k")
        assert shows(app, "Asiakkaan kanssa ei ole sovittu, mitä saa kertoa.")
        await press(pilot, "f7")
        assert not isinstance(app.screen, AgreedToTell)


async def test_done_on_today_does_what_each_such_reason_asks_for(empty: Home) -> None:
    who = the_client(empty)
    with opened(empty) as book:
        visited(book, "Lounas-Aitta", client_id=who.id, day=day(-1))
        words = StepWords("kurssin alku", day(40), day(-1))
        agree_next_step(book, words, about="Aino", client_id=who.id, employer_id=None)
        add(book, "concern", who, text="Liukas lattia", seen_on=day(-9))
        add(book, "service_period", who, from_on=day(-90), final_report_on=day(-1))
        benefit = add(book, "benefit", who, name="Asumistuki", notify_by=day(-1))
        helper = add(book, "supporter", who, name="Tuula", every_days=7, added_on=day(-30))
        agree_disclosure(book, who.id, None, {"may": "Aamuvuorot", "again_on": day(-1)}, day=day(-50))
    async with open_app(empty) as (app, pilot):
        for _ in range(5):
            await press(pilot, "s", "s")  # a key that is held would act once
            before = screen_text(app)
            await press(pilot, "t")
            if isinstance(app.screen, DetailForm):
                if shows(app, "Miten huoli ratkesi?"):
                    await write(pilot, "Uudet matot")
                await press(pilot, "enter")
            assert screen_text(app) != before
        assert not shows(app, "myöhässä")
    held = details(empty, who)
    assert [line.record.settled_by for line in held.concerns if isinstance(line.record, Concern)] == [
        "Uudet matot"
    ]
    assert [
        one.record.final_report_done_on
        for one in held.service_periods
        if isinstance(one.record, ServicePeriod)
    ] == [TODAY]
    assert [
        (one.record.id, one.record.checked_on) for one in held.benefits if isinstance(one.record, Benefit)
    ] == [(benefit, TODAY)]
    assert [one.record.agreed_on for one in held.disclosures if isinstance(one.record, Disclosure)] == [TODAY]
    with opened(empty) as book:
        assert [one.day for one in details_of(book, SupporterContact, helper)] == [TODAY]


async def test_a_record_in_the_archive_opens_as_itself(empty: Home) -> None:
    who = the_client(empty)
    with opened(empty) as book:
        add(book, "wish", who, text="Puutarhatyö")
    async with open_app(empty) as (app, pilot):
        await press(pilot, "d", "enter")
        assert isinstance(app.screen, DetailScreen)
        assert shows(app, "Puutarhatyö")
