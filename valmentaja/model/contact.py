"""How contacts are made, by whom and what for: with employers and with clients."""

from enum import StrEnum

MOST_MINUTES = 24 * 60
"""Minutes that a contact takes at most: a day."""
LONGEST_LINE = 5_000
"""Characters of a contact told in one line; a longer one is a note that went into the wrong place."""


class EmployerContactWay(StrEnum):
    """How an employer was met (method.md §4). `MEETING` is in person."""

    MEETING = "meeting"
    VIDEO = "video"
    PHONE = "phone"
    MESSAGE = "message"
    EVENT = "event"


class ClientContactWay(StrEnum):
    """How a client was met."""

    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    MESSAGE = "message"


class Purpose(StrEnum):
    """What an employer contact was for (method.md §4)."""

    NEEDS = "needs"
    OFFER = "offer"
    JOB_ANALYSIS = "job_analysis"
    NEGOTIATION = "negotiation"
    SUPPORT = "support"
    THANKS = "thanks"
    OTHER = "other"


class MadeBy(StrEnum):
    """Who took the contact."""

    COACH = "coach"
    CLIENT = "client"
    TOGETHER = "together"
