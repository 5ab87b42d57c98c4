"""The Week desk: the tally beside the target, and each contact, day by day.

May import records, contacts and whatever is under them.
"""
