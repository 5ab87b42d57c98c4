"""The setting of the coach's own keys: which key does what on the screens, in place of the usual one."""

import re
from collections.abc import Mapping

from valmentaja.errors import WrongUsage
from valmentaja.settings.setting import Setting

_ACTION = re.compile(r"[a-z0-9_]+(?:\.[a-z0-9_]+)*")
_KEY = re.compile(r"(?:(?:ctrl|alt|shift)\+)*(?:\w+|[^\s\w=,+])")


def keys_in(text: str) -> Mapping[str, str]:
    """The keys by the ids of what they do, from `id=key id=key`. Raises WrongUsage where it cannot be read.

    Whether there is anything with such an id is known to the screens only.
    """
    keys: dict[str, str] = {}
    for part in text.split():
        action, _, key = part.partition("=")
        if not _ACTION.fullmatch(action) or not _KEY.fullmatch(key) or action in keys:
            raise WrongUsage("settings.keys", text=part)
        keys[action] = key
    return keys


def _in_short(text: str) -> str:
    return " ".join(f"{action}={key}" for action, key in keys_in(text.lower()).items())


KEYS = Setting("keys", "", read=_in_short)
