"""Clients of one name: lists tell them apart by their codes, so that nothing is done to the wrong one."""

from collections import Counter
from collections.abc import Iterable

from valmentaja.model.client import Client
from valmentaja.model.listed import ListedClient


def shared_names(clients: Iterable[Client | ListedClient]) -> frozenset[str]:
    """The names that more than one of them has."""
    return frozenset(name for name, count in Counter(one.label for one in clients).items() if count > 1)


def told_apart(one: Client | ListedClient, shared: frozenset[str]) -> str:
    """What the coach calls the client, with the code where another of the list is called the same."""
    return f"{one.label} {one.code}" if one.label in shared else one.label
