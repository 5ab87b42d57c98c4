"""Someone at an employer's is added: who they are there, and how they are reached."""

from collections.abc import Mapping

from valmentaja.model.employer import Employer
from valmentaja.screens.records.detail_form import DetailForm, Filling, first_words
from valmentaja.screens.shell.page import Page
from valmentaja.store.details import Given, add_detail

ASKED = ("name", "role", "phone", "email", "note")
KIND = "employer_person"


def person_form(page: Page, held: Employer) -> DetailForm:
    """The form for someone at the employer's."""
    texts = page.texts

    def keep(values: Mapping[str, Given]) -> str:
        add_detail(page.book, KIND, owner_id=held.id, about=held.name, values=values)
        return texts("person_form.added", name=first_words(values["name"]))

    return DetailForm(
        Filling(
            kind=KIND,
            place=f"add/{KIND}/{held.id}",
            title=texts("detail_form.title", kind=texts("kind_new.person"), whom=first_words(held.name)),
            names=ASKED,
            keep=keep,
        )
    )
