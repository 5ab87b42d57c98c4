"""Yesterday's order can be shown again: the list of a day behind is the one that stood there at its end (`--on`)."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

import pytest

from tests.store.workbooks import opened, plain_home, the_field
from valmentaja.desks.today import TodayPage, today_page
from valmentaja.errors import CannotBeMet
from valmentaja.model.activity import TimePlace
from valmentaja.model.answer import AnswerState, Whose
from valmentaja.model.appointment import Appointment, Outcome
from valmentaja.model.client import Client
from valmentaja.model.contact import ClientContactWay, EmployerContactWay
from valmentaja.model.placement import Pay, Placement
from valmentaja.model.placement_look import RETENTION_LOOKS, Look
from valmentaja.model.work_support import Decision, SupportKind
from valmentaja.rules.signals import Signal
from valmentaja.rules.triage import QueueRow
from valmentaja.store.answer_deeds import agree_step_from_answer, strength_from_answer, wish_from_answer
from valmentaja.store.answers import Asked, plan_finding_out, say_answer
from valmentaja.store.appointments import all_appointments
from valmentaja.store.booking import AppointmentWords, OutcomeWords, book_appointment, say_outcome
from valmentaja.store.clients import (
    add_client,
    clients_on_caseload,
    end_client,
    enter_second_phase,
    move_to_phase,
)
from valmentaja.store.contacts import EmployerContactWords, log_client_contact, log_employer_contact
from valmentaja.store.details import Given, add_detail, change_detail
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.editing import change_field
from valmentaja.store.employers import add_employer
from valmentaja.store.groups import add_group
from valmentaja.store.leaves import look_at_leave
from valmentaja.store.placements import (
    add_placement,
    add_support,
    agree_meetings,
    all_placements,
    ask_about_paid_work,
    end_placement,
    look_at,
    move_start,
)
from valmentaja.store.question_rounds import begin_round
from valmentaja.store.snoozes import bring_back, put_aside, running_snoozes
from valmentaja.store.steps import StepWords, agree_next_step, finish_step, plan_own_step

FIRST = date(2026, 10, 19)  # a Monday; summer time ends in the first week
DAYS = 40
ACTS_A_DAY = 17
PHASES = ("engagement", "profile", "job_search", "support")
JOBS = (Pay.PAID, Pay.SUBSIDISED)
QUESTIONS = ("job_search.thoughts", "job_search.likelihood_signs", "doing_work.why_suits")


class Story:
    """Some weeks of a coach, told by chance: every act is dated on the day on which it is done.

    What is left out, since no record says on which day it became so: a benefit added, a record taken away, who joins
    or leaves a group that has meetings ahead, and edits that write over a day or a rhythm without telling when: the
    day of a step, an appointment, a trial, a subsidy, a fixed term, a report or a notice, the client's rhythm of
    contact, that of a supporter, the day until which someone is put aside, and the numbers of a signal. An outcome
    told on a later day than its own is a contact of its own day, and so is known of that day from then on.
    """

    def __init__(self, folder: Path, seed: int) -> None:
        self.chance = Random(seed)
        self.day = FIRST
        self.seconds = 0
        self.book = opened(plain_home(folder), now=self.now)
        self.lived: list[tuple[date, str]] = []
        self.employers = [
            add_employer(
                self.book, name=f"Yritys {n}", sector=None, industry=None, town=None, added_on=FIRST
            ).id
            for n in range(4)
        ]
        for _ in range(6):
            self.a_client_begins(days_ago=self.chance.randrange(45))
        for one in self.clients():  # on which day a benefit was added is not kept
            self.add("benefit", one, name="asumistuki", notify_by=self.ahead(40))

    def now(self) -> datetime:
        self.seconds += 1
        return datetime.combine(self.day, time(9)) + timedelta(seconds=self.seconds)

    def live_a_day(self, acts: Iterator[Callable[["Story"], None]]) -> None:
        for _ in range(ACTS_A_DAY):
            act = next(acts)
            with suppress(
                CannotBeMet, IndexError
            ):  # some acts are refused, or there is nobody to do them with
                act(self)
                self.lived.append((self.day, act.__name__))

    # What there is to choose from. Raises IndexError where there is nothing.

    def clients(self) -> tuple[Client, ...]:
        return clients_on_caseload(self.book, self.day)

    def a_client(self) -> Client:
        return self.chance.choice(self.clients())

    def an_employer(self) -> int:
        return self.chance.choice(self.employers)

    def perhaps(self, value: int) -> int | None:
        return self.chance.choice((None, value))

    def perhaps_told(self, **values: Given) -> dict[str, Given]:
        return values if self.chance.random() < 0.5 else {}

    def ahead(self, most: int, least: int = 0) -> date:
        return self.day + timedelta(days=self.chance.randint(least, most))

    def a_way(self) -> ClientContactWay:
        return self.chance.choice(list(ClientContactWay))

    def an_appointment(self, *, of_today: bool = False) -> Appointment:
        return self.chance.choice(
            [
                one
                for one in all_appointments(self.book)
                if one.outcome is None and (one.day == self.day or not of_today)
            ]
        )

    def a_placement(self, *pay: Pay) -> Placement:
        wanted = [one for one in all_placements(self.book) if one.pay in (pay or tuple(Pay))]
        return self.chance.choice(wanted)

    def an_id(self, table: str, condition: str = "1") -> int:
        rows = self.book.rows(f"SELECT id FROM {table} WHERE {condition} ORDER BY id")
        return int(self.chance.choice([row["id"] for row in rows]))

    def add(self, kind: str, who: Client | None, **values: Given) -> int:
        owner, about = (who.id, who.label) if who else (None, "oma")
        return add_detail(self.book, kind, owner_id=owner, about=about, values=values)

    def change(self, kind: str, record_id: int, what: str, **values: Given) -> None:
        change_detail(self.book, kind, record_id, values, what=what, about="Aino")

    # Clients

    def a_client_begins(self, days_ago: int = 0) -> None:
        start_on = self.day - timedelta(days=days_ago)
        number = len(self.clients()) + len(self.lived)
        add_client(self.book, name=f"Asiakas {number}", code=None, start_on=start_on, phase="engagement")

    def a_client_ends(self) -> None:
        if len(self.clients()) > 5:
            who = self.a_client()
            end_client(self.book, who.id, day=self.day, reason="sovittu", carried_on_by=None)

    def a_phase_begins(self) -> None:
        phase = self.chance.choice(PHASES)
        begins = self.chance.choice((move_to_phase, enter_second_phase))
        begins(self.book, self.a_client().id, phase, self.day)

    def something_is_told_of_a_client(self) -> None:
        name = self.chance.choice(("name", "note", "phone", "stand_in", "interests", "support_needs"))
        change_field(self.book, "client", self.a_client().id, the_field("client", name), f"{self.seconds}")

    def a_client_is_put_aside(self) -> None:
        until = self.ahead(9, least=1)
        put_aside(self.book, self.a_client().id, until=until, because="matkalla", today=self.day)

    def a_client_is_brought_back(self) -> None:
        aside = sorted(running_snoozes(self.book, self.day))
        bring_back(self.book, self.chance.choice(aside), self.day)

    # Contacts and steps

    def clients_are_reached(self) -> None:
        self.log_contact(reached=True, together=self.chance.choice((1, 1, 2)))

    def a_client_is_not_reached(self) -> None:
        self.log_contact(reached=False, together=1)

    def log_contact(self, *, reached: bool, together: int) -> None:
        met = {one.id: one.label for one in (self.a_client() for _ in range(together))}
        log_client_contact(
            self.book, clients=list(met.items()), day=self.day, way=self.a_way(), reached=reached
        )

    def an_employer_is_contacted(self) -> None:
        who = self.perhaps(self.a_client().id)
        words = EmployerContactWords(
            day=self.day,
            way=self.chance.choice(list(EmployerContactWay)),
            employer_id=self.an_employer(),
            client_id=who,
            present=who is not None and self.chance.random() < 0.5,
        )
        step = StepWords("lähetä esite", self.ahead(9), self.day) if self.chance.random() < 0.4 else None
        log_employer_contact(self.book, words, employer_label="Yritys", next_step=step)

    def a_step_is_agreed(self) -> None:
        who, at = self.chance.choice(((self.a_client().id, None), (self.a_client().id, self.an_employer())))
        words = StepWords("kysy", self.ahead(12), self.day)
        agree_next_step(self.book, words, about="Aino", client_id=who, employer_id=at)

    def an_own_step_is_planned(self) -> None:
        plan_own_step(self.book, StepWords("lue", self.ahead(9), self.day))

    def a_step_is_done(self) -> None:
        finish_step(self.book, self.an_id("next_step", "done_on IS NULL"), self.day)

    def a_step_is_reworded(self) -> None:
        change_field(
            self.book, "next_step", self.an_id("next_step"), the_field("next_step", "text"), "toisin"
        )

    # Appointments

    def a_time_is_booked(self) -> None:
        together = {self.a_client().id for _ in range(self.chance.choice((1, 1, 1, 2)))}
        self.book_for(tuple(sorted(together)), employer_id=self.chance.choice((None, self.an_employer())))

    def a_group_is_booked(self) -> None:
        members = sorted({self.a_client().id for _ in range(3)})
        made = add_group(self.book, name=f"Ryhmä {self.seconds}", client_ids=members)
        self.book_for(tuple(members), group_id=made.id)

    def book_for(
        self, client_ids: tuple[int, ...], *, employer_id: int | None = None, group_id: int | None = None
    ) -> None:
        words = AppointmentWords(
            day=self.ahead(9),
            at=time(self.chance.randint(8, 15)),
            client_ids=client_ids,
            booked_on=self.day,
            way=self.a_way(),
            employer_id=employer_id,
            group_id=group_id,
        )
        book_appointment(self.book, words)

    def a_time_is_kept_or_missed(self) -> None:
        became = self.chance.choice((Outcome.MET, Outcome.MET, Outcome.DID_NOT_COME, Outcome.NOT_REACHED))
        say_outcome(
            self.book,
            self.an_appointment(of_today=True).id,
            OutcomeWords(became, self.day, 60, TimePlace.OFFICE),
        )

    def a_time_is_moved(self) -> None:
        to = (self.ahead(9, least=1), time(16))
        say_outcome(
            self.book,
            self.an_appointment().id,
            OutcomeWords(Outcome.MOVED, self.day, 60, TimePlace.OFFICE, to),
        )

    def a_time_is_called_off(self) -> None:
        became = self.chance.choice((Outcome.CANCELLED_BY_CLIENT, Outcome.CANCELLED_BY_COACH))
        say_outcome(self.book, self.an_appointment().id, OutcomeWords(became, self.day, 60, TimePlace.OFFICE))

    # Work

    def a_placement_is_agreed(self) -> None:
        start_on = self.ahead(12)
        values: dict[str, Given] = {
            "employer_id": self.an_employer(),
            "start_on": start_on,
            "pay": self.chance.choice(list(Pay)),
            "trial_until": self.chance.choice((None, start_on + timedelta(days=15))),
            "planned_end_on": self.chance.choice((None, start_on + timedelta(days=38))),
        }
        add_placement(self.book, self.a_client().id, values, today=self.day)

    def a_start_is_moved(self) -> None:
        held = self.a_placement()
        move_start(self.book, held.id, to_day=self.ahead(12), because="vuorot", today=self.day)

    def a_placement_ends(self) -> None:
        held = self.a_placement()
        last_day = self.chance.choice((self.day, self.ahead(6), held.start_on - timedelta(days=1)))
        end_placement(self.book, held.id, day=last_day, reason="kausi", heard_on=self.day)

    def meetings_are_agreed_anew(self) -> None:
        held, way = self.a_placement(), self.chance.choice((None, "video", "phone"))
        if self.chance.random() < 0.5:
            agree_meetings(self.book, held.id, today=self.day, because="x", to_day=self.ahead(6), way=way)
        else:
            every = self.chance.randint(3, 20)
            agree_meetings(self.book, held.id, today=self.day, because="x", every_days=every, way=way)

    def a_placement_is_looked_at(self) -> None:
        kinds = [kind for kind in Look if kind not in RETENTION_LOOKS]
        look_at(self.book, self.a_placement().id, self.chance.choice(kinds), self.day, {})

    def a_subsidy_is_applied_for(self) -> None:
        add_support(
            self.book,
            self.a_placement().id,
            SupportKind.WAGE_SUBSIDY,
            {"applied_on": self.day, "until_on": self.ahead(44, least=20)},
        )

    def a_subsidy_is_decided(self) -> None:
        undecided = self.an_id("work_support", "decision IS NULL")
        self.change(
            "work_support", undecided, "record_changed", decided_on=self.day, decision=Decision.GRANTED
        )

    def paid_work_is_asked_about(self) -> None:
        ask_about_paid_work(self.book, self.a_placement(Pay.UNPAID).id, day=self.day, answer="vielä")

    def hours_or_pay_change(self) -> None:
        held = self.a_placement(*JOBS)
        name, value = self.chance.choice((("hours", self.seconds % 2000), ("pay", self.chance.choice(JOBS))))
        change_field(self.book, "placement", held.id, the_field("placement", name), value)

    # What else is told of a client

    def a_benefit_is_checked(self) -> None:
        again = self.perhaps_told(notify_by=self.ahead(50, least=20))
        self.change("benefit", self.an_id("benefit"), "benefit_checked", checked_on=self.day, **again)

    def a_disclosure_is_agreed(self) -> None:
        again = self.perhaps_told(again_on=self.ahead(20))
        at = self.chance.choice((None, None, self.employers[0]))
        agree_disclosure(self.book, self.a_client().id, at, {"may": "nimi", **again}, day=self.day)

    def a_concern_is_seen(self) -> None:
        self.add("concern", self.a_client(), text="lattia", seen_on=self.day)

    def a_concern_is_settled(self) -> None:
        self.change(
            "concern",
            self.an_id("concern", "settled_on IS NULL"),
            "concern_settled",
            settled_on=self.day,
            settled_by="matto",
        )

    def a_service_begins(self) -> None:
        interim, final = self.ahead(20), self.ahead(30)
        who = self.a_client()
        self.add("service_period", who, from_on=self.day, interim_report_on=interim, final_report_on=final)

    def a_report_is_given(self) -> None:
        which = self.chance.choice(("interim", "final"))
        period = self.an_id("service_period", f"{which}_report_done_on IS NULL")
        self.change("service_period", period, "report_finished", **{f"{which}_report_done_on": self.day})

    def a_supporter_is_added(self) -> None:
        who = self.chance.choice((None, self.a_client()))
        self.add(
            "supporter", who, name="Anneli", added_on=self.day, every_days=self.perhaps(self.seconds % 9 + 1)
        )

    def a_supporter_is_contacted(self) -> None:
        owner = self.an_id("supporter")
        add_detail(self.book, "supporter_contact", owner_id=owner, about="Anneli", values={"day": self.day})

    # Question sets

    def a_question(self) -> Asked:
        """One of few, so that the same is often asked again."""
        question = self.chance.choice(QUESTIONS)
        return Asked(
            self.a_client().id, question, self.chance.choice((Whose.CLIENT, Whose.CLIENT, Whose.COACH))
        )

    def a_question_is_answered(self) -> None:
        text = self.chance.choice((None, f"sanoo {self.seconds}"))
        state = self.chance.choice((None, *AnswerState))
        by = self.chance.choice((None, self.ahead(9)))
        say_answer(self.book, self.a_question(), today=self.day, state=state, text=text, find_out_on=by)

    def what_is_not_known_is_to_be_found_out(self) -> None:
        how, on = (
            self.chance.choice((None, "kysytään")),
            self.chance.choice((None, self.ahead(9), self.ahead(9))),
        )
        plan_finding_out(self.book, self.a_question(), how, on, today=self.day)

    def an_answer_is_taken_back(self) -> None:
        answered = self.chance.choice(self.book.rows("SELECT * FROM answer WHERE settled_on IS NULL"))
        asked = Asked(answered["client_id"], answered["question"], Whose(answered["whose"]))
        say_answer(self.book, asked, today=self.day, state=AnswerState.NOT_NEEDED, text="")
        say_answer(self.book, asked, today=self.day, state=AnswerState.OPEN)

    def what_was_not_known_is_found_out(self) -> None:
        waiting = self.chance.choice(self.book.rows("SELECT * FROM answer WHERE find_out_on IS NOT NULL"))
        asked = Asked(waiting["client_id"], waiting["question"], Whose(waiting["whose"]))
        say_answer(
            self.book, asked, today=self.day, state=AnswerState.ANSWERED, text=f"selvisi {self.seconds}"
        )

    def a_round_begins(self) -> None:
        begin_round(self.book, self.a_client().id, self.chance.choice(QUESTIONS).partition(".")[0], self.day)

    def an_answer_leads_on(self) -> None:
        who, question = self.a_client(), self.chance.choice(QUESTIONS)
        if self.chance.random() < 0.5:
            wish_from_answer(self.book, who, question, "eläimiä", None, self.day)
            strength_from_answer(self.book, who, question, "huomaa kaiken", self.day)
        else:
            agree_step_from_answer(self.book, who, question, StepWords("kysy", self.ahead(12), self.day))

    # The coach's own leave

    def a_leave_is_planned(self) -> None:
        from_on = self.ahead(6, least=1)
        until_on = from_on + timedelta(days=self.chance.randint(0, 6))
        self.add("leave", None, from_on=from_on, until_on=until_on, planned_on=self.day)

    def a_leave_is_looked_at(self) -> None:
        look_at_leave(self.book, self.an_id("leave", "looked_on IS NULL"), self.day)


OFTEN = (Story.clients_are_reached, Story.a_client_is_not_reached, Story.a_time_is_booked)
ACTS = (
    *OFTEN,
    *OFTEN,
    Story.a_time_is_kept_or_missed,
    Story.a_client_begins,
    Story.a_client_ends,
    Story.a_phase_begins,
    Story.something_is_told_of_a_client,
    Story.a_client_is_put_aside,
    Story.a_client_is_brought_back,
    Story.an_employer_is_contacted,
    Story.a_step_is_agreed,
    Story.an_own_step_is_planned,
    Story.a_step_is_done,
    Story.a_step_is_reworded,
    Story.a_group_is_booked,
    Story.a_time_is_kept_or_missed,
    Story.a_time_is_moved,
    Story.a_time_is_called_off,
    Story.a_placement_is_agreed,
    Story.a_start_is_moved,
    Story.a_placement_ends,
    Story.meetings_are_agreed_anew,
    Story.a_placement_is_looked_at,
    Story.a_subsidy_is_applied_for,
    Story.a_subsidy_is_decided,
    Story.paid_work_is_asked_about,
    Story.hours_or_pay_change,
    Story.a_benefit_is_checked,
    Story.a_disclosure_is_agreed,
    Story.a_concern_is_seen,
    Story.a_concern_is_settled,
    Story.a_service_begins,
    Story.a_report_is_given,
    Story.a_supporter_is_added,
    Story.a_supporter_is_contacted,
    Story.a_question_is_answered,
    Story.a_question_is_answered,
    Story.what_is_not_known_is_to_be_found_out,
    Story.what_is_not_known_is_to_be_found_out,
    Story.what_was_not_known_is_found_out,
    Story.an_answer_is_taken_back,
    Story.a_round_begins,
    Story.an_answer_leads_on,
    Story.a_leave_is_planned,
    Story.a_leave_is_looked_at,
)

Shown = tuple[object, ...]


def dealt(chance: Random) -> Iterator[Callable[[Story], None]]:
    """Every act as often as the others, in an order of chance."""
    while True:
        yield from chance.sample(ACTS, len(ACTS))


def shown(page: TodayPage, of_clients: frozenset[int] | None = None) -> list[Shown]:
    """The list as it stands on the page, without words; `of_clients`: with those clients only."""
    rows = (row for row in page.rows if row.client is None or of_clients is None or row.id in of_clients)
    return [_shown_row(row, page.day) for row in rows]


def _shown_row(row: QueueRow, day: date) -> Shown:
    phase = row.client.phase if row.client else None
    place = (row.about, row.id, row.band, row.score, row.days_unattended, row.hidden, row.turn, row.waited)
    return (*place, phase, row.snoozed_until, *(_shown_signal(one, day) for one in row.signals))


def _shown_signal(signal: Signal, day: date) -> Shown:
    dates = sorted((name, told) for name, told in signal.reason.parameters.items() if isinstance(told, date))
    numbers = (signal.due_on, signal.interval_days, signal.window_days, signal.weight)
    return (signal.kind, signal.record_id, *numbers, signal.score(day), signal.reason.booked, *dates)


def differences(then: Sequence[Shown], now: Sequence[Shown]) -> list[str]:
    """What stood there and does not now, and the other way round; the order where that is all that differs."""
    told = [f"then {one}" for one in then if one not in now] + [
        f"now {one}" for one in now if one not in then
    ]
    return told or [] if list(then) == list(now) else told or ["the order"]


@pytest.mark.parametrize("seed", range(8))
def test_the_list_of_every_day_behind_is_the_one_that_stood_there_at_its_end(
    tmp_path: Path, seed: int
) -> None:
    story = Story(tmp_path / "home", seed)
    acts = dealt(story.chance)
    kept: dict[date, TodayPage] = {}
    with story.book:
        for _ in range(DAYS):
            story.live_a_day(acts)
            kept[story.day] = today_page(story.book, story.day)
            story.day += timedelta(days=1)
        told = []
        for day, page in kept.items():
            # on which day a client was taken on is not kept: on the days before it they stand there quiet
            clients = frozenset(row.id for row in page.rows if row.client)
            found = differences(shown(page), shown(today_page(story.book, day), clients))
            told += [f"{day}: {line}" for line in found]
    assert not told, "\n".join(told)
    listed = {signal.kind for page in kept.values() for row in page.rows for signal in row.signals}
    assert {"find_out", "next_step"} <= listed
    assert {act.__name__ for act in ACTS} == {name for _, name in story.lived}
