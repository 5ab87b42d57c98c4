"""The screens, one file each: Textual lives here only; imports desks and below, never cli. To be filled."""
