"""Times that are booked: the form that books one, what became of it, its page and its reminder; and the groups.

May import records, contacts and whatever is under them.
"""
