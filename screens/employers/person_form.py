"""Someone at an employer's is added: who they are there, and how they are reached."""

from collections.abc import Mapping

from valmentaja.model.employer import Employer
from valmentaja.model.employer_person import EmployerPerson
from valmentaja.screens.records.detail_form import DetailForm, Filling, first_words
from valmentaja.screens.shell.page import Page
from valmentaja.store.details import Given, add_detail, details_of
from valmentaja.texts.sorting import name_key

ASKED = ("name", "role", "phone", "email", "note")
KIND = "employer_person"


def person_form(page: Page, held: Employer) -> DetailForm:
    """The form for someone at the employer's."""
    texts = page.texts

    def keep(values: Mapping[str, Given]) -> str:
        others = _namesakes(page, held, str(values["name"]))
        add_detail(page.book, KIND, owner_id=held.id, about=held.name, values=values)
        key = "person_form.added_namesake" if others else "person_form.added"
        return texts(key, name=first_words(values["name"]), others=others)

    return DetailForm(
        Filling(
            kind=KIND,
            place=f"add/{KIND}/{held.id}",
            title=texts("detail_form.title", kind=texts("kind_new.person"), whom=first_words(held.name)),
            names=ASKED,
            keep=keep,
        )
    )


def _namesakes(page: Page, held: Employer, name: str) -> str:
    """Who is called so there already: by what they do, or by their number."""
    people = details_of(page.book, EmployerPerson, held.id)
    same = [one for one in people if name_key(one.name) == name_key(name)]
    return page.texts.sentence_list(
        [first_words(one.role) if one.role else page.texts("record.number", id=one.id) for one in same]
    )
