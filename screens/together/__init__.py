"""Together mode: pages that a client and the coach look at together."""
