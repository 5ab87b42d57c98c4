"""Texts in Finnish and English: the door to the translations, and Finnish dates, numbers and sorting.

Imports `model` and `errors` only. `Texts` is needed by every command and is loaded here; the rest is imported
where it is used: `texts.dates` (what people type), `texts.sorting`, `texts.shown` (user text on a terminal).
"""

from valmentaja.texts.door import LANGUAGES, Language, MissingText, Showable, Texts, choose_language

__all__ = ["LANGUAGES", "Language", "MissingText", "Showable", "Texts", "choose_language"]
