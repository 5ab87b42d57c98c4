"""Answers and question sets by commands: kept, read out, compared, found out, put on paper."""

import json
from collections.abc import Sequence

import pytest

from tests.cli.running import Coach, Said, Told, answered, refused

THOUGHTS = "job_search.thoughts"
WORDING = "Mitä mieleesi tulee työn hakemisesta, työnteosta ja työssä pysymisestä? Mitä olet itse kokenut?"
ANSWER: Told = {
    "id": 4,
    "round": 1,
    "by": "client",
    "text": "Pelottaa vähän.",
    "on": "2026-11-24",
    "state": "answered",
    "find_out_how": None,
    "find_out_on": None,
    "settled_on": None,
}
QUESTION: Told = {
    "id": THOUGHTS,
    "set": "job_search",
    "state": "answered",
    "answers": [ANSWER],
    "find_out_on": None,
    "find_out_how": None,
    "number": 1,
    "question": WORDING,
    "led_to": [],
}


@pytest.fixture(autouse=True)
def _clients(request: pytest.FixtureRequest) -> None:
    """Aino, and Veli, whose coaching has ended."""
    coach: Coach = request.getfixturevalue("coach")
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("client", "add", "Veli", "--code", "VV", "--start", "1.10.2026")
    coach.did("client", "end", "VV", "--reason", "muutto", "--carried-on-by", "Turku")


def question(coach: Coach, *words: str, on: str = "2026-11-24") -> Told:
    told = coach.json(*words, on=on)
    assert isinstance(told, dict)
    return told


def listed(coach: Coach, *words: str, on: str = "2026-11-24") -> list[Told]:
    told = coach.json("questions", "AK", *words, on=on)
    assert isinstance(told, list)
    return told


def answers(told: Told) -> list[Told]:
    held = told["answers"]
    assert isinstance(held, list)
    return held


# One answer


def test_an_answer_is_kept_and_said_back(coach: Coach) -> None:
    assert coach.run("answer", "AK", THOUGHTS, "Pelottaa", "vähän.") == answered(
        "Kirjattu: Aino, Työn hakeminen, kysymys 1, ajatuksia työstä: vastattu\n"
        "  asiakas, 24.11.2026: Pelottaa vähän.\n"
    )


def test_an_answer_is_said_back_in_english(english: Coach) -> None:
    assert english.run("answer", "AK", THOUGHTS, "A bit", "afraid.", "--by", "coach") == answered(
        "Kept: Aino, Looking for work, question 1, thoughts about work: answered\n"
        "  coach, 24 Nov 2026: A bit afraid.\n"
    )


def test_an_answer_gives_the_question_as_json_with_its_keys_in_order(coach: Coach) -> None:
    told = question(coach, "answer", "AK", THOUGHTS, "Pelottaa vähän.")
    assert list(told.items()) == list(QUESTION.items())
    assert list(answers(told)[0].items()) == list(ANSWER.items())


def test_the_keys_and_the_words_of_scripts_are_the_same_in_english(english: Coach) -> None:
    told = question(english, "answer", "AK", THOUGHTS, "Pelottaa vähän.")
    wording = "What comes to mind about looking for work, doing it and keeping it? What have you been through yourself?"
    assert told == QUESTION | {"question": wording}


@pytest.mark.parametrize(
    "named",
    [
        ("job_search.thoughts",),
        ("thoughts",),
        ("Thoughts",),
        ("ajatuksia työstä",),
        ("thoughts about work",),
        ("job_search 1",),
        ("job_search.1",),
        ("työn hakeminen 1",),
        ("job_search", "1"),
        ("työn", "hakeminen", "1."),
        ("hakeminen", "1"),
    ],
)
def test_a_question_is_named_by_id_name_or_number(coach: Coach, named: Sequence[str]) -> None:
    told = question(coach, "answer", "AK", *named, "Pelottaa vähän.")
    assert (told["id"], answers(told)[0]["text"]) == (THOUGHTS, "Pelottaa vähän.")


def test_a_number_after_a_question_is_its_answer(coach: Coach) -> None:
    told = question(coach, "answer", "AK", "likelihood_signs", "7")
    assert answers(told)[0]["text"] == "7"
    told = question(coach, "answer", "AK", "job_search", "9", "8", "tai", "9")
    assert answers(told)[0]["text"] == "8 tai 9"


def test_an_unknown_question_names_near_ones_or_shows_an_id(coach: Coach) -> None:
    assert coach.run("answer", "AK", "job_search.thouhts", "x") == refused(
        1, "Kysymystä job_search.thouhts ei ole. Mitään ei tallennettu. Tarkoititko: job_search.thoughts?"
    )
    assert coach.run("answer", "AK", "zzz", "x") == refused(
        1,
        "Kysymystä zzz ei ole. Mitään ei tallennettu. Kysymyksen tunnus on tällainen: job_search.thoughts.",
    )
    assert coach.run("answer", "AK", "doing_work", "10", "x").code == 1
    assert coach.counts()["answer"] == 0


def test_each_state_is_kept(coach: Coach) -> None:
    told = question(coach, "answer", "AK", THOUGHTS, "Ehkä.", "--best-guess")
    assert (told["state"], answers(told)[0]["text"]) == ("best_guess", "Ehkä.")
    assert question(coach, "answer", "AK", THOUGHTS, "--not-needed")["state"] == "not_needed"
    assert question(coach, "answer", "AK", THOUGHTS, "--dont-know")["state"] == "dont_know"
    told = question(coach, "answer", "AK", THOUGHTS, "Nyt tiedän.")
    assert (told["state"], answers(told)[0]["text"]) == ("answered", "Nyt tiedän.")


def test_an_answer_turns_out_to_be_a_guess_without_being_typed_again(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Ehkä.")
    told = question(coach, "answer", "AK", THOUGHTS, "--best-guess")
    assert (told["state"], answers(told)[0]["text"]) == ("best_guess", "Ehkä.")
    assert coach.run("answer", "AK", "own_stance", "--best-guess") == refused(2, "Puuttuu: TEKSTI.")


def test_what_is_not_known_is_found_out_on_a_day_and_then_stays_readable(coach: Coach) -> None:
    words = ("answer", "AK", "finances_now_after", "--find-out", "1.12.", "--how", "kysytään Kelasta")
    assert coach.did(*words) == (
        "Kirjattu: Aino, Työn hakeminen, kysymys 4, rahat nyt ja töissä: en tiedä vielä\n"
        "  asiakas, en tiedä vielä, 24.11.2026\n"
        "  selvitetään yhdessä, ti 1.12.2026: kysytään Kelasta\n"
    )
    (waiting,) = listed(coach, "--to-find-out")
    assert (waiting["id"], waiting["find_out_on"]) == ("job_search.finances_now_after", "2026-12-01")
    told = question(coach, "answer", "AK", "finances_now_after", "Riittävät.", on="2026-12-01")
    assert (told["state"], told["find_out_on"], told["find_out_how"]) == ("answered", None, None)
    assert [(one["state"], one["text"], one["on"], one["settled_on"]) for one in answers(told)] == [
        ("dont_know", None, "2026-11-24", "2026-12-01"),
        ("answered", "Riittävät.", "2026-12-01", None),
    ]
    assert listed(coach, "--to-find-out", on="2026-12-01") == []


def test_a_plan_alone_means_that_it_is_not_known(coach: Coach) -> None:
    told = question(coach, "answer", "AK", THOUGHTS, "--how", "kokeillaan")
    assert (told["state"], told["find_out_how"], told["find_out_on"]) == ("dont_know", "kokeillaan", None)


def test_a_day_that_is_over_is_refused_and_today_is_not(coach: Coach) -> None:
    assert coach.run("answer", "AK", THOUGHTS, "--find-out", "eilen") == refused(
        1, "23.11.2026 on jo ohi. Ei tallennettu. Anna päivä, jona ehditte selvittää asian."
    )
    assert question(coach, "answer", "AK", THOUGHTS, "--find-out", "tänään")["find_out_on"] == "2026-11-24"


@pytest.mark.parametrize(
    ("options", "given"),
    [
        (("--best-guess", "--dont-know"), "--best-guess, --dont-know"),
        (("--not-needed", "--dont-know"), "--dont-know, --not-needed"),
        (("--best-guess", "--find-out", "1.12."), "--best-guess, --find-out"),
        (("--not-needed", "--how", "x"), "--not-needed, --how"),
    ],
)
def test_options_that_contradict_each_other_are_refused(
    coach: Coach, options: Sequence[str], given: str
) -> None:
    assert coach.run("answer", "AK", THOUGHTS, "x", *options) == refused(
        2, f"Nämä eivät sovi yhteen: {given}. Mitään ei tallennettu."
    )
    assert coach.counts()["answer"] == 0


def test_views_are_kept_apart_the_clients_first(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Innostuu.", "--by", "valmentaja")
    coach.did("answer", "AK", THOUGHTS, "Jännittää.", "--by", "Läheinen")
    coach.did("answer", "AK", THOUGHTS, "Jaksaa.", "--by", "professional")
    told = question(coach, "answer", "AK", THOUGHTS, "Pelottaa.")
    assert {one["by"]: one["text"] for one in answers(told)} == {
        "coach": "Innostuu.",
        "close": "Jännittää.",
        "professional": "Jaksaa.",
        "client": "Pelottaa.",
    }
    assert coach.did("questions", "AK", "hakeminen").splitlines()[2:8] == [
        "1. Ajatuksia työstä: vastattu (job_search.thoughts)",
        f"  {WORDING}",
        "  asiakas, 24.11.2026: Pelottaa.",
        "  valmentaja, 24.11.2026: Innostuu.",
        "  läheinen, 24.11.2026: Jännittää.",
        "  ammattilainen, 24.11.2026: Jaksaa.",
    ]
    assert coach.run("answer", "AK", THOUGHTS, "x", "--by", "naapuri") == refused(
        2,
        "--by ei voi olla naapuri. Vaihtoehdot: asiakas (client), valmentaja (coach), läheinen (close), "
        "ammattilainen (professional).",
    )


def test_an_answer_is_read_from_standard_input(coach: Coach) -> None:
    assert coach.did("answer", "AK", THOUGHTS, "-", typed="Eka rivi.\nToka rivi.\n") == (
        "Kirjattu: Aino, Työn hakeminen, kysymys 1, ajatuksia työstä: vastattu\n"
        "  asiakas, 24.11.2026: Eka rivi.\n"
        "    Toka rivi.\n"
    )


@pytest.mark.parametrize(
    ("words", "typed", "refusal"),
    [
        ((), "", refused(2, "Puuttuu: TEKSTI.")),
        (("",), "", refused(1, "Tähän tarvitaan tekstiä. Mitään ei tallennettu.")),
        (("  ",), "", refused(1, "Tähän tarvitaan tekstiä. Mitään ei tallennettu.")),
        (("-",), "\n", refused(1, "Tähän tarvitaan tekstiä. Mitään ei tallennettu.")),
    ],
)
def test_an_answer_needs_words(coach: Coach, words: Sequence[str], typed: str, refusal: Said) -> None:
    assert coach.run("answer", "AK", THOUGHTS, *words, typed=typed) == refusal
    assert coach.counts()["answer"] == 0


def test_an_answer_of_a_million_characters_is_kept_and_one_more_is_not(coach: Coach) -> None:
    longest = "ä" * 1_000_000
    told = json.loads(coach.did("--json", "answer", "AK", THOUGHTS, "-", typed=longest))
    assert told["answers"][0]["text"] == longest
    said = coach.run("answer", "AK", THOUGHTS, "-", typed=longest + "ä")
    assert said.code == 1
    assert "Teksti on liian pitkä: 1000001 merkkiä" in said.err


def test_an_answer_that_commands_a_terminal_is_shown_harmless(coach: Coach) -> None:
    said = coach.did("answer", "AK", THOUGHTS, "\x1b[2J{text}%s")
    assert "␛[2J{text}%s" in said
    assert "\x1b" not in coach.did("questions", "AK", "hakeminen")


def test_who_has_ended_is_asked_nothing_but_is_still_read(coach: Coach) -> None:
    ended = refused(1, "Mitään ei tallennettu, sillä yhteistyö on jo päättynyt: Veli")
    assert coach.run("answer", "VV", THOUGHTS, "x") == ended
    assert coach.run("ask", "VV", "job_search") == ended
    assert coach.run("questions", "VV", "job_search", "--new-round") == ended
    assert coach.run("questions", "VV").code == 0


def test_an_answer_is_undone_by_name(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.")
    assert "vastaus: Aino, Työn hakeminen, kysymys 1" in coach.did("undo")
    assert listed(coach, "job_search")[0]["answers"] == []


# The sets


def test_all_questions_are_listed_as_json_in_their_order(coach: Coach) -> None:
    told = listed(coach)
    assert [one["set"] for one in told] == ["job_search"] * 12 + ["doing_work"] * 9 + ["staying_in_work"] * 5
    assert told[0] == QUESTION | {"state": "open", "answers": []}
    assert [one["number"] for one in listed(coach, "doing_work")] == list(range(1, 10))
    assert listed(coach, "työssä", "pysyminen") == told[21:]


def test_sets_that_nobody_has_begun_are_told_shortly_unless_asked_for(coach: Coach) -> None:
    assert coach.did("questions", "AK") == (
        "Työn hakeminen (job_search): 12 kysymystä, ei vielä aloitettu\n"
        "Sopii nyt: tästä profiili alkaa.\n"
        "\n"
        "Työn tekeminen (doing_work): 9 kysymystä, ei vielä aloitettu\n"
        "\n"
        "Työssä pysyminen (staying_in_work): 5 kysymystä, ei vielä aloitettu\n"
    )
    assert coach.did("questions", "AK", "pysyminen").splitlines()[:3] == [
        "Työssä pysyminen (staying_in_work): 5 kysymystä, ei vielä aloitettu",
        "1. 3–5 vuoden päästä: avoin (staying_in_work.three_to_five_years)",
        "  Millaisessa työssä näet itsesi kolmen, neljän, viiden vuoden päästä?",
    ]


def test_a_set_is_read_out_one_fact_a_line(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.", on="2026-10-20")
    coach.did("answer", "AK", "others_views", "--find-out", "1.12.2026", on="2026-10-20")
    coach.did("answer", "AK", "own_stance", "--not-needed", on="2026-10-20")
    coach.did("questions", "AK", "job_search", "--new-round")
    coach.did("answer", "AK", THOUGHTS, "Ei enää pelota.")
    assert coach.did("questions", "AK", "job_search").splitlines()[:12] == [
        "Työn hakeminen (job_search): kierros 2, 24.11.2026",
        "Vastattu 1",
        "1. Ajatuksia työstä: vastattu (job_search.thoughts)",
        f"  {WORDING}",
        "  asiakas, 24.11.2026: Ei enää pelota.",
        "  kierros 1, asiakas, 20.10.2026: Pelottaa.",
        "2. Mitä muut ajattelevat: avoin (job_search.others_views)",
        "  Mitä perheesi ja ystäväsi ajattelevat siitä, että haet töitä? Entä virkailijat, joita tapaat?",
        "  kierros 1, asiakas, en tiedä vielä, 20.10.2026",
        "  selvitetään yhdessä, ti 1.12.2026",
        "3. Oma kanta: avoin (job_search.own_stance)",
        "  Millä mielellä ja millä vauhdilla töitä kannattaa sinusta hakea? Miksi juuri niin?",
    ]


def test_a_set_is_read_out_in_english_and_in_plain_wording(english: Coach) -> None:
    english.did("answer", "AK", THOUGHTS, "Afraid.")
    assert english.did("questions", "AK", "looking", "for", "work", "--plain").splitlines()[:5] == [
        "Looking for work (job_search): round 1, 24 Nov 2026",
        "Answered 1",
        "1. Thoughts about work: answered (job_search.thoughts)",
        "  What do you think about work and finding it? What has it been like for you?",
        "  client, 24 Nov 2026: Afraid.",
    ]


def test_a_client_who_wishes_plain_wording_is_read_it(coach: Coach) -> None:
    coach.did("client", "set", "AK", "plain_wording", "yes")
    assert "  Mitä ajattelet työstä ja työn hakemisesta? Mitä olet itse kokenut?\n" in coach.did(
        "questions", "AK", "job_search"
    )


def test_an_unknown_set_lists_those_there_are(coach: Coach) -> None:
    sentence = (
        "Kysymyssarjaa haaveet ei ole. Sarjat ovat: työn hakeminen (job_search), työn tekeminen (doing_work), "
        "työssä pysyminen (staying_in_work)."
    )
    assert coach.run("questions", "AK", "haaveet") == refused(1, sentence)
    assert coach.run("ask", "AK", "haaveet") == refused(1, sentence)


def test_the_answers_of_all_rounds_and_views_come_by_round_and_day(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "b", "--by", "coach", on="2026-10-20")
    coach.did("answer", "AK", THOUGHTS, "a", on="2026-10-21")
    coach.did("answer", "AK", THOUGHTS, "b2", "--by", "coach", on="2026-10-22")
    coach.did("questions", "AK", "job_search", "--new-round", on="2026-11-01")
    coach.did("answer", "AK", THOUGHTS, "c")
    told = listed(coach, "job_search")[0]
    assert [(one["round"], one["by"], one["text"], one["on"]) for one in answers(told)] == [
        (1, "client", "a", "2026-10-21"),
        (1, "coach", "b2", "2026-10-22"),
        (2, "client", "c", "2026-11-24"),
    ]


# What waits


def test_what_waits_is_told_by_day_and_the_own_chances_only_with_their_question(coach: Coach) -> None:
    coach.did("answer", "AK", "likelihood_signs", "--find-out", "30.11.", "--how", "luku kerrotaan")
    coach.did("answer", "AK", "why_suits", "--dont-know", "--by", "coach")
    coach.did("answer", "AK", "finances_now_after", "--find-out", "1.12.", "--how", "kysytään Kelasta")
    assert coach.did("questions", "AK", "--to-find-out") == (
        "ma 30.11.2026: usko onnistumiseen (job_search.likelihood_signs)\n"
        "  asiakas\n"
        "ti 1.12.2026: rahat nyt ja töissä (job_search.finances_now_after)\n"
        "  asiakas\n"
        "  kysytään Kelasta\n"
        "Päivää ei ole sovittu: miksi työ sopii (doing_work.why_suits)\n"
        "  valmentaja\n"
    )
    assert [one["id"] for one in listed(coach, "doing_work", "--to-find-out")] == ["doing_work.why_suits"]
    assert coach.did("questions", "AK", "pysyminen", "--to-find-out") == "Mikään ei odota selvittämistä.\n"


# Rounds


def test_a_round_is_begun_and_undone(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.")
    assert coach.run("questions", "AK", "job_search", "--new-round") == answered(
        "Kierros 2 on alkanut: Aino, Työn hakeminen. Vanhat vastaukset säilyvät.\n"
    )
    assert coach.run("questions", "AK", "job_search", "--new-round") == refused(
        1, "Kierros 2 on jo alkanut, eikä siihen ole vielä vastattu. Mitään ei muutettu."
    )
    assert listed(coach, "job_search")[0]["state"] == "open"
    assert "kysymyskierros aloitettu: Aino, Työn hakeminen" in coach.did("undo")
    assert listed(coach, "job_search")[0]["state"] == "answered"


def test_a_round_begun_gives_the_questions_as_json(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.")
    told = listed(coach, "job_search", "--new-round")
    assert (told[0]["state"], len(answers(told[0])), len(told)) == ("open", 1, 12)


def test_a_round_or_a_comparison_needs_its_set(coach: Coach) -> None:
    sentence = (
        "Sano myös, mitkä kysymykset: työn hakeminen (job_search), työn tekeminen (doing_work), "
        "työssä pysyminen (staying_in_work)."
    )
    for option in ("--new-round", "--compare"):
        assert coach.run("questions", "AK", option) == refused(2, sentence)


def test_two_rounds_are_compared(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.", on="2026-10-20")
    coach.did("answer", "AK", "others_views", "Äiti on iloinen.", on="2026-10-20")
    coach.did("answer", "AK", "own_stance", "Rauhassa.", on="2026-10-20")
    coach.did("questions", "AK", "job_search", "--new-round")
    coach.did("answer", "AK", THOUGHTS, "Ei enää pelota.")
    coach.did("answer", "AK", "others_views", "Äiti on iloinen.")
    coach.did("answer", "AK", "obstacles", "Matka.", "--best-guess")
    assert coach.did("questions", "AK", "job_search", "--compare").splitlines()[:-1] == [
        "Aino, Työn hakeminen: kierros 1, 20.10.2026, ja kierros 2, 24.11.2026",
        "1. Ajatuksia työstä (job_search.thoughts)",
        "  asiakas: muuttunut",
        "  silloin, 20.10.2026: Pelottaa.",
        "  nyt, 24.11.2026: Ei enää pelota.",
        "2. Mitä muut ajattelevat (job_search.others_views)",
        "  asiakas: ennallaan",
        "  nyt, 24.11.2026: Äiti on iloinen.",
        "3. Oma kanta (job_search.own_stance)",
        "  asiakas: vielä avoin",
        "  silloin, 20.10.2026: Rauhassa.",
        "6. Esteet ja huolet (job_search.obstacles)",
        "  asiakas: uutta",
        "  nyt, paras arvaus tähän asti, 24.11.2026: Matka.",
    ]
    told = listed(coach, "job_search", "--compare")
    assert [one["changed"] for one in told] == [True, False, False, False, False, True, *[False] * 6]
    views = told[0]["views"]
    assert isinstance(views, list)
    (view,) = views
    assert (view["by"], view["moved"]) == ("client", "changed")
    assert (view["earlier"]["text"], view["later"]["round"]) == ("Pelottaa.", 2)
    assert told[3]["views"] == []


def test_one_round_has_nothing_to_be_compared_with(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.")
    assert coach.run("questions", "AK", "job_search", "--compare") == refused(
        1, "Verrattavaa ei vielä ole, koska kierroksia on vähemmän kuin kaksi: Työn hakeminen."
    )


# On paper


def test_an_empty_form_is_told_or_written(coach: Coach) -> None:
    told = coach.did("questions", "AK", "pysyminen", "--empty")
    assert told.startswith("Työssä pysyminen\n\nKatsotaan vuosia eteenpäin:")
    assert "Aino" not in told
    file = coach.home.parent / "lomake.html"
    assert coach.run("questions", "AK", "--empty", "--to", str(file)) == answered(
        f"Kirjoitettu tiedostoon {file}. Tiedosto ei ole salattu.\n"
    )
    assert file.read_text(encoding="utf-8").count("<h3>") == 26
    assert coach.json("questions", "AK", "--empty", "--to", str(file)) == {"written": [str(file)]}


def test_the_copy_is_by_code_and_for_the_client_alone(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.")
    said = coach.run("questions", "AK", "job_search", "--copy")
    assert said.out.startswith("Vastauksesi, AK: Työn hakeminen\n")
    assert "Sinä, 24.11.2026: Pelottaa.\n" in said.out
    assert "Aino" not in said.out
    assert said.err == "Kopio on asiakkaalle itselleen. Anna se vain hänelle.\n"
    assert coach.json("questions", "AK", "job_search", "--copy") == {
        "title": "Vastauksesi, AK: Työn hakeminen",
        "parts": [
            {"name": "", "text": "Tämä kopio on sinun. Se on tehty 24.11.2026.", "note": "", "lines": 0},
            {"name": f"1. {WORDING}", "text": "Sinä, 24.11.2026: Pelottaa.", "note": "", "lines": 0},
        ],
    }


def test_a_file_alone_is_the_copy_in_the_language_that_is_asked_for(coach: Coach) -> None:
    file = coach.home.parent / "copy.txt"
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.")
    coach.did("--lang", "en", "questions", "AK", "--to", str(file))
    assert file.read_text(encoding="utf-8").startswith("Your answers, AK\n")
    assert file.stat().st_mode & 0o777 == 0o600


def test_papers_that_cannot_be_made_are_refused(coach: Coach) -> None:
    nothing = "Vastauksia ei vielä ole, joten kopiota ei tehty. Tyhjän lomakkeen saat valinnalla --empty."
    assert coach.run("questions", "AK", "--copy") == refused(1, nothing)
    assert coach.run("questions", "AK", "--copy", "--empty") == refused(
        2, "Nämä eivät sovi yhteen: --copy, --empty. Mitään ei tallennettu."
    )
    assert coach.run("questions", "AK", "--to", "x.txt", "--to-find-out").code == 2
    assert coach.run("questions", "AK", "--empty", "--to", "x.pdf").code == 1


# Mending


def test_an_answer_is_not_edited_but_answered_anew(coach: Coach) -> None:
    coach.did("answer", "AK", THOUGHTS, "Pelottaa.")
    assert coach.run("edit", "4", "text", "x") == refused(
        1, "Vastausta ei muuteta näin. Vastaa uudelleen: valmentaja answer AK job_search.thoughts"
    )
    assert coach.run("edit", "3", "number", "7") == refused(
        1, "Kysymyskierrosta ei muuteta näin. Vastaa kysymykseen: valmentaja ask AK job_search"
    )
