"""What a coach's records are: frozen dataclasses and enums, one file per aggregate. Imports nothing of ours."""
