"""The forms that log a contact, from anywhere: with an employer, with a client, with a group.

May import shell and whatever is under it.
"""
