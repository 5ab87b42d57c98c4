"""The page of one employer: an overview, people, the run of contacts, work, leads, steps."""

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.content import Content

from valmentaja.desks.details import detail_lines
from valmentaja.desks.leads import leads_at_employer
from valmentaja.desks.placements import placement_lines_at
from valmentaja.desks.runs import CONTACTS_SHOWN, Run, Steps, run_with_employer, steps_about_employer
from valmentaja.model.employer import Employer
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.model.place import FieldPlace
from valmentaja.screens.employers.overview import (
    ABOUT,
    AGREED,
    ARCHIVE,
    BRING_BACK,
    MERGE,
    NEEDS,
    REACHING,
    deed_rows,
    relationship_rows,
    state_row,
)
from valmentaja.screens.leads.rows import lead_rows
from valmentaja.screens.placements.rows import placement_rows
from valmentaja.screens.records.acting import OFFERS
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.records.record_page import Part
from valmentaja.screens.records.run_rows import step_rows, steps_label
from valmentaja.screens.records.subject_page import SubjectPage
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.store.contacts import contact_count
from valmentaja.store.employer_relationship import relationship
from valmentaja.store.employers import employer

_OF_ITS_STATE = frozenset({"state", "rests_until"})


class EmployerScreen(SubjectPage):
    """The employer is the coach's other client: a page of their own, also when nobody is on the way there."""

    desk = "employers"
    kind = "employer"
    offers: ClassVar[tuple[str, ...]] = (
        *SubjectPage.offers,
        *OFFERS,
        "add",
        "hints",
        "end",
        "merge",
        "bring_back",
        "for_client",
    )

    def run_of_contacts(self, most: int = CONTACTS_SHOWN) -> Run:
        """With the employer."""
        return run_with_employer(self.book, self.record_id, most)

    @property
    def held(self) -> Employer | None:
        """The employer."""
        return self.subject if isinstance(self.subject, Employer) else None

    def read(self) -> tuple[str, str, Sequence[Part]]:
        """The employer as it is now."""
        held = self.subject = employer(self.book, self.record_id)
        steps, texts = steps_about_employer(self.book, self.record_id), self.texts
        count = contact_count(self.book, self.record_id, self.today)
        contacts = (
            texts.counted("employer_page.contacts", count)
            if count
            else texts("employer_page.no_contacts", key=self.key_of("log"))
        )
        about = " · ".join(part for part in (held.industry, held.town, contacts) if part)
        return held.name, about, self._parts_of(held, steps, has_contacts=bool(count))

    def _parts_of(self, held: Employer, steps: Steps, *, has_contacts: bool) -> Sequence[Part]:
        texts = self.texts
        parts = [Part("overview", texts("part.overview"), lambda: list(self._overview(held, steps)))]
        if has_contacts:
            parts.append(Part("contacts", texts("part.contacts"), self._contacts))
        parts += [
            Part("people", texts("part.people"), lambda: self._people(held)),
            Part("work", texts("part.work"), self._work),
            Part("leads", texts("part.leads"), self._leads),
        ]
        if steps.open or steps.done:
            told = steps_label(texts, steps)
            parts.append(Part("steps", told, lambda: step_rows(texts, steps, self.today)))
        return parts

    # The parts

    def _overview(self, held: Employer, steps: Steps) -> Iterator[Row]:
        yield state_row(self.texts, held)
        yield from self.fields(held, REACHING)
        yield GAP
        yield from self.next_steps(steps.open)
        for names in (NEEDS, ABOUT, AGREED):
            yield from self.fields(held, names)
            yield GAP
        yield from self.fields(held, ("name",))
        yield GAP
        yield from deed_rows(self.texts, held)

    def _contacts(self) -> Sequence[Row]:
        """How it has gone, in two lines, and then the run."""
        told = relationship(self.book, self.record_id, self.today)
        return [*(relationship_rows(self.texts, told) if told else ()), GAP, *super()._contacts()]

    def _people(self, held: Employer) -> Sequence[Row]:
        """Who is who there; what was written of them in one text stands under them."""
        made = DetailRows(self.book, self.texts, self.today)
        people = made.rows(detail_lines(self.book, EmployerPerson, held.id))
        empty = said_row(self.texts("employer_page.no_people", key=self.key_of("add")))
        return [*(people or [empty]), GAP, *self.fields(held, ("people",))]

    def _work(self) -> Sequence[Row]:
        """Who has worked here."""
        lines = placement_lines_at(self.book, self.record_id, self.today)
        rows = placement_rows(self.book, self.texts, lines, self.today, whose=True)
        return rows or [said_row(self.texts("employer_page.no_work"))]

    def _leads(self) -> Sequence[Row]:
        lines = leads_at_employer(self.book, self.record_id)
        rows = lead_rows(self.texts, lines, self.today, whose=True)
        return rows or [said_row(self.texts("employer_page.no_leads", key=self.key_of("add")))]

    def status(self) -> tuple[str, str]:
        """That a field can be changed, where there are fields; of what is done seldom, that it asks first."""
        if self.part != "overview" or self.focused_id == BRING_BACK:
            return "", ""
        if self.focused_id in (MERGE, ARCHIVE):
            return self.texts("archiving.status", key=self.key_of("open")), ""
        return super().status()

    def on_row_list_focused(self) -> None:
        """Another row may have another thing to say."""
        super().on_row_list_focused()
        self.show_status()

    def open_part(self, part_id: str) -> None:
        """Another part has other things to say."""
        super().open_part(part_id)
        self.show_status()

    def beside(self, row_id: str | None) -> Sequence[Content]:
        """The newest contacts beside the overview; the other parts have the whole width."""
        return super().beside(row_id) if self.part in ("overview", "contacts") else ()

    # Keys

    def told_first(self) -> Sequence[str]:
        """What is added to the part, the prompts, the text to send."""
        own = ("add",) if self.part in ("people", "leads") else ("hints",)
        return (*super().told_first(), "log", *own, "bring_back", "for_client")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what is in the archive is brought back."""
        if action == "bring_back":
            return self.held is not None and self.held.is_archived
        return super().check_action(action, parameters)

    def action_open(self) -> None:
        """Enter: also what is done seldom, which asks first."""
        match self.focused_id:
            case str() as row_id if row_id == MERGE:
                self.action_merge()
            case str() as row_id if row_id == ARCHIVE:
                self._ask_to_archive()
            case str() as row_id if row_id == BRING_BACK:
                self.action_bring_back()
            case _:
                super().action_open()

    def open_field(self, place: FieldPlace) -> None:
        """The state is told in a form of its own."""
        if place.kind == "employer" and place.field in _OF_ITS_STATE:
            self.action_end()
        else:
            super().open_field(place)

    def action_hints(self) -> None:
        """What a coach asks about at a workplace."""
        from valmentaja.screens.employers.hints import EmployerHints

        self.workbench.push_screen(EmployerHints())

    def action_end(self) -> None:
        """The cooperation rests, ends or goes on."""
        from valmentaja.screens.employers.state_form import StateForm

        if self.held is not None:
            self.open_form(StateForm(self.held))

    def action_merge(self) -> None:
        """Another one that is the same becomes part of this one."""
        from valmentaja.screens.employers.merge_form import MergeForm

        if self.held is not None:
            self.open_form(MergeForm(self.held))

    def _ask_to_archive(self) -> None:
        from valmentaja.screens.shell.choose import Choose

        texts, held = self.texts, self.held
        if held is None:
            return
        answers = [(one, texts(f"archiving.{one}")) for one in ("no", "yes")]
        self.workbench.push_screen(
            Choose(texts("archiving.question", name=self.about()), answers), self._archive
        )

    def _archive(self, chosen: str | None) -> None:
        from valmentaja.screens.employers.archiving import archive

        if chosen == "yes" and self.held is not None:
            archive(self, self.held, self.today)

    def action_bring_back(self) -> None:
        """Back in the lists."""
        from valmentaja.screens.employers.archiving import archive

        if self.held is not None:
            archive(self, self.held, None)

    def action_for_client(self) -> None:
        """What they need, as text for another coach."""
        from valmentaja.screens.employers.sheets import need_sheet

        if self.held is not None:
            need_sheet(self, self.held)

    def action_add(self) -> None:
        """A person, or a lead; where it may be either, which is asked."""
        match self.part:
            case "people":
                self._add("person")
            case "leads":
                self._add("lead")
            case _:
                from valmentaja.screens.shell.choose import Choose

                answers = [(one, self.texts(f"kind_new.{one}")) for one in ("person", "lead")]
                question = self.texts("client_page.add", name=self.about())
                self.workbench.push_screen(Choose(question, answers), self._add)

    def _add(self, kind: str | None) -> None:
        held = self.held
        if held is None or not kind:
            return
        if kind == "lead":
            from valmentaja.screens.leads.form import LeadForm

            self.workbench.push_screen(LeadForm(held))
        else:
            from valmentaja.screens.employers.person_form import person_form

            self.workbench.push_screen(person_form(self, held))
