"""Rounds begun, answers given, planned to be found out and found out; what waits, and what came of it."""

from datetime import date

import pytest

from tests.store.workbooks import TODAY, aino, day, everything, refusal
from valmentaja.desks.questions import compared, questions_page
from valmentaja.model.answer import Answer, AnswerState, Whose
from valmentaja.model.change import Draft
from valmentaja.model.client import Client
from valmentaja.model.place import AnswerPlace
from valmentaja.rules.questions import Moved, SuggestedBecause
from valmentaja.store.answer_deeds import (
    agree_step_from_answer,
    came_of,
    strength_from_answer,
    wish_from_answer,
)
from valmentaja.store.answers import (
    Asked,
    answer_now,
    answers_of,
    plan_finding_out,
    say_answer,
    settle_answer_draft,
)
from valmentaja.store.caseload import client_facts
from valmentaja.store.clients import client, end_client
from valmentaja.store.drafts import drafts_at, keep_draft
from valmentaja.store.journal import changes, undo
from valmentaja.store.question_rounds import begin_round, rounds_of, stand_at
from valmentaja.store.search import find
from valmentaja.store.steps import StepWords
from valmentaja.store.workbook import Workbook

THOUGHTS, MONEY, LIKELIHOOD = (
    "job_search.thoughts",
    "job_search.finances_now_after",
    "job_search.likelihood_signs",
)
DONT_KNOW = AnswerState.DONT_KNOW


def says(book: Workbook, who: Client, text: str, question: str = THOUGHTS, on: date = TODAY) -> Answer | None:
    return say_answer(book, Asked(who.id, question), today=on, text=text)


def test_the_first_answer_begins_the_first_round_in_one_change(book: Workbook) -> None:
    who = aino(book)
    before = len(changes(book, 99))
    said = says(book, who, "Mielelläni.")
    assert said is not None
    assert (said.state, said.text, said.said_on, said.whose) == (
        AnswerState.ANSWERED,
        "Mielelläni.",
        TODAY,
        Whose.CLIENT,
    )
    assert [one.number for one in rounds_of(book, who.id, "job_search")] == [1]
    assert len(changes(book, 99)) == before + 1
    undo(book)
    assert rounds_of(book, who.id, "job_search") == ()
    assert answers_of(book, who.id) == ()


def test_saying_the_same_again_is_no_change(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Mielelläni.")
    before = everything(book)
    says(book, who, "Mielelläni.")
    say_answer(book, Asked(who.id, THOUGHTS), today=TODAY, state=AnswerState.ANSWERED)
    assert everything(book) == before


def test_each_view_is_kept_apart(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Pelottaa vähän.")
    say_answer(book, Asked(who.id, THOUGHTS, Whose.COACH), today=TODAY, text="Innostuu heti.")
    page = questions_page(book, "fi", who.id, TODAY)
    line = page.line(THOUGHTS)
    assert [(whose, one.text) for whose, one in line.views.items()] == [
        (Whose.CLIENT, "Pelottaa vähän."),
        (Whose.COACH, "Innostuu heti."),
    ]
    assert page.set_page("job_search").progress.answered == 1


def test_what_is_not_known_yet_is_planned_found_out_and_stays_readable(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    say_answer(book, asked, today=TODAY, state=DONT_KNOW)
    plan_finding_out(book, asked, "lasketaan Kelan kanssa", day(7), today=TODAY)
    waiting = client_facts(book, day(3))[0].find_outs
    assert [(one.question, one.find_out_how, one.find_out_on) for one in waiting] == [
        (MONEY, "lasketaan Kelan kanssa", day(7))
    ]
    found = say_answer(book, asked, today=day(6), text="Käteen jää 300 enemmän.", state=AnswerState.ANSWERED)
    assert found is not None
    assert (found.find_out_on, found.state) == (None, AnswerState.ANSWERED)
    assert client_facts(book, day(6))[0].find_outs == ()
    assert [one.find_out_on for one in client_facts(book, day(5))[0].find_outs] == [day(7)]
    line = questions_page(book, "fi", who.id, day(6)).line(MONEY)
    assert [(said.round_number, said.answer.state, said.answer.settled_on) for said in line.before] == [
        (1, DONT_KNOW, day(6))
    ]


def test_another_day_for_finding_out_leaves_yesterdays_list_as_it_was(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    plan_finding_out(book, asked, None, day(1), today=TODAY)
    plan_finding_out(book, asked, None, day(9), today=day(1))
    assert [one.find_out_on for one in client_facts(book, TODAY)[0].find_outs] == [day(1)]
    assert [one.find_out_on for one in client_facts(book, day(1))[0].find_outs] == [day(9)]


def test_a_slip_of_the_key_is_taken_back_by_saying_nothing(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, THOUGHTS)
    say_answer(book, asked, today=TODAY, state=AnswerState.NOT_NEEDED)
    assert say_answer(book, asked, today=TODAY, state=AnswerState.OPEN) is None
    assert answers_of(book, who.id) == ()


def waiting_days(book: Workbook, on: date) -> list[date | None]:
    """By which days the list of a day has something to be found out."""
    return [one.find_out_on for one in client_facts(book, on)[0].find_outs]


def test_not_knowing_in_a_later_round_either_keeps_the_day_that_was_agreed(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    plan_finding_out(book, asked, "laskuri", day(99), today=TODAY)
    begin_round(book, who.id, "job_search", day(90))
    said = say_answer(book, asked, today=day(90), state=DONT_KNOW)
    assert said is not None
    assert (said.find_out_how, said.find_out_on) == ("laskuri", day(99))
    assert waiting_days(book, day(90)) == [day(99)]
    assert say_answer(book, asked, today=day(90), state=AnswerState.OPEN) is None
    assert waiting_days(book, day(90)) == waiting_days(book, day(89)) == [day(99)]


def test_another_day_agreed_in_a_later_round_takes_the_place_of_the_earlier(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    plan_finding_out(book, asked, "laskuri", day(99), today=TODAY)
    begin_round(book, who.id, "job_search", day(90))
    plan_finding_out(book, asked, None, day(120), today=day(90))
    assert waiting_days(book, day(90)) == [day(120)]
    say_answer(book, asked, today=day(90), state=DONT_KNOW, find_out_on=day(121))
    assert waiting_days(book, day(90)) == [day(121)]


@pytest.mark.parametrize("slip", ["not needed", "words"])
def test_a_slip_of_the_key_leaves_what_was_to_be_found_out_where_it_was(book: Workbook, slip: str) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    plan_finding_out(book, asked, "laskuri", day(7), today=TODAY)
    for today in (day(1), day(2)):
        if slip == "words":
            say_answer(book, asked, today=today, state=AnswerState.ANSWERED, text="väärä rivi")
            assert waiting_days(book, today) == []
            say_answer(book, asked, today=today, text="")
        else:
            say_answer(book, asked, today=today, state=AnswerState.NOT_NEEDED)
            assert waiting_days(book, today) == []
            say_answer(book, asked, today=today, state=AnswerState.OPEN)
        assert waiting_days(book, today) == [day(7)]
        line = questions_page(book, "fi", who.id, today).line(MONEY)
        assert (line.state, line.before) == (DONT_KNOW, ())


def test_found_out_and_after_all_not_is_planned_as_it_was(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    plan_finding_out(book, asked, "laskuri", day(7), today=TODAY)
    says(book, who, "Riittää.", MONEY, day(1))
    say_answer(book, asked, today=day(1), state=AnswerState.ANSWERED)
    say_answer(book, asked, today=day(1), state=DONT_KNOW)
    assert waiting_days(book, day(1)) == [day(7)]


def test_an_answer_taken_away_on_a_later_day_does_not_change_yesterdays_list(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    plan_finding_out(book, asked, "laskuri", day(7), today=TODAY)
    say_answer(book, asked, today=day(1), state=AnswerState.NOT_NEEDED)
    say_answer(book, asked, today=day(2), state=AnswerState.OPEN)
    assert [waiting_days(book, on) for on in (TODAY, day(1), day(2))] == [[day(7)], [], []]
    line = questions_page(book, "fi", who.id, day(2)).line(MONEY)
    assert [said.answer.find_out_how for said in line.before] == ["laskuri"]


def test_what_waits_from_an_earlier_round_waits_no_more_once_it_is_answered_in_a_later_one(
    book: Workbook,
) -> None:
    who = aino(book)
    plan_finding_out(book, Asked(who.id, MONEY), "laskuri", day(2), today=TODAY)
    begin_round(book, who.id, "job_search", day(90))
    page = questions_page(book, "fi", who.id, day(90))
    assert [line.id for line, _ in page.to_find_out] == [MONEY]
    assert page.set_page("job_search").progress.is_untouched
    says(book, who, "Riittävät hyvin.", MONEY, day(90))
    assert questions_page(book, "fi", who.id, day(90)).to_find_out == ()
    assert client_facts(book, day(90))[0].find_outs == ()


def test_a_later_round_shows_what_moved(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Pelottaa.")
    say_answer(book, Asked(who.id, MONEY), today=TODAY, state=DONT_KNOW)
    begin_round(book, who.id, "job_search", day(90))
    says(book, who, "Odotan sitä jo.", on=day(90))
    page = questions_page(book, "fi", who.id, day(90)).set_page("job_search")
    told = {
        one.line.id: (view.earlier and view.earlier.text, view.later and view.later.text, view.moved)
        for one in compared(book, page, who.id)
        for view in one.views
    }
    assert told == {
        THOUGHTS: ("Pelottaa.", "Odotan sitä jo.", Moved.CHANGED),
        MONEY: (None, None, Moved.NOT_ASKED),
    }
    assert [said.answer.text for said in page.lines[0].earlier(Whose.CLIENT)] == ["Pelottaa."]


def test_a_round_in_which_nothing_was_said_is_not_followed_by_another(book: Workbook) -> None:
    who = aino(book)
    begin_round(book, who.id, "doing_work", TODAY)
    before = everything(book)
    assert refusal(lambda: begin_round(book, who.id, "doing_work", TODAY)) == "question.round_empty"
    assert everything(book) == before


def test_a_set_that_is_not_there_is_never_begun_and_nothing_comes_of_a_question_that_is_not(
    book: Workbook,
) -> None:
    who = aino(book)
    before = everything(book)
    assert refusal(lambda: begin_round(book, who.id, "job_serach", TODAY)) == "question.unknown_set"
    unknown = "job_search.thoughs"
    assert refusal(lambda: wish_from_answer(book, who, unknown, "x", None, TODAY)) == "question.unknown"
    assert refusal(lambda: strength_from_answer(book, who, unknown, "x", TODAY)) == "question.unknown"
    words = StepWords("kysy", day(3), TODAY)
    assert refusal(lambda: agree_step_from_answer(book, who, unknown, words)) == "question.unknown"
    assert everything(book) == before


def test_an_older_change_is_not_taken_back_from_under_what_leans_on_it(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, MONEY)
    plan_finding_out(book, asked, "laskuri", day(7), today=TODAY)
    planned = changes(book, 1)[0].id
    says(book, who, "Pelottaa.")
    begin_round(book, who.id, "job_search", day(90))
    begun = changes(book, 1)[0].id
    says(book, who, "Riittää.", MONEY, day(90))
    before = everything(book)
    assert refusal(lambda: undo(book, planned)) == "undo.later_change"
    assert refusal(lambda: undo(book, begun)) == "undo.in_use"
    assert everything(book) == before


def test_an_answer_taken_back_does_not_come_in_the_way_of_a_newer_one(book: Workbook) -> None:
    who = aino(book)
    asked = Asked(who.id, THOUGHTS)
    says(book, who, "Mielelläni.", LIKELIHOOD)
    say_answer(book, asked, today=TODAY, state=AnswerState.NOT_NEEDED)
    say_answer(book, asked, today=TODAY, state=AnswerState.OPEN)
    taken_away = changes(book, 1)[0].id
    says(book, who, "Sittenkin.")
    before = everything(book)
    assert refusal(lambda: undo(book, taken_away)) == "undo.in_use"
    assert everything(book) == before


def test_a_round_taken_back_from_between_is_passed_over_when_comparing(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Pelottaa.")
    for on, text in ((day(30), "Vähemmän."), (day(60), "Ei enää.")):
        begin_round(book, who.id, "job_search", on)
        says(book, who, text, on=on)
    begun, said = (one.id for one in reversed(changes(book, 4)[2:]))
    undo(book, said)
    undo(book, begun)
    page = questions_page(book, "fi", who.id, day(60)).set_page("job_search")
    assert [one.number for one in page.rounds] == [1, 3]
    (told,) = (view for line in compared(book, page, who.id) for view in line.views)
    assert (told.earlier and told.earlier.text, told.moved) == ("Pelottaa.", Moved.CHANGED)


def test_a_round_begun_by_mistake_is_taken_back(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Mielelläni.")
    begin_round(book, who.id, "job_search", TODAY)
    assert questions_page(book, "fi", who.id, TODAY).set_page("job_search").progress.is_untouched
    assert undo(book).what == "question_round_begun"
    assert questions_page(book, "fi", who.id, TODAY).set_page("job_search").progress.answered == 1


def test_one_who_has_ended_is_asked_nothing_new_and_all_stays_readable(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Mielelläni.")
    end_client(book, who.id, day=TODAY, reason="content_at_work", carried_on_by=None)
    assert refusal(lambda: says(book, who, "Toisin.")) == "client.ended"
    assert refusal(lambda: begin_round(book, who.id, "job_search", TODAY)) == "client.ended"
    page = questions_page(book, "fi", who.id, TODAY)
    assert page.line(THOUGHTS).views[Whose.CLIENT].text == "Mielelläni."
    assert all(one.suggested is None for one in page.sets)


@pytest.mark.usefixtures("no_dictionary")
def test_the_clients_view_of_how_likely_it_is_is_found_nowhere_else(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "pähkinänkuori seitsemän", LIKELIHOOD)
    says(book, who, "pähkinänkuori", THOUGHTS)
    hits = find(book, "pähkinänkuori", language="fi", cache_folder="")
    assert [hit.id for hit in hits] == [
        one.id for one in answers_of(book, who.id) if one.question == THOUGHTS
    ]


def test_the_walk_goes_on_where_it_was_left(book: Workbook) -> None:
    who = aino(book)
    page = questions_page(book, "fi", who.id, TODAY).set_page("job_search")
    assert page.begins_at.id == THOUGHTS
    says(book, who, "Mielelläni.")
    assert questions_page(book, "fi", who.id, TODAY).set_page("job_search").begins_at.number == 2
    before = len(changes(book, 99))
    stand_at(book, who.id, MONEY)
    assert questions_page(book, "fi", who.id, TODAY).set_page("job_search").begins_at.id == MONEY
    assert len(changes(book, 99)) == before


def test_sets_are_suggested_from_the_records(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Mielelläni.")
    wish_from_answer(book, who, THOUGHTS, "keittiötyö", None, TODAY)
    why = {one.id: one.suggested for one in questions_page(book, "fi", who.id, TODAY).sets}
    assert why == {
        "job_search": None,
        "doing_work": SuggestedBecause.WISHED_JOB,
        "staying_in_work": SuggestedBecause.FIRST_ROUND,
    }


# From answers to action


def test_a_step_a_wish_and_a_strength_come_of_an_answer_and_know_it(book: Workbook) -> None:
    who = aino(book)
    says(book, who, "Keittiö, ja olen täsmällinen.")
    step = agree_step_from_answer(book, who, THOUGHTS, StepWords("käydään ravintolassa", day(3), TODAY))
    wish_id = wish_from_answer(book, who, THOUGHTS, "keittiöapulainen", None, TODAY)
    strength_from_answer(book, who, THOUGHTS, "täsmällinen", TODAY)
    strength_from_answer(book, who, THOUGHTS, "pitkä pinna", TODAY)
    line = questions_page(book, "fi", who.id, TODAY).line(THOUGHTS)
    assert [(one.kind, one.words) for one in line.deeds] == [
        ("next_step", "käydään ravintolassa"),
        ("wish", "keittiöapulainen"),
        ("client", "täsmällinen"),
        ("client", "pitkä pinna"),
    ]
    assert client(book, who.id).done_and_can == "täsmällinen\npitkä pinna"
    assert [one.question for one in came_of(book, step.id)] == [THOUGHTS]
    assert [one.question for one in came_of(book, wish_id)] == [THOUGHTS]
    assert undo(book).what == "strength_added"
    assert client(book, who.id).done_and_can == "täsmällinen"
    assert len(questions_page(book, "fi", who.id, TODAY).line(THOUGHTS).deeds) == 3


# What was being typed


def _draft(book: Workbook, who: Client, text: str, began_from: int, window: str = "1") -> Draft:
    place = AnswerPlace(who.id, THOUGHTS, Whose.CLIENT)
    keep_draft(book, place, window, text, began_from)
    return next(one for one in drafts_at(book, place) if one.window == window)


def test_what_was_being_typed_becomes_the_answer_and_the_draft_is_gone(book: Workbook) -> None:
    who = aino(book)
    draft = _draft(book, who, "Ensin pelotti, nyt", 0)
    assert settle_answer_draft(book, draft, Asked(who.id, THOUGHTS), TODAY)
    now = answer_now(book, Asked(who.id, THOUGHTS))
    assert now is not None
    assert now.text == "Ensin pelotti, nyt"
    assert drafts_at(book, draft.place) == ()


def test_words_written_meanwhile_in_another_window_are_not_written_over(book: Workbook) -> None:
    who = aino(book)
    draft = _draft(book, who, "tästä ikkunasta", 0)
    says(book, who, "toisesta ikkunasta")
    assert not settle_answer_draft(book, draft, Asked(who.id, THOUGHTS), TODAY)
    now = answer_now(book, Asked(who.id, THOUGHTS))
    assert now is not None
    assert now.text == "toisesta ikkunasta"
    assert [one.text for one in drafts_at(book, draft.place)] == ["tästä ikkunasta"]


def test_only_another_state_said_meanwhile_does_not_stop_the_words(book: Workbook) -> None:
    who = aino(book)
    first = says(book, who, "ensin näin")
    assert first is not None
    draft = _draft(book, who, "ensin näin, sitten noin", first.revision)
    say_answer(book, Asked(who.id, THOUGHTS), today=TODAY, state=AnswerState.BEST_GUESS)
    assert settle_answer_draft(book, draft, Asked(who.id, THOUGHTS), TODAY)
    now = answer_now(book, Asked(who.id, THOUGHTS))
    assert now is not None
    assert (now.text, now.state) == ("ensin näin, sitten noin", AnswerState.BEST_GUESS)


def test_an_identity_code_in_an_answer_is_masked(book: Workbook) -> None:
    who = aino(book)
    said = says(book, who, "tunnus 131052-308T")
    assert said is not None
    assert said.text == "tunnus 131052-••••"
    assert book.notices.masked == 1


def test_a_million_letters_are_an_answer_and_one_more_is_refused_whole(book: Workbook) -> None:
    who = aino(book)
    said = says(book, who, "a" * 1_000_000)
    assert said is not None
    assert refusal(lambda: says(book, who, "a" * 1_000_001)) == "text.too_long"
    assert (answer_now(book, Asked(who.id, THOUGHTS)) or said).text == "a" * 1_000_000


def test_a_draft_in_the_middle_of_a_question_is_told_by_its_place() -> None:
    from valmentaja.model.place import place_of

    place = AnswerPlace(12, THOUGHTS, Whose.CLOSE)
    assert place_of(str(place)) == place
    for wrong in ("answer/0/a.b/client", "answer/12/thoughts/client", "answer/12/a.b/nobody"):
        with pytest.raises(ValueError, match="no place"):
            place_of(wrong)
