"""User text made safe for a terminal: what would command the terminal is seen instead."""

LONGEST_NAMED = 60
"""Letters by which a longer text is named elsewhere, as in the journal: enough to know it again."""

_UNKNOWN = "\ufffd"
_LINE_SEPARATORS = (0x2028, 0x2029)
_DIRECTION_MARKS = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))


def _replacements() -> dict[int, str]:
    pictures = {code: chr(0x2400 + code) for code in range(0x20) if code != 0x0A}
    pictures[0x7F] = "\u2421"
    pictures |= dict.fromkeys(_LINE_SEPARATORS, "\u2424")
    without_picture = (*range(0x80, 0xA0), *_DIRECTION_MARKS)
    return pictures | dict.fromkeys(without_picture, _UNKNOWN)


_REPLACEMENTS = _replacements()


def shown(text: str) -> str:
    """The text with nothing in it that a terminal would act upon; one character stays one character.

    Control characters become their pictures (escape is ␛, tab ␉); a newline is kept. Those without a picture
    (0x80–0x9F), the marks that turn the direction of writing (so that what is read is what is there; Arabic
    and Hebrew letters keep their own direction) and halves of a surrogate pair become �.
    """
    if text.isprintable():
        return text
    return "".join(_UNKNOWN if "\ud800" <= c <= "\udfff" else c for c in text.translate(_REPLACEMENTS))


def one_line(text: str, width: int) -> str:
    """The text on one safe line of at most `width` (1 or more) characters, cut between words with "…"."""
    line = shown(" ".join(text.split()))
    if len(line) <= width:
        return line
    kept = line[:width].rpartition(" ")[0] or line[: width - 1]
    return kept.rstrip() + "…"
