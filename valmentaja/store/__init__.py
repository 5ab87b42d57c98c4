"""The only room with SQL: the encrypted workbook, its keys, its journal, and one file per aggregate.

May import rules, texts, places, model and errors.
"""
