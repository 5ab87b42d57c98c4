"""What stands before the workbook: the first run, unlocking, a new passphrase, the recovery code, the demo.

May import shell and whatever is under it.
"""
