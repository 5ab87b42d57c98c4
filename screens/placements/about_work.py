"""A form about one placement: its title names whose it is and where."""

from typing import ClassVar

from valmentaja.desks.placements import PlacementLine, placement_line
from valmentaja.screens.placements.words import job_told
from valmentaja.screens.records.fields_form import FieldsForm
from valmentaja.texts.shown import LONGEST_NAMED, one_line


class AboutWork(FieldsForm):
    """A subclass says in a word what it is for: its title is the text `work.<for>_title`."""

    kind = "placement"
    what_for: ClassVar[str]

    def __init__(self, line: PlacementLine) -> None:
        super().__init__(f"{self.what_for}/{line.placement.id}")
        self.line = line

    def title_text(self) -> str:
        """What it is for, whose work it is about, and where."""
        name = one_line(self.line.client.label, LONGEST_NAMED)
        return self.texts(f"work.{self.what_for}_title", name=name, job=job_told(self.line))

    def line_now(self) -> PlacementLine:
        """The placement as it stands when the form has been kept."""
        return placement_line(self.book, self.line.placement.id, self.today)
