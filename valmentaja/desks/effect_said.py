"""What other numbers of a signal would do to the list of the day, in lines: a command and a form say it alike."""

from collections import Counter

from valmentaja.desks.effect import Effect, Moved
from valmentaja.rules.triage import QueueRow
from valmentaja.texts import Texts
from valmentaja.texts.shown import LONGEST_NAMED, one_line


def effect_lines(texts: Texts, effect: Effect, most: int = 5) -> tuple[str, ...]:
    """How many stand in each band before and after; those who move most, at most so many; how many others move.

    One line where the list stays as it is.
    """
    if effect.changes_nothing:
        return (texts("effect.nothing"),)
    told = _move_most(effect, most)
    shared = _shared_names(effect)
    lines = [_counts(texts, effect), *(_move(texts, moved, shared) for moved in told)]
    others = len(effect.moved) - len(told)
    if others:
        lines.append(texts.counted("effect.others", others))
    return tuple(lines)


def _counts(texts: Texts, effect: Effect) -> str:
    return texts("effect.between").join(
        texts("effect.count", band=texts(f"band.{band}"), before=count, after=effect.after[band])
        for band, count in effect.before.items()
    )


def _move_most(effect: Effect, most: int) -> tuple[Moved, ...]:
    """Who changes band, comes or goes, then who goes by most places, in the order of the list after.

    Who only makes room for them, by one place, is told of where nobody else moves.
    """
    far = [moved for moved in effect.moved if moved.changes_band or _distance(effect, moved) > 1]
    by_distance = sorted(
        far or effect.moved, key=lambda moved: (not moved.changes_band, -_distance(effect, moved))
    )
    chosen = by_distance[:most]
    return tuple(moved for moved in effect.moved if moved in chosen)


def _distance(effect: Effect, moved: Moved) -> int:
    """Places between before and after; who is not on the list stands just below it."""
    before = moved.place_before or sum(effect.before.values()) + 1
    after = moved.place_after or sum(effect.after.values()) + 1
    return abs(before - after)


def _move(texts: Texts, moved: Moved, shared: frozenset[str]) -> str:
    who = _who(texts, moved.row, shared)
    if not moved.changes_band:
        band = texts(f"band.{moved.row.band}")
        places = {"before": moved.place_before or 0, "after": moved.place_after or 0}
        return texts("effect.within", who=who, band=band, **places)
    before = _place(texts, moved.before, moved.place_before)
    return texts("effect.move", who=who, before=before, after=_place(texts, moved.after, moved.place_after))


def _place(texts: Texts, row: QueueRow | None, place: int | None) -> str:
    if row is None or place is None:
        return texts("effect.not_listed")
    return texts("effect.place", band=texts(f"band.{row.band}"), place=place)


def _who(texts: Texts, row: QueueRow, shared: frozenset[str]) -> str:
    """Whom the row is about; of the coach's own work, which."""
    if row.client is not None:
        label = row.client.label
        return one_line(f"{label} {row.client.code}" if label in shared else label, LONGEST_NAMED)
    if row.employer is not None:
        return one_line(row.employer.name, LONGEST_NAMED)
    about = row.signals[0].reason.parameters.get("text")
    own = texts(f"about.{row.about}")
    return texts("effect.own", own=own, what=one_line(str(about), LONGEST_NAMED)) if about else own


def _shared_names(effect: Effect) -> frozenset[str]:
    names = Counter(moved.row.client.label for moved in effect.moved if moved.row.client)
    return frozenset(name for name, count in names.items() if count > 1)
