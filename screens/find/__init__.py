"""Finding in everything that was written, and opening what was found.

May import shell and whatever is under it.
"""
