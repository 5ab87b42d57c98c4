"""The meetings of a placement are agreed anew: the open one to another day, or all of them in another rhythm."""

from collections.abc import Iterable

from textual.widget import Widget

from valmentaja.desks.placements import if_agreed
from valmentaja.errors import ValmentajaError
from valmentaja.model.contact import ClientContactWay
from valmentaja.model.re_agreement import ReAgreement
from valmentaja.rules.promises import PromiseKind
from valmentaja.screens.placements.about_work import AboutWork
from valmentaja.screens.placements.words import agreement_told, by_told
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import ChoiceField, LineField
from valmentaja.store.placements import agree_meetings

THIS_ONE, RHYTHM = "this_one", "rhythm"
_NEWEST = 2**62  # an id after all others


class AgreeForm(AboutWork):
    """A reason is always asked: it is read again when somebody wonders why they met so seldom."""

    kind = "re_agreement"
    what_for = "agree"

    def rows(self) -> Iterable[Widget]:
        """One or all, when, how, why."""
        texts, meeting = self.texts, self.line.open_meeting
        which = [(one, texts(f"work.{one}")) for one in (THIS_ONE, RHYTHM)]
        one = meeting is not None and meeting.kind is not PromiseKind.AGREE_AFTER_YEAR
        yield FieldRow(texts("work.which"), ChoiceField(which, THIS_ONE if one else RHYTHM, id="which"))
        yield FieldRow(texts("work.to"), LineField(placeholder=texts("step_form.on_example"), id="to"))
        yield FieldRow(texts("work.every"), LineField(placeholder="14", id="every_days"))
        ways = [(way.value, texts(f"client_way.{way}")) for way in ClientContactWay]
        yield FieldRow(texts("work.way"), ChoiceField(ways, ClientContactWay.IN_PERSON, id="way"))
        yield FieldRow(texts("work.because"), LineField(id="because"))

    def out_of_sight(self) -> Iterable[str]:
        """Either the day or the rhythm is asked."""
        return ("every_days",) if self.value("which") == THIS_ONE else ("to",)

    # What is meant

    def _agreement(self) -> ReAgreement:
        """What would be agreed. Raises a ValmentajaError for what cannot be read yet."""
        one = self.value("which") == THIS_ONE
        self.needed("to" if one else "every_days", "work.no_day" if one else "work.no_rhythm")
        every = None if one else self.meant("every_days")
        way = ClientContactWay(self.value("way"))
        return ReAgreement(
            id=_NEWEST,
            revision=0,
            placement_id=self.line.placement.id,
            agreed_on=self.today,
            to_day=self.day_meant("to") if one else None,
            every_days=every if isinstance(every, int) else None,
            way=None if way is ClientContactWay.IN_PERSON else way,
            because=self.value("because"),
        )

    def understood(self) -> str:
        """How it stands now, and how it would be."""
        texts, meeting = self.texts, self.line.open_meeting
        now = texts("work.no_meeting_now")
        if meeting is not None:
            now = texts("work.now", promise=by_told(texts, meeting, self.today))
        try:
            agreed = if_agreed(self.book, self.line, self._agreement(), self.today).open_meeting
        except ValmentajaError:
            return now
        if agreed is None or (meeting is None and self.value("which") == THIS_ONE):
            return now
        return "\n".join((now, texts("work.then", promise=by_told(texts, agreed, self.today))))

    def keep(self) -> str:
        """Agreed: one change."""
        agreed = self._agreement()
        because = self.needed("because", "work.no_because")
        with self.reading("to" if agreed.to_day is not None else "every_days"):
            agree_meetings(
                self.book,
                self.line.placement.id,
                today=self.today,
                because=because,
                to_day=agreed.to_day,
                every_days=agreed.every_days,
                way=agreed.way,
            )
        newest = max(self.line_now().agreements, key=lambda one: one.id)
        return self.texts("work.has_agreed", what=agreement_told(self.texts, newest))
