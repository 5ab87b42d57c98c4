"""The Employers desk, the page of one employer, and the form for a new one.

May import records, contacts and whatever is under them.
"""
