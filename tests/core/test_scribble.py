"""Lines as a coach scribbles them between two meetings come out as a person reads them."""

from collections.abc import Sequence
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from valmentaja.errors import WrongUsage
from valmentaja.model.contact import EmployerContactWay, Purpose
from valmentaja.rules.scribble import KnownWords, Scribbled, read_scribble, with_client_as_who

TODAY = date(2026, 11, 24)  # a Tuesday
FRIDAY = date(2026, 11, 27)
MEETING, PHONE = EmployerContactWay.MEETING, EmployerContactWay.PHONE
VIDEO, MESSAGE, EVENT = EmployerContactWay.VIDEO, EmployerContactWay.MESSAGE, EmployerContactWay.EVENT

CLIENTS = {"aino": (1,), "aino k.": (1,), "pekka": (2,), "j12": (3,), "leila": (4, 5)}
EMPLOYERS = {
    "lounas-aitta",
    "lounas-aitta keskusta",
    "lounas-aitta kuutio",
    "kahvila 24",
    "tapahtuma oy",
    "puhelu ja poika",
    "maanantai oy",
}


def clients(text: str) -> Sequence[int]:
    return CLIENTS.get(text.casefold(), ())


KNOWN = KnownWords(
    ways={
        **dict.fromkeys(("tapaaminen", "kasvokkain", "käynti", "meeting", "in person", "visit"), MEETING),
        **dict.fromkeys(("puhelu", "puh", "soitto", "soitin", "phone", "call", "called"), PHONE),
        **dict.fromkeys(("video", "teams"), VIDEO),
        **dict.fromkeys(("viesti", "sähköposti", "meili", "email", "message"), MESSAGE),
        **dict.fromkeys(("tapahtuma", "event"), EVENT),
    },
    purposes={
        "tukikäynti": Purpose.SUPPORT,
        "kiitos": Purpose.THANKS,
        "thanks": Purpose.THANKS,
        "työanalyysi": Purpose.JOB_ANALYSIS,
        "negotiation": Purpose.NEGOTIATION,
    },
    clients=clients,
    is_employer=lambda name: name.casefold() in EMPLOYERS,
    begins_employer=lambda name: any(one.startswith(name.casefold()) for one in EMPLOYERS),
    no_person=frozenset({"ei", "en", "no", "not"}),
)


def read(line: str) -> Scribbled:
    return read_scribble(line, KNOWN, TODAY)


LINES: list[tuple[str, Scribbled]] = [
    (
        "Lounas-Aitta, Liisa, tapaaminen 30 min, Aino, seuraava pe koekeittiö",
        Scribbled(
            "Lounas-Aitta",
            "Liisa",
            "Aino",
            (1,),
            way=MEETING,
            minutes=30,
            next_text="koekeittiö",
            next_on=FRIDAY,
        ),
    ),
    ("Lounas-Aitta", Scribbled("Lounas-Aitta")),
    ("lounas-aitta puhelu", Scribbled("lounas-aitta", way=PHONE)),
    ("Leipomo Kuura, puhelu 10 min", Scribbled("Leipomo Kuura", way=PHONE, minutes=10)),
    (
        "Leipomo Kuura puhelu 10 min eilen",
        Scribbled("Leipomo Kuura", way=PHONE, minutes=10, day=date(2026, 11, 23)),
    ),
    (
        "Kahvila Pannu, eilen, Matti Meikäläinen, video 45min",
        Scribbled("Kahvila Pannu", "Matti Meikäläinen", way=VIDEO, minutes=45, day=date(2026, 11, 23)),
    ),
    (
        "Taimisto, ma, Juuso, 1,5 h, tukikäynti",
        Scribbled("Taimisto", "Juuso", minutes=90, day=date(2026, 11, 23), purpose=Purpose.SUPPORT),
    ),
    (
        "Varasto Oy, 20.11., Pekka mukana, tapaaminen",
        Scribbled("Varasto Oy", None, "Pekka", (2,), present=True, way=MEETING, day=date(2026, 11, 20)),
    ),
    (
        "Varasto Oy, pe 20.11., Pekka, kuljettiin läpi koko halli ja pakkaamo",
        Scribbled(
            "Varasto Oy",
            None,
            "Pekka",
            (2,),
            day=date(2026, 11, 20),
            note="kuljettiin läpi koko halli ja pakkaamo",
        ),
    ),
    (
        "Hoivakoti, Eija, osastonhoitaja lomalla joulukuun, palataan asiaan, puhelu",
        Scribbled("Hoivakoti", "Eija", way=PHONE, note="osastonhoitaja lomalla joulukuun, palataan asiaan"),
    ),
    (
        "K-Market, Sari, tarvitsee iltavuoroon hyllyttäjän, Aino, seuraavaksi 1.12. soitto Sarille, aamulla",
        Scribbled(
            "K-Market",
            "Sari",
            "Aino",
            (1,),
            note="tarvitsee iltavuoroon hyllyttäjän",
            next_text="soitto Sarille, aamulla",
            next_on=date(2026, 12, 1),
        ),
    ),
    (
        "K-Market, seuraava soitetaan uudestaan pe 27.11.",
        Scribbled("K-Market", next_text="soitetaan uudestaan", next_on=FRIDAY),
    ),
    ("K-Market, seuraava koekeittiö", Scribbled("K-Market", next_text="koekeittiö")),
    ("Kahvila 24, Mia", Scribbled("Kahvila 24", "Mia")),
    ("Tapahtuma Oy, puhelu", Scribbled("Tapahtuma Oy", way=PHONE)),
    ("Puhelu ja poika, tapaaminen", Scribbled("Puhelu ja poika", way=MEETING)),
    ("Maanantai Oy", Scribbled("Maanantai Oy")),
    (
        "Rekrymessut, tapahtuma, 3 h, jaettiin esitteitä ja juteltiin",
        Scribbled("Rekrymessut", way=EVENT, minutes=180, note="jaettiin esitteitä ja juteltiin"),
    ),
    (
        "Lounas-Aitta, sovittiin tapaaminen Liisan kanssa ensi viikolle",
        Scribbled("Lounas-Aitta", note="sovittiin tapaaminen Liisan kanssa ensi viikolle"),
    ),
    ("Lounas-Aitta, J12, kiitos", Scribbled("Lounas-Aitta", None, "J12", (3,), purpose=Purpose.THANKS)),
    (
        "Lounas-Aitta, Leila, puhelu",
        Scribbled("Lounas-Aitta", None, "Leila", (4, 5), way=PHONE),
    ),
    (
        "Lounas-Aitta, Aino, Pekka",
        Scribbled("Lounas-Aitta", "Pekka", "Aino", (1,)),
    ),
    (
        "Cafe North, spoke to the owner about mornings, called",
        Scribbled("Cafe North", way=PHONE, note="spoke to the owner about mornings"),
    ),
    (
        "Cafe North, Ann Lee, call 20 min, yesterday, next fri trial shift",
        Scribbled(
            "Cafe North",
            "Ann Lee",
            way=PHONE,
            minutes=20,
            day=date(2026, 11, 23),
            next_text="trial shift",
            next_on=FRIDAY,
        ),
    ),
    (
        "Cafe North, half an hour, in person, thanks",
        Scribbled("Cafe North", way=MEETING, minutes=30, purpose=Purpose.THANKS),
    ),
    (
        "Bakery, klo 9.30, Joan, 1 h 15 min",
        Scribbled("Bakery", "Joan", at=time(9, 30), minutes=75),
    ),
    (
        "Bakery 2026-11-19 klo 10 puhelu",
        Scribbled("Bakery", way=PHONE, day=date(2026, 11, 19), at=time(10)),
    ),
    ("puhelu 10 min, Aino", Scribbled(None, None, "Aino", (1,), way=PHONE, minutes=10)),
    (", Liisa", Scribbled(None, "Liisa")),
    (
        "Siivous Suoja, puoli tuntia, kävin esittäytymässä, pomo paikalla",
        Scribbled("Siivous Suoja", "kävin esittäytymässä", minutes=30, note="pomo paikalla"),
    ),
    (
        "Huolto Oy, Kari puhelu noin 15 min, Aino, haluaa nähdä ansioluettelon ennen joulua",
        Scribbled(
            "Huolto Oy",
            "Kari",
            "Aino",
            (1,),
            way=PHONE,
            minutes=15,
            note="haluaa nähdä ansioluettelon ennen joulua",
        ),
    ),
    (
        "Huolto Oy, 10 min, 20 min",
        Scribbled("Huolto Oy", minutes=10, note="20 min"),
    ),
    ("Lounas-Aitta, video 1.5 h", Scribbled("Lounas-Aitta", way=VIDEO, minutes=90)),
    ("Lounas-Aitta, 1.5., 1.5 t", Scribbled("Lounas-Aitta", day=date(2026, 5, 1), minutes=90)),
    ("Lounas-Aitta, marko video 20 min", Scribbled("Lounas-Aitta", "marko", way=VIDEO, minutes=20)),
    ("Lounas-Aitta, puhelu liisa", Scribbled("Lounas-Aitta", "liisa", way=PHONE)),
    ("Lounas-Aitta, puh. Liisa", Scribbled("Lounas-Aitta", "Liisa", way=PHONE)),
    ("Lounas-Aitta, tukikäynti Aino", Scribbled("Lounas-Aitta", None, "Aino", (1,), purpose=Purpose.SUPPORT)),
    (
        "Lounas-Aitta, aino mukana tukikäynti, puhelu",
        Scribbled("Lounas-Aitta", None, "aino", (1,), present=True, way=PHONE, purpose=Purpose.SUPPORT),
    ),
    (
        "Lounas-Aitta, sovittiin tapaaminen, puhelu 10 min",
        Scribbled("Lounas-Aitta", "sovittiin tapaaminen", way=PHONE, minutes=10),
    ),
    ("Ruokakauppa Kulmakori; Sanna; 20 min", Scribbled("Ruokakauppa Kulmakori", "Sanna", minutes=20)),
    ("Lounas-Aitta, kiitos käynnistä", Scribbled("Lounas-Aitta", note="kiitos käynnistä")),
    (
        "Lounas-Aitta, ei vastannut puhelimeen, soitto",
        Scribbled("Lounas-Aitta", way=PHONE, note="ei vastannut puhelimeen"),
    ),
    ("Cafe North, no answer, Ann, phone", Scribbled("Cafe North", "Ann", way=PHONE, note="no answer")),
    (
        "lounas-aitta 45 min eilen toivottiin aamuvuoroon tekijää",
        Scribbled("lounas-aitta", minutes=45, day=date(2026, 11, 23), note="toivottiin aamuvuoroon tekijää"),
    ),
    (
        "Lounas-Aitta toivottiin tekijää, Liisa",
        Scribbled("Lounas-Aitta", "Liisa", note="toivottiin tekijää"),
    ),
    ("lounas-aitta puhelu liisa, Aino", Scribbled("lounas-aitta", "liisa", "Aino", (1,), way=PHONE)),
    (
        "Lounas-Aitta 20.11. Liisa Laine puhelu",
        Scribbled("Lounas-Aitta", "Liisa Laine", way=PHONE, day=date(2026, 11, 20)),
    ),
]


@pytest.mark.parametrize(("line", "meant"), LINES, ids=[line for line, _ in LINES])
def test_a_line_is_understood_as_a_person_reads_it(line: str, meant: Scribbled) -> None:
    assert read(line) == meant


def test_there_are_thirty_of_them() -> None:
    assert len(LINES) >= 30


@pytest.mark.parametrize(
    ("line", "employer"),
    [
        ("Lounas-Aitta Kallio, Liisa", "Lounas-Aitta Kallio"),
        ("lounas-aitta kallio, Liisa", "lounas-aitta kallio"),
        ("Lounas-Aitta Kallio 45 min", "Lounas-Aitta Kallio"),
        ("lounas-aitta keskusta 45 min", "lounas-aitta keskusta"),
        ("lounas-aitta kesk 45 min", "lounas-aitta kesk"),
        ("Lounas-Aitta kuu", "Lounas-Aitta kuu"),
        ("Lounas-Aitta 24", "Lounas-Aitta 24"),
    ],
)
def test_a_known_name_takes_nothing_from_one_that_may_be_another(line: str, employer: str) -> None:
    assert read(line).employer == employer


@pytest.mark.parametrize(
    "remark", ["ei vastannut", "en saanut kiinni", "no answer", "12 korttia jaettu", "3 hakijaa", "30'"]
)
def test_what_begins_as_no_name_does_is_a_remark(remark: str) -> None:
    assert read(f"Lounas-Aitta, {remark}, Liisa") == Scribbled("Lounas-Aitta", "Liisa", note=remark)


@pytest.mark.parametrize("line", ["", "   ", ";;", ",", ",,, ,", ", , ,"])
def test_a_line_of_nothing_but_commas_says_nothing(line: str) -> None:
    assert read(line).says_nothing


def test_a_line_of_five_thousand_letters_is_read_and_a_longer_one_refused() -> None:
    words = "sana " * 990
    assert read("Aitta, " + words).note == words.strip()
    with pytest.raises(WrongUsage, match=r"^scribble\.too_long$"):
        read("Aitta, " + "sana " * 1_100)


def test_case_and_spaces_do_not_matter() -> None:
    assert read("  LOUNAS-AITTA ,  PUHELU   10 MIN , aino ") == Scribbled(
        "LOUNAS-AITTA", None, "aino", (1,), way=PHONE, minutes=10
    )


def test_a_weekday_that_may_be_another_word_is_one_only_where_nothing_else_is_said() -> None:
    assert read("Aitta, to").day == date(2026, 11, 19)
    assert read("Aitta, spoke to Liisa").who == "spoke to Liisa"
    assert read("Aitta, to 19.11. puhelu").day == date(2026, 11, 19)


def test_a_day_ahead_is_read_as_it_is_written_so_that_it_can_be_refused() -> None:
    assert read("Aitta, 24.12.2026").day == date(2026, 12, 24)


def test_twenty_five_hours_are_read_so_that_they_can_be_refused() -> None:
    assert read("Aitta, 25 h").minutes == 1500


def test_the_client_can_be_the_person_met_instead() -> None:
    found = with_client_as_who(read("Lounas-Aitta, Liisa, Aino mukana, puhelu"))
    assert (found.who, found.client, found.client_ids, found.present) == ("Aino", None, (), False)
    assert (found.note, found.way) == ("Liisa", PHONE)
    assert with_client_as_who(read("Aitta, Liisa")) == read("Aitta, Liisa")


words = st.sampled_from(
    [
        "Liisa",
        "Aino",
        "puhelu",
        "tapaaminen",
        "30",
        "min",
        "eilen",
        "ma",
        "to",
        "24.11.",
        "klo",
        "9.30",
        "seuraava",
        "koekeittiö",
        "kertoi",
        "että",
        ",",
        ",",
        ".",
    ]
)


@pytest.mark.parametrize("word", ["seuraava", "next:"])
def test_a_next_that_names_nothing_stays_in_the_note(word: str) -> None:
    assert read(f"Aitta, {word}") == Scribbled("Aitta", note=word)


@given(st.lists(words, max_size=14), st.lists(st.text(max_size=8), max_size=3))
def test_no_word_is_lost(told: list[str], others: list[str]) -> None:
    """What is neither a name nor understood stands in the note, or in the next step."""
    line = "Lounas-Aitta, " + " ".join([*told, *others])
    found = read(line)
    kept = " ".join(filter(None, (found.employer, found.who, found.client, found.note, found.next_text)))
    understood = [
        "puhelu",
        "tapaaminen",
        "30",
        "min",
        "eilen",
        "ma",
        "to",
        "24.11.",
        "klo",
        "9.30",
        "seuraava",
    ]
    for word in line.replace(",", " ").split():
        bare = word.strip(" ,:;–-")
        assert bare in kept or word in understood or not bare or _said_otherwise(bare)


def _said_otherwise(word: str) -> bool:
    """Random letters may happen to be a number of minutes, a day or a way."""
    return read(f"X, {word}") != Scribbled("X", word) or not word.isalnum()
