"""The Diary desk: one day at a time, its hints and its scales.

May import shell and whatever is under it.
"""
