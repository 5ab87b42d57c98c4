"""Who is responsible for the client records under data protection law."""

from enum import StrEnum


class RecordsFor(StrEnum):
    """The one responsible. `NOT_YET_KNOWN`, once said, means that clients are kept by their codes only."""

    EMPLOYER = "employer"
    PAYER = "payer"
    SELF = "self"
    NOT_YET_KNOWN = "not_yet_known"
