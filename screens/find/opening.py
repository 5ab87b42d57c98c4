"""Opens what a found passage or a change is about: a record, a client or an employer, or a day of the diary."""

from typing import TYPE_CHECKING, cast

from valmentaja.desks.subject import Subject

if TYPE_CHECKING:
    from valmentaja.screens.program.app import Workbench
    from valmentaja.screens.shell.page import Page


_OWN = frozenset({"leave", "next_step", "supporter", "supporter_contact"})
"""Kinds of record that stand among the coach's own work when they are about no client."""


async def open_subject(page: "Page", subject: Subject) -> None:
    """Opens it over the page, from where Esc comes back; a day is on a desk of its own, and the page is closed."""
    workbench = page.workbench
    if subject.record is not None:
        from valmentaja.screens.records.opening import open_record

        own = subject.record[0] in _OWN and subject.client_id is None
        open_record(page, *subject.record, "my_work" if own else "clients")
    elif subject.client_id is not None:
        from valmentaja.screens.clients.page import ClientScreen

        workbench.push_screen(ClientScreen(subject.client_id))
    elif subject.employer_id is not None:
        from valmentaja.screens.employers.page import EmployerScreen

        workbench.push_screen(EmployerScreen(subject.employer_id))
    elif subject.diary_day is not None:
        page.dismiss(None)
        workbench.call_later(_show_day, workbench, subject)


async def _show_day(workbench: "Workbench", subject: Subject) -> None:
    from valmentaja.screens.diary.desk import DiaryScreen

    await workbench.action_desk("diary")
    if subject.diary_day is not None:
        cast("DiaryScreen", workbench.screen).show_day(subject.diary_day)
