"""The coach's settings: each declared once, with what it takes, its default, and from when a change holds.

Parted by what needs them, so that a command loads only its own. May import store, rules, texts, model and errors.
"""
