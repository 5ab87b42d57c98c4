"""The plain commands, one file per group: labelled lines or JSON on stdout, sentences on stderr."""
