"""The coach's settings: the page of all of them, and the forms in which one is changed.

May import shell and whatever is under it.
"""
