"""The kinds of signals, each declared once: its usual numbers, how it is found, and what one key does about it.

Adding one is one declaration here, its texts, and one test of what it finds.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from valmentaja.model.reason import Band
from valmentaja.rules import contact_findings, lead_findings, question_findings, work_findings
from valmentaja.rules.facts import EmployerFacts, OwnFacts
from valmentaja.rules.finding import Findings, SignalNumbers, Situation
from valmentaja.rules.promises import USUAL_WINDOWS


class Act(StrEnum):
    """What the coach has done when a signal is told to be done: what is then logged, or begun to be."""

    FINISH_STEP = "finish_step"
    MEET_TODAY = "meet_today"
    MEET_FORM = "meet_form"
    CONTACT_FORM = "contact_form"
    AGREE_STEP = "agree_step"
    TELL_OUTCOME = "tell_outcome"
    LOOK_FORM = "look_form"
    AGREE_MEETINGS = "agree_meetings"
    ASK_PAID_WORK = "ask_paid_work"
    SETTLE_CONCERN = "settle_concern"
    FINISH_REPORT = "finish_report"
    REVIEW_DISCLOSURE = "review_disclosure"
    CHECK_BENEFIT = "check_benefit"
    CONTACT_PARTNER = "contact_partner"
    LOOK_AT_LEAVE = "look_at_leave"
    LEAD_FORM = "lead_form"
    OPEN_EMPLOYER = "open_employer"
    OPEN_QUESTION = "open_question"

    @property
    def text_key(self) -> str:
        """The key of the text that says in a few words what it does."""
        return f"act.{self.value}"


def _nothing(facts: object, numbers: SignalNumbers, today: object = None) -> Findings:
    return ()


@dataclass(frozen=True, slots=True)
class SignalKind:
    """The one declaration of a kind: its usual numbers, how it is found, and what "done" means for it.

    Its texts follow from the key: for each reason that it gives `signal.<reason>.<band>`, `signal.<reason>.why` and
    `signal_name.<reason>`; for what ends it `signal_done.<key>`, and `setting.signal.<key>`. What one key does about
    it is the text of its `act`.
    `shown_when_put_aside`: the bands in which it shows although the client is put aside.
    `before_start`: whether it is looked for while the client's start is still ahead. `can_be_off`: whether the coach
    may do without it.
    """

    key: str
    usual: SignalNumbers
    of_client: Callable[[Situation, SignalNumbers], Findings]
    act: Act
    of_employer: Callable[[EmployerFacts, SignalNumbers], Findings] = _nothing
    of_own: Callable[[OwnFacts, SignalNumbers, date], Findings] = _nothing
    shown_when_put_aside: frozenset[Band] = frozenset()
    before_start: bool = False
    can_be_off: bool = True

    @property
    def cannot_wait(self) -> bool:
        """Whether it shows at any time, whoever is put aside."""
        return Band.SOON in self.shown_when_put_aside

    @property
    def done_key(self) -> str:
        """The key of the text that says what ends it."""
        return f"signal_done.{self.key}"


# Everybody is seen at least once in a period, also those put aside (method.md §6).
_WHEN_DUE = frozenset({Band.LATE, Band.TODAY})
# A put-aside never hides the start of work, a lost job, or a danger.
_WHENEVER = frozenset({Band.LATE, Band.TODAY, Band.SOON})


def _promise(
    key: str, interval_days: int, weight: float, act: Act, shown_when_put_aside: frozenset[Band] = frozenset()
) -> SignalKind:
    """A kind that comes from a promise of follow-along; it may be made before the cooperation begins."""
    return SignalKind(
        key,
        SignalNumbers(interval_days, USUAL_WINDOWS[key], weight),
        work_findings.promised(key),
        act,
        shown_when_put_aside=shown_when_put_aside,
        before_start=True,
    )


# Their order settles ties: nothing can be agreed with a client before there is contact.
SIGNAL_KINDS: tuple[SignalKind, ...] = (
    SignalKind(
        "safety_concern",
        SignalNumbers(3, 3, 6),
        work_findings.safety_concern,
        Act.SETTLE_CONCERN,
        shown_when_put_aside=_WHENEVER,
        before_start=True,
    ),
    _promise("before_start", 7, 6, Act.MEET_TODAY, _WHENEVER),
    _promise("three_days", 3, 6, Act.MEET_TODAY, _WHENEVER),
    _promise("job_ended", 3, 6, Act.MEET_FORM, _WHENEVER),
    _promise("weekly", 7, 5, Act.MEET_TODAY, _WHENEVER),
    SignalKind("reach_out", SignalNumbers(2, 2, 5), contact_findings.reach_out, Act.MEET_FORM),
    SignalKind(
        "first_employer_contact",
        SignalNumbers(30, 10, 5),
        contact_findings.first_employer_contact,
        Act.CONTACT_FORM,
    ),
    _promise("trial_ends", 14, 5, Act.LOOK_FORM),
    SignalKind("lead_closes", SignalNumbers(7, 5, 5), lead_findings.lead_closes, Act.LEAD_FORM),
    SignalKind("lead_interview", SignalNumbers(7, 5, 5), lead_findings.lead_interview, Act.LEAD_FORM),
    _promise("monthly", 30, 4, Act.MEET_TODAY),
    _promise("as_agreed", 30, 4, Act.MEET_TODAY),
    _promise("agree_after_year", 30, 4, Act.AGREE_MEETINGS),
    _promise("subsidy_ends", 30, 4, Act.LOOK_FORM),
    _promise("fixed_term_ends", 30, 4, Act.LOOK_FORM),
    _promise("unpaid_decision", 30, 4, Act.LOOK_FORM),
    SignalKind(
        "next_step",
        SignalNumbers(7, 3, 4),
        contact_findings.client_steps,
        Act.FINISH_STEP,
        contact_findings.employer_steps,
        contact_findings.own_steps,
        before_start=True,
    ),
    SignalKind(
        "appointment_outcome",
        SignalNumbers(1, 1, 4),
        contact_findings.appointment_outcome,
        Act.TELL_OUTCOME,
        before_start=True,
    ),
    SignalKind(
        "report_due", SignalNumbers(14, 14, 4), work_findings.report_due, Act.FINISH_REPORT, before_start=True
    ),
    SignalKind(
        "leave_ahead",
        SignalNumbers(14, 14, 4),
        _nothing,
        Act.LOOK_AT_LEAVE,
        of_own=work_findings.leave_ahead,
    ),
    SignalKind("no_contact", SignalNumbers(14, 3, 3), contact_findings.no_contact, Act.MEET_FORM),
    SignalKind("nothing_agreed", SignalNumbers(14, 7, 3), contact_findings.nothing_agreed, Act.AGREE_STEP),
    SignalKind(
        "unseen",
        SignalNumbers(30, 5, 3),
        contact_findings.unseen,
        Act.MEET_TODAY,
        shown_when_put_aside=_WHEN_DUE,
        can_be_off=False,
    ),
    SignalKind("find_out", SignalNumbers(14, 3, 3), question_findings.find_out, Act.OPEN_QUESTION),
    SignalKind("lead_silent", SignalNumbers(14, 3, 3), lead_findings.lead_silent, Act.LEAD_FORM),
    SignalKind("unpaid_ask", SignalNumbers(90, 14, 3), work_findings.unpaid_ask, Act.ASK_PAID_WORK),
    SignalKind("workplace_visit", SignalNumbers(60, 14, 2), work_findings.workplace_visit, Act.CONTACT_FORM),
    SignalKind(
        "disclosure_review",
        SignalNumbers(60, 14, 2),
        work_findings.disclosure_review,
        Act.REVIEW_DISCLOSURE,
    ),
    SignalKind("benefit_check", SignalNumbers(30, 14, 2), work_findings.benefit_check, Act.CHECK_BENEFIT),
    _promise("retention", 30, 2, Act.LOOK_FORM),
    SignalKind(
        "rest_ends",
        SignalNumbers(30, 7, 2),
        _nothing,
        Act.OPEN_EMPLOYER,
        contact_findings.rest_ends,
    ),
    SignalKind(
        "partner_contact",
        SignalNumbers(30, 7, 2),
        work_findings.partner_contact,
        Act.CONTACT_PARTNER,
        of_own=work_findings.own_partner_contact,
    ),
)
KIND_BY_KEY: Mapping[str, SignalKind] = {kind.key: kind for kind in SIGNAL_KINDS}
KIND_ORDER: Mapping[str, int] = {kind.key: place for place, kind in enumerate(SIGNAL_KINDS)}
