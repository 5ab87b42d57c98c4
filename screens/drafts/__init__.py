"""Text that is being typed: kept within a second of the key, settled when it is left, brought back after a crash.

Knows no widget. May import nothing of the screens.
"""
