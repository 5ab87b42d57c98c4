"""Placements and what is told of a client as plain lines, each a sentence that can be read aloud.

Apart from `lines`, since the commands of every day do without the fields of `rules.fields`.
"""

from __future__ import annotations

from valmentaja import TYPE_CHECKING
from valmentaja.cli.shown_fields import field_shown
from valmentaja.desks.leads import LeadState, day_of_state, lead_state
from valmentaja.model.activity import Activity
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.model.lead import Lead
from valmentaja.model.leave import Leave
from valmentaja.rules.fields import FIELDS, Field, FieldKind
from valmentaja.texts.durations import hours_told
from valmentaja.texts.sentences import in_midsentence
from valmentaja.texts.shown import LONGEST_NAMED, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import date
    from typing import TypeAlias

    from valmentaja.desks.details import DetailLine, ServiceLine
    from valmentaja.desks.placements import PlacementLine
    from valmentaja.model.placement import Placement
    from valmentaja.model.placement_look import PlacementLook
    from valmentaja.model.re_agreement import ReAgreement
    from valmentaja.model.start_move import StartMove
    from valmentaja.model.supporter_contact import SupporterContact
    from valmentaja.model.work_support import WorkSupport
    from valmentaja.rules.placements import Remark
    from valmentaja.rules.promises import Promise
    from valmentaja.texts import Texts

    DayOff: TypeAlias = Callable[[date], str]

_SAYS_WHAT = frozenset({"text", "name", "job"})
_IN_ITS_LINE = frozenset({"job", "start", "end", "hours", "pay", "ended_on"})


def placement(texts: Texts, line: PlacementLine) -> str:
    """A placement in one line: whose, where, as what, from when, and what it is."""
    held = line.placement
    parts = [
        line.employer.name,
        *((one_line(held.job, LONGEST_NAMED),) if held.job else ()),
        texts(f"pay.{held.pay}"),
        *(
            (texts("placement.weekly", hours=texts.number(held.weekly_minutes / 60)),)
            if held.weekly_minutes
            else ()
        ),
    ]
    return texts(
        "placement.line",
        client=line.client.label,
        parts=", ".join(parts),
        stretch=_stretch(texts, held),
        id=held.id,
    )


def _stretch(texts: Texts, held: Placement) -> str:
    """From when to when, as far as it is known."""
    if held.never_began:
        return texts("placement.never_began", start=held.start_on)
    last_day = held.ended_on or held.planned_end_on
    if last_day is None:
        return texts("placement.from", start=held.start_on)
    return texts("placement.until" if held.ended_on else "placement.to", start=held.start_on, end=last_day)


def promise(texts: Texts, held: Promise, off: DayOff) -> str:
    """A promise of follow-along in one line: what, by when, and what became of it.

    Of one that is still open it is said where its day is a holiday or of a weekend.
    """
    key = "promise.done" if held.done_on else "promise.line"
    said = texts(
        key,
        what=texts(f"signal_name.{held.kind}"),
        due=held.due_on,
        state=texts(f"promise_state.{held.state}"),
        done=held.done_on or "",
    )
    day_off = off(held.due_on) if held.is_open else ""
    return texts("promise.day_off", promise=said, off=day_off) if day_off else said


def leave(texts: Texts, held: Leave) -> str:
    """A leave in one line: its days, how many they are, and what is told of it."""
    days = (held.until_on - held.from_on).days + 1
    stretch = {"from": texts.whole_day(held.from_on), "until": texts.whole_day(held.until_on)}
    more = told(texts, "leave", held, beside=("from", "until"))
    return texts(
        "leave.line" if more else "leave.line_bare",
        **stretch,
        days=texts.counted("leave.days", days),
        told=more,
        id=held.id,
    )


def lead(texts: Texts, line: DetailLine, held: Lead, today: date) -> str:
    """A job lead: whose, what and where, how far it has come, who sees to it; the note under it."""
    parts = [
        one_line(held.job, LONGEST_NAMED),
        *((line.employer.name,) if line.employer else ()),
        _lead_state(texts, held, today),
        *((texts(f"lead_source.{held.source}"),) if held.source else ()),
    ]
    told = texts(
        "lead.line",
        client=line.client.label if line.client else "",
        parts=", ".join(parts),
        owner=texts(f"owner.{held.owner}"),
        id=held.id,
    )
    return f"{told}\n{held.note}".replace("\n", "\n  ") if held.note else told


def leads(texts: Texts, lines: Iterable[DetailLine], today: date) -> list[str]:
    """Job leads, a line each."""
    return [lead(texts, one, one.record, today) for one in lines if isinstance(one.record, Lead)]


def _lead_state(texts: Texts, held: Lead, today: date) -> str:
    """How far it has come, with the day that says so."""
    state = lead_state(held, today)
    when = day_of_state(held, state)
    if state is LeadState.ANSWERED:
        answer = texts(f"lead_answer.{held.answer}")
        return texts("lead_row.answered", answer=answer, day=when) if when else answer
    if state is LeadState.INTERVIEW and held.at is not None and when is not None:
        return texts("lead_row.interview_at", day=when, clock=held.at)
    return texts(f"lead_row.{state}", day=when or "")


def activity(texts: Texts, line: DetailLine, held: Activity) -> str:
    """Time that was no contact: its day, what it went to, how much, and whom it was for; the note under it."""
    parts = [
        texts(f"time_kind.{held.kind}"),
        hours_told(texts, held.minutes),
        *((texts("time.served", kind=texts(f"time_kind.{held.serves}")),) if held.serves else ()),
        *((texts("contact.client", client=line.client.label),) if line.client else ()),
        *((line.employer.name,) if line.employer else ()),
        *((texts(f"time_place.{held.place}"),) if held.place else ()),
        *((texts("time_page.kilometres", kilometres=held.kilometres),) if held.kilometres else ()),
    ]
    number = texts("record.number", id=held.id)
    told = f"{texts.whole_day(held.day)}: {', '.join(parts)} ({number})"
    return f"{told}\n{held.note}".replace("\n", "\n  ") if held.note else told


def persons(texts: Texts, lines: Iterable[DetailLine]) -> list[str]:
    """The people at an employer's whose page it is, each with a line of their own."""
    return [_person(texts, one.record) for one in lines if isinstance(one.record, EmployerPerson)]


def _person(texts: Texts, held: EmployerPerson) -> str:
    """Someone at an employer's: who they are there, how they are reached, what is noted of them."""
    parts = (held.name, held.role, held.phone, held.email)
    told = ", ".join(one_line(part, LONGEST_NAMED) for part in parts if part)
    number = texts("record.number", id=held.id)
    return f"{told} ({number})" + (f"\n{held.note}".replace("\n", "\n  ") if held.note else "")


def detail(texts: Texts, line: DetailLine) -> str:
    """A record that tells more of a client in one line: what it is, then every field that holds something."""
    match line.record:
        case Leave() as held:
            return leave(texts, held)
        case Activity() as held:
            return texts("detail.kind_line", kind=texts("kind.activity"), told=activity(texts, line, held))
    about = [
        *(one.label for one in (line.client,) if one),
        *(one.name for one in (line.supporter, line.employer) if one),
    ]
    return texts(
        "detail.line",
        kind=texts(f"kind.{line.kind}"),
        about=", ".join(about) or texts("network.own"),
        told=told(texts, line.kind, line.record),
        id=line.record.id,
    )


def told(texts: Texts, kind: str, record: object, *, beside: Collection[str] = ()) -> str:
    """Every field that holds something, in one line; without those that are said elsewhere, `beside` it.

    What the record is about needs no label.
    """
    return "; ".join(
        value if field.name in _SAYS_WHAT else _labelled(texts, field, value)
        for field in FIELDS[kind]
        if field.kind not in (FieldKind.CLIENT, FieldKind.EMPLOYER) and field.name not in beside
        if (value := field_shown(texts, field, record))
    )


def _labelled(texts: Texts, field: Field, value: str) -> str:
    return texts("detail.field", field=in_midsentence(texts(field.text_key)), value=value)


def supporter_contact(texts: Texts, held: SupporterContact) -> str:
    """A contact with someone of a network in one line."""
    note = one_line(held.note, LONGEST_NAMED) if held.note else ""
    return texts("network.met" if note else "network.met_only", day=held.day, note=note, id=held.id)


def used(texts: Texts, line: ServiceLine) -> str:
    """How much of what was bought has been used."""
    bought, so_far = line.bought, line.used
    hours = None if bought.bought_minutes is None else texts.number(bought.bought_minutes / 60)
    meetings = None if bought.bought_meetings is None else str(bought.bought_meetings)
    return texts(
        "service.used",
        meetings=_of(texts, str(so_far.meetings), meetings),
        hours=_of(texts, texts.number(so_far.minutes / 60), hours),
    )


def _of(texts: Texts, used: str, bought: str | None) -> str:
    return used if bought is None else texts("service_row.of", used=used, bought=bought)


def of_placement(texts: Texts, line: PlacementLine, off: DayOff) -> list[str]:
    """All that is kept of a placement beside its own line, a line each: promises, supports, moves, what was agreed."""
    more = told(texts, "placement", line.placement, beside=_IN_ITS_LINE)
    return [
        *((more,) if more else ()),
        *(promise(texts, one, off) for one in line.promises),
        *(support(texts, one) for one in line.supports),
        *(_move(texts, one) for one in line.moves),
        *(_kept(texts, "re_agreement", one) for one in line.agreements),
        *(_kept(texts, "placement_look", one) for one in line.looks),
        *(remark(texts, one) for one in line.remarks),
    ]


def support(texts: Texts, held: WorkSupport) -> str:
    """A support for the work: what it is, and how far it has come."""
    parts = [
        texts(f"support_kind.{held.kind}"),
        *((texts("support.applied", day=held.applied_on),) if held.applied_on else ()),
        texts(f"decision.{held.decision}") if held.decision else texts("support.undecided"),
        *((texts("support.until", day=held.until_on),) if held.until_on else ()),
    ]
    return texts("support.line", parts=", ".join(parts), id=held.id)


def remark(texts: Texts, held: Remark) -> str:
    """What there is to be said of a placement."""
    return texts(f"placement.remark.{held.kind}", day=held.day, id=held.other_id or "")


def _move(texts: Texts, held: StartMove) -> str:
    return texts(
        "placement.start_moved",
        before=held.from_day,
        after=held.to_day,
        because=one_line(held.because, LONGEST_NAMED),
        id=held.id,
    )


def _kept(texts: Texts, kind: str, held: ReAgreement | PlacementLook) -> str:
    return texts("detail.kept", kind=texts(f"kind.{kind}"), told=told(texts, kind, held), id=held.id)
