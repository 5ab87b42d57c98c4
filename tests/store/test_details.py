"""The records that tell more of a client: wishes, benefits, network, the payer's clock, concerns."""

import pytest

from tests.store.lives import NEEDED, added, an_employer, at_work, one_detail_of_each_kind
from tests.store.workbooks import (
    TODAY,
    Clock,
    aino,
    day,
    everything,
    met,
    opened,
    refusal,
    the_field,
    visited,
)
from valmentaja.errors import CannotBeMet
from valmentaja.model.benefit import Benefit
from valmentaja.model.concern import Concern
from valmentaja.model.service_period import ServicePeriod
from valmentaja.model.supporter import Body, Supporter
from valmentaja.model.wish import Wish, WishPlace
from valmentaja.places import Home
from valmentaja.rules.fields import FIELDS
from valmentaja.store.caseload import client_facts
from valmentaja.store.clients import end_client
from valmentaja.store.details import (
    DETAILS,
    REMOVABLE,
    Given,
    add_detail,
    change_detail,
    detail_with,
    details_of,
    remove_detail,
)
from valmentaja.store.editing import change_field
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.search import find
from valmentaja.store.service_use import ServiceUse, service_use
from valmentaja.store.workbook import Workbook

Rows = dict[str, list[tuple[object, ...]]]


def records(book: Workbook) -> Rows:
    """Everything but the numbers, which are given once and stay given."""
    return {name: rows for name, rows in everything(book).items() if name != "record"}


def test_what_is_told_is_kept_as_it_was_said(book: Workbook) -> None:
    who = aino(book)
    wish = added(book, who, "wish", text="eläinten\nparissa", place=WishPlace.PART_OF_JOB)
    assert detail_with(book, Wish, wish) == Wish(
        wish, changes(book)[0].id, who.id, "eläinten\nparissa", WishPlace.PART_OF_JOB
    )
    told = added(book, who, "supporter", name="Anneli  Kallio", body=Body.FAMILY, every_days=14, is_told=True)
    supporter = detail_with(book, Supporter, told)
    assert (supporter.name, supporter.body, supporter.every_days) == ("Anneli  Kallio", Body.FAMILY, 14)
    assert (supporter.is_told, supporter.phone, supporter.added_on) == (True, None, TODAY)


@pytest.mark.parametrize("kind", NEEDED)
def test_adding_is_one_change_that_is_undone_and_done_again(book: Workbook, kind: str) -> None:
    who = aino(book)
    an_employer(book)
    before = records(book)
    record_id = added(book, who, kind)
    after = records(book)
    assert changes(book)[0].what == f"{kind}_added"
    named = (
        {"about": who.label} if DETAILS[kind].owner else {"day": day(7 if kind == "leave" else 0).isoformat()}
    )
    assert changes(book)[0].parameters == named
    undo(book)
    assert records(book) == before
    with pytest.raises(CannotBeMet, match=r"^record\.unknown$"):
        detail_with(book, DETAILS[kind].record, record_id)
    redo(book)
    assert records(book) == after


@pytest.mark.parametrize("kind", sorted(REMOVABLE))
def test_whatever_no_longer_holds_can_be_taken_away_and_brought_back(book: Workbook, kind: str) -> None:
    kept = one_detail_of_each_kind(book, aino(book))
    before = records(book)
    remove_detail(book, kind, kept[kind], about="Aino")
    assert changes(book)[0].what == f"{kind}_removed"
    assert book.row(f"SELECT 1 FROM {kind} WHERE id = ?", (kept[kind],)) is None
    assert refusal(lambda: remove_detail(book, kind, kept[kind], about="Aino")) == "record.unknown"
    undo(book)
    assert records(book) == before


def test_one_of_the_coachs_own_network_is_taken_away_by_name(book: Workbook) -> None:
    values: dict[str, Given] = {"name": "Kela", "added_on": TODAY}
    record_id = add_detail(book, "supporter", owner_id=None, about="Kela", values=values)
    remove_detail(book, "supporter", record_id, about="")
    assert changes(book)[0].parameters["about"] == "Kela"


@pytest.mark.parametrize(
    ("kind", "name"),
    [(kind, field.name) for kind in NEEDED for field in FIELDS[kind] if field.needed],
)
def test_what_a_record_cannot_be_without_must_be_given(book: Workbook, kind: str, name: str) -> None:
    who = aino(book)
    an_employer(book)
    before = everything(book)
    with pytest.raises(CannotBeMet, match=r"^field\.needed$"):
        added(book, who, kind, **{the_field(kind, name).column: None})
    assert everything(book) == before


def test_the_columns_of_a_kind_are_the_fields_of_its_record(book: Workbook) -> None:
    for kind, declared in DETAILS.items():
        columns = {row["name"] for row in book.rows(f"PRAGMA table_info({kind})")}
        assert set(declared.record.__dataclass_fields__) == columns - {"name_key"}, kind
        assert declared.owner in {*columns, None}


def test_each_list_has_its_order(book: Workbook) -> None:
    who = aino(book)
    for name in ("Öljy", "Anneli", "Åke"):
        added(book, who, "supporter", name=name)
    for text, settled in (("ensin", None), ("ratkennut", day(-1)), ("sitten", None)):
        added(book, who, "concern", text=text, settled_on=settled)
    for name, notify_by in (("ei päivää", None), ("myöhemmin", day(9)), ("pian", day(2))):
        added(book, who, "benefit", name=name, notify_by=notify_by)
    assert [one.name for one in details_of(book, Supporter, who.id)] == ["Anneli", "Åke", "Öljy"]
    assert [one.text for one in details_of(book, Concern, who.id)] == ["sitten", "ensin", "ratkennut"]
    assert [one.name for one in details_of(book, Benefit, who.id)] == ["pian", "myöhemmin", "ei päivää"]


def test_the_coachs_own_network_is_nobody_elses(book: Workbook) -> None:
    who = aino(book)
    added(book, who, "supporter")
    values: dict[str, Given] = {"name": "Jussi", "added_on": TODAY, "every_days": 7}
    own = add_detail(book, "supporter", owner_id=None, about="Jussi", values=values)
    assert [one.id for one in details_of(book, Supporter, None)] == [own]
    assert [one.name for one in details_of(book, Supporter, who.id)] == ["Anneli"]
    (facts,) = client_facts(book, day(30))
    assert facts.partners == ()


def test_several_fields_change_at_once_or_not_at_all(book: Workbook) -> None:
    concern = added(book, aino(book), "concern")
    told: dict[str, Given] = {"settled_by": "kengät saatiin", "settled_on": day(-1)}
    change_detail(book, "concern", concern, told, what="concern_settled", about="Aino")
    assert detail_with(book, Concern, concern).settled_on == day(-1)
    undo(book)
    assert detail_with(book, Concern, concern).settled_on is None
    early: dict[str, Given] = {"settled_by": "?", "settled_on": day(-4)}
    with pytest.raises(CannotBeMet, match=r"^concern\.settled_before_seen$"):
        change_detail(book, "concern", concern, early, what="concern_settled", about="Aino")
    assert detail_with(book, Concern, concern).settled_by is None


def test_a_bought_period_does_not_end_before_it_begins(book: Workbook) -> None:
    who = aino(book)
    assert refusal(lambda: added(book, who, "service_period", until_on=day(-31))) == (
        "service.ends_before_start"
    )
    one_day = added(book, who, "service_period", until_on=day(-30))
    begin = the_field("service_period", "from")
    later = day(-29).isoformat()
    assert refusal(lambda: change_field(book, "service_period", one_day, begin, later)) == (
        "service.ends_before_start"
    )


def test_what_was_used_is_counted_from_contacts_in_which_the_client_was_reached(book: Workbook) -> None:
    who, other = aino(book), aino(book, "Eero")
    met(book, who, day=day(-30), minutes=60)
    met(book, who, day=day(-29), minutes=None)
    met(book, who, day=day(-1), reached=False, minutes=30)
    met(book, who, day=day(-1), way="phone", minutes=15)
    met(book, other, day=day(-1), minutes=90)
    visited(book, client_id=who.id, present=True, minutes=45, day=TODAY)
    visited(book, "Muu", client_id=who.id, minutes=45, day=TODAY)
    met(book, who, day=day(-31), minutes=60)
    assert service_use(book, who.id, day(-30), TODAY) == ServiceUse(meetings=3, minutes=120)
    assert service_use(book, who.id, day(1), day(9)) == ServiceUse(0, 0)


def open_records(book: Workbook) -> dict[str, list[int]]:
    """What triage sees of the first client on the caseload, by kind."""
    facts = client_facts(book, TODAY)[0]
    return {
        "concern": [one.id for one in facts.concerns],
        "benefit": [one.id for one in facts.benefits],
        "service_period": [one.id for one in facts.service_periods],
    }


@pytest.mark.parametrize("kind", ["concern", "benefit", "service_period"])
def test_triage_sees_what_is_open_of_those_on_the_caseload(book: Workbook, kind: str) -> None:
    who = aino(book)
    record_id = added(book, who, kind)
    assert open_records(book)[kind] == [record_id]
    end_client(book, who.id, day=TODAY, reason="muutto", carried_on_by=None)
    assert client_facts(book, TODAY) == ()


def test_a_concern_shows_from_the_day_it_was_seen_to_the_day_it_was_settled(book: Workbook) -> None:
    who = aino(book)
    added(book, who, "concern", seen_on=day(-3), settled_on=day(-1))
    seen = [len(client_facts(book, day(days))[0].concerns) for days in (-4, -3, -2, -1, 0)]
    assert seen == [0, 1, 1, 0, 0]


def test_the_last_contact_with_a_partner_counts_and_none_that_lies_ahead(book: Workbook) -> None:
    who = aino(book)
    often = added(book, who, "supporter", every_days=14, added_on=day(-60))
    added(book, who, "supporter", name="Ei väliä", added_on=day(-60))
    for days in (-30, -2, -9):
        add_detail(book, "supporter_contact", owner_id=often, about="A", values={"day": day(days)})
    (facts,) = client_facts(book, day(-5))
    (partner,) = facts.partners
    assert (partner.supporter.id, partner.last_contact and partner.last_contact.day) == (often, day(-9))


def test_an_identity_code_is_kept_out_of_every_new_text(book: Workbook) -> None:
    who = aino(book)
    kept = one_detail_of_each_kind(book, who)
    for kind in DETAILS:
        for field in FIELDS[kind]:
            if field.kind.value not in ("text", "name"):
                continue
            change_field(book, kind, kept[kind], field, "hänen 131052-308T tunnus")
            row = book.row(f"SELECT {field.column} AS held FROM {kind} WHERE id = ?", (kept[kind],))
            assert row is not None
            assert "131052-308T" not in row["held"], (kind, field.name)
    told = added(book, who, "wish", text="131052-308T")
    assert detail_with(book, Wish, told).text == "131052-••••"
    assert book.row("SELECT 1 FROM search WHERE search MATCH '\"308T\"'") is None


def test_a_text_too_long_to_keep_is_refused_whole(book: Workbook) -> None:
    who = aino(book)
    before = everything(book)
    with pytest.raises(CannotBeMet):
        added(book, who, "wish", text="a" * 1_000_001)
    assert everything(book) == before


@pytest.mark.parametrize("text", ["🙂", "[red]merkintä[/red]", "\x1b[31mpunainen", "a\u202eb", "</b> & \"'"])
def test_marks_are_kept_as_letters(book: Workbook, text: str) -> None:
    who = aino(book)
    wish = added(book, who, "wish", text=text)
    supporter = added(book, who, "supporter", name=text)
    assert detail_with(book, Wish, wish).text == text
    assert detail_with(book, Supporter, supporter).name


def test_each_kind_is_found_by_its_words(book: Workbook, no_dictionary: None) -> None:
    kept = one_detail_of_each_kind(book, aino(book))
    for number, kind in enumerate(DETAILS):
        text = next(field for field in FIELDS[kind] if field.kind.value in ("text", "name"))
        word = f"sana{chr(97 + number)}"
        change_field(book, kind, kept[kind], text, word)
        (hit,) = find(book, word, language="fi", cache_folder="")
        assert (hit.kind, hit.id) == (kind, kept[kind])


def test_what_one_window_adds_another_sees_and_undoes(home: Home) -> None:
    with opened(home, now=Clock()) as first, opened(home, now=Clock()) as second:
        who = aino(first)
        wish = added(first, who, "wish")
        assert [one.id for one in details_of(second, Wish, who.id)] == [wish]
        undo(second)
        assert details_of(first, Wish, who.id) == ()


def test_a_clock_set_back_leaves_records_in_the_order_they_were_made(book: Workbook) -> None:
    who = aino(book)
    work = at_work(book, who)
    for text in ("ensin", "sitten"):
        added(book, who, "wish", text=text)
        assert isinstance(book.now, Clock)
        book.now.moment = book.now.moment.replace(year=2020)
    assert [one.text for one in details_of(book, Wish, who.id)] == ["ensin", "sitten"]
    assert changes(book)[0].parameters["about"] == who.label
    remove_detail(book, "placement", work.id, about=who.label)
    undo(book)
    assert book.row("SELECT 1 FROM placement WHERE id = ?", (work.id,)) is not None


def test_periods_know_what_they_are(book: Workbook) -> None:
    period = added(book, aino(book), "service_period", bought_minutes=2_400, interim_report_on=day(20))
    kept = detail_with(book, ServicePeriod, period)
    assert (kept.from_on, kept.until_on, kept.bought_minutes) == (day(-30), None, 2_400)
    assert (kept.interim_report_on, kept.interim_report_done_on) == (day(20), None)
