"""Measurements beside something else in the same run."""
