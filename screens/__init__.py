"""The screens (Textual), one file per screen, in rooms by what a coach does there.

May import everything below: backup, documents, desks, store, content, settings, rules, texts, places, model, errors.
What a room loads with itself goes down only: program; today; clients, employers, week, diary, find, help, door,
settings, my_work; placements, appointments, leads; records, contacts; shell; drafts, widgets; commands, keyboard,
literal. What opens another screen imports it when it is opened.
"""
