"""The plain commands: one file per group. Labelled lines or JSON on stdout, sentences on stderr; nothing only visual."""
