"""Fonts and what their words measure, lines of text, the colours and styles of a brand."""
