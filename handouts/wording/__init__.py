"""Texts as they are printed: markup read, names filled in, typeset."""
