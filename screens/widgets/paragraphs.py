"""How a field lays long text out: lines split at newlines only, each wrapped between words as fast as it is typed.

Textual's own document splits a text at every character that Unicode calls a line's end, which would change what
was stored, and measures every word of a paragraph again at each key.
"""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from rich.cells import get_character_cell_size
from textual.document._document import Document, EditResult, Location
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset

from valmentaja.texts.shown import shown

_NARROW = frozenset(
    chr(code)
    for first, last in ((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x2FF), (0x370, 0x482))
    for code in range(first, last + 1)
) | frozenset("–—‘’“”…•−␀␉␛")
"""Letters and signs of one cell each: a text of these alone need not be measured letter by letter."""


class Paragraphs(Document):
    """Text in lines as it is stored: only a newline ends a line."""

    def __init__(self, text: str) -> None:
        self._newline = "\n"
        self._lines = text.split("\n")

    @cached_property
    def _whole(self) -> str:
        return "\n".join(self._lines)

    @property
    def text(self) -> str:
        """The whole text, joined once for each state of it."""
        return self._whole

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Puts the text in place of what stands between the two places."""
        self.__dict__.pop("_whole", None)
        (first, first_column), (last, last_column) = sorted((start, end))
        replaced = self.get_text_range(start, end)
        new = text.split("\n")
        ends_at = len(new[-1]) + (first_column if len(new) == 1 else 0)
        new[0] = self._lines[first][:first_column] + new[0]
        new[-1] += self._lines[last][last_column:]
        self._lines[first : last + 1] = new
        return EditResult((first + len(new) - 1, ends_at), replaced)

    def get_text_range(self, start: Location, end: Location) -> str:
        """What stands between the two places."""
        (first, first_column), (last, last_column) = sorted((start, end))
        if first == last:
            return self._lines[first][first_column:last_column]
        between = self._lines[first + 1 : last]
        return "\n".join((self._lines[first][first_column:], *between, self._lines[last][:last_column]))


@dataclass(frozen=True, slots=True)
class ParagraphRow:
    """A row of a line: where in the line it begins, and its letters; after the line's last one, room for the cursor."""

    line: int
    begin: int
    text: str


class WrappedParagraphs(WrappedDocument):
    """The lines of a document as rows of a width. After an edit only the lines that it touched are wrapped anew."""

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Wraps every line. A tab is drawn as one sign, so its width is that of any letter."""
        self._width = width
        self._wrap_offsets = [row_breaks(line, width) for line in self.document.lines]
        self._number_rows()

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Wraps the lines again that an edit has touched."""
        first, old_last = sorted((start[0], old_end[0]))
        new_last = max(start[0], new_end[0])
        touched = self.document.lines[first : new_last + 1]
        breaks = [row_breaks(line, self._width) for line in touched]
        before = self._wrap_offsets[first : old_last + 1]
        self._wrap_offsets[first : old_last + 1] = breaks
        if len(self._wrap_offsets) != self.document.line_count:
            self.wrap(self._width)
        elif [len(one) for one in before] != [len(one) for one in breaks]:
            self._number_rows()

    def _number_rows(self) -> None:
        """Says of each row which part of which line it is, and of each line which rows are its own."""
        rows: list[tuple[int, int]] = []
        rows_of_lines: list[list[int]] = []
        for line, breaks in enumerate(self._wrap_offsets):
            first = len(rows)
            rows += [(line, part) for part in range(len(breaks) + 1)]
            rows_of_lines.append(list(range(first, len(rows))))
        self._offset_to_line_info = rows
        self._line_index_to_offsets = rows_of_lines

    def row(self, at: int) -> ParagraphRow:
        """The row, counted from the top of the text."""
        line, part = self._offset_to_line_info[at]
        breaks = self._wrap_offsets[line]
        begin = breaks[part - 1] if part else 0
        letters = self.document[line]
        if part == len(breaks):
            return ParagraphRow(line, begin, letters[begin:] + " ")
        return ParagraphRow(line, begin, letters[begin : breaks[part]])

    @property
    def height(self) -> int:
        """How many rows there are."""
        return len(self._offset_to_line_info)

    def location_to_offset(self, location: Location) -> Offset:
        """Where in the rows a place in the text is drawn. One that an undo has just taken away is at the end."""
        line = min(location[0], len(self._wrap_offsets) - 1)
        return super().location_to_offset((line, min(location[1], len(self.document[line]))))

    def get_sections(self, line_index: int) -> list[str]:
        """The line's rows as they are drawn, letter for letter."""
        line = shown(self.document[line_index])
        return [line[start:end] for start, end in pairwise((0, *self._wrap_offsets[line_index], len(line)))]

    def get_tab_widths(self, line_index: int) -> list[int]:
        """None: tabs are drawn as a sign."""
        return []


def row_breaks(line: str, width: int) -> list[int]:
    """Where the rows of a line after the first begin, in letters: after a space, or within a word that is too long."""
    if width < 1 or len(line) * 2 <= width:
        return []
    drawn = shown(line)
    return _breaks_of_narrow(drawn, width) if _NARROW.issuperset(drawn) else _breaks_by_cells(drawn, width)


def _breaks_of_narrow(line: str, width: int) -> list[int]:
    """As `row_breaks`, where a letter is a cell."""
    breaks = []
    begin, length = 0, len(line)
    while length - begin > width:
        space = line.rfind(" ", begin, begin + width)
        begin = space + 1 if space >= 0 else begin + width
        breaks.append(begin)
    return breaks


def _breaks_by_cells(line: str, width: int) -> list[int]:
    """As `row_breaks`, letter by letter: some take two cells, and marks none."""
    breaks: list[int] = []
    cells = after_space = cells_at_space = 0
    for place, letter in enumerate(line):
        wide = get_character_cell_size(letter)
        if cells + wide > width and place:
            begin, cells = (after_space, cells - cells_at_space) if after_space else (place, 0)
            breaks.append(begin)
            after_space = cells_at_space = 0
            if cells + wide > width:
                breaks.append(place)
                cells = 0
        cells += wide
        if letter == " ":
            after_space, cells_at_space = place + 1, cells
    return breaks
