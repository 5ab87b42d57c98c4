"""Placements: their page, the words and rows that tell of them, and the forms of what happens around a start of work.

May import records, contacts and whatever is under them.
"""
