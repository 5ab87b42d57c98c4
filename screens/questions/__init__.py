"""Question sets: the walk through one, their part of a client's page, and what has changed between two rounds.

May import together, records and whatever is under them.
"""
