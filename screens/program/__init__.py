"""The program itself: it opens the workbook and the desks, and keeps watch over clock, file, keys and drafts.

The highest room, which no other one loads with itself. May import every other.
"""
