"""Every change can be taken back, also tomorrow, and says what it was."""

import pytest

from tests.cli.running import Coach, answered, refused

AT = "24.11.2026 klo 9.10"


def test_the_newest_change_is_taken_back_by_name_and_done_again(coach: Coach) -> None:
    coach.did("client", "add", "Aino")
    coach.did("log", "Lounas-Aitta")
    what = "työnantajakontakti kirjattu 24.11.2026: Lounas-Aitta"
    assert coach.run("undo") == answered(f"Kumottu: {what} (muutos 2, tehty {AT})\n")
    assert coach.counts()["employer"] == 0
    assert coach.run("redo") == answered(f"Tehty uudelleen: {what} (muutos 2, tehty {AT})\n")
    assert coach.counts()["employer"] == 1


def test_a_change_is_given_whole_as_json(english: Coach) -> None:
    english.did("client", "add", "Aino")
    change = {"id": 1, "what": "client added: Aino", "at": "2026-11-24T09:10:00", "undone": False}
    undone = english.json("undo")
    assert isinstance(undone, dict)
    assert undone | {"undone": False} == change
    assert english.json("undo", "--list") == [change | {"undone": True}]
    redone = english.json("redo")
    assert isinstance(redone, dict)
    assert redone | {"undone": False} == change


def test_changes_are_named_in_english(english: Coach) -> None:
    english.did("client", "add", "Aino", "--code", "AK")
    english.did("meet", "AK", "--not-reached")
    assert english.did("undo") == (
        "Undone: logged 24 Nov 2026 as not reached: Aino (change 2, made 24 Nov 2026 at 9:10)\n"
    )
    assert english.did("redo").startswith("Done again: logged 24 Nov 2026 as not reached: Aino (")


def test_every_kind_of_change_has_a_name(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("employer", "add", "Aitta")
    coach.did("log", "Aitta", "--client", "AK")
    coach.did("log", "--way", "phone")
    coach.did("meet", "AK", "--date", "eilen")
    coach.did("meet", "AK", "--not-reached")
    coach.did("next", "AK", "soita\nheti", "--on", "pe")
    coach.did("done", "7")
    coach.did("snooze", "AK", "--until", "pe", "--because", "kurssilla")
    coach.did("snooze", "AK", "--end")
    coach.did("diary", "Päivä.")
    coach.did("edit", "5", "minutes", "30")
    coach.did("client", "set", "AK", "contact_interval_days", "7")
    coach.did("client", "phase", "AK", "profile")
    coach.did("client", "end", "AK", "--reason", "other")
    names = [
        line.partition(": ")[2].removesuffix(f", tehty {AT}")
        for line in coach.did("undo", "--list").splitlines()
    ]
    assert names[::-1] == [
        "asiakas lisätty: Aino",
        "työnantaja lisätty: Aitta",
        "työnantajakontakti kirjattu 24.11.2026: Aitta",
        "työnantajakontakti kirjattu 24.11.2026, työnantaja nimeämättä",
        "yhteys kirjattu 23.11.2026: Aino",
        "kirjattu 24.11.2026, ettei tavoitettu: Aino",
        "seuraava askel sovittu, 27.11.2026: Aino",
        "askel merkitty tehdyksi: soita heti",
        "siirretty, takaisin 27.11.2026: Aino",
        "tuotu takaisin listalle: Aino",
        "päiväkirjaan kirjoitettu 24.11.2026",
        "muutettu yhteys asiakkaaseen: Aino, 23.11.2026, minuutit",
        "muutettu asiakas: Aino, sovittu yhteydenpidon väli päivinä",
        "vaihe vaihdettu 24.11.2026: Aino",
        "yhteistyö päätetty 24.11.2026: Aino",
    ]
    for _ in names:
        coach.did("undo")
    assert coach.counts() | {"change": 0} == dict.fromkeys(coach.counts(), 0)


def test_the_newest_changes_are_listed_with_those_taken_back(coach: Coach) -> None:
    assert coach.run("undo", "--list") == answered("Ei ole mitään kumottavaa.\n")
    coach.did("client", "add", "Aino")
    coach.did("client", "add", "Eino")
    coach.did("undo")
    assert coach.did("undo", "--list") == (
        f"muutos 2, kumottu: asiakas lisätty: Eino, tehty {AT}\nmuutos 1: asiakas lisätty: Aino, tehty {AT}\n"
    )


def test_a_change_is_taken_back_by_its_number_while_nothing_later_needs_it(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    coach.did("client", "add", "Eino")
    coach.did("client", "set", "AK", "phone", "040")
    assert coach.run("undo", "1") == refused(
        1,
        "Muutosta 1 ei voi kumota yksin, koska myöhempi muutos 3 koskee samaa kirjausta. Kumoa ensin 3.",
    )
    assert coach.did("undo", "2") == f"Kumottu: asiakas lisätty: Eino (muutos 2, tehty {AT})\n"
    assert coach.run("undo", "2") == refused(1, "Muutos 2 on jo kumottu.")


def test_a_new_change_leaves_nothing_to_do_again(coach: Coach) -> None:
    coach.did("client", "add", "Aino")
    coach.did("undo")
    coach.did("client", "add", "Eino")
    assert coach.run("redo") == refused(1, "Ei ole mitään, minkä voisi tehdä uudelleen.")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        ((), 1, "Ei ole mitään kumottavaa."),
        (("7",), 1, "Muutosta 7 ei ole. Viimeisimmät näet näin: valmentaja undo --list"),
        (
            ("kaikki",),
            2,
            "kaikki ei ole kirjauksen numero. Numero näkyy kirjauksen lopussa, esimerkiksi nro 12.",
        ),
    ],
)
def test_what_cannot_be_undone_is_said(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    assert coach.run("undo", *words) == refused(code, sentence)
