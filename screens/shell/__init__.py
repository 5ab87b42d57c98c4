"""What every page, dialog, form and list is made from, and what stands before them: hidden, or too small.

May import drafts, widgets, commands, keyboard and literal.
"""
