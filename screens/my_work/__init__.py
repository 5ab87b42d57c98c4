"""The coach's own work: steps about nobody else, leave and what falls in it, and the own network.

Imports the rooms under it: records, appointments, contacts, shell, widgets.
"""
