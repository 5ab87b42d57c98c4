"""The list narrowed by what is typed: a name or code, a phase, how pressing it is, whom it is about."""

from valmentaja.content.phases import phase_named
from valmentaja.desks.today import TodayPage
from valmentaja.rules.names import begin_some, typed_words, words_in_names
from valmentaja.rules.triage import QueueRow
from valmentaja.texts import Texts


def narrowed(texts: Texts, page: TodayPage, typed: str) -> TodayPage:
    """The page with the rows in whose words each typed word begins one: all of them when nothing is typed."""
    wanted = typed_words(typed)
    if not wanted:
        return page
    return page.with_rows(row for row in page.rows if begin_some(wanted, _words(texts, row)))


def _words(texts: Texts, row: QueueRow) -> tuple[str, ...]:
    """The words by which a row is found: never those of a reason, which may be private."""
    band = texts("triage.band_put_aside") if row.hidden else texts(f"band.{row.band}")
    if row.waited:
        band = f"{band} {texts('triage.waited')}"
    if row.client is not None:
        phase = phase_named(row.client.phase, texts.language)
        return words_in_names(row.client.name, row.client.code, phase, band)
    about = texts(f"about.{row.about}")
    name = row.employer.name if row.employer else None
    return words_in_names(name, about, band)
