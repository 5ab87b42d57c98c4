"""Question sets on paper: an empty form, and the client's own copy; each once, as text and as HTML."""

from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import pytest

from tests.store.workbooks import refusal
from valmentaja.content.question_sets import SET_IDS, question_set, question_sets
from valmentaja.desks.questions import AskedLine, QuestionsPage, Said, SetPage
from valmentaja.documents.questions import answers_for_client, question_sheet
from valmentaja.documents.sheet import Sheet, as_html, as_text
from valmentaja.model.answer import Answer, AnswerState, QuestionRound, Whose
from valmentaja.model.client import Client
from valmentaja.rules.questions import progress
from valmentaja.texts import LANGUAGES, Language, Texts

TODAY, BEFORE = date(2026, 11, 24), date(2026, 10, 20)
DONT_KNOW = AnswerState.DONT_KNOW
HOSTILE = "</p><script>alert(1)</script> \x1b[2J {name} & \u202e rivi\ntoinen"


def an_answer(text: str | None, whose: Whose = Whose.CLIENT, **told: object) -> Answer:
    answer = Answer(9, 1, 1, 7, "", whose, AnswerState.ANSWERED, text, TODAY, None, None, None)
    return replace(answer, **told)  # type: ignore[arg-type]


def a_page(
    answers: dict[str, list[Answer]], before: dict[str, Answer] | None = None, language: Language = "fi"
) -> QuestionsPage:
    """All sets, with what stands and what was said in an earlier round, by the id of the question."""
    client = Client(7, 1, "A1", "Aino Koski", BEFORE, "job_finding", *[None] * 9)
    pages = []
    for held in question_sets(language):
        lines = tuple(
            AskedLine(
                f"{held.id}.{one.id}",
                number,
                one,
                AnswerState.OPEN,
                {
                    each.whose: replace(each, question=f"{held.id}.{one.id}")
                    for each in answers.get(one.id, [])
                },
                (Said(before[one.id], 1),) if before and one.id in before else (),
                (),
            )
            for number, one in enumerate(held.questions, 1)
        )
        rounds = (QuestionRound(1, 1, 7, held.id, 1, BEFORE),)
        pages.append(SetPage(held, rounds, lines, progress([], {}), None))
    return QuestionsPage(client, tuple(pages))


def the_copy(page: QuestionsPage, *, sets: int = 1, language: Language = "fi") -> Sheet:
    return answers_for_client(page, page.sets[:sets], Texts(language), TODAY)


# An empty form


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("set_id", SET_IDS)
def test_every_question_has_its_plainer_wording_and_lines_to_write_on(
    set_id: str, language: Language
) -> None:
    held = question_set(set_id, language)
    sheet = question_sheet([held], Texts(language))
    asked = [part for part in sheet.parts if part.name]
    assert [part.name for part in asked] == [
        f"{n}. {one.question}" for n, one in enumerate(held.questions, 1)
    ]
    assert all(one.plain in part.note for one, part in zip(held.questions, asked, strict=True))
    assert {part.lines for part in asked} == {5}
    assert (sheet.title, sheet.parts[0].text) == (held.name, held.purpose)


def test_the_form_in_plain_wording_has_no_other() -> None:
    held = question_set("doing_work", "fi")
    told = as_text(question_sheet([held], Texts("fi"), plain=True))
    assert all(one.plain in told and one.question not in told for one in held.questions)


def test_all_sets_on_one_form_stand_under_their_names() -> None:
    told = as_html(question_sheet(question_sets("en"), Texts("en")), "en")
    assert told.count("<h2>") == 3
    assert told.count("<h3>") == 26
    assert "<h1>Questions about work</h1>" in told


def test_the_lines_are_for_the_eye_and_the_choices_are_read() -> None:
    sheet = question_sheet([question_set("staying_in_work", "fi")], Texts("fi"))
    told = as_html(sheet, "fi")
    assert told.count('<div class="line" aria-hidden="true"></div>') == 5 * 5 + 1
    assert told.count("[ ] en tiedä vielä, selvitetään yhdessä") == 5
    assert "____" not in told
    assert as_text(sheet).count("_" * 60) == 5 * 5 + 1


def test_the_form_on_paper_breaks_no_question_in_two() -> None:
    told = as_html(question_sheet([question_set("staying_in_work", "fi")], Texts("fi")), "fi")
    assert told.count("<section>") == told.count("</section>") == 6
    assert "section { break-inside: avoid; }" in told
    assert "size: A4" in told


# The client's copy


def test_the_copy_says_whose_view_it_is_the_clients_first_and_on_which_day() -> None:
    page = a_page({"thoughts": [an_answer("Innostuu.", Whose.COACH), an_answer("Pelottaa.", said_on=BEFORE)]})
    assert as_text(the_copy(page)) == (
        "Vastauksesi, A1: Työn hakeminen\n"
        "\n"
        "Tämä kopio on sinun. Se on tehty 24.11.2026.\n"
        "\n"
        f"1. {page.sets[0].lines[0].question.question}\n"
        "Sinä, 20.10.2026: Pelottaa.\n"
        "Valmentaja, 24.11.2026: Innostuu.\n"
    )


def test_the_copy_names_nobody() -> None:
    views = [an_answer("x", whose) for whose in Whose]
    told = as_text(the_copy(a_page({"thoughts": views}), sets=3, language="en"))
    assert "Aino" not in told
    for by in ("You", "Your coach", "Someone close to you", "A professional"):
        assert f"\n{by}, 24 Nov 2026: x\n" in told


def test_what_is_found_out_together_stands_with_its_question_and_once_more_by_day() -> None:
    waiting = an_answer(None, state=DONT_KNOW, find_out_how="kysytään Kelasta", find_out_on=date(2026, 12, 1))
    told = as_text(the_copy(a_page({"finances_now_after": [waiting]})))
    assert "Sinä, en tiedä vielä, 24.11.2026\nSelvitetään yhdessä 1.12.2026: kysytään Kelasta\n" in told
    assert told.endswith("\nSelvitetään yhdessä\n1.12.2026: rahat nyt ja töissä: kysytään Kelasta\n")


def test_what_has_no_day_is_found_out_all_the_same() -> None:
    told = as_text(the_copy(a_page({"thoughts": [an_answer(None, state=DONT_KNOW)]})))
    assert "Sinä, en tiedä vielä, 24.11.2026\nSelvitetään yhdessä\n" in told
    assert told.endswith("\nSelvitetään yhdessä\nAjatuksia työstä\n")


def test_the_own_chances_stand_with_their_question_and_in_no_list() -> None:
    waiting = an_answer(
        "Ehkä 7.", state=DONT_KNOW, find_out_how="luku kerrotaan", find_out_on=date(2026, 12, 1)
    )
    told = as_text(the_copy(a_page({"likelihood_signs": [waiting]})))
    assert told.endswith("Ehkä 7.\nSelvitetään yhdessä 1.12.2026: luku kerrotaan\n")


def test_what_is_not_asked_again_is_as_it_was_said_last() -> None:
    old = an_answer("Pelotti.", said_on=BEFORE)
    told = as_text(the_copy(a_page({"others_views": [an_answer("Äiti.")]}, {"thoughts": old})))
    assert "Sinä, 20.10.2026: Pelotti.\n" in told


def test_only_what_was_answered_is_on_the_copy() -> None:
    told = as_html(the_copy(a_page({"own_stance": [an_answer("Rauhassa.")]}), sets=3), "fi")
    assert (told.count("<h2>"), told.count("<h3>")) == (1, 1)
    assert refusal(lambda: the_copy(a_page({}), sets=3)) == "question.nothing_answered"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)


def test_hostile_words_are_words_on_paper() -> None:
    held = an_answer(HOSTILE, state=DONT_KNOW, find_out_how=HOSTILE)
    sheet = the_copy(a_page({"thoughts": [held]}))
    told, tags = as_html(sheet, "fi"), _Tags()
    tags.feed(told)
    assert tags.seen == {"html", "head", "meta", "title", "style", "body", "h1", "h2", "p"}
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in told
    for written in (told, as_text(sheet)):
        assert "\x1b" not in written
        assert "\u202e" not in written
        assert "{name}" in written
