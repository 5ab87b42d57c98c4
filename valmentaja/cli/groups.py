"""`group`: several clients who meet at the same times, such as a job-search club."""

from valmentaja.cli import as_json, lines, output
from valmentaja.cli.changing import answer_changed, change_named_field
from valmentaja.cli.parsing import Options, Parser
from valmentaja.cli.session import Session
from valmentaja.desks.appointments import GroupLine, GroupPage, group_line, group_page, participants_copy
from valmentaja.errors import CannotBeMet
from valmentaja.rules.refusals import refuse_ended
from valmentaja.store.clients import client
from valmentaja.store.groups import add_group, all_groups, group, group_id_of, join_group, leave_group
from valmentaja.store.lookup import client_id_of, ids_with_name


def add_arguments(parser: Parser) -> None:
    """Options of `group add`."""
    parser.one("name", help_key="group_name")
    parser.words("client", help_key="group_client")
    parser.option("--co-led-by", help_key="co_led_by", metavar="person")


def add(session: Session, options: Options) -> None:
    """Makes a group of the clients."""
    book = session.book
    name = session.text(options.name, ask="ask.value", option=session.texts("metavar.name"))
    client_ids = tuple(dict.fromkeys(client_id_of(book, typed) for typed in options.client))
    for one in client_ids:
        refuse_ended(client(book, one), session.today)
    namesakes = ids_with_name(book, "client_group", name)
    co_led_by = session.optional_text(options.co_led_by)
    held = add_group(book, name=name, client_ids=client_ids, co_led_by=co_led_by)
    lines.say_namesakes(session.texts, held.name, namesakes)
    _answer(session, "group.added", group_line(book, held))


def _answer(session: Session, key: str, line: GroupLine) -> None:
    if session.json:
        output.data(as_json.group(line))
    else:
        output.line(session.texts(key, group=lines.group(session.texts, line)))


def list_groups_arguments(parser: Parser) -> None:
    """`group list` has no options of its own."""


def list_groups(session: Session, options: Options) -> None:
    """Every group, those that have ended last."""
    held = [group_line(session.book, one) for one in all_groups(session.book)]
    if session.json:
        output.data([as_json.group(line) for line in held])
        return
    for line in held:
        output.line(lines.group(session.texts, line))
    if not held:
        output.line(session.texts("group.none"))


def show_arguments(parser: Parser) -> None:
    """Options of `group show`."""
    parser.one("group", help_key="group_meant")
    parser.option("--client", help_key="group_copy", metavar="C")


def show(session: Session, options: Options) -> None:
    """A group with its meetings; or what one who takes part may see of it."""
    group_id = group_id_of(session.book, options.group)
    if options.client is None:
        page = group_page(session.book, group_id)
    else:
        page = _copy_for(session, group_id, client_id_of(session.book, options.client))
    if session.json:
        output.data(as_json.group_page(page))
    else:
        _tell(session, page, is_copy=options.client is not None)


def _copy_for(session: Session, group_id: int, client_id: int) -> GroupPage:
    """Raises CannotBeMet for someone who neither takes part nor has been at a meeting."""
    page = participants_copy(session.book, group_id, client_id)
    held = group(session.book, group_id)
    if client_id not in held.client_ids and not page.meetings:
        label = client(session.book, client_id).label
        raise CannotBeMet("group.not_in", name=label, group=held.name)
    return page


def _tell(session: Session, page: GroupPage, *, is_copy: bool) -> None:
    texts, held = session.texts, page.line.group
    members = ", ".join(one.label for one in page.line.clients)
    lines.card(
        texts,
        (
            ("name", held.name),
            ("id", None if is_copy else held.id),
            ("clients", members),
            ("co_led_by", held.co_led_by),
            ("note", held.note),
            ("ended_on", held.ended_on),
        ),
    )
    lines.section(texts, "group.meetings", [lines.appointment(texts, one) for one in page.meetings])


def change_arguments(parser: Parser) -> None:
    """Options of `group set`."""
    parser.one("group", help_key="group_meant")
    parser.one("field", help_key="field")
    parser.words("value", help_key="value")


def change(session: Session, options: Options) -> None:
    """Changes a field of a group."""
    group_id = group_id_of(session.book, options.group)
    field = change_named_field(session, "client_group", group_id, options.field, options.value)
    line = group_line(session.book, group_id)
    answer_changed(session, "client_group", field, about=line.group.name, record=as_json.group(line))


def _member_arguments(parser: Parser) -> None:
    parser.one("group", help_key="group_meant")
    parser.one("client", help_key="group_client")


join_arguments = leave_arguments = _member_arguments


def join(session: Session, options: Options) -> None:
    """A client joins a group."""
    group_id = group_id_of(session.book, options.group)
    client_id = client_id_of(session.book, options.client)
    refuse_ended(client(session.book, client_id), session.today)
    held = join_group(session.book, group_id, client_id, session.today)
    _answer(session, "group.joined", group_line(session.book, held))


def leave(session: Session, options: Options) -> None:
    """A client leaves a group."""
    group_id = group_id_of(session.book, options.group)
    held = leave_group(session.book, group_id, client_id_of(session.book, options.client), session.today)
    _answer(session, "group.left", group_line(session.book, held))
