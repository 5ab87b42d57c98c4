"""Job leads of clients: their rows, the form for a new one, and the page of one.

May import records, contacts and whatever is under them.
"""
