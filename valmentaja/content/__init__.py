"""The words of the method: reads data/ into frozen dataclasses and checks them. Imports errors and data."""
