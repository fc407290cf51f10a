"""Chromium without a screen, for tests of what a person sees in a browser."""
