"""Who is to take part in a booked time: clients by name, a group whole, and the employer whose workplace it is at."""

from collections.abc import Sequence
from dataclasses import dataclass

from valmentaja.errors import CannotBeMet
from valmentaja.model.appointment import Appointment
from valmentaja.model.client import Client
from valmentaja.model.group import Group
from valmentaja.screens.contacts.contact_form import ContactForm
from valmentaja.screens.contacts.naming_form import CLIENTS, UnclearName
from valmentaja.screens.shell.names import employer_names
from valmentaja.screens.widgets.name_field import MOST_LISTED, Name
from valmentaja.store.clients import client
from valmentaja.store.employers import employer
from valmentaja.store.groups import all_groups
from valmentaja.store.lookup import client_ids_fitting, employer_ids_fitting, group_id_or_none, ids_with_name
from valmentaja.texts.shown import LONGEST_NAMED, one_line
from valmentaja.texts.sorting import name_key


@dataclass(frozen=True, slots=True)
class Meant:
    """Those who are to take part, and the group whose meeting it is."""

    clients: tuple[Client, ...]
    group: Group | None


class WhoForm(ContactForm[Appointment]):
    """A subclass has the fields `clients`, in which the name of a group may stand too, and `employer`."""

    def __init__(self, place: str, given: dict[str, str]) -> None:
        super().__init__(place, given)
        running = (one for one in all_groups(self.book) if one.ended_on is None)
        self._groups = {one.id: one for one in running}

    def complete_client(self, typed: str) -> Sequence[Name]:
        """Groups that may be meant, then clients."""
        key = name_key(typed)
        told_by = self.texts("book_form.group")
        groups = [
            Name(one.id, one.name, told_by)
            for one in self._groups.values()
            if key and name_key(one.name).startswith(key)
        ]
        return [*groups, *super().complete_client(typed)][:MOST_LISTED]

    def complete_employer(self, typed: str) -> Sequence[Name]:
        """Employers that may be meant."""
        return employer_names(self.book, typed)

    def is_one(self, name: str) -> bool:
        """Whether all of it is the name of a client, or of a group."""
        return super().is_one(name) or bool(ids_with_name(self.book, "client_group", name))

    def _group_named(self, typed: str) -> Group | None:
        """The group meant, `None` where it is a client."""
        picked = self.name_field(CLIENTS).picked_id(typed)
        if picked is not None:
            return self._groups.get(picked)
        if not ids_with_name(self.book, "client_group", typed) and client_ids_fitting(self.book, typed):
            return None
        with self.reading(CLIENTS):
            found = group_id_or_none(self.book, typed)
            if found is not None and found not in self._groups:
                raise CannotBeMet("book_form.group_ended", name=one_line(typed, LONGEST_NAMED))
        return None if found is None else self._groups[found]

    def meant(self) -> Meant:
        """Who is to take part: those who are named, and those of the group whose coaching goes on.

        Raises what `client_fitting` does, and CannotBeMet for a second group and for a group of nobody.
        """
        group: Group | None = None
        ids: dict[int, None] = {}
        for part in self.named_parts():
            found = self._group_named(part)
            if found is None:
                ids[self.client_fitting(CLIENTS, part).id] = None
                continue
            with self.reading(CLIENTS):
                if group is not None and group != found:
                    raise CannotBeMet("book_form.two_groups")
            group = found
            ids |= dict.fromkeys(self._taking_part(found))
        return Meant(tuple(client(self.book, one) for one in ids), group)

    def _taking_part(self, group: Group) -> tuple[int, ...]:
        held = (client(self.book, one) for one in group.client_ids)
        ids = tuple(one.id for one in held if not one.has_ended(self.today))
        with self.reading(CLIENTS):
            if not ids:
                raise CannotBeMet("group.nobody", group=group.name)
        return ids

    def employer_meant(self) -> int | None:
        """Raises CannotBeMet for one that is not in the book, UnclearName where it may be one of several."""
        typed = self.value("employer").strip()
        if not typed:
            return None
        picked = self.name_field("employer").picked_id(typed)
        ids = employer_ids_fitting(self.book, typed) if picked is None else (picked,)
        with self.reading("employer"):
            if not ids:
                raise CannotBeMet("field.no_such_employer", name=one_line(typed, LONGEST_NAMED))
        if len(ids) > 1:
            held = [employer(self.book, one) for one in ids]
            names = [Name(one.id, one.name, one.town or "") for one in held]
            question = self.texts("log_form.which_employer", name=one_line(typed, LONGEST_NAMED))
            raise UnclearName("employer", typed, question, names)
        return ids[0]

    def refuse_unclear(self) -> None:
        """Asks about a client or an employer that may be one of several."""
        self.meant()
        self.employer_meant()
