"""What tells what can be done: help for the keys, the guide, the palette.

May import shell and whatever is under it.
"""
