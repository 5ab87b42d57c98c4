"""The store against a simple model: whatever the coach does in whichever order, in two windows, with undo and redo.

The model is a dictionary of records and a list of what each change made of them; it knows no SQL, no triggers.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store.workbooks import TODAY, day, everything, opened, plain_home, the_field
from valmentaja.errors import CannotBeMet
from valmentaja.model.client import Client
from valmentaja.model.client_contact import ClientContact
from valmentaja.model.contact import ClientContactWay, EmployerContactWay
from valmentaja.model.diary import DiaryEntry
from valmentaja.model.employer import Employer
from valmentaja.model.employer_contact import EmployerContact
from valmentaja.model.place import DiaryPlace
from valmentaja.model.snooze import Snooze
from valmentaja.model.step import NextStep
from valmentaja.model.touch import Touch
from valmentaja.store.caseload import client_facts
from valmentaja.store.checking import refuse_damage
from valmentaja.store.clients import add_client, client, end_client, move_to_phase
from valmentaja.store.contacts import (
    EmployerContactWords,
    client_contact,
    employer_contact,
    log_client_contact,
    log_employer_contact,
)
from valmentaja.store.diary import diary_entry_with, settle_diary_draft, write_diary
from valmentaja.store.drafts import all_drafts, keep_draft
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer, employer
from valmentaja.store.journal import changes, redo, undo
from valmentaja.store.phase_stays import phase_stays
from valmentaja.store.snoozes import bring_back, put_aside, snooze_with
from valmentaja.store.steps import StepWords, agree_next_step, finish_step, next_step
from valmentaja.store.workbook import Workbook

Record = Client | Employer | EmployerContact | ClientContact | NextStep | Snooze | DiaryEntry
Stays = tuple[tuple[str, date, date | None], ...]
Key = int | tuple[str, int]
R = TypeVar("R", bound=Record)

READERS: dict[type[Record], Callable[[Workbook, int], Record]] = {
    Client: client,
    Employer: employer,
    EmployerContact: employer_contact,
    ClientContact: client_contact,
    NextStep: next_step,
    Snooze: snooze_with,
    DiaryEntry: diary_entry_with,
}


@dataclass
class Done:
    """One change: what each record was before and after it, and whether it has been taken back (as the how-manieth)."""

    id: int
    touched: Mapping[Key, tuple[object, object]]
    undone: int | None = None
    dropped: bool = False


@dataclass
class Model:
    """What the workbook should hold."""

    rows: dict[Key, object] = field(default_factory=dict)
    done: list[Done] = field(default_factory=list)
    last_id: int = 0

    def all_of(self, kind: type[R]) -> dict[int, R]:
        return {key: row for key, row in self.rows.items() if isinstance(key, int) and isinstance(row, kind)}

    def stays(self, client_id: int) -> Stays:
        return self.rows["stays", client_id]  # type: ignore[return-value]

    @property
    def next_change(self) -> int:
        return len(self.done) + 1

    def new_id(self) -> int:
        self.last_id += 1
        return self.last_id

    def change(self, after: Mapping[Key, object]) -> None:
        for one in self.done:
            one.dropped = one.dropped or one.undone is not None
        self.done.append(
            Done(self.next_change, {key: (self.rows.get(key), row) for key, row in after.items()})
        )
        self._put(after)

    def _put(self, rows: Mapping[Key, object]) -> None:
        self.rows |= rows
        self.rows = {key: row for key, row in self.rows.items() if row is not None}

    def newest(self) -> Done | None:
        return next((one for one in reversed(self.done) if one.undone is None), None)

    def to_redo(self) -> Done | None:
        return max(
            (one for one in self.done if one.undone is not None and not one.dropped),
            key=lambda one: one.undone or 0,
            default=None,
        )

    def refusal(self, change_id: int) -> str | None:
        """Why the change cannot be taken back by its id."""
        wanted = self.done[change_id - 1]
        if wanted.undone is not None:
            return "undo.already"
        later = [one for one in self.done[change_id:] if one.undone is None]
        if any(one.touched.keys() & wanted.touched.keys() for one in later):
            return "undo.later_change"
        return self.clash(wanted, 0)

    def clash(self, change: Done, side: int) -> str | None:
        """Whether the records would lean on one that is not there, or two have one code or day."""
        rows = {**self.rows, **{key: sides[side] for key, sides in change.touched.items()}}
        there = [row for row in rows.values() if row is not None]
        leaning = [one for row in there for one in _leans_on(row)]
        codes = [row.code.casefold() for row in there if isinstance(row, Client)]
        days = [row.day for row in there if isinstance(row, DiaryEntry)]
        missing = any(rows.get(one) is None for one in leaning)
        return "undo.in_use" if missing or _twice(codes) or _twice(days) else None

    def under_what_was_taken_back(self) -> list[Done]:
        """The changes that stand and whose records a change taken back had gone on from."""
        return [
            one
            for one in self.done
            if one.undone is None
            and any(
                later.undone and later.touched.keys() & one.touched.keys() for later in self.done[one.id :]
            )
        ]

    def take_back(self, change: Done) -> None:
        change.undone = 1 + max((one.undone or 0 for one in self.done), default=0)
        change.dropped = False
        self._put({key: before for key, (before, _) in change.touched.items()})

    def do_again(self, change: Done) -> None:
        change.undone = None
        self._put({key: after for key, (_, after) in change.touched.items()})


def _leans_on(row: object) -> Iterator[int]:
    match row:
        case ClientContact():
            yield from row.client_ids
        case EmployerContact() | NextStep():
            yield from (one for one in (row.client_id, row.employer_id) if one is not None)
        case Snooze():
            yield row.client_id


def _twice(values: list[R] | list[str] | list[date]) -> bool:
    return len(set(values)) < len(values)


NAMES = st.sampled_from(["Aino", "Äijälä Eero", "Örn", "Liisa  Oja", "aino"])
CODES = st.sampled_from([None, None, "Kuu", "V1", "v2", "V3"])
TEXTS = st.sampled_from(
    ["soittaa", "Kädet täynnä työtä. #väsy", "[/x] \x1b[2J", "a\"b'c; DROP", "😀\n\nrivi"]
)
DAYS = st.integers(-40, 0).map(day)
PICKS = st.integers(0, 30)
PHASES = st.sampled_from(["profile", "job_search", "placed"])


class WorkbookInUse(RuleBasedStateMachine):
    """Two windows on one workbook, and what it should hold."""

    @initialize()
    def make(self) -> None:
        self.folder = TemporaryDirectory()
        self.home = plain_home(Path(self.folder.name) / "home")
        self.books = [opened(self.home), opened(self.home)]
        self.model = Model()
        self.a_client_is_added("Aino", None, day(-40))
        self.an_employer_is_met("Kirjasto", 0, 0, True, day(-3))
        self.clients_are_met([0], ClientContactWay.IN_PERSON, True, day(-2))

    def teardown(self) -> None:
        if hasattr(self, "books"):
            refuse_damage(self.book)
            for book in self.books:
                book.close()
            self.folder.cleanup()

    @property
    def book(self) -> Workbook:
        return self.books[0]

    def pick(self, kind: type[R], number: int) -> R | None:
        """One of the records of the kind, `None` when there is none."""
        records = self.model.all_of(kind)
        return records[sorted(records)[number % len(records)]] if records else None

    @rule()
    def go_to_the_other_window(self) -> None:
        self.books.reverse()

    @rule()
    def close_and_open_again(self) -> None:
        self.book.close()
        self.books[0] = opened(self.home)

    @rule(name=NAMES, code=CODES, start_on=DAYS)
    def a_client_is_added(self, name: str, code: str | None, start_on: date) -> None:
        model, clients = self.model, self.model.all_of(Client)
        taken = {one.code.casefold() for one in clients.values()}
        number = len(clients) + 1
        while f"v{number}" in taken:
            number += 1
        if code is not None and code.casefold() in taken:
            with pytest.raises(CannotBeMet, match=r"^client\.code_taken$"):
                add_client(self.book, name=name, code=code, start_on=start_on, phase="engagement")
            return
        added = add_client(self.book, name=name, code=code, start_on=start_on, phase="engagement")
        expected = Client(
            id=model.new_id(),
            revision=model.next_change,
            code=code or f"V{number}",
            name=name,
            start_on=start_on,
            phase="engagement",
            **dict.fromkeys(("phone", "email", "address", "best_reached", "note", "carried_on_by"), None),
            **dict.fromkeys(("ended_on", "end_reason", "contact_interval_days"), None),
        )
        assert added == expected
        model.change({added.id: expected, ("stays", added.id): (("engagement", start_on, None),)})

    @rule(pick=PICKS, phase=PHASES, on=DAYS, ends=st.booleans())
    def a_client_moves_or_ends(self, pick: int, phase: str, on: date, ends: bool) -> None:
        who = self.pick(Client, pick)
        if who is None:
            return
        *earlier, (now_in, entered_on, _) = self.model.stays(who.id)
        if who.ended_on is not None or on < entered_on:
            with pytest.raises(CannotBeMet):
                self._move_or_end(who, phase, on, ends)
            return
        self._move_or_end(who, phase, on, ends)
        moved = replace(who, revision=self.model.next_change, phase="ended" if ends else phase)
        if ends:
            moved = replace(moved, ended_on=on, end_reason="muutti")
        stays = (*earlier, (now_in, entered_on, on), (moved.phase, on, None))
        self.model.change({who.id: moved, ("stays", who.id): stays})

    def _move_or_end(self, who: Client, phase: str, on: date, ends: bool) -> None:
        if ends:
            end_client(self.book, who.id, day=on, reason="muutti", carried_on_by=None)
        else:
            move_to_phase(self.book, who.id, phase, on)

    @rule(name=NAMES)
    def an_employer_is_added(self, name: str) -> None:
        kept = add_employer(self.book, name=name, sector=None, industry="ala", town=None, added_on=TODAY)
        self.model.change({kept.id: self._employer(name, TODAY, "ala")})

    def _employer(self, name: str, added_on: date, industry: str | None) -> Employer:
        return Employer(
            id=self.model.new_id(),
            revision=self.model.next_change,
            name=name,
            industry=industry,
            added_on=added_on,
            **dict.fromkeys(("sector", "town", "address", "phone", "email", "people", "note"), None),
        )

    @rule(
        new=st.none() | NAMES,
        employer_pick=PICKS,
        client_pick=st.none() | PICKS,
        present=st.booleans(),
        on=DAYS,
    )
    def an_employer_is_met(
        self, new: str | None, employer_pick: int, client_pick: int | None, present: bool, on: date
    ) -> None:
        model = self.model
        known = self.pick(Employer, employer_pick) if new is None else None
        who = self.pick(Client, client_pick) if client_pick is not None else None
        told = EmployerContactWords(
            on,
            new_employer=new,
            namesake_meant=True,
            employer_id=known.id if known else None,
            client_id=who.id if who else None,
            present=present and who is not None,
        )
        kept = log_employer_contact(self.book, told, employer_label=new or "x", next_step=self._step_at(told))
        after: dict[Key, object] = {}
        if new is not None:
            added = self._employer(new, on, None)
            known, after[added.id] = added, added
        expected = replace(
            kept, id=model.new_id(), revision=model.next_change, employer_id=known.id if known else None
        )
        after[expected.id] = expected
        if self._step_at(told):
            step_id = model.new_id()
            after[step_id] = replace(self._new_step(step_id, told.client_id, known), contact_id=kept.id)
        assert (kept, kept.day, kept.client_id, kept.present) == (expected, on, told.client_id, told.present)
        model.change(after)

    def _step_at(self, told: EmployerContactWords) -> StepWords | None:
        return StepWords("koekeittiö", day(3), TODAY) if told.present else None

    def _new_step(self, step_id: int, client_id: int | None, known: Employer | None) -> NextStep:
        step = next_step(self.book, step_id)
        assert (step.text, step.due_on, step.done_on) == ("koekeittiö", day(3), None)
        return replace(
            step,
            client_id=client_id,
            employer_id=known.id if known else None,
            revision=self.model.next_change,
        )

    @rule(
        picks=st.lists(PICKS, min_size=1, max_size=3),
        way=st.sampled_from(ClientContactWay),
        reached=st.booleans(),
        on=DAYS,
    )
    def clients_are_met(self, picks: list[int], way: ClientContactWay, reached: bool, on: date) -> None:
        found = [who for who in (self.pick(Client, number) for number in picks) if who]
        if not found:
            return
        there = tuple(dict.fromkeys(who.id for who in found))
        kept = log_client_contact(
            self.book, clients=[(who.id, who.label) for who in found], day=on, way=way, reached=reached
        )
        expected = ClientContact(
            self.model.new_id(), self.model.next_change, on, None, there, way, reached, None, None, None
        )
        assert kept == expected
        self.model.change({kept.id: expected})

    @rule(pick=PICKS)
    def a_step_is_agreed(self, pick: int) -> None:
        who = self.pick(Client, pick)
        if who is None:
            return
        agree_next_step(
            self.book,
            StepWords("koekeittiö", day(3), TODAY),
            about=who.label,
            client_id=who.id,
            employer_id=None,
        )
        step_id = self.model.new_id()
        self.model.change({step_id: self._new_step(step_id, who.id, None)})

    @rule(pick=PICKS)
    def a_step_is_done(self, pick: int) -> None:
        step = self.pick(NextStep, pick)
        if step is None:
            return
        if step.done_on is not None:
            with pytest.raises(CannotBeMet, match=r"^step\.done_before$"):
                finish_step(self.book, step.id, TODAY)
            return
        finish_step(self.book, step.id, TODAY)
        self.model.change({step.id: replace(step, done_on=TODAY, revision=self.model.next_change)})

    def _running(self, client_id: int) -> Snooze | None:
        snoozes = self.model.all_of(Snooze).values()
        running = [
            one for one in snoozes if one.client_id == client_id and one.until > TODAY and not one.ended_on
        ]
        return max(running, key=lambda one: one.id, default=None)

    @rule(pick=PICKS, days=st.integers(1, 20), because=TEXTS)
    def a_client_is_put_aside(self, pick: int, days: int, because: str) -> None:
        who = self.pick(Client, pick)
        if who is None:
            return
        revision, running = self.model.next_change, self._running(who.id)
        kept = put_aside(self.book, who.id, until=day(days), because=because, today=TODAY)
        expected = Snooze(self.model.new_id(), revision, who.id, day(days), because, TODAY, None)
        assert kept == expected
        after: dict[Key, object] = {kept.id: expected}
        if running is not None:
            after[running.id] = replace(running, ended_on=TODAY, revision=revision)
        self.model.change(after)

    @rule(pick=PICKS)
    def a_client_is_brought_back(self, pick: int) -> None:
        who = self.pick(Client, pick)
        if who is None:
            return
        running = self._running(who.id)
        if running is None:
            with pytest.raises(CannotBeMet, match=r"^snooze\.not_running$"):
                bring_back(self.book, who.id, TODAY)
            return
        bring_back(self.book, who.id, TODAY)
        self.model.change({running.id: replace(running, ended_on=TODAY, revision=self.model.next_change)})

    @rule(on=st.integers(-2, 0).map(day), text=TEXTS, load=st.none() | st.integers(1, 5), typed=st.booleans())
    def a_day_is_written(self, on: date, text: str, load: int | None, typed: bool) -> None:
        before = next((one for one in self.model.all_of(DiaryEntry).values() if one.day == on), None)
        revision = self.model.next_change
        if typed:  # as a draft first, from the beginning: so it follows what is there
            keep_draft(self.book, DiaryPlace(on), "a", text, 0)
            kept = settle_diary_draft(self.book, all_drafts(self.book)[0], on, "15.00")
            load = None
            if before is not None and text == before.text:  # the same text is not written twice
                assert kept == before
                return
        else:
            kept = write_diary(self.book, on, text, load=load, heading="15.00")
        if before is None:
            expected = DiaryEntry(self.model.new_id(), revision, on, text, load, None, False)
        else:
            joined = f"{before.text}\n\n15.00\n{text}"
            expected = replace(before, text=joined, load=load or before.load, revision=revision)
        assert kept == expected
        self.model.change({kept.id: expected})

    @rule(pick=PICKS, note=st.none() | TEXTS, kind=st.sampled_from([Client, Employer, EmployerContact]))
    def a_note_is_changed(
        self, pick: int, note: str | None, kind: type[Client] | type[Employer] | type[EmployerContact]
    ) -> None:
        record = self.pick(kind, pick)
        if record is not None:
            table = {Client: "client", Employer: "employer"}.get(kind, "employer_contact")
            change_field(self.book, table, record.id, the_field(table, "note"), note)
            self.model.change({record.id: replace(record, note=note, revision=self.model.next_change)})

    @rule(pick=PICKS, name=NAMES, code=CODES)
    def a_client_is_called_otherwise(self, pick: int, name: str, code: str | None) -> None:
        who = self.pick(Client, pick)
        if who is None:
            return
        field_name, value = ("name", name) if code is None else ("code", code)
        others = {one.code.casefold() for one in self.model.all_of(Client).values() if one.id != who.id}
        if code is not None and code.casefold() in others:
            with pytest.raises(CannotBeMet, match=r"^client\.code_taken$"):
                change_field(self.book, "client", who.id, the_field("client", "code"), code)
            return
        change_field(self.book, "client", who.id, the_field("client", field_name), value)
        changed = replace(who, revision=self.model.next_change, **{field_name: value})  # type: ignore[arg-type]
        self.model.change({who.id: changed})

    @rule(pick=PICKS, reached=st.booleans(), on=DAYS, moves=st.booleans())
    def a_meeting_is_corrected(self, pick: int, reached: bool, on: date, moves: bool) -> None:
        contact = self.pick(ClientContact, pick)
        if contact is None:
            return
        field_name, value = ("date", on.isoformat()) if moves else ("reached", int(reached))
        change_field(self.book, "client_contact", contact.id, the_field("client_contact", field_name), value)
        corrected = replace(contact, day=on) if moves else replace(contact, reached=reached)
        self.model.change({contact.id: replace(corrected, revision=self.model.next_change)})

    @rule(pick=PICKS)
    def it_was_wrong_who_was_present(self, pick: int) -> None:
        visits = [one for one in self.model.all_of(EmployerContact).values() if one.client_id is not None]
        if visits:
            visit = visits[pick % len(visits)]
            field = the_field("employer_contact", "present")
            change_field(self.book, "employer_contact", visit.id, field, int(not visit.present))
            corrected = replace(visit, present=not visit.present, revision=self.model.next_change)
            self.model.change({visit.id: corrected})

    @rule(times=st.integers(1, 3))
    def the_newest_changes_are_taken_back(self, times: int) -> None:
        for _ in range(times):
            newest = self.model.newest()
            if newest is None:
                with pytest.raises(CannotBeMet, match=r"^undo\.nothing$"):
                    undo(self.book)
                return
            clash = self.model.clash(newest, 0)  # once others were taken back out of their turn
            if clash is not None:
                with pytest.raises(CannotBeMet) as refused:
                    undo(self.book)
                assert refused.value.key == clash
                return
            assert undo(self.book).id == newest.id
            self.model.take_back(newest)

    @precondition(lambda self: self.model.done)
    @rule(pick=st.integers(0, 6))
    def one_change_is_taken_back(self, pick: int) -> None:
        self._take_back(self.model.done[-1 - pick % len(self.model.done)])

    @precondition(lambda self: self.model.under_what_was_taken_back())
    @rule(pick=PICKS)
    def one_change_under_what_was_taken_back_is_too(self, pick: int) -> None:
        under = self.model.under_what_was_taken_back()
        self._take_back(under[pick % len(under)])

    def _take_back(self, wanted: Done) -> None:
        refusal = self.model.refusal(wanted.id)
        if refusal is not None:
            with pytest.raises(CannotBeMet) as refused:
                undo(self.book, wanted.id)
            assert refused.value.key == refusal
            return
        assert undo(self.book, wanted.id).id == wanted.id
        self.model.take_back(wanted)

    @rule(times=st.integers(1, 3))
    def what_was_taken_back_is_done_again(self, times: int) -> None:
        for _ in range(times):
            last = self.model.to_redo()
            if last is None:
                with pytest.raises(CannotBeMet, match=r"^redo\.nothing$"):
                    redo(self.book)
                return
            assert self.model.clash(last, 1) is None
            assert redo(self.book).id == last.id
            self.model.do_again(last)

    @invariant()
    def the_workbook_holds_what_it_should(self) -> None:
        for window in self.books:
            held = {table: [row[0] for row in rows] for table, rows in everything(window).items()}
            for kind, read in READERS.items():
                expected = self.model.all_of(kind)
                assert {key: read(window, key) for key in expected} == expected
            records = sorted(key for key in self.model.rows if isinstance(key, int))
            assert held["search"] == records
        for key in (key for key in self.model.rows if not isinstance(key, int)):
            stays = [(stay.phase, stay.entered_on, stay.left_on) for stay in phase_stays(self.book, key[1])]
            assert stays == list(self.model.stays(key[1]))

    @invariant()
    def the_journal_says_what_was_done_and_taken_back(self) -> None:
        told = [(one.id, one.undone) for one in reversed(changes(self.book, most=10_000))]
        assert told == [(one.id, one.undone is not None) for one in self.model.done]

    @invariant()
    def triage_knows_when_each_client_was_reached_and_seen(self) -> None:
        for facts in client_facts(self.book, TODAY):
            reached, seen, missed = self._touches(facts.client.id)
            assert (facts.last_reached, facts.last_seen, facts.last_attempt) == (
                *(max(reached, default=None, key=_when), max(seen, default=None, key=_when)),
                max(missed, default=None, key=_when),
            )

    def _touches(self, client_id: int) -> tuple[list[Touch], list[Touch], list[Touch]]:
        met = [one for one in self.model.all_of(ClientContact).values() if client_id in one.client_ids]
        there = [
            one
            for one in self.model.all_of(EmployerContact).values()
            if one.present and one.client_id == client_id
        ]
        reached: list[ClientContact | EmployerContact] = [*(one for one in met if one.reached), *there]
        close = (
            *(ClientContactWay.IN_PERSON, ClientContactWay.VIDEO),
            *(EmployerContactWay.MEETING, EmployerContactWay.VIDEO),
        )
        return (
            [Touch(one.day, one.id) for one in reached],
            [Touch(one.day, one.id) for one in reached if one.way in close],
            [Touch(one.day, one.id) for one in met if not one.reached],
        )


def _when(touch: Touch) -> tuple[date, int]:
    return touch.day, touch.record_id


TestWorkbookInUse = WorkbookInUse.TestCase
TestWorkbookInUse.settings = settings(max_examples=50, stateful_step_count=50)
