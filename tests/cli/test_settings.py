"""The coach's settings, by commands."""

import pytest

from tests.cli.running import Coach, Told, answered, refused

EVERY = {
    "language": "fi",
    "theme": "dark",
    "keys": "",
    "lock_after_minutes": "10",
    "records_for": None,
    "service_words": "",
    "full_time_share": "100",
    "weekly_target": "6",
    "tally_counts_support": "no",
    "minutes.meeting": "60",
    "minutes.in_person": "60",
    "minutes.video": "45",
    "minutes.phone": "15",
    "minutes.message": "10",
    "minutes.event": "120",
    "place.meeting": "workplace",
    "place.in_person": "office",
    "place.video": "remote",
    "place.phone": "remote",
    "place.message": "remote",
    "place.event": "community",
    "kilometres": "no",
    "signal.safety_concern": "3/3/6",
    "signal.before_start": "7/7/6",
    "signal.three_days": "3/3/6",
    "signal.job_ended": "3/3/6",
    "signal.weekly": "7/2/5",
    "signal.reach_out": "2/2/5",
    "signal.first_employer_contact": "30/10/5",
    "signal.trial_ends": "14/14/5",
    "signal.lead_closes": "7/5/5",
    "signal.lead_interview": "7/5/5",
    "signal.monthly": "30/7/4",
    "signal.as_agreed": "30/7/4",
    "signal.agree_after_year": "30/14/4",
    "signal.subsidy_ends": "30/14/4",
    "signal.fixed_term_ends": "30/14/4",
    "signal.unpaid_decision": "30/14/4",
    "signal.next_step": "7/3/4",
    "signal.appointment_outcome": "1/1/4",
    "signal.report_due": "14/14/4",
    "signal.leave_ahead": "14/14/4",
    "signal.no_contact": "14/3/3",
    "signal.nothing_agreed": "14/7/3",
    "signal.unseen": "30/5/3",
    "signal.find_out": "14/3/3",
    "signal.lead_silent": "14/3/3",
    "signal.unpaid_ask": "90/14/3",
    "signal.workplace_visit": "60/14/2",
    "signal.disclosure_review": "60/14/2",
    "signal.benefit_check": "30/14/2",
    "signal.retention": "30/14/2",
    "signal.rest_ends": "30/7/2",
    "signal.partner_contact": "30/7/2",
}


def test_every_setting_is_given_as_json(coach: Coach) -> None:
    assert coach.json("settings") == EVERY


def test_every_setting_is_told_with_what_it_is_about(coach: Coach) -> None:
    told = coach.did("settings").splitlines()
    assert [line.partition(":")[0] for line in told] == list(EVERY)
    assert told[0] == "language: fi (ohjelman kieli: fi tai en)"
    assert coach.did("--lang", "en", "settings", "weekly_target") == (
        "weekly_target: 6 (weekly target at full time: meetings with employers, from this week on)\n"
    )


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("theme", "high_contrast"),
        ("keys", "done=f5 log=ctrl+k"),
        ("lock_after_minutes", "45"),
        ("records_for", "employer"),
        ("full_time_share", "60"),
        ("weekly_target", "5"),
        ("minutes.phone", "20"),
        ("signal.unseen", "21/5/3"),
        ("signal.no_contact", "off"),
        ("signal.unseen", "30/5/2.5"),
    ],
)
def test_a_setting_is_changed(coach: Coach, key: str, value: str) -> None:
    assert coach.json("settings", key, value) == {key: value}
    assert coach.json("settings") == EVERY | {key: value}


@pytest.mark.parametrize("share", [("60%",), ("60", "%"), ("60",)])
def test_a_share_may_be_given_with_its_sign(coach: Coach, share: tuple[str, ...]) -> None:
    assert coach.json("settings", "full_time_share", *share) == {"full_time_share": "60"}
    assert coach.run("settings", "weekly_target", "5%").code == 2


def test_a_changed_language_is_spoken_at_once(coach: Coach) -> None:
    assert coach.did("settings", "language", "en") == "language: en (the program's language: fi or en)\n"
    assert coach.did("triage") == ("There are no clients on the list. Add one: valmentaja client add NAME\n")


def test_changed_minutes_are_those_of_the_next_contact(coach: Coach) -> None:
    coach.did("settings", "minutes.phone", "20")
    assert "puhelu, 20 min" in coach.did("log", "Aitta", "--way", "phone")


def test_a_signal_that_is_off_is_not_raised(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--start", "1.10.2026")
    for kind in ("no_contact", "nothing_agreed", "first_employer_contact"):
        coach.did("settings", f"signal.{kind}", "off")
    assert coach.did("triage") == "myöhässä: Aino, V1: ei vielä tavattu, aloituksesta 54 pv, 24 pv yli\n"


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("hobby",), 2, "Asetusta hobby ei ole. Kaikki asetukset: valmentaja settings"),
        (("language", "sv"), 2, "Asetus language voi olla: fi, en. Se jäi ennalleen."),
        (
            ("theme", "pinkki"),
            2,
            "Asetus theme voi olla: dark, light, high_contrast, terminal. Se jäi ennalleen.",
        ),
        (
            ("lock_after_minutes", "0"),
            2,
            "Asetus lock_after_minutes on kokonaisluku 1–120. Se jäi ennalleen.",
        ),
        (
            ("keys", "done"),
            2,
            (
                "Tätä ei voi lukea: done. Anna toiminto ja näppäin, kukin toiminto kerran, esimerkiksi done=f5. "
                "Asetus jäi ennalleen."
            ),
        ),
        (("weekly_target", "99"), 2, "Asetus weekly_target on kokonaisluku 1–40. Se jäi ennalleen."),
        (("weekly_target", "kuusi"), 2, "Asetus weekly_target on kokonaisluku 1–40. Se jäi ennalleen."),
        (
            ("signal.unseen", "usein"),
            2,
            (
                "Tätä ei voi lukea: usein. Anna kolme lukua, päivät, ennakko ja paino, esimerkiksi 14/3/3. Syyn saa "
                "pois käytöstä sanalla off, jos sitä ei aina tarvita. Asetus jäi ennalleen."
            ),
        ),
        (
            ("signal.unseen", "30/40/3"),
            2,
            "unseen: ennakko on 0–30 päivää eli enintään väli, annettu 40. Asetus jäi ennalleen.",
        ),
        (
            ("signal.unseen", "0/0/3"),
            2,
            "unseen: väli on 1–3660 päivää, annettu 0. Asetus jäi ennalleen.",
        ),
    ],
)
def test_what_a_setting_does_not_take_leaves_it_as_it_was(
    coach: Coach, words: tuple[str, ...], code: int, sentence: str
) -> None:
    assert coach.run("settings", *words) == refused(code, sentence)
    assert coach.json("settings") == EVERY


def test_a_setting_is_shown_alone(coach: Coach) -> None:
    assert coach.run("settings", "language") == answered("language: fi (ohjelman kieli: fi tai en)\n")


def test_names_that_are_there_stay_when_it_is_not_yet_known_who_is_responsible(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "A1")
    coach.did("client", "add", "--code", "B1")
    said = coach.run("settings", "records_for", "not_yet_known")
    assert (said.code, said.err) == (
        0,
        "Yhden asiakkaan nimi on kirjattu jo. Se jää; uusia nimiä ei oteta, ennen kuin vastuu selviää.\n",
    )
    assert "Aino" in coach.did("client", "show", "A1")
    assert coach.run("settings", "records_for", "self").err == ""


# What a setting of the list would do

TRY = ("settings", "signal.unseen", "60/5/3", "--try")
SEEN_LATE = (
    "myöhässä 1 → 0 · tänään 0 → 0 · tulossa 0 → 0",
    "Aino: myöhässä 1. → ei listalla",
)


def _only_to_be_seen(coach: Coach) -> None:
    """Aino, who is to be seen and is late for nothing else."""
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    for kind in ("no_contact", "nothing_agreed", "first_employer_contact"):
        coach.did("settings", f"signal.{kind}", "off")


def test_numbers_are_tried_on_the_list_and_nothing_is_changed(coach: Coach) -> None:
    _only_to_be_seen(coach)
    before = coach.counts()
    said = coach.run(*TRY)
    assert said.out.splitlines() == list(SEEN_LATE)
    assert (said.code, said.err) == (0, "Tämä oli kokeilu. signal.unseen on yhä 30/5/3.\n")
    assert coach.counts() == before
    assert coach.json("settings", "signal.unseen") == {"signal.unseen": "30/5/3"}


def test_numbers_are_tried_in_english(coach: Coach) -> None:
    _only_to_be_seen(coach)
    said = coach.run("--lang", "en", *TRY)
    assert said.out.splitlines() == [
        "late 1 → 0 · today 0 → 0 · soon 0 → 0",
        "Aino: late, no. 1 → not on the list",
    ]
    assert said.err == "This was only tried. signal.unseen is still 30/5/3.\n"
    assert coach.run("--lang", "en", "settings", "signal.unseen", "31/5/3", "--try").out == (
        "changes nothing in today's list\n"
    )


def test_what_numbers_would_do_is_given_whole_as_json(coach: Coach) -> None:
    _only_to_be_seen(coach)
    moved: Told = {
        "about": "client",
        "client": {"id": 1, "name": "Aino", "code": "AK"},
        "employer": None,
        "band_before": "late",
        "band_after": None,
        "place_before": 1,
        "place_after": None,
    }
    assert coach.json(*TRY) == {
        "kind": "unseen",
        "before": {"late": 1, "today": 0, "soon": 0},
        "after": {"late": 0, "today": 0, "soon": 0},
        "moved": [moved],
    }
    assert coach.json("settings", "signal.no_contact", "14/3/3", "--try") == {
        "kind": "no_contact",
        "before": {"late": 1, "today": 0, "soon": 0},
        "after": {"late": 1, "today": 0, "soon": 0},
        "moved": [],
    }


def test_numbers_that_are_kept_say_what_they_were_and_what_they_do(coach: Coach) -> None:
    _only_to_be_seen(coach)
    told = coach.did("settings", "signal.unseen", "60/5/3").splitlines()
    assert told[0].startswith("signal.unseen: 60/5/3 (")
    assert told[1:] == ["  ennen: 30/5/3", *(f"  {line}" for line in SEEN_LATE)]
    assert coach.did("--lang", "en", "settings", "signal.unseen", "60/5/3").splitlines()[1:] == [
        "  before: 60/5/3",
        "  changes nothing in today's list",
    ]


NOTHING_TO_TRY = (
    "--try kokeilee listan syyn lukuja: valmentaja settings signal.unseen 21/5/3 --try. Mitään ei muutettu."
)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ((), NOTHING_TO_TRY),
        (("signal.unseen",), NOTHING_TO_TRY),
        (("weekly_target", "5"), NOTHING_TO_TRY),
        (("hobby", "5"), "Asetusta hobby ei ole. Kaikki asetukset: valmentaja settings"),
        (
            ("signal.unseen", "30/40/3"),
            "unseen: ennakko on 0–30 päivää eli enintään väli, annettu 40. Asetus jäi ennalleen.",
        ),
        (
            ("signal.unseen", "off"),
            (
                "Tätä syytä ei voi poistaa käytöstä: jokainen asiakas tavataan. Voit pidentää väliä. Asetus jäi "
                "ennalleen."
            ),
        ),
    ],
)
def test_what_cannot_be_tried_is_said(coach: Coach, words: tuple[str, ...], sentence: str) -> None:
    assert coach.run("settings", *words, "--try") == refused(2, sentence)
    assert coach.json("settings") == EVERY


def test_an_identity_code_in_the_words_about_the_service_is_masked_and_said(coach: Coach) -> None:
    said = coach.run("settings", "service_words", "Kysy 131052-308T.")
    assert said.err == "Henkilötunnus peitettiin: sitä ei tallenneta.\n"
    assert "Kysy 131052-••••." in said.out
