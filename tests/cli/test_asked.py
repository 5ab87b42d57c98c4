"""At a terminal a command asks for what was left out, and what was meant, and goes on."""

import pytest

from tests.cli.running import Coach, Terminal, refused


def test_a_bare_log_asks_which_employer(coach: Coach) -> None:
    with Terminal(coach.home, "log") as terminal:
        terminal.wait_for("Minkä työnantajan kanssa? (Enter: nimeämätön) ")
        terminal.type("Lounas-Aitta")
        terminal.wait_for("Työnantaja: Lounas-Aitta, uusi, lisätty")
        assert terminal.end()[0] == 0


def test_a_bare_log_answered_with_enter_stays_unnamed(coach: Coach) -> None:
    with Terminal(coach.home, "log") as terminal:
        terminal.wait_for("(Enter: nimeämätön) ")
        terminal.type("")
        terminal.wait_for(": nimeämätön työnantaja, tapaaminen kasvotusten")
        assert terminal.end()[0] == 0


def test_a_log_that_tells_anything_is_not_asked(coach: Coach) -> None:
    with Terminal(coach.home, "log", "--way", "puhelu") as terminal:
        terminal.wait_for(": nimeämätön työnantaja, puhelu")
        assert terminal.end()[0] == 0


def test_a_step_without_its_day_is_asked_for_it_until_it_can_be_read(coach: Coach) -> None:
    with Terminal(coach.home, "--on", "2026-11-24", "log", "Aitta", "--next", "soita") as terminal:
        terminal.wait_for("Minä päivänä? (27.11., pe, huomenna) ")
        terminal.type("joskus")
        terminal.wait_for("Tätä päivää ei voi lukea: joskus.")
        terminal.wait_for("Minä päivänä? (27.11., pe, huomenna) ")
        terminal.type("pe")
        terminal.wait_for("Seuraavaksi: 27.11.2026: soita")
        assert terminal.end()[0] == 0


def test_a_next_step_is_asked_for_what_and_when(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    with Terminal(coach.home, "--on", "2026-11-24", "next", "AK") as terminal:
        terminal.wait_for("Mitä tehdään? ")
        terminal.type("soita")
        terminal.wait_for("Minä päivänä? ")
        terminal.type("27.11.")
        terminal.wait_for("Sovittu 27.11.2026: soita (Aino, yhdessä, nro 2)")
        assert terminal.end()[0] == 0


def test_putting_aside_is_asked_until_when_and_why(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    with Terminal(coach.home, "--on", "2026-11-24", "snooze", "AK") as terminal:
        terminal.wait_for("Minä päivänä asiakas palaa listalle? (27.11., pe) ")
        terminal.type("tänään")
        terminal.wait_for("24.11.2026 ei ole edessä.")
        terminal.wait_for("palaa listalle? (27.11., pe) ")
        terminal.type("pe")
        terminal.wait_for("Miksi voi odottaa? ")
        terminal.type("kurssilla")
        terminal.wait_for("Siirretty: Aino, takaisin 27.11.2026, syy: kurssilla")
        assert terminal.end()[0] == 0


@pytest.mark.parametrize(
    ("answers", "code", "shown", "employers"),
    [
        (("k",), 0, "Työnantaja: Lounas-Aitta, 2. yhteydenotto", 1),
        (("ehkä", "Kyllä"), 0, "Työnantaja: Lounas-Aitta, 2. yhteydenotto", 1),
        (("u",), 0, "Työnantaja: Lounas Aita, uusi, lisätty", 2),
        (("",), 1, "Ei kirjattu. Mitään ei tallennettu.", 1),
    ],
)
def test_a_likely_slip_is_asked_about(
    coach: Coach, answers: tuple[str, ...], code: int, shown: str, employers: int
) -> None:
    coach.did("log", "Lounas-Aitta")
    with Terminal(coach.home, "--on", "2026-11-24", "log", "Lounas", "Aita") as terminal:
        terminal.wait_for("Työnantajaa Lounas Aita ei vielä ole. Tarkoititko: Lounas-Aitta?")
        for answer in answers:
            terminal.wait_for("k kyllä, u uusi, Enter ei tallenneta: ")
            terminal.type(answer)
        terminal.wait_for(shown)
        assert terminal.end()[0] == code
    assert coach.counts()["employer"] == employers


def test_of_several_likely_names_one_is_chosen_by_its_number(coach: Coach) -> None:
    for name in ("Kahvila Muro", "Kahvila Muru"):
        coach.did("employer", "add", name)
    with Terminal(coach.home, "log", "Kahvila", "Muri") as terminal:
        terminal.wait_for("Tarkoititko jotakin näistä?")
        terminal.wait_for("2: Kahvila Muru")
        terminal.wait_for("Numero, u uusi, Enter ei tallenneta: ")
        terminal.type("2")
        terminal.wait_for("Työnantaja: Kahvila Muru, ensimmäinen yhteydenotto")
        assert terminal.end()[0] == 0


def test_nothing_is_asked_without_a_terminal(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    assert coach.run("next", "AK", "soita") == refused(2, "Puuttuu: --on.")
    assert coach.run("snooze", "AK", "--because", "x") == refused(2, "Puuttuu: --until.")
    assert coach.run("log", "Aitta", "--next", "x") == refused(2, "Puuttuu: --next-on.")
    assert "nimeämätön työnantaja" in coach.did("log")
