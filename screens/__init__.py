"""The screens (Textual), one file per screen, composed of widgets that each own one thing.

May import everything below: cli, backup, desks, store, content, settings, rules, texts, places, model, errors.
"""
