"""A need of an employer for which there is nobody now, for another coach: the employer's own, no word of a client.

What was written of contacts, terms and feedback is left out, for clients may be named there.
"""

from collections.abc import Iterator

from valmentaja.documents.sheet import Part, Sheet
from valmentaja.errors import CannotBeMet
from valmentaja.model.employer import Employer
from valmentaja.texts import Texts

_TOLD = ("needs", "needs_ahead", "does", "size")
_REACHED = ("phone", "email", "address")


def need(held: Employer, texts: Texts) -> Sheet:
    """What the employer needs, what they do, how they are reached. Raises CannotBeMet where no need is written."""
    if not (held.needs or held.needs_ahead):
        raise CannotBeMet("need.none", name=held.name)
    return Sheet(texts("need.title", name=held.name), tuple(_parts(held, texts)))


def _parts(held: Employer, texts: Texts) -> Iterator[Part]:
    for name in _TOLD:
        told = getattr(held, name)
        if told:
            yield Part(texts(f"field.{name}"), told)
    where = ", ".join(filter(None, (held.industry, held.town)))
    if where:
        yield Part(texts("need.where"), where)
    reached = "\n".join(filter(None, (getattr(held, name) for name in _REACHED)))
    if reached:
        yield Part(texts("need.reached"), reached)
