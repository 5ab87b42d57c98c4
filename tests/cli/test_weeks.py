"""The week's employer contacts beside their target."""

from tests.cli.running import Coach, answered, refused
from tests.cli.test_contacts import TALLY


def _a_week(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--start", "1.10.2026")
    coach.did("log", "Aitta", "--purpose", "needs", "--client", "AK")
    coach.did("log", "Pesula", "--purpose", "offer", "--date", "eilen")
    coach.did("log", "Aitta", "--purpose", "support")
    coach.did("log", "Aitta", "--purpose", "thanks")
    coach.did("log", "Pesula", "--way", "phone")
    coach.did("log", "Aitta", "--date", "18.11.")


def test_the_week_is_told_line_by_line(coach: Coach) -> None:
    _a_week(coach)
    assert coach.run("tally") == answered(
        "vko 48, 23.11.2026–29.11.2026\n"
        "Työnantajatapaamisia: 2/6\n"
        "Neljän viikon keskiarvo: 0,75\n"
        "Tukikäyntejä työpaikoilla: 1\n"
        "Kiitoskäyntejä: 1\n"
        "Kaikki yhteydenotot tavan mukaan: tapaaminen kasvotusten 4, videotapaaminen 0, puhelu 1, viesti 0, "
        "tapahtuma 0\n"
        "Kaikki yhteydenotot tarkoituksen mukaan: tarpeisiin tutustuminen 1, työnhakijan esittely 1, "
        "tuki työpaikalla 1, kiitos 1, tarkoitus kirjaamatta 1\n"
        "Asiakkaan asialla: 1\n"
        "Ilman asiakasta: 4\n"
        "Työpäiviä: 5, tämän päivän jälkeen jäljellä 3\n"
    )


def test_the_week_is_told_in_english(english: Coach) -> None:
    _a_week(english)
    assert english.run("tally") == answered(
        "week 48, 23 Nov 2026–29 Nov 2026\n"
        "Meetings with employers: 2/6\n"
        "Mean of four weeks: 0.75\n"
        "Support visits to workplaces: 1\n"
        "Visits to say thanks: 1\n"
        "All contacts by way: meeting in person 4, video meeting 0, phone call 1, message 0, event 0\n"
        "All contacts by purpose: getting to know needs 1, offering a job seeker 1, "
        "support at the workplace 1, thanks 1, purpose not recorded 1\n"
        "For a client: 1\n"
        "Without a client: 4\n"
        "Working days: 5, 3 left after today\n"
    )


def test_the_week_is_given_whole_as_json(coach: Coach) -> None:
    _a_week(coach)
    assert coach.json("tally") == TALLY | {
        "in_person": 2,
        "support_visits": 1,
        "thanks": 1,
        "mean_of_4_weeks": 0.75,
        "by_way": {"meeting": 4, "video": 0, "phone": 1, "message": 0, "event": 0},
        "by_purpose": {"needs": 1, "offer": 1, "support": 1, "thanks": 1, "unknown": 1},
        "with_client": 1,
        "without_client": 4,
    }


def test_a_week_with_a_holiday_names_it(coach: Coach) -> None:
    told = coach.did("tally", "--week", "2026-W53").splitlines()
    assert told[0] == "vko 53, 28.12.2026–3.1.2027"
    assert told[-2:] == ["Työpäiviä: 4", "Pyhä: Uudenvuodenpäivä, pe 1.1."]
    given = coach.json("--lang", "en", "tally", "--week", "53")
    assert isinstance(given, dict)
    assert given["holidays"] == [{"date": "2027-01-01", "name": "New Year's Day"}]


def test_a_changed_share_of_full_time_changes_the_target(coach: Coach) -> None:
    coach.did("settings", "full_time_share", "50")
    assert "Työnantajatapaamisia: 0/3\n" in coach.did("tally")
    assert "Työnantajatapaamisia: 0/6\n" in coach.did("tally", "--week", "47")


def test_there_is_no_week_54(coach: Coach, english: Coach) -> None:
    sentence = "The week 54 does not exist. A year has 52 or 53 weeks."
    assert english.run("tally", "--week", "54") == refused(2, sentence)


def test_not_every_year_has_week_53(coach: Coach) -> None:
    sentence = "Viikkoa 2025-W53 ei ole. Vuodessa on 52 tai 53 viikkoa."
    assert coach.run("tally", "--week", "2025-W53") == refused(2, sentence)
