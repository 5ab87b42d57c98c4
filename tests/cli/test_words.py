"""Words in everyday Finnish and English are as good as those of the contract, and a slip is met with a suggestion."""

from enum import StrEnum

import pytest

from tests.cli.running import Coach, refused
from valmentaja.cli.command import COMMANDS
from valmentaja.cli.queue import BANDS
from valmentaja.cli.services import REPORTS
from valmentaja.cli.values import listed, word_meant
from valmentaja.content.question_sets import SET_IDS
from valmentaja.model.answer import Whose
from valmentaja.model.appointment import Outcome
from valmentaja.model.client import StatusAtStart
from valmentaja.model.contact import ClientContactWay, EmployerContactWay, MadeBy, Purpose
from valmentaja.model.employer import Sector
from valmentaja.model.leave import LeaveKind
from valmentaja.model.placement import Contract, Initiative, Pay, UnpaidKind
from valmentaja.model.placement_look import Look
from valmentaja.model.step import Owner
from valmentaja.model.supporter import Body
from valmentaja.model.wish import WishPlace
from valmentaja.model.work_support import Decision, SupportKind
from valmentaja.texts import LANGUAGES, Texts
from valmentaja.texts.sorting import name_key

KINDS: dict[str, type[StrEnum] | tuple[str, ...]] = {
    "way": EmployerContactWay,
    "client_way": ClientContactWay,
    "purpose": Purpose,
    "made_by": MadeBy,
    "outcome": Outcome,
    "owner": Owner,
    "sector": Sector,
    "yes_no": ("yes", "no"),
    "alike": ("yes", "new"),
    "status_at_start": StatusAtStart,
    "body": Body,
    "pay": Pay,
    "contract": Contract,
    "unpaid_kind": UnpaidKind,
    "initiative": Initiative,
    "support_kind": SupportKind,
    "decision": Decision,
    "look": Look,
    "wish_place": WishPlace,
    "report": REPORTS,
    "leave_kind": LeaveKind,
    "band": BANDS,
    "whose": Whose,
    "question_set": SET_IDS,
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_means_one_thing_in_both_languages_together(kind: str) -> None:
    meanings: dict[str, str] = {}
    for word in KINDS[kind]:
        for language in LANGUAGES:
            for called in (word, *Texts(language)(f"word.{kind}.{word}").split(", ")):
                assert meanings.setdefault(name_key(called), word) == word
                assert word_meant(called.upper(), KINDS[kind], kind) == word


@pytest.mark.parametrize("kind", KINDS)
def test_the_words_of_scripts_are_listed_in_every_language(kind: str) -> None:
    for language in LANGUAGES:
        told = listed(Texts(language), KINDS[kind], kind)
        assert all(word in told for word in KINDS[kind])
    assert listed(Texts("en"), KINDS[kind], kind) == ", ".join(KINDS[kind])


@pytest.mark.parametrize(
    ("option", "typed", "field", "value"),
    [
        ("--way", "tapaaminen", "way", "meeting"),
        ("--way", "Kasvokkain", "way", "meeting"),
        ("--way", "in_person", "way", "meeting"),
        ("--way", "PUHELU", "way", "phone"),
        ("--way", "viesti", "way", "message"),
        ("--way", "tapahtuma", "way", "event"),
        ("--purpose", "tarpeet", "purpose", "needs"),
        ("--purpose", "esittely", "purpose", "offer"),
        ("--purpose", "työn analyysi", "purpose", "job_analysis"),
        ("--purpose", "TYÖN-ANALYYSI", "purpose", "job_analysis"),
        ("--purpose", "job-analysis", "purpose", "job_analysis"),
        ("--purpose", "kiitos", "purpose", "thanks"),
        ("--made-by", "yhdessä", "made_by", "together"),
        ("--made-by", "asiakas", "made_by", "client"),
    ],
)
def test_an_employer_contact_is_told_in_everyday_words(
    coach: Coach, option: str, typed: str, field: str, value: str
) -> None:
    for language in LANGUAGES:
        told = coach.json("--lang", language, "log", "Aitta", option, typed)
        assert isinstance(told, dict)
        assert told[field] == value


def test_a_letter_with_dots_is_a_letter_of_its_own(coach: Coach) -> None:
    assert coach.run("log", "Aitta", "--made-by", "yhdessa").code == 2


def test_a_client_contact_a_step_and_a_sector_take_everyday_words_too(coach: Coach) -> None:
    coach.did("client", "add", "Aino", "--code", "AK", "--phase", "etsii työtä")
    assert "puhelimitse" in coach.did("meet", "AK", "--way", "puhelu")
    assert "kasvotusten" in coach.did("meet", "AK", "--way", "tapaaminen")
    assert "työnantaja" in coach.did("next", "AK", "soita", "--on", "pe", "--owner", "työnantaja")
    assert "yksityinen" in coach.did("employer", "add", "Pesula", "--sector", "Yksityinen")
    assert "nyt tapaa työnantajia" in coach.did("client", "phase", "AK", "tapaa", "työnantajia")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tirage", "triage"),
        ("lista", "triage"),
        ("Työlista", "triage"),
        ("kirjaa", "log"),
        ("tapaa", "meet"),
        ("päiväkirja", "diary"),
        ("asiakas", "client"),
        ("asiakkaat", "client"),
        ("työnantaja", "employer"),
        ("viikko", "tally"),
        ("kumoa", "undo"),
        ("etsi", "find"),
        ("asetukset", "settings"),
        ("asetuksett", "settings"),
        ("salasana", "passphrase"),
        ("varmuuskopio", "backup"),
        ("ohje", "help"),
        ("journal", "diary"),
        ("clent", "client"),
    ],
)
def test_an_unknown_command_is_answered_with_the_one_that_may_have_been_meant(
    nobody: Coach, typed: str, meant: str
) -> None:
    assert nobody.run(typed) == refused(
        2, f"Komentoa {typed} ei ole. Tarkoititko: {meant}? Komennot näet näin: valmentaja --help"
    )
    assert nobody.run("help", typed).err == nobody.run(typed).err


def test_a_command_like_no_other_is_answered_without_a_guess(nobody: Coach) -> None:
    assert nobody.run("xyzzy") == refused(2, "Komentoa xyzzy ei ole. Komennot näet näin: valmentaja --help")


def test_every_command_has_other_names_that_mean_it_alone() -> None:
    meanings: dict[str, str] = {}
    for command in dict.fromkeys((*(one.words.split()[0] for one in COMMANDS), "help")):
        for language in LANGUAGES:
            for name in Texts(language)(f"names.{command}").split(", "):
                assert meanings.setdefault(name_key(name), command) == command


@pytest.mark.parametrize("words", [("TRIAGE",), ("Client", "List"), ("employer", "LIST"), ("Diary", "show")])
def test_the_case_of_a_command_does_not_matter(coach: Coach, words: tuple[str, ...]) -> None:
    assert coach.did(*words) == coach.did(*(word.lower() for word in words))


def test_a_diary_text_may_begin_like_a_command_with_a_capital_letter(coach: Coach) -> None:
    coach.did("diary", "Show", "meni", "hyvin.")
    assert "Show meni hyvin." in coach.did("diary", "show")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("--minute", "--minutes"),
        ("--minuutit=5", "--minutes"),
        ("--päivä", "--date"),
        ("--Asiakas", "--client"),
        ("--tapa", "--way"),
        ("--tarkoitus", "--purpose"),
        ("--jsn", "--json"),
    ],
)
def test_an_unknown_option_is_answered_with_the_one_that_may_have_been_meant(
    nobody: Coach, typed: str, meant: str
) -> None:
    assert nobody.run("log", "Aitta", typed) == refused(
        2,
        f"En ymmärtänyt: näitä en tunne: {typed}. Tarkoititko: {meant}? Ohje: valmentaja log --help",
    )
