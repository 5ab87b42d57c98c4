"""Backups: one zip of the three files each, made daily and before what is risky, thinned, and restored.

A backup keeps the passphrase and the recovery code it was made with. Nothing in it can be read without one
of them, if the workbook cannot. May import the store and what lies below it.
"""

from valmentaja.backup.making import Backup, backups, bring_up_to_date, make_backup, moment_of
from valmentaja.backup.restoring import Restored, restore

__all__ = ["Backup", "Restored", "backups", "bring_up_to_date", "make_backup", "moment_of", "restore"]
