"""Drafts whose window is gone, closed in a hurry or killed: what was being typed becomes what it was to be."""

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from valmentaja.errors import CannotBeMet, WrongUsage
from valmentaja.model.change import Draft
from valmentaja.model.place import AnswerPlace, DiaryPlace, FieldPlace, FormPlace, Place
from valmentaja.rules.fields import FIELDS, Field, FieldKind, field_named
from valmentaja.store.diary import settle_diary_draft
from valmentaja.store.drafts import all_drafts, drafts_at, drop_draft, keep_draft
from valmentaja.store.editing import settle_field_draft
from valmentaja.store.employer_merging import merged_into
from valmentaja.store.employers import employer
from valmentaja.store.workbook import Workbook


@dataclass(frozen=True, slots=True)
class LeftDrafts:
    """What became of the drafts that were left: places that hold theirs now, and drafts that wait for the coach."""

    settled: tuple[Place, ...]
    kept_apart: tuple[Draft, ...]


def settle_left_drafts(
    book: Workbook, is_alive: Callable[[str], bool], heading: Callable[[datetime], str]
) -> LeftDrafts:
    """Settles the drafts of windows that are gone in diary, fields and answers, each in a change of its own.

    A day that was written meanwhile gets the draft's text under the `heading` of when it was typed. Where a field or
    an answer was written meanwhile, its record is gone, the client has ended or the text cannot stand, the draft is
    kept apart. Forms are left: a form picks its drafts up itself; one about an employer who was merged meanwhile is
    about whom they are part of.
    """
    settled: list[Place] = []
    kept_apart: list[Draft] = []
    for draft in all_drafts(book):
        if is_alive(draft.window):
            continue
        if isinstance(draft.place, FormPlace):
            with suppress(CannotBeMet, WrongUsage):
                _move_if_merged(book, draft, draft.place)
            continue
        if _settle(book, draft, heading):
            settled.append(draft.place)
        else:
            kept_apart.append(draft)
    return LeftDrafts(tuple(settled), tuple(kept_apart))


def _move_if_merged(book: Workbook, draft: Draft, place: FormPlace) -> None:
    form, _, about = place.form.rpartition("/")
    kept_id = merged_into(book, int(about)) if about.isdecimal() else None
    if kept_id is None or drafts_at(book, there := FormPlace(f"{form}/{kept_id}")):
        return
    typed = json.loads(draft.text)
    if "employer" in typed:
        typed["employer"] = employer(book, kept_id).name
    keep_draft(book, there, draft.window, json.dumps(typed, ensure_ascii=False), draft.began_from)
    drop_draft(book, place, draft.window)


def _settle(book: Workbook, draft: Draft, heading: Callable[[datetime], str]) -> bool:
    """Whether the draft is settled; one that cannot be does not stop the others."""
    try:
        match draft.place:
            case DiaryPlace(day):
                settle_diary_draft(book, draft, day, heading(draft.saved_at))
                return True
            case FieldPlace(kind, record_id):
                field = _field(draft.place)
                return field is not None and settle_field_draft(book, draft, kind, record_id, field)
            case AnswerPlace():
                return _settle_answer(book, draft, draft.place)
    except (CannotBeMet, WrongUsage):
        return False
    return False


def _settle_answer(book: Workbook, draft: Draft, place: AnswerPlace) -> bool:
    """It was said on the day on which it was typed; a client who has ended since answers no more.

    The walk goes on there.
    """
    from valmentaja.rules.refusals import refuse_ended  # all this costs the opening what it seldom needs
    from valmentaja.store.answers import Asked, settle_answer_draft
    from valmentaja.store.clients import client
    from valmentaja.store.question_rounds import stand_at

    refuse_ended(client(book, place.client_id), book.now().date())
    asked = Asked(place.client_id, place.question, place.whose)
    settled = settle_answer_draft(book, draft, asked, today=draft.saved_at.date())
    if settled:
        stand_at(book, asked.client_id, asked.question)
    return settled


def _field(place: FieldPlace) -> Field | None:
    """The field, if it is one of text."""
    field = field_named(place.kind, place.field) if place.kind in FIELDS else None
    return field if field and field.kind in (FieldKind.TEXT, FieldKind.NAME) else None
