"""What screens are composed of. A widget knows no workbook: it is given what it shows, and says what was done to it.

May import commands, keyboard and literal.
"""
