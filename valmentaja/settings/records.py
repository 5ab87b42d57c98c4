"""The setting that tells who is responsible for the client records. It has no usual value: the coach is asked."""

from valmentaja.model.records_for import RecordsFor
from valmentaja.settings.setting import Setting
from valmentaja.store.codes_only import RECORDS_FOR_KEY

RECORDS_FOR = Setting(RECORDS_FOR_KEY, None, choices=tuple(RecordsFor))
