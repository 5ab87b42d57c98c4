"""A new group, and one who joins a group that there is."""

from collections.abc import Iterable

from textual.widget import Widget

from valmentaja.errors import ValmentajaError
from valmentaja.model.client import Client
from valmentaja.model.group import Group
from valmentaja.rules.refusals import refuse_ended
from valmentaja.screens.contacts.naming_form import CLIENTS, NamingForm, UnclearName
from valmentaja.screens.widgets.field_row import FieldRow
from valmentaja.screens.widgets.fields import LineField
from valmentaja.screens.widgets.name_field import NameField, NameRow
from valmentaja.store.groups import add_group, join_group
from valmentaja.store.lookup import ids_with_name
from valmentaja.texts.shown import LONGEST_NAMED, one_line

_MEMBER = "client"
LONGEST_TOLD = 200


class GroupForm(NamingForm[Group]):
    """Its name, who takes part, and who leads it too."""

    DEFAULT_CSS = """
    GroupForm #told, JoinForm #told { height: 4; }
    """

    def __init__(self) -> None:
        super().__init__("group", {})

    def title_text(self) -> str:
        """What it is for."""
        return self.texts("group_form.title")

    def rows(self) -> Iterable[Widget]:
        """Name, clients, the other leader."""
        texts = self.texts
        hint = texts("group_form.name_hint")
        yield FieldRow(texts("group_form.name"), LineField(id="name", placeholder=hint))
        yield NameRow(texts("group_form.clients"), self.clients_field(texts("group_form.clients_hint")))
        yield FieldRow(texts("group_form.co_led_by"), LineField(id="co_led_by"))

    def understood(self) -> str:
        """That there is such a group already; who takes part."""
        name = self.value("name").strip()
        there = bool(name) and bool(ids_with_name(self.book, "client_group", name))
        told = [self.texts("group_form.namesake")] if there else []
        try:
            held = self.named_clients()
        except UnclearName:
            told.append(self.texts("log_form.several_clients"))
        except ValmentajaError as refusal:
            told.append(self.workbench.sentence_of(refusal))
        else:
            names = ", ".join(self.client_told(one, self.today) for one in held)
            told += (
                [self.texts("meet_form.group", count=len(held), names=one_line(names, LONGEST_TOLD))]
                if held
                else []
            )
        return "\n".join(told)

    def keep(self) -> Group:
        """Made: one change."""
        name = self.needed("name", "group_form.nameless")
        held = self.named_clients()
        with self.reading(CLIENTS):
            for one in held:
                refuse_ended(one, self.today)
        with self.reading("name"):
            return add_group(
                self.book,
                name=name,
                client_ids=[one.id for one in held],
                co_led_by=self.text("co_led_by"),
            )

    def told(self, kept: Group) -> str:
        """Its name."""
        return self.texts("group_form.added", group=one_line(kept.name, LONGEST_NAMED))


class JoinForm(NamingForm[Group]):
    """Who joins is at the group's meetings from today on."""

    def __init__(self, group: Group) -> None:
        super().__init__(f"join/{group.id}", {})
        self._group = group

    def title_text(self) -> str:
        """Which group."""
        return self.texts("join_form.title", group=one_line(self._group.name, LONGEST_NAMED))

    def rows(self) -> Iterable[Widget]:
        """The client."""
        yield NameRow(self.texts("log_form.client"), NameField(self.complete_client, id=_MEMBER))

    def _member(self) -> Client:
        typed = self.needed(_MEMBER, "join_form.nobody")
        return self.client_fitting(_MEMBER, typed)

    def refuse_unclear(self) -> None:
        """Asks about a name that several clients have."""
        self._member()

    def understood(self) -> str:
        """Who is meant."""
        if not self.value(_MEMBER).strip():
            return self.texts("join_form.comes_along")
        try:
            return self.client_told(self._member(), self.today)
        except UnclearName:
            return self.texts("log_form.several_clients")
        except ValmentajaError:
            return self.texts("log_form.no_such_client")

    def keep(self) -> Group:
        """Joined: one change."""
        held = self._member()
        with self.reading(_MEMBER):
            refuse_ended(held, self.today)
            return join_group(self.book, self._group.id, held.id, self.today)

    def told(self, kept: Group) -> str:
        """Which group."""
        return self.texts("join_form.joined", group=one_line(kept.name, LONGEST_NAMED))
