"""Everything that was ever written can be found again."""

from tests.cli.running import Coach, answered, refused
from tests.store.workbooks import TODAY, opened
from valmentaja.places import Home
from valmentaja.store.answers import Asked, say_answer
from valmentaja.store.clients import all_clients


def _things_about_a_cafe(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    coach.did("client", "set", "AK", "note", "Haluaa kahvilaan töihin.")
    coach.did("log", "Kahvila Muru", "--client", "AK", "--date", "20.11.", "--note", "Kahvila etsii apua.")
    coach.did("meet", "AK", "--date", "21.11.", "--topic", "kahvilassa käynti")
    coach.did("next", "AK", "käy kahvilassa", "--on", "1.12.")
    coach.did("snooze", "AK", "--until", "2.12.", "--because", "kahvilan kurssilla")
    coach.did("diary", "Kahvila oli lämmin.", "--date", "22.11.")


def test_a_word_is_found_in_every_kind_of_record_in_all_its_forms(coach: Coach) -> None:
    _things_about_a_cafe(coach)
    assert coach.run("find", "kahvila").err == ""
    assert coach.did("find", "kahvila").splitlines() == [
        "1.12.2026: seuraava askel, Aino, käy kahvilassa (nro 5)",
        "24.11.2026: siirto, Aino, kahvilan kurssilla (nro 6)",
        "24.11.2026: asiakas, Aino, AK Haluaa kahvilaan töihin. (nro 1)",
        "22.11.2026: päiväkirja, Kahvila oli lämmin. (nro 7)",
        "21.11.2026: yhteys asiakkaaseen, Aino, kahvilassa käynti (nro 4)",
        "20.11.2026: työnantajakontakti, Aino, Kahvila Muru, Kahvila etsii apua. (nro 3)",
        "20.11.2026: työnantaja, Kahvila Muru (nro 2)",
        "Löytyi 7.",
    ]


def test_what_is_found_is_told_in_english(english: Coach) -> None:
    english.did("employer", "add", "Morning Bakeries")
    assert english.did("find", "bakery") == "24 Nov 2026: employer, Morning Bakeries (no. 1)\n1 found.\n"


def test_what_is_found_is_given_whole_as_json(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    coach.did("meet", "AK", "--topic", "kahvilassa käynti", "--date", "eilen")
    assert coach.json("find", "kahvilat") == [
        {
            "kind": "client_contact",
            "id": 2,
            "title": "Aino",
            "snippet": "kahvilassa käynti",
            "date": "2026-11-23",
        }
    ]


def test_all_the_words_must_be_there(coach: Coach) -> None:
    _things_about_a_cafe(coach)
    assert coach.did("find", "kahvila", "lämmin").splitlines()[-1] == "Löytyi 1."
    assert coach.run("find", "kahvila", "pesula") == answered(
        "Mitään ei löytynyt: kahvila pesula. Kokeile toista tai lyhyempää sanaa.\n"
    )
    assert coach.json("find", "pesula") == []


def test_words_in_quotes_are_found_just_so(coach: Coach) -> None:
    _things_about_a_cafe(coach)
    assert coach.did("find", '"kahvilan kurssilla"').splitlines()[-1] == "Löytyi 1."


def test_marks_that_mean_something_to_a_database_are_only_marks(coach: Coach) -> None:
    coach.did("diary", 'Kello 9.30 * AND (NEAR) col:arvo "lainaus"')
    for words in ('"', "*", "(", "AND", "NEAR(", "col:arvo", "-", "'", "^a", '"lainaus'):
        assert coach.run("find", words, typed="lainaus").code == 0, words


def test_nothing_to_look_for_is_a_missing_word(coach: Coach) -> None:
    assert coach.run("find") == refused(2, "Puuttuu: SANAT.")


def test_a_word_said_forty_thousand_times_is_found_at_once(coach: Coach) -> None:
    coach.did("diary", "-", typed="sana " * 40_000)
    assert coach.did("find", *["sana"] * 200).endswith("Löytyi 1.\n")


def test_what_is_told_of_work_and_of_life_around_it_is_found_too(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    coach.did("employer", "add", "Pesula")
    coach.did("placement", "add", "AK", "Pesula", "--start", "1.12.2026", "--job", "kahvila")
    coach.did("placement", "support", "3", "aid", "--note", "kahvila")
    coach.did("placement", "look", "3", "koeaika", "--note", "kahvila")
    coach.did("placement", "move", "3", "--start", "2.12.2026", "--because", "kahvila")
    coach.did("placement", "agree", "3", "--every", "7", "--because", "kahvila")
    coach.did("wish", "add", "AK", "kahvila")
    coach.did("benefit", "add", "AK", "kahvila")
    coach.did("disclosure", "AK", "--may", "kahvila")
    coach.did("network", "add", "Kahvila", "--client", "AK")
    coach.did("network", "contact", "11", "kahvila")
    coach.did("network", "add", "Oma", "--note", "kahvila")
    coach.did("service", "add", "AK", "--payer", "kahvila")
    coach.did("concern", "add", "AK", "kahvila", "--employer", "Pesula")
    found = coach.json("find", "kahvila")
    assert isinstance(found, list)
    assert {(one["id"], one["kind"], one["title"]) for one in found} == {
        (3, "placement", "Aino, Pesula"),
        (4, "work_support", "Aino, Pesula"),
        (5, "placement_look", "Aino, Pesula"),
        (6, "start_move", "Aino, Pesula"),
        (7, "re_agreement", "Aino, Pesula"),
        (8, "wish", "Aino"),
        (9, "benefit", "Aino"),
        (10, "disclosure", "Aino"),
        (11, "supporter", "Kahvila, Aino"),
        (12, "supporter_contact", "Aino"),
        (13, "supporter", "Oma"),
        (14, "service_period", "Aino"),
        (15, "concern", "Aino, Pesula"),
    }


def test_an_answer_is_named_by_its_set_and_question(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK")
    with opened(Home(str(coach.home))) as book:
        asked = Asked(all_clients(book)[0].id, "job_search.others_views")
        say_answer(book, asked, today=TODAY, text="Äiti on iloinen.")
    assert coach.did("find", "iloinen").splitlines()[0] == (
        "24.11.2026: vastaus, Aino, Työn hakeminen: mitä muut ajattelevat, Äiti on iloinen. (nro 3)"
    )
    told = coach.did("--lang", "en", "--json", "find", "iloinen")
    assert '"title": "Aino, Looking for work: what others think"' in told
