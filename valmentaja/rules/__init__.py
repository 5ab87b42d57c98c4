"""Pure decisions: they take records, settings and a day, and return values.

Nothing here reads a clock, a file or the language: `today` is an argument, and a reason is a key with
parameters. Imports `texts`, `model` and `errors`.
"""
