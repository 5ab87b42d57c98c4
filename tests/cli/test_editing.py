"""Any record can be mended by its number: every kind, every field."""

import shutil
from pathlib import Path

import pytest

from tests.cli.running import Coach, answered, refused
from tests.store.workbooks import plain_home
from valmentaja.rules.fields import FIELDS

IDS = {
    "client": "1",
    "employer": "3",
    "employer_contact": "4",
    "next_step": "5",
    "client_contact": "6",
    "snooze": "7",
    "diary_entry": "8",
    "appointment": "10",
    "client_group": "11",
    "placement": "12",
    "work_support": "13",
    "placement_look": "14",
    "start_move": "15",
    "re_agreement": "16",
    "wish": "17",
    "benefit": "18",
    "disclosure": "19",
    "supporter": "20",
    "supporter_contact": "21",
    "service_period": "22",
    "concern": "23",
    "leave": "24",
    "employer_person": "25",
    "lead": "26",
    "activity": "27",
}

# By kind and field: what is typed, what JSON then says under the field's name.
EDITS = {
    ("client", "name"): ("Aino Koski", "Aino Koski"),
    ("client", "code"): ("AKO", "AKO"),
    ("client", "start"): ("2.10.2026", "2026-10-02"),
    ("client", "phone"): ("040 123", "040 123"),
    ("client", "email"): ("aino@example.fi", "aino@example.fi"),
    ("client", "address"): ("Kuvitteenkatu 8", "Kuvitteenkatu 8"),
    ("client", "best_reached"): ("aamulla", "aamulla"),
    ("client", "contact_interval_days"): ("7", 7),
    ("client", "note"): ("Laulaa.", "Laulaa."),
    ("client", "carried_on_by"): ("Turku", "Turku"),
    ("client", "status_at_start"): ("työttömänä", "unemployed"),
    ("client", "stand_in"): ("Sari", "Sari"),
    ("client", "path_papers"): ("todistus", "todistus"),
    ("client", "path_tried"): ("keittiö", "keittiö"),
    ("client", "path_taught"): ("kiire väsyttää", "kiire väsyttää"),
    ("client", "path_changed"): ("uni parempi", "uni parempi"),
    ("client", "work_means"): ("rytmi", "rytmi"),
    ("client", "work_motivates"): ("eläimet", "eläimet"),
    ("client", "done_and_can"): ("leiponut", "leiponut"),
    ("client", "interests"): ("kuoro", "kuoro"),
    ("client", "neighbouring_fields"): ("kahvila", "kahvila"),
    ("client", "language"): ("ruotsi", "ruotsi"),
    ("client", "interpreter"): ("viittomakieli", "viittomakieli"),
    ("client", "plain_wording"): ("kyllä", True),
    ("client", "pictures"): ("ei", False),
    ("client", "support_needs"): ("rauhallinen tila", "rauhallinen tila"),
    ("employer", "name"): ("Aitta", "Aitta"),
    ("employer", "sector"): ("third", "third"),
    ("employer", "industry"): ("ravintola", "ravintola"),
    ("employer", "town"): ("Turku", "Turku"),
    ("employer", "address"): ("Kuvitteenkatu 1", "Kuvitteenkatu 1"),
    ("employer", "phone"): ("02 123", "02 123"),
    ("employer", "email"): ("aitta@example.fi", "aitta@example.fi"),
    ("employer", "people"): ("Eija", "Eija"),
    ("employer", "note"): ("Ahdas keittiö.", "Ahdas keittiö."),
    ("employer", "does"): ("lounaita", "lounaita"),
    ("employer", "size"): ("12 ihmistä", "12 ihmistä"),
    ("employer", "needs"): ("apua keittiöön", "apua keittiöön"),
    ("employer", "needs_ahead"): ("kesällä kaksi", "kesällä kaksi"),
    ("employer", "chain"): ("tukku", "tukku"),
    ("employer", "terms"): ("käynti kuussa", "käynti kuussa"),
    ("employer", "feedback"): ("hyvä alku", "hyvä alku"),
    ("employer", "state"): ("päättynyt", "ended"),
    ("employer", "rests_until"): ("1.2.2027", "2027-02-01"),
    ("employer", "archived_on"): ("eilen", "2026-11-23"),
    ("employer_contact", "date"): ("20.11.", "2026-11-20"),
    ("employer_contact", "time"): ("klo 9", "09:00"),
    ("employer_contact", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("employer_contact", "client"): ("Eino", {"id": 2, "name": "Eino", "code": "V2"}),
    ("employer_contact", "present"): ("kyllä", True),
    ("employer_contact", "made_by"): ("client", "client"),
    ("employer_contact", "way"): ("phone", "phone"),
    ("employer_contact", "purpose"): ("needs", "needs"),
    ("employer_contact", "who"): ("Eija", "Eija"),
    ("employer_contact", "outcome"): ("Palataan tammikuussa", "Palataan tammikuussa"),
    ("employer_contact", "note"): ("Kahvit.", "Kahvit."),
    ("employer_contact", "minutes"): ("45", 45),
    ("employer_contact", "place"): ("koti", "home"),
    ("employer_contact", "travel_minutes"): ("25", 25),
    ("employer_contact", "kilometres"): ("18", 18),
    ("client_contact", "date"): ("20.11.", "2026-11-20"),
    ("client_contact", "time"): ("9:05", "09:05"),
    ("client_contact", "way"): ("video", "video"),
    ("client_contact", "reached"): ("ei", False),
    ("client_contact", "topic"): ("ansioluettelo", "ansioluettelo"),
    ("client_contact", "note"): ("Väsynyt.", "Väsynyt."),
    ("client_contact", "minutes"): ("30", 30),
    ("client_contact", "place"): ("koti", "home"),
    ("client_contact", "travel_minutes"): ("25", 25),
    ("client_contact", "kilometres"): ("18", 18),
    ("next_step", "text"): ("soita Eijalle", "soita Eijalle"),
    ("next_step", "on"): ("1.12.", "2026-12-01"),
    ("next_step", "owner"): ("client", "client"),
    ("next_step", "done_on"): ("eilen", "2026-11-23"),
    ("snooze", "until"): ("1.12.", "2026-12-01"),
    ("snooze", "because"): ("kiertueella", "kiertueella"),
    ("appointment", "date"): ("1.12.", "2026-12-01"),
    ("appointment", "time"): ("9.15", "09:15"),
    ("appointment", "minutes"): ("45", 45),
    ("appointment", "way"): ("puhelu", "phone"),
    ("appointment", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("appointment", "place"): ("kirjasto", "kirjasto"),
    ("appointment", "about"): ("toiveet", "toiveet"),
    ("appointment", "guests"): ("Eija", "Eija"),
    ("client_group", "name"): ("Kerho", "Kerho"),
    ("client_group", "co_led_by"): ("Sari", "Sari"),
    ("client_group", "note"): ("Torstaisin.", "Torstaisin."),
    ("client_group", "ended_on"): ("eilen", "2026-11-23"),
    ("placement", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("placement", "job"): ("kokki", "kokki"),
    ("placement", "start"): ("8.12.2026", "2026-12-08"),
    ("placement", "end"): ("1.3.2027", "2027-03-01"),
    ("placement", "hours"): ("37,5", 37.5),
    ("placement", "pay"): ("palkaton", "unpaid"),
    ("placement", "subsidy_until"): ("1.6.2027", "2027-06-01"),
    ("placement", "contract"): ("vakituinen", "permanent"),
    ("placement", "trial_until"): ("1.2.2027", "2027-02-01"),
    ("placement", "workplace_supporter"): ("Eija", "Eija"),
    ("placement", "unpaid_kind"): ("työkokeilu", "trial"),
    ("placement", "initiative"): ("yhdessä", "together"),
    ("placement", "paid_chance"): ("yksi paikka", "yksi paikka"),
    ("placement", "decide_on"): ("20.1.2027", "2027-01-20"),
    ("placement", "next_aim"): ("palkkatyö", "palkkatyö"),
    ("placement", "note"): ("Hyvä tiimi.", "Hyvä tiimi."),
    ("placement", "asked_paid_on"): ("eilen", "2026-11-23"),
    ("placement", "asked_paid_answer"): ("ehkä", "ehkä"),
    ("placement", "ended_on"): ("1.3.2027", "2027-03-01"),
    ("placement", "heard_on"): ("eilen", "2026-11-23"),
    ("placement", "end_reason"): ("kausi loppui", "kausi loppui"),
    ("placement", "learned"): ("iltavuoro väsyttää", "iltavuoro väsyttää"),
    ("placement", "carried_onward"): ("hygieniapassi", "hygieniapassi"),
    ("work_support", "kind"): ("apuväline", "aid"),
    ("work_support", "applied_on"): ("eilen", "2026-11-23"),
    ("work_support", "decided_on"): ("eilen", "2026-11-23"),
    ("work_support", "decision"): ("myönnetty", "granted"),
    ("work_support", "from"): ("8.12.2026", "2026-12-08"),
    ("work_support", "until"): ("8.6.2027", "2027-06-08"),
    ("work_support", "note"): ("50 %", "50 %"),
    ("placement_look", "kind"): ("3 kk", "retention_3m"),
    ("placement_look", "date"): ("eilen", "2026-11-23"),
    ("placement_look", "same_job"): ("kyllä", True),
    ("placement_look", "same_content"): ("ei", False),
    ("placement_look", "same_hours"): ("k", True),
    ("placement_look", "is_permanent"): ("e", False),
    ("placement_look", "satisfaction"): ("viihtyy", "viihtyy"),
    ("placement_look", "wishes"): ("lisää tunteja", "lisää tunteja"),
    ("placement_look", "note"): ("Jatkuu.", "Jatkuu."),
    ("start_move", "because"): ("kone puuttui", "kone puuttui"),
    ("re_agreement", "agreed_on"): ("eilen", "2026-11-23"),
    ("re_agreement", "to"): ("2.12.", "2026-12-02"),
    ("re_agreement", "way"): ("puhelu", "phone"),
    ("re_agreement", "because"): ("iltavuorot", "iltavuorot"),
    ("wish", "text"): ("koirien parissa", "koirien parissa"),
    ("wish", "as"): ("rinnalla", "beside_work"),
    ("benefit", "name"): ("työttömyysturva", "työttömyysturva"),
    ("benefit", "earnings_limit"): ("500 euroa", "500 euroa"),
    ("benefit", "notify"): ("Kela", "Kela"),
    ("benefit", "notify_by"): ("15.12.", "2026-12-15"),
    ("benefit", "checked_on"): ("eilen", "2026-11-23"),
    ("benefit", "note"): ("Soitettu.", "Soitettu."),
    ("disclosure", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("disclosure", "may"): ("nimi", "nimi"),
    ("disclosure", "may_not"): ("terveys", "terveys"),
    ("disclosure", "told_by"): ("asiakas", "asiakas"),
    ("disclosure", "coach_appears"): ("työnhaun tukena", "työnhaun tukena"),
    ("disclosure", "answers"): ("kysy häneltä", "kysy häneltä"),
    ("disclosure", "agreed_on"): ("eilen", "2026-11-23"),
    ("disclosure", "again"): ("1.2.", "2027-02-01"),
    ("supporter", "name"): ("Anneli K", "Anneli K"),
    ("supporter", "body"): ("koulu", "school"),
    ("supporter", "role"): ("äiti", "äiti"),
    ("supporter", "phone"): ("040 1", "040 1"),
    ("supporter", "email"): ("a@example.fi", "a@example.fi"),
    ("supporter", "best_reached"): ("iltaisin", "iltaisin"),
    ("supporter", "agreed"): ("soitellaan", "soitellaan"),
    ("supporter", "every_days"): ("14", 14),
    ("supporter", "is_told"): ("kyllä", True),
    ("supporter", "consent"): ("työajat", "työajat"),
    ("supporter", "note"): ("Lämmin.", "Lämmin."),
    ("supporter_contact", "date"): ("eilen", "2026-11-23"),
    ("supporter_contact", "note"): ("aamut sujuvat", "aamut sujuvat"),
    ("supporter_contact", "minutes"): ("20", 20),
    ("supporter_contact", "place"): ("etänä", "remote"),
    ("service_period", "payer"): ("Kaupunki", "Kaupunki"),
    ("service_period", "from"): ("1.11.2026", "2026-11-01"),
    ("service_period", "until"): ("30.4.2027", "2027-04-30"),
    ("service_period", "hours"): ("40", 40),
    ("service_period", "meetings"): ("12", 12),
    ("service_period", "interim_report"): ("31.1.2027", "2027-01-31"),
    ("service_period", "interim_report_done_on"): ("eilen", "2026-11-23"),
    ("service_period", "final_report"): ("15.5.2027", "2027-05-15"),
    ("service_period", "final_report_done_on"): ("eilen", "2026-11-23"),
    ("service_period", "note"): ("Jatko mahdollinen.", "Jatko mahdollinen."),
    ("concern", "text"): ("liukas lattia", "liukas lattia"),
    ("concern", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("concern", "seen_on"): ("eilen", "2026-11-23"),
    ("concern", "raised_with"): ("Eija", "Eija"),
    ("concern", "raised_on"): ("eilen", "2026-11-23"),
    ("concern", "settled_by"): ("kengät", "kengät"),
    ("concern", "settled_on"): ("24.11.", "2026-11-24"),
    ("leave", "from"): ("4.12.2026", "2026-12-04"),
    ("leave", "until"): ("18.12.2026", "2026-12-18"),
    ("leave", "kind"): ("loma", "holiday"),
    ("leave", "stand_in"): ("Sari", "Sari"),
    ("leave", "note"): ("Mökillä.", "Mökillä."),
    ("leave", "looked_on"): ("eilen", "2026-11-23"),
    ("employer_person", "name"): ("Eija K", "Eija K"),
    ("employer_person", "role"): ("vuoropäällikkö", "vuoropäällikkö"),
    ("employer_person", "phone"): ("040 1", "040 1"),
    ("employer_person", "email"): ("e@example.fi", "e@example.fi"),
    ("employer_person", "note"): ("Aamuisin.", "Aamuisin."),
    ("lead", "job"): ("kokki", "kokki"),
    ("lead", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("lead", "source"): ("piilopaikka", "hidden"),
    ("lead", "owner"): ("asiakas", "client"),
    ("lead", "closes_on"): ("1.12.", "2026-12-01"),
    ("lead", "applied_on"): ("eilen", "2026-11-23"),
    ("lead", "interview_on"): ("2.12.", "2026-12-02"),
    ("lead", "time"): ("9.30", "09:30"),
    ("lead", "answer"): ("sai", "yes"),
    ("lead", "answered_on"): ("eilen", "2026-11-23"),
    ("lead", "note"): ("Iltavuoro.", "Iltavuoro."),
    ("activity", "date"): ("eilen", "2026-11-23"),
    ("activity", "kind"): ("koulutus", "development"),
    ("activity", "minutes"): ("45", 45),
    ("activity", "client"): ("Eino", {"id": 2, "name": "Eino", "code": "V2"}),
    ("activity", "employer"): ("Pesula", {"id": 9, "name": "Pesula"}),
    ("activity", "place"): ("toimisto", "office"),
    ("activity", "serves"): ("tuki", "workplace_support"),
    ("activity", "kilometres"): ("18", 18),
    ("activity", "note"): ("Webinaari.", "Webinaari."),
    ("diary_entry", "date"): ("20.11.", "2026-11-20"),
    ("diary_entry", "text"): ("Toinen sana.", "Toinen sana."),
    ("diary_entry", "load"): ("2", 2),
    ("diary_entry", "energy"): ("4", 4),
    ("diary_entry", "supervision"): ("k", True),
}


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a workbook that holds a record of every kind."""
    coach = Coach(tmp_path_factory.mktemp("filled") / "home", pytest.MonkeyPatch())
    plain_home(coach.home)
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Eino")
    coach.did("log", "Lounas-Aitta", "--client", "AK", "--next", "soita", "--next-on", "pe")
    coach.did("meet", "AK")
    coach.did("snooze", "AK", "--until", "30.11.", "--because", "kurssilla")
    coach.did("diary", "Sana.")
    coach.did("employer", "add", "Pesula")
    coach.did("book", "AK", "--at", "26.11. 10")
    coach.did("group", "add", "Ryhmä", "AK")
    coach.did("placement", "add", "AK", "Lounas-Aitta", "--start", "7.12.2026")
    coach.did("placement", "support", "12", "palkkatuki")
    coach.did("placement", "look", "12", "koeaika")
    coach.did("placement", "move", "12", "--start", "9.12.2026", "--because", "siirtyi")
    coach.did("placement", "agree", "12", "--to", "3.12.", "--because", "vuorot")
    coach.did("wish", "add", "AK", "eläinten parissa")
    coach.did("benefit", "add", "AK", "asumistuki")
    coach.did("disclosure", "AK", "--may", "vahvuudet")
    coach.did("network", "add", "Anneli", "--client", "AK")
    coach.did("network", "contact", "20")
    coach.did("service", "add", "AK")
    coach.did("concern", "add", "AK", "kylmä halli")
    coach.did("leave", "add", "--from", "7.12.2026", "--until", "11.12.2026")
    coach.did("employer", "person", "add", "Lounas-Aitta", "Eija")
    coach.did("lead", "add", "AK", "pakkaaja", "--employer", "Lounas-Aitta")
    coach.did("time", "add", "kirjaukset", "30")
    return coach.home


@pytest.fixture
def kept(nobody: Coach, filled: Path) -> Coach:
    """A coach who keeps such a workbook."""
    shutil.copytree(filled, nobody.home)
    return nobody


def test_every_field_of_every_kind_is_tried_here() -> None:
    every = {(kind, field.name) for kind, fields in FIELDS.items() for field in fields}
    assert set(EDITS) == every - {("re_agreement", "every_days")}  # this one is about a single meeting


def test_an_agreement_about_one_meeting_is_not_made_into_a_rhythm(kept: Coach) -> None:
    assert kept.run("edit", "16", "every_days", "14") == refused(
        1, "Sovitaan joko yhden tapaamisen päivä tai tapaamisten rytmi. Mitään ei muutettu."
    )
    kept.did("placement", "agree", "12", "--every", "14", "--because", "sujuu")
    assert "väli päivinä: 21" in kept.did("edit", "28", "every_days", "21")


@pytest.mark.parametrize(("kind", "field"), EDITS)
def test_a_field_is_changed_and_nothing_else(kept: Coach, kind: str, field: str) -> None:
    typed, said = EDITS[kind, field]
    before = kept.json("edit", IDS[kind], field, *typed.split())
    assert isinstance(before, dict)
    assert (before["id"], before[field]) == (int(IDS[kind]), said)
    kept.did("undo")
    kept.did("redo")
    assert kept.json("edit", IDS[kind], field, *typed.split()) == before


@pytest.mark.parametrize(
    ("kind", "field", "line"),
    [
        ("client", "phone", "Aino, puhelin: 040 123"),
        ("client", "start", "Aino, aloitus: pe 2.10.2026"),
        ("employer", "sector", "Lounas-Aitta, sektori: kolmas sektori"),
        (
            "employer_contact",
            "made_by",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, kuka otti yhteyttä: asiakas",
        ),
        (
            "employer_contact",
            "client",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, asiakas: Eino",
        ),
        (
            "employer_contact",
            "present",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, asiakas mukana: kyllä",
        ),
        ("client_contact", "way", "yhteys asiakkaaseen, Aino, ti 24.11.2026, tapa: videolla"),
        ("client_contact", "time", "yhteys asiakkaaseen, Aino, ti 24.11.2026, kello: 9.05"),
        ("next_step", "on", "seuraava askel, Aino, Lounas-Aitta, määräpäivä: ti 1.12.2026"),
        ("snooze", "because", "siirto, Aino, syy: kiertueella"),
        ("diary_entry", "load", "päiväkirja, ti 24.11.2026, kuormitus: 2"),
        ("placement", "hours", "työ tai jakso, Aino, Lounas-Aitta, tunteja viikossa: 37,5"),
        ("placement", "pay", "työ tai jakso, Aino, Lounas-Aitta, palkka: palkaton jakso"),
        ("work_support", "decision", "työn tuki, Aino, Lounas-Aitta, päätös: myönnetty"),
        ("placement_look", "same_content", "tilannekatsaus, Aino, Lounas-Aitta, samat tehtävät: ei"),
        ("supporter_contact", "note", "yhteys verkostoon, Aino, Anneli, muistiinpano: aamut sujuvat"),
        ("supporter", "every_days", "verkosto, Aino, Anneli, väli päivinä: 14"),
        ("benefit", "notify", "etuus, Aino, asumistuki, kenelle ilmoitetaan: Kela"),
        ("concern", "settled_on", "huoli, Aino, ratkesi: ti 24.11.2026"),
        ("leave", "kind", "poissaolo, 7.12.2026–11.12.2026, laji: loma"),
        ("employer", "state", "Lounas-Aitta, tilanne: päättynyt"),
        ("employer_contact", "place", "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, paikka: koti"),
        (
            "employer_person",
            "role",
            "työnantajan yhteyshenkilö, Eija, Lounas-Aitta, rooli: vuoropäällikkö",
        ),
        ("lead", "answer", "työpaikkavihje, Aino, pakkaaja, Lounas-Aitta, vastaus: sai paikan"),
        ("lead", "closes_on", "työpaikkavihje, Aino, pakkaaja, Lounas-Aitta, hakuaika päättyy: ti 1.12.2026"),
        ("activity", "kind", "ajankäyttö, ti 24.11.2026, laji: oma kehittyminen ja työnohjaus"),
        ("activity", "serves", "ajankäyttö, ti 24.11.2026, mitä matka palveli: tuki työpaikoilla"),
        ("leave", "until", "poissaolo, 7.12.2026–18.12.2026, saakka: pe 18.12.2026"),
    ],
)
def test_it_is_told_what_was_changed_and_to_what(kept: Coach, kind: str, field: str, line: str) -> None:
    assert kept.run("edit", IDS[kind], field, str(EDITS[kind, field][0])) == answered(f"Muutettu: {line}\n")


def test_a_change_is_told_in_english(kept: Coach) -> None:
    assert kept.did("--lang", "en", "edit", "6", "reached", "no") == (
        "Changed: client contact, Aino, Tue 24 Nov 2026, reached: no\n"
    )


def test_a_long_text_is_told_by_its_beginning(kept: Coach) -> None:
    told = kept.did("edit", "6", "note", "sana " * 50)
    assert told.startswith("Muutettu: yhteys asiakkaaseen, Aino, ti 24.11.2026, muistiinpano: sana sana")
    assert told.endswith("sana…\n")
    assert len(told) < 160


@pytest.mark.parametrize(
    ("number", "label", "typed", "line"),
    [
        ("1", "Puhelin", "040", "Aino, puhelin: 040"),
        ("1", "phone", "", "Aino, puhelin: tyhjä"),
        ("6", "muistiinpano", "Väsynyt.", "yhteys asiakkaaseen, Aino, ti 24.11.2026, muistiinpano: Väsynyt."),
        ("6", "TAPA", "puhelu", "yhteys asiakkaaseen, Aino, ti 24.11.2026, tapa: puhelimitse"),
        (
            "4",
            "tapa",
            "kasvokkain",
            "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, tapa: tapaaminen kasvotusten",
        ),
        ("4", "with", "Eija", "työnantajakontakti, Lounas-Aitta, ti 24.11.2026, kenen kanssa: Eija"),
        ("5", "kenen", "Työnantaja", "seuraava askel, Aino, Lounas-Aitta, kenen: työnantaja"),
    ],
)
def test_a_field_and_its_word_may_be_finnish(
    kept: Coach, number: str, label: str, typed: str, line: str
) -> None:
    assert kept.run("edit", number, label, typed) == answered(f"Muutettu: {line}\n")


def test_an_empty_value_empties_a_field(kept: Coach) -> None:
    kept.did("edit", "6", "note", "Väsynyt.")
    emptied = kept.json("edit", "6", "note", "")
    assert isinstance(emptied, dict)
    assert emptied["note"] is None


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("99", "note", "x"), 1, "Kirjausta numero 99 ei ole. Mitään ei tallennettu."),
        (
            ("Aino", "note", "x"),
            2,
            "Aino ei ole kirjauksen numero. Numero näkyy kirjauksen lopussa, esimerkiksi nro 12.",
        ),
        (
            ("6", "hobby", "x"),
            2,
            (
                "Kenttää hobby ei ole. Kentät: päivä (date), kello (time), tapa (way), tavoitettiin (reached), "
                "aihe (topic), muistiinpano (note), minuutit (minutes), paikka (place), matka, minuutteja "
                "(travel_minutes), kilometrit (kilometres)."
            ),
        ),
        (("6", "note"), 2, "Puuttuu: ARVO."),
        (("6", "date", ""), 1, "Kenttä päivä ei voi olla tyhjä. Mitään ei tallennettu."),
        (("6", "minutes", "-5"), 2, "minuutit ei voi olla -5. Anna kokonaisluku 0–1440."),
        (("6", "minutes", "1500"), 2, "minuutit ei voi olla 1500. Anna kokonaisluku 0–1440."),
        (
            ("6", "way", "kirje"),
            2,
            (
                "tapa ei voi olla kirje. Vaihtoehdot: kasvokkain (in_person), video, puhelu (phone), viesti "
                "(message)."
            ),
        ),
        (("6", "reached", "ehkä"), 2, "tavoitettiin ei voi olla ehkä. Vaihtoehdot: kyllä (yes), ei (no)."),
        (("6", "time", "25"), 2, "Tätä kellonaikaa ei ole: 25."),
        (
            ("4", "client", "Väinö"),
            1,
            "Asiakasta Väinö ei löydy. Mitään ei tallennettu. Omat asiakkaat: valmentaja client list",
        ),
        (
            ("7", "until", "24.11."),
            1,
            "24.11.2026 ei ole edessä. Anna päivä, jolloin asiakas palaa listalle.",
        ),
        (("8", "load", "6"), 2, "kuormitus ei voi olla 6. Anna kokonaisluku 1–5."),
        (("5", "text", " "), 1, "Kenttä teksti ei voi olla tyhjä. Mitään ei tallennettu."),
    ],
)
def test_what_a_field_does_not_take_changes_nothing(
    kept: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    before = kept.counts()
    assert kept.run("edit", *words) == refused(code, sentence)
    assert kept.counts() == before


def test_a_client_who_was_there_cannot_be_taken_out_alone(kept: Coach) -> None:
    kept.did("edit", "4", "present", "yes")
    assert kept.run("edit", "4", "client", "") == refused(
        1,
        "Kirjauksessa lukee, että asiakas oli mukana, joten siinä pitää olla myös asiakas. Mitään ei "
        "tallennettu.",
    )


def test_a_record_that_was_undone_is_there_no_more(kept: Coach) -> None:
    added = kept.json("employer", "add", "Turha")
    assert isinstance(added, dict)
    kept.did("undo")
    gone = kept.run("edit", str(added["id"]), "town", "Turku")
    assert gone == refused(1, f"Kirjausta numero {added['id']} ei ole. Mitään ei tallennettu.")
