"""The vocational profile of a client as rows: in their own words, the path so far first; nothing in it is judged."""

from collections.abc import Iterator, Sequence

from valmentaja.desks.details import ClientDetails
from valmentaja.desks.question_names import Origin
from valmentaja.screens.clients.overview import Fields
from valmentaja.screens.records.detail_rows import DetailRows
from valmentaja.screens.records.field_rows import heading
from valmentaja.screens.records.origin_rows import origin_rows
from valmentaja.screens.widgets.row_list import GAP, Row, said_row
from valmentaja.texts import Texts

GROUPS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("path", ("path_papers", "path_tried", "path_taught", "path_changed")),
    ("work", ("work_means", "work_motivates", "neighbouring_fields")),
    ("person", ("done_and_can", "interests")),
    ("talking", ("language", "interpreter", "plain_wording", "pictures")),
    ("support", ("support_needs",)),
)
"""The fields of the profile under their headings, in the order in which they are talked through."""


STRENGTHS = "done_and_can"
"""The field to which strengths are taken from answers."""


def profile_rows(
    texts: Texts,
    made: DetailRows,
    details: ClientDetails,
    fields: Fields,
    strengths: Sequence[Origin],
    *,
    add_key: str,
) -> Iterator[Row]:
    """The fields by groups, then wishes, benefits, and what may be told. `add_key` adds one of these.

    Under what the client can do stand the questions from which `strengths` were taken.
    """
    for name, names in GROUPS:
        yield heading(texts(f"profile.{name}"))
        for field in names:
            yield from fields((field,))
            if field == STRENGTHS:
                yield from origin_rows(texts, strengths)
        yield GAP
    missing = []
    for kind, lines in (
        ("wishes", details.wishes),
        ("benefits", details.benefits),
        ("disclosures", details.disclosures),
    ):
        if lines:
            yield from (heading(texts(f"profile.{kind}")), *made.rows(lines), GAP)
        else:
            missing.append(texts(f"profile.add_{kind}"))
    if missing:
        yield said_row(texts("profile.add", key=add_key, what=texts.sentence_list(missing)))
