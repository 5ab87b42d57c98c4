"""The Today desk: the list, the card beside it, and the archive of a day.

May import clients, records and whatever is under them.
"""
