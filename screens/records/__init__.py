"""The page of any one record: its head and parts, its fields changed in place, the runs of contacts and steps.

`subject_page` is what a client and an employer have alike, `acting` what keys do with either. May import shell and
whatever is under it.
"""
