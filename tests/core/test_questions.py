"""What an answer says, what stands in a round, how far it is, what changed, and which set is suggested."""

from collections.abc import Mapping
from datetime import date

import pytest

from valmentaja.model.answer import Answer, AnswerState, QuestionRound, Whose
from valmentaja.rules.questions import (
    Moved,
    Progress,
    SaidNow,
    SetMoments,
    SuggestedBecause,
    in_state,
    moved,
    progress,
    standing,
    state_of,
    stays_readable,
    suggested,
    with_words,
)

TODAY = date(2026, 11, 24)
YESTERDAY = date(2026, 11, 23)
OPEN, ANSWERED, GUESS, DONT_KNOW, NOT_NEEDED = AnswerState
QUESTION = "job_search.thoughts"


def an_answer(
    state: AnswerState = ANSWERED,
    text: str | None = "mielelläni",
    *,
    number: int = 1,
    id: int = 100,
    whose: Whose = Whose.CLIENT,
    said_on: date = TODAY,
    how: str | None = None,
    on: date | None = None,
    settled_on: date | None = None,
) -> Answer:
    return Answer(id, 1, number, 7, QUESTION, whose, state, text, said_on, how, on, settled_on)


def rounds(*began_on: date) -> tuple[QuestionRound, ...]:
    return tuple(
        QuestionRound(number, 1, 7, "job_search", number, day) for number, day in enumerate(began_on, 1)
    )


# What is said


def test_words_answer_an_open_question() -> None:
    assert with_words(SaidNow(), "aamuisin") == SaidNow(ANSWERED, "aamuisin")


def test_without_words_an_answered_question_is_open_again() -> None:
    assert with_words(SaidNow(ANSWERED, "aamuisin"), None).is_nothing
    assert with_words(SaidNow(GUESS, "aamuisin"), None).is_nothing


@pytest.mark.parametrize("state", [DONT_KNOW, NOT_NEEDED])
def test_not_knowing_and_not_needing_may_be_told_in_words_or_without(state: AnswerState) -> None:
    assert with_words(SaidNow(state), "unesta riippuu") == SaidNow(state, "unesta riippuu")
    assert with_words(SaidNow(state, "unesta riippuu"), None) == SaidNow(state)


def test_the_words_stay_when_the_state_changes() -> None:
    said = SaidNow(ANSWERED, "ehkä keittiössä")
    for state in (GUESS, DONT_KNOW, NOT_NEEDED):
        assert in_state(said, state) == SaidNow(state, "ehkä keittiössä")


def test_what_is_found_out_has_no_plan_to_find_it_out() -> None:
    said = SaidNow(DONT_KNOW, "kysyn", "soitto Kelaan", TODAY)
    assert in_state(said, ANSWERED) == SaidNow(ANSWERED, "kysyn")
    assert in_state(said, DONT_KNOW) == said


def test_there_is_no_guess_without_words() -> None:
    assert in_state(SaidNow(), GUESS).is_nothing
    assert in_state(SaidNow(DONT_KNOW), ANSWERED).is_nothing


def test_words_are_never_open() -> None:
    assert in_state(SaidNow(NOT_NEEDED, "ei autoa"), OPEN) == SaidNow(ANSWERED, "ei autoa")


# History


def test_what_was_not_known_yesterday_stays_readable_when_it_is_found_out() -> None:
    assert stays_readable(an_answer(DONT_KNOW, None, said_on=YESTERDAY), SaidNow(ANSWERED, "on"), TODAY)


def test_a_slip_of_the_key_leaves_no_history() -> None:
    assert not stays_readable(an_answer(DONT_KNOW, None), SaidNow(ANSWERED, "on"), TODAY)
    assert not stays_readable(an_answer(DONT_KNOW, None), SaidNow(), TODAY)


@pytest.mark.parametrize(("how", "on"), [("soitto Kelaan", None), (None, TODAY)])
def test_a_plan_made_today_stays_readable_when_it_is_found_out_today(
    how: str | None, on: date | None
) -> None:
    assert stays_readable(an_answer(DONT_KNOW, None, how=how, on=on), SaidNow(ANSWERED, "on"), TODAY)


def test_a_plan_made_anew_leaves_the_earlier_one_readable() -> None:
    before = an_answer(DONT_KNOW, None, said_on=YESTERDAY, on=TODAY)
    assert stays_readable(before, SaidNow(DONT_KNOW, None, None, date(2026, 12, 1)), TODAY)
    assert not stays_readable(before, SaidNow(DONT_KNOW, "sanoja", None, TODAY), TODAY)


def test_an_answer_that_is_told_otherwise_is_written_over() -> None:
    assert not stays_readable(an_answer(said_on=YESTERDAY), SaidNow(ANSWERED, "toisin"), TODAY)


# What stands


def test_in_the_newest_round_stands_what_was_said_last_and_waits_for_nothing() -> None:
    said = (
        an_answer(DONT_KNOW, None, id=1, settled_on=TODAY),
        an_answer(ANSWERED, "selvisi", id=2),
        an_answer(NOT_NEEDED, None, id=3, whose=Whose.COACH),
    )
    now = standing(rounds(YESTERDAY), said)
    assert {whose: one.id for whose, one in now[QUESTION].items()} == {Whose.CLIENT: 2, Whose.COACH: 3}


def test_what_was_settled_with_nothing_in_its_place_stands_no_more() -> None:
    now = standing(rounds(YESTERDAY), (an_answer(DONT_KNOW, None, settled_on=TODAY),))
    assert not now.get(QUESTION)


def test_an_earlier_round_stands_as_it_was_left() -> None:
    said = (
        an_answer(DONT_KNOW, None, id=1, number=1, settled_on=TODAY),
        an_answer(ANSWERED, "selvisi", id=2, number=2),
    )
    both = rounds(YESTERDAY, TODAY)
    assert standing(both, said, 1)[QUESTION][Whose.CLIENT].id == 1
    assert standing(both, said, 2)[QUESTION][Whose.CLIENT].id == 2
    assert standing(both, said)[QUESTION][Whose.CLIENT].id == 2


def test_where_no_round_was_begun_nothing_stands() -> None:
    assert standing((), ()) == {}


def test_the_clients_own_answer_says_how_far_a_question_is() -> None:
    client, coach = an_answer(DONT_KNOW, None), an_answer(whose=Whose.COACH)
    assert state_of({Whose.COACH: coach, Whose.CLIENT: client}) is DONT_KNOW
    assert state_of({Whose.COACH: coach}) is ANSWERED
    assert state_of({}) is OPEN


def test_someone_close_comes_before_the_coach() -> None:
    close = an_answer(GUESS, whose=Whose.CLOSE)
    assert state_of({Whose.COACH: an_answer(NOT_NEEDED), Whose.CLOSE: close}) is GUESS


def test_progress_counts_guesses_as_answers_and_nothing_as_missing() -> None:
    names = [f"job_search.q{number}" for number in range(5)]
    states = (ANSWERED, GUESS, DONT_KNOW, NOT_NEEDED)
    now = {
        name: {Whose.CLIENT: an_answer(state)}
        for name, state in zip(names[: len(states)], states, strict=True)
    }
    assert progress(names, now) == Progress(answered=2, to_find_out=1, not_needed=1, questions=5)
    assert progress(names, {}).is_untouched


# What changed


def test_what_moved_between_two_rounds() -> None:
    said, otherwise, nothing = SaidNow(ANSWERED, "a"), SaidNow(ANSWERED, "b"), SaidNow()
    assert moved(said, said) is Moved.SAME
    assert moved(said, otherwise) is Moved.CHANGED
    assert moved(SaidNow(DONT_KNOW), said) is Moved.CHANGED
    assert moved(nothing, said) is Moved.NEW
    assert moved(said, nothing) is Moved.NOT_ASKED
    assert moved(nothing, nothing) is Moved.SAME


def test_another_plan_to_find_out_is_no_other_answer() -> None:
    assert moved(SaidNow(DONT_KNOW, None, None, TODAY), SaidNow(DONT_KNOW)) is Moved.SAME


# What is suggested

NOTHING_YET = SetMoments(has_wished_job=False, starts=(), trials_end=())


def why(
    begun: Mapping[str, tuple[QuestionRound, ...]],
    *,
    wished: bool = False,
    starts: tuple[date, ...] = (),
    trials_end: tuple[date, ...] = (),
) -> dict[str, SuggestedBecause]:
    return dict(suggested(begun, SetMoments(wished, starts, trials_end), TODAY))


def test_looking_for_work_opens_with_the_profile() -> None:
    assert why({}) == {"job_search": SuggestedBecause.PROFILE}


def test_staying_in_work_is_opened_in_the_first_round() -> None:
    assert why({"job_search": rounds(TODAY)}) == {"staying_in_work": SuggestedBecause.FIRST_ROUND}


def test_doing_work_is_suggested_as_soon_as_a_wished_job_has_a_name() -> None:
    begun = {"job_search": rounds(TODAY), "staying_in_work": rounds(TODAY)}
    assert why(begun, wished=True) == {"doing_work": SuggestedBecause.WISHED_JOB}
    assert why({**begun, "doing_work": rounds(YESTERDAY)}, wished=True) == {}


def test_doing_work_is_suggested_again_at_a_start() -> None:
    begun = {"job_search": rounds(TODAY), "staying_in_work": rounds(TODAY)}
    earlier = date(2026, 9, 1)
    assert why({**begun, "doing_work": rounds(earlier)}, starts=(YESTERDAY,)) == {
        "doing_work": SuggestedBecause.WORK_STARTS
    }
    assert why({**begun, "doing_work": rounds(earlier, YESTERDAY)}, starts=(YESTERDAY,)) == {}
    assert why({**begun, "doing_work": rounds(earlier)}, starts=(date(2026, 12, 1),)) == {}


def test_staying_in_work_comes_back_before_the_trial_period_ends() -> None:
    begun = {"job_search": rounds(TODAY), "staying_in_work": rounds(date(2026, 8, 1))}
    assert why(begun, trials_end=(date(2026, 12, 24),)) == {"staying_in_work": SuggestedBecause.TRIAL_ENDS}
    assert why(begun, trials_end=(date(2026, 12, 25),)) == {}
    assert why(begun, trials_end=(YESTERDAY,)) == {}


def test_a_round_in_the_last_month_of_the_trial_period_is_enough() -> None:
    begun = {"job_search": rounds(TODAY), "staying_in_work": rounds(date(2026, 8, 1), YESTERDAY)}
    assert why(begun, trials_end=(date(2026, 12, 10),)) == {}
