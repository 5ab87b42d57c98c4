"""The Clients desk, the page of one client, and the forms and keys that are about a client.

May import records, contacts and whatever is under them.
"""
