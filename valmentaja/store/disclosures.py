"""What may be told of a client: one agreement for each employer, and one for all the others."""

from collections.abc import Mapping
from datetime import date

from valmentaja.model.disclosure import Disclosure
from valmentaja.store.clients import client
from valmentaja.store.details import Given, detail_with, insert_detail, update_detail
from valmentaja.store.reading import record_of
from valmentaja.store.workbook import Workbook


def agree_disclosure(
    book: Workbook, client_id: int, employer_id: int | None, values: Mapping[str, Given], *, day: date
) -> Disclosure:
    """Agrees with the client on what may be told to the employer, or to any; what is not named stays as it was."""
    with book.change("disclosure_agreed", client=client(book, client_id).label) as writing:
        agreed = {"agreed_on": day, **values}
        before = own_disclosure(book, client_id, employer_id)
        if before is None:
            disclosure_id = insert_detail(
                writing,
                "disclosure",
                owner_id=client_id,
                values={"employer_id": employer_id, **agreed},
            )
        else:
            disclosure_id = before.id
            kept_until = {"again_on": None} if before.again_on and before.again_on <= day else {}
            update_detail(writing, "disclosure", disclosure_id, {**kept_until, **agreed})
    return detail_with(book, Disclosure, disclosure_id)


def own_disclosure(book: Workbook, client_id: int, employer_id: int | None) -> Disclosure | None:
    """What was agreed for just this employer (`None`: for any)."""
    row = book.row(
        "SELECT * FROM disclosure WHERE client_id = ? AND employer_id IS ?", (client_id, employer_id)
    )
    return record_of(Disclosure, row) if row else None


def disclosure_for(book: Workbook, client_id: int, employer_id: int | None) -> Disclosure | None:
    """What may be told to the employer: as agreed for it, else as agreed for any."""
    own = own_disclosure(book, client_id, employer_id) if employer_id is not None else None
    return own or own_disclosure(book, client_id, None)
