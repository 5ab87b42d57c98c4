"""The coach's settings: what each takes, and from when a change holds."""

from datetime import timedelta

import pytest

from tests.store.workbooks import TODAY, day, opened, the_field
from valmentaja.errors import CannotBeMet, ValmentajaError
from valmentaja.model.contact import ClientContactWay, EmployerContactWay
from valmentaja.model.week import Week
from valmentaja.places import Home
from valmentaja.rules.signals import GREATEST_WEIGHT
from valmentaja.settings.keys import keys_in
from valmentaja.settings.records import RECORDS_FOR
from valmentaja.settings.registry import SETTINGS, change_setting, setting_named
from valmentaja.settings.setting import answer_to, value_of
from valmentaja.settings.signals import signal_settings
from valmentaja.settings.work import target_of_week, usual_minutes
from valmentaja.store.clients import add_client, all_clients, client
from valmentaja.store.codes_only import codes_only, refuse_client_name
from valmentaja.store.editing import change_field
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.workbook import Workbook

THIS_WEEK = Week.of(TODAY)


def set_to(book: Workbook, key: str, text: str, days: int = 0) -> None:
    change_setting(book, setting_named(key), text, day(days))


def test_every_setting_has_a_default_that_it_takes_itself_but_for_the_one_that_is_asked(
    book: Workbook,
) -> None:
    for setting in SETTINGS.values():
        assert answer_to(book, setting, TODAY) == setting.default
        if setting.default is None:
            assert setting is RECORDS_FOR
            continue
        change_setting(book, setting, setting.default, TODAY)
        assert value_of(book, setting, TODAY) == setting.default


def test_a_changed_target_holds_from_its_week_on(book: Workbook) -> None:
    set_to(book, "weekly_target", "4")
    assert target_of_week(book, THIS_WEEK.earlier(1)) == 6
    assert target_of_week(book, THIS_WEEK) == 4
    assert target_of_week(book, THIS_WEEK.earlier(-1)) == 4


def test_a_target_changed_twice_in_a_week_is_the_later_and_a_later_week_has_its_own(book: Workbook) -> None:
    set_to(book, "weekly_target", "4")
    set_to(book, "weekly_target", "5", days=2)
    set_to(book, "weekly_target", "7", days=7)
    weeks = [target_of_week(book, Week.of(TODAY + timedelta(weeks=weeks))) for weeks in (-1, 0, 1, 2)]
    assert weeks == [6, 5, 7, 7]


def test_half_a_job_has_half_the_target(book: Workbook) -> None:
    set_to(book, "full_time_share", "50")
    assert target_of_week(book, THIS_WEEK) == 3


def test_other_settings_hold_always(book: Workbook) -> None:
    set_to(book, "minutes.meeting", "90")
    assert usual_minutes(book, EmployerContactWay.MEETING, day(-300)) == 90
    assert usual_minutes(book, ClientContactWay.IN_PERSON, TODAY) == 60


def test_a_setting_is_named_in_any_case_and_kept_across_windows(book: Workbook, home: Home) -> None:
    set_to(book, " Language ", " EN ")
    with opened(home) as other:
        assert value_of(other, SETTINGS["language"], TODAY) == "en"


def test_the_numbers_of_a_signal_are_read_with_a_decimal_comma_or_off(book: Workbook) -> None:
    set_to(book, "signal.unseen", "10/3/2,5")
    numbers = signal_settings(book).of("unseen")
    assert (numbers.interval_days, numbers.window_days, numbers.weight, numbers.on) == (10, 3, 2.5, True)
    set_to(book, "signal.no_contact", "off")
    assert not signal_settings(book).of("no_contact").on


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("done=f5", {"done": "f5"}),
        ("  Today.Done=x   log=ctrl+k ", {"today.done": "x", "log": "ctrl+k"}),
        ("find=/ help=question_mark", {"find": "/", "help": "question_mark"}),
        ("diary=ö", {"diary": "ö"}),
        ("", {}),
    ],
)
def test_a_coach_has_keys_of_their_own(book: Workbook, typed: str, keys: dict[str, str]) -> None:
    set_to(book, "keys", typed)
    assert keys_in(value_of(book, SETTINGS["keys"], TODAY)) == keys


def test_only_codes_are_kept_when_the_coach_says_that_nobody_knows_who_is_responsible(book: Workbook) -> None:
    assert not codes_only(book)
    refuse_client_name(book, "Aino")
    set_to(book, "records_for", "not_yet_known")
    assert codes_only(book)
    refuse_client_name(book, " ")
    with pytest.raises(ValmentajaError, match=r"^client\.codes_only$"):
        refuse_client_name(book, "Aino")
    set_to(book, "records_for", "payer")
    assert not codes_only(book)


def test_undo_and_redo_name_no_client_while_only_codes_are_kept(book: Workbook) -> None:
    who = add_client(book, name="Aino", code="AK", start_on=TODAY, phase="engagement")
    change_field(book, "client", who.id, the_field("client", "name"), None)
    set_to(book, "records_for", "not_yet_known")
    with pytest.raises(CannotBeMet, match=r"^undo\.names_client$"):
        undo(book)
    assert client(book, who.id).name is None
    set_to(book, "records_for", "payer")
    undo(book)
    assert client(book, who.id).name == "Aino"

    undo(book)  # the client is gone, and so is the name
    set_to(book, "records_for", "not_yet_known")
    with pytest.raises(CannotBeMet, match=r"^undo\.names_client$"):
        redo(book)
    assert all_clients(book) == ()


def test_settings_are_no_change_in_the_journal(book: Workbook) -> None:
    set_to(book, "language", "en")
    assert changes(book) == ()


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("language", "sv"),
        ("language", ""),
        ("records_for", "everybody"),
        ("weekly_target", "0"),
        ("weekly_target", "41"),
        ("weekly_target", "-1"),
        ("weekly_target", "kuusi"),
        ("weekly_target", "6,5"),
        ("weekly_target", "٦"),
        ("weekly_target", ""),
        ("weekly_target", "9" * 5000),
        ("full_time_share", "101"),
        ("minutes.meeting", "1441"),
        ("theme", "pink"),
        ("lock_after_minutes", "121"),
        ("keys", "done"),
        ("keys", "done="),
        ("keys", "=f5"),
        ("keys", "done=f5,f6"),
        ("keys", "done=f5=f6"),
        ("keys", "done=meta+x"),
        ("keys", ".done=x"),
        ("keys", "done=f5 done=f6"),
        ("signal.unseen", "7"),
        ("signal.unseen", "7/2"),
        ("signal.unseen", "7/2/5/1"),
        ("signal.unseen", "x/y/z"),
        ("signal.unseen", "7/8/5"),
        ("signal.unseen", "0/0/5"),
        ("signal.unseen", "7/2/0"),
        ("signal.unseen", "off"),
        ("signal.unseen", "7/2/nan"),
        ("signal.unseen", "7/2/inf"),
        ("signal.unseen", "999999999/2/5"),
        ("signal.unseen", "9" * 5000 + "/2/5"),
    ],
)
def test_a_value_that_the_setting_does_not_take_is_refused_and_the_old_one_stays(
    book: Workbook, key: str, text: str
) -> None:
    setting = setting_named(key)
    with pytest.raises(ValmentajaError, match=r"^settings\."):
        change_setting(book, setting, text, TODAY)
    assert answer_to(book, setting, TODAY) == setting.default


def test_a_setting_that_is_not_there_is_unknown() -> None:
    with pytest.raises(ValmentajaError, match=r"^settings\.unknown$"):
        setting_named("wekly_target")


def test_a_weight_beyond_all_reason_that_an_older_program_kept_counts_as_the_greatest(book: Workbook) -> None:
    book.execute("INSERT INTO setting (key, since, value) VALUES ('signal.unseen', '', '30/5/1.7e+308')")
    assert signal_settings(book).of("unseen").weight == GREATEST_WEIGHT
