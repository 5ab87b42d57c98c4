"""What forms ask for when a record that tells more of a client is added, looked at again or settled."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from valmentaja.model.client import Client
from valmentaja.model.concern import Concern
from valmentaja.model.disclosure import Disclosure
from valmentaja.model.supporter import Supporter
from valmentaja.screens.records.detail_form import Filling, first_words
from valmentaja.store.clients import client
from valmentaja.store.details import Given, add_detail, change_detail
from valmentaja.store.disclosures import agree_disclosure
from valmentaja.store.employers import employer
from valmentaja.store.workbook import Workbook
from valmentaja.texts import Texts

ASKED: Mapping[str, tuple[str, ...]] = {
    "wish": ("text", "as"),
    "benefit": ("name", "earnings_limit", "notify", "notify_by", "checked_on", "note"),
    "disclosure": (
        *("employer", "may", "may_not", "told_by", "coach_appears", "answers"),
        *("agreed_on", "again"),
    ),
    "supporter": (
        *("name", "body", "role", "phone", "email", "best_reached", "agreed", "every_days"),
        *("is_told", "consent", "note"),
    ),
    "concern": ("text", "employer", "seen_on", "raised_with", "raised_on"),
    "service_period": (
        *("payer", "from", "until", "hours", "meetings", "interim_report", "final_report", "note"),
    ),
}
"""What is asked for of each kind that is added to a client, in order."""

_CALLED = {
    "wish": "text",
    "benefit": "name",
    "supporter": "name",
    "concern": "text",
    "service_period": "payer",
}
"""The column by which a record is named when it has been added."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What making a form needs to know: the workbook, the texts and the day."""

    book: Workbook
    texts: Texts
    today: date


def adding(desk: Desk, kind: str, about: Client | None) -> Filling:
    """A record of the kind is added to the client; without one it is someone of the coach's own network."""
    texts = desk.texts
    whom = about.label if about else texts("network.own")
    return Filling(
        kind=kind,
        place=f"add/{kind}/{about.id if about else 'own'}",
        title=texts("detail_form.title", kind=texts(f"kind_new.{kind}"), whom=first_words(whom)),
        names=ASKED[kind],
        keep=_KEEPS.get(kind, _add)(desk, kind, about),
        needed=frozenset({"may"}) if kind == "disclosure" else frozenset(),
        given=_given(desk, kind, about),
        doubtful="until" if kind == "service_period" else "",
    )


def _given(desk: Desk, kind: str, about: Client | None) -> dict[str, str]:
    """Days that are as a rule these."""
    today = desk.texts.date(desk.today)
    match kind:
        case "disclosure":
            return {"agreed_on": today}
        case "concern":
            return {"seen_on": today}
        case "service_period" if about:
            return {"from": desk.texts.date(about.start_on)}
    return {}


_Keep = Callable[[Mapping[str, Given]], str]


def _add(desk: Desk, kind: str, about: Client | None) -> _Keep:
    def keep(values: Mapping[str, Given]) -> str:
        owner_id = about.id if about else None
        named = str(values.get(_CALLED[kind]) or "")
        add_detail(desk.book, kind, owner_id=owner_id, about=about.label if about else named, values=values)
        return _added(desk, kind, named)

    return keep


def _added(desk: Desk, kind: str, named: str) -> str:
    what = desk.texts(f"kind.{kind}")
    return desk.texts("detail_form.added", what=", ".join(filter(None, (what, first_words(named)))))


def _add_supporter(desk: Desk, kind: str, about: Client | None) -> _Keep:
    keep = _add(desk, kind, about)
    return lambda values: keep({**values, "added_on": desk.today})


def _agree(desk: Desk, _kind: str, about: Client | None) -> _Keep:
    """What is left empty stays as it was agreed before."""

    def keep(values: Mapping[str, Given]) -> str:
        assert about is not None
        employer_id = values["employer_id"]
        assert employer_id is None or isinstance(employer_id, int)
        agreed = {
            name: value for name, value in values.items() if value is not None and name != "employer_id"
        }
        agree_disclosure(desk.book, about.id, employer_id, agreed, day=desk.today)
        return _agreed(desk, employer_id)

    return keep


def _agreed(desk: Desk, employer_id: int | None) -> str:
    texts = desk.texts
    whom = texts("disclosure_row.any") if employer_id is None else employer(desk.book, employer_id).name
    return texts("detail_form.agreed", whom=first_words(whom))


_KEEPS: Mapping[str, Callable[[Desk, str, Client | None], _Keep]] = {
    "supporter": _add_supporter,
    "disclosure": _agree,
}


# What is there already


def contact_with(desk: Desk, held: Supporter) -> Filling:
    """A contact with someone of a network."""

    def keep(values: Mapping[str, Given]) -> str:
        add_detail(desk.book, "supporter_contact", owner_id=held.id, about=held.name, values=values)
        return desk.texts("network.contacted", name=first_words(held.name))

    return Filling(
        kind="supporter_contact",
        place=f"supporter_contact/{held.id}",
        title=desk.texts("network.contact_with", name=first_words(held.name)),
        names=("date", "note"),
        keep=keep,
        given={"date": desk.texts.date(desk.today)},
    )


def settling(desk: Desk, held: Concern) -> Filling:
    """A concern is settled, and how."""
    about = client(desk.book, held.client_id).label

    def keep(values: Mapping[str, Given]) -> str:
        change_detail(desk.book, "concern", held.id, values, what="concern_settled", about=about)
        return desk.texts("concern_row.told", text=first_words(held.text))

    return Filling(
        kind="concern",
        place=f"settle/{held.id}",
        title=desk.texts("concern_row.settle", text=first_words(held.text)),
        names=("settled_by", "settled_on"),
        keep=keep,
        needed=frozenset({"settled_by", "settled_on"}),
        given={"settled_on": desk.texts.date(desk.today)},
    )


def reviewing(desk: Desk, held: Disclosure) -> Filling:
    """What may be told is looked at again with the client: all of it stands there, and is agreed today."""
    texts, about = desk.texts, client(desk.book, held.client_id)
    names = tuple(name for name in ASKED["disclosure"] if name != "employer")
    again = held.again_on if held.again_on and held.again_on > desk.today else None

    def keep(values: Mapping[str, Given]) -> str:
        agree_disclosure(desk.book, held.client_id, held.employer_id, values, day=desk.today)
        return _agreed(desk, held.employer_id)

    given = {name: getattr(held, name) or "" for name in names if name not in ("agreed_on", "again")}
    return Filling(
        kind="disclosure",
        place=f"review/{held.id}",
        title=texts("detail_form.review", name=first_words(about.label)),
        names=names,
        keep=keep,
        needed=frozenset({"may"}),
        given={**given, "agreed_on": texts.date(desk.today), "again": texts.date(again) if again else ""},
    )
