"""A set of questions gone through at a terminal, line by line; every answer is kept as it is given."""

import json
import signal

import pytest

from tests.cli.running import Coach, Terminal, Told, refused
from valmentaja.cli.question_asked import Word, word_typed
from valmentaja.texts import LANGUAGES, Language, Texts
from valmentaja.texts.sorting import name_key

ON = ("--on", "2026-11-24")
READY = "Vastaus (Enter ohittaa, ? auttaa): "
STOPPED = "Tähän on hyvä jäädä. Vastatut ovat tallessa. Jatka: valmentaja ask AK"


@pytest.fixture(autouse=True)
def _a_client(request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("coach").did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")


def states(coach: Coach, set_id: str) -> list[tuple[object, object]]:
    """The state of each question of the set, and the words that were said last."""
    told = coach.json("questions", "AK", set_id)
    assert isinstance(told, list)
    return [(one["state"], one["answers"][-1]["text"] if one["answers"] else None) for one in told]


def given(terminal: Terminal, *lines: str) -> None:
    """Each line is typed when an answer is waited for."""
    for line in lines:
        terminal.wait_for(READY)
        terminal.type(line)


def test_a_set_is_gone_through_question_by_question(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "pysyminen") as terminal:
        terminal.wait_for("Aino: Työssä pysyminen, 5 kysymystä")
        terminal.wait_for("Katsotaan vuosia eteenpäin")
        terminal.wait_for("Kysymys 1, kaikkiaan 5: Millaisessa työssä näet itsesi")
        given(terminal, "Kahvilassa.", "", "ei tarpeen", "7", "Ääni")
        terminal.wait_for("Kysymykset on käyty läpi. Kiitos!")
        code, shown = terminal.end()
    assert (code, shown.strip()) == (0, "Työssä pysyminen: vastattu 3, ei tarpeen 1")
    assert states(coach, "staying_in_work") == [
        ("answered", "Kahvilassa."),
        ("open", None),
        ("not_needed", None),
        ("answered", "7"),
        ("answered", "Ääni"),
    ]


def test_after_the_last_question_the_next_time_begins_at_what_is_open(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "pysyminen") as terminal:
        given(terminal, "Kahvilassa.", "", "", "", "")
        assert terminal.end()[0] == 0
    with Terminal(coach.home, *ON, "ask", "AK", "pysyminen") as terminal:
        terminal.wait_for("Kierros 1, vastattu 1")
        terminal.wait_for("Kysymys 2, kaikkiaan 5:")


def test_help_tells_prompts_and_the_words_that_can_be_typed(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "?")
        for told in (
            "Vinkki: Mitä olet tehnyt mielelläsi, palkalla tai ilman?",
            "Vinkki: Mikä on auttanut sinua pysymään työssä?",
            "s: kysymykset selkokielellä",
            "t: ei tiedetä vielä",
            "k 7: kysymys numero 7",
            "l: lopettaa",
        ):
            terminal.wait_for(told)
        given(terminal, "l")
        terminal.wait_for(f"{STOPPED} job_search")
        assert terminal.end() == (0, "\nTyön hakeminen: Tätä kierrosta ei ole vielä aloiteltu.\n")


def test_plain_wording_stays_until_it_is_turned_off(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "s")
        terminal.wait_for("Kysymys 1, kaikkiaan 12: Mitä ajattelet työstä ja työn hakemisesta?")
        given(terminal, "")
        terminal.wait_for("Kysymys 2, kaikkiaan 12: Haet töitä. Mitä perhe ja ystävät sanovat siitä?")
        given(terminal, "selkokielellä")
        terminal.wait_for("Kysymys 2, kaikkiaan 12: Mitä perheesi ja ystäväsi ajattelevat")


def test_a_client_who_wishes_plain_wording_is_asked_in_it(coach: Coach) -> None:
    coach.did("client", "set", "AK", "plain_wording", "yes")
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        terminal.wait_for("Kysymys 1, kaikkiaan 12: Mitä ajattelet työstä ja työn hakemisesta?")


def test_what_is_not_known_is_asked_how_and_when_until_the_day_can_be_read(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "En tiedä vielä.")
        terminal.wait_for("Tallessa: en tiedä vielä.")
        terminal.wait_for("Miten se selvitetään yhdessä? (Enter ohittaa) ")
        terminal.type("kysytään Kelasta")
        for typed, answer in (
            ("joskus", "Tätä päivää ei voi lukea: joskus."),
            ("eilen", "23.11.2026 on jo ohi."),
            ("pe", "Selvitetään yhdessä pe 27.11.2026."),
        ):
            terminal.wait_for("Minä päivänä? (1.12., pe; Enter ohittaa) ")
            terminal.type(typed)
            terminal.wait_for(answer)
        terminal.wait_for("Kysymys 2, kaikkiaan 12")
    told = coach.json("questions", "AK", "--to-find-out")
    assert isinstance(told, list)
    (waiting,) = told
    assert (waiting["find_out_how"], waiting["find_out_on"]) == ("kysytään Kelasta", "2026-11-27")


def test_neither_how_nor_when_needs_to_be_said(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "t")
        terminal.wait_for("(Enter ohittaa) ")
        terminal.type("")
        terminal.wait_for("Enter ohittaa) ")
        terminal.type("")
        terminal.wait_for("Kysymys 2, kaikkiaan 12")
    assert states(coach, "job_search")[0] == ("dont_know", None)


def test_a_guess_has_words_of_its_own_or_those_that_were_said(coach: Coach) -> None:
    coach.did("answer", "AK", "job_search.thoughts", "Ehkä.")
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        terminal.wait_for("Kysymys 2, kaikkiaan 12")
        given(terminal, "a")
        terminal.wait_for("Paras arvaus tähän asti (Enter palaa kysymykseen): ")
        terminal.type("")
        given(terminal, "a")
        terminal.wait_for("Paras arvaus tähän asti (Enter palaa kysymykseen): ")
        terminal.type("Äiti ainakin.")
        given(terminal, "k 1")
        terminal.wait_for("Vastattu, asiakas, 24.11.2026: Ehkä.")
        given(terminal, "paras arvaus")
        terminal.wait_for("(Enter: se, mitä jo vastattiin): ")
        terminal.type("")
        terminal.wait_for("Tallessa: paras arvaus tähän asti.")
    assert states(coach, "job_search")[:2] == [("best_guess", "Ehkä."), ("best_guess", "Äiti ainakin.")]


def test_back_and_a_number_go_where_they_say(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "p")
        terminal.wait_for("Kysymys 1, kaikkiaan 12")
        given(terminal, "k 20", "kysymys 12")
        terminal.wait_for("Kysymys 12, kaikkiaan 12")
        given(terminal, "takaisin")
        terminal.wait_for("Kysymys 11, kaikkiaan 12")
    assert "Numeroa 20 ei ole. Kysymykset ovat 1–12." in terminal.seen


def test_a_question_says_what_it_builds_on_and_what_was_said_before(coach: Coach) -> None:
    coach.did("answer", "AK", "obstacles", "Pitkä matka.", on="2026-10-20")
    coach.did("answer", "AK", "obstacle_grounds", "Bussi jää tulematta.", on="2026-10-20")
    coach.did("questions", "AK", "job_search", "--new-round")
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "k 6")
        terminal.wait_for("Ennen, kierros 1, asiakas, 20.10.2026: Pitkä matka.")
        given(terminal, "Matka on lyhyempi.")
        terminal.wait_for("Kerroit äsken, esteet ja huolet: Matka on lyhyempi.")
        terminal.wait_for("Ennen, kierros 1, asiakas, 20.10.2026: Bussi jää tulematta.")


def test_an_answer_of_several_lines_reads_as_one(coach: Coach) -> None:
    coach.did("answer", "AK", "obstacles", "-", typed="Matka.\nVuorot.\n")
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "k 6")
        terminal.wait_for("Vastattu, asiakas, 24.11.2026: Matka.\r\n  Vuorot.")
        given(terminal, "")
        terminal.wait_for("Kerroit äsken, esteet ja huolet: Matka.\r\n  Vuorot.")


def test_in_english_the_words_are_english(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "--lang", "en", "ask", "AK", "staying", "in", "work") as terminal:
        terminal.wait_for("Question 1 of 5: ")
        for typed, answer in (
            ("don't know yet", "Kept: don't know yet."),
            ("we ask", "On which day? (2026-12-01, fri; Enter skips) "),
            ("fri", "To be found out together on Fri 27 Nov 2026."),
            ("lopeta", "Kept: answered."),
            ("n 5", "Question 5 of 5: "),
            ("quit", "Go on with: valmentaja ask AK staying_in_work"),
        ):
            terminal.type(typed)
            terminal.wait_for(answer)
        code, shown = terminal.end()
    assert (code, shown.strip()) == (0, "Staying in work: answered 1, to find out together 1")


def test_another_view_is_kept_beside_the_clients(coach: Coach) -> None:
    coach.did("answer", "AK", "three_to_five_years", "Kahvilassa.")
    with Terminal(coach.home, *ON, "ask", "AK", "pysyminen", "--by", "valmentaja") as terminal:
        terminal.wait_for("Kenen näkemys: valmentaja")
        given(terminal, "k 1")
        terminal.wait_for("Vastattu, asiakas, 24.11.2026: Kahvilassa.")
        given(terminal, "Esihenkilönä.")
        terminal.wait_for("Tallessa: vastattu.")
    told = coach.json("questions", "AK", "staying_in_work")
    assert isinstance(told, list)
    assert [(one["by"], one["text"]) for one in told[0]["answers"]] == [
        ("client", "Kahvilassa."),
        ("coach", "Esihenkilönä."),
    ]


@pytest.mark.parametrize("typed", ["\x03", "\x04"])
def test_a_stop_by_key_keeps_what_was_answered_and_goes_on_there(coach: Coach, typed: str) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "Pelottaa vähän.", "")
        terminal.wait_for(READY)
        terminal.type(typed, end="")
        terminal.wait_for(f"{STOPPED} job_search")
        assert terminal.end() == (0, "\nTyön hakeminen: vastattu 1\n")
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        terminal.wait_for("Kysymys 3, kaikkiaan 12")


def test_a_walk_that_is_killed_loses_nothing_that_was_answered(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        given(terminal, "Pelottaa vähän.", "t")
        terminal.wait_for("Tallessa: en tiedä vielä.")
        terminal.process.send_signal(signal.SIGKILL)
        terminal.end()
    assert states(coach, "job_search")[:3] == [
        ("answered", "Pelottaa vähän."),
        ("dont_know", None),
        ("open", None),
    ]


def test_an_answer_given_elsewhere_meanwhile_is_not_written_over(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        terminal.wait_for(READY)
        coach.did("answer", "AK", "job_search.thoughts", "Toisessa ikkunassa.")
        terminal.type("Tässä ikkunassa.")
        terminal.wait_for("Tähän vastattiin juuri muualla. Kirjoittamasi ei tallentunut, tässä se on:")
        terminal.wait_for("Tässä ikkunassa.")
        terminal.wait_for("Vastattu, asiakas, 24.11.2026: Toisessa ikkunassa.")
        assert states(coach, "job_search")[0] == ("answered", "Toisessa ikkunassa.")
        given(terminal, "Yhdessä.")
        terminal.wait_for("Tallessa: vastattu.")
    assert states(coach, "job_search")[0] == ("answered", "Yhdessä.")


def test_an_answer_that_cannot_be_kept_is_shown_again(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK", "hakeminen") as terminal:
        terminal.wait_for(READY)
        coach.did("client", "end", "AK", "--reason", "muutto", "--carried-on-by", "Turku")
        terminal.type("Vielä tämä.")
        terminal.wait_for("Kirjoittamasi teksti ei tallentunut.")
        terminal.wait_for("Vielä tämä.")
        terminal.wait_for("yhteistyö on jo päättynyt: Aino")
        given(terminal, "lopeta")
        assert terminal.end()[0] == 0


def test_a_missing_set_is_asked_for_until_it_is_known(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "ask", "AK") as terminal:
        terminal.wait_for("Mitkä kysymykset? ")
        terminal.type("haaveet")
        terminal.wait_for("Kysymyssarjaa haaveet ei ole.")
        terminal.wait_for("Mitkä kysymykset? ")
        terminal.type("työn tekeminen")
        terminal.wait_for("Kysymys 1, kaikkiaan 9: Miten päädyit siihen")


def test_as_json_the_set_is_given_at_the_end(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "--json", "ask", "AK", "pysyminen") as terminal:
        given(terminal, "Kahvilassa.", "l")
        terminal.wait_for("staying_in_work\r\n")
        code, shown = terminal.end()
    told: list[Told] = json.loads(shown)
    assert (code, len(told), told[0]["state"]) == (0, 5, "answered")


def test_an_answer_without_words_is_asked_for_with_its_question(coach: Coach) -> None:
    with Terminal(coach.home, *ON, "answer", "AK", "own_stance") as terminal:
        terminal.wait_for("Millä mielellä ja millä vauhdilla töitä kannattaa sinusta hakea?")
        terminal.wait_for("Vastaus: ")
        terminal.type("Rauhassa.")
        terminal.wait_for("Kirjattu: Aino, Työn hakeminen, kysymys 3, oma kanta: vastattu")
        assert terminal.end()[0] == 0


def test_what_is_not_known_or_not_needed_is_not_asked_for(coach: Coach) -> None:
    for option, state in (("--dont-know", "en tiedä vielä"), ("--not-needed", "ei tarpeen")):
        with Terminal(coach.home, *ON, "answer", "AK", "own_stance", option) as terminal:
            terminal.wait_for(f"oma kanta: {state}")
            assert terminal.end()[0] == 0


def test_without_a_terminal_it_names_the_commands_that_do_without(coach: Coach) -> None:
    assert coach.run("ask", "AK", "hakeminen", typed="Pelottaa.\n") == refused(
        2,
        "Kysymyksiä voi käydä läpi vain päätteellä. Kirjaa yksi vastaus komennolla valmentaja answer, ja lue "
        "kysymykset komennolla valmentaja questions.",
    )
    assert coach.counts()["answer"] == 0


# Words in place of an answer


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_word_means_one_thing_in_each_language(language: Language) -> None:
    texts, meanings = Texts(language), dict[str, Word]()
    for word in Word:
        for called in texts(f"word.walk.{word}").split(", "):
            assert meanings.setdefault(name_key(called), word) is word
            if word is not Word.JUMP:
                assert word_typed(texts, f" {called.upper()}. ") == (word, "")


@pytest.mark.parametrize(
    "typed", ["", "7", "ei", "kyllä", "k", "x ja y", "en tiedä vielä mitä haluan", "lopeta työt"]
)
def test_what_is_no_word_alone_is_an_answer(typed: str) -> None:
    assert word_typed(Texts("fi"), typed) == (None, "")


def test_the_words_of_the_other_language_are_answers() -> None:
    assert word_typed(Texts("fi"), "back") == (None, "")
    assert word_typed(Texts("en"), "takaisin") == (None, "")
