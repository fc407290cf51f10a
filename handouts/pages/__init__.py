"""Flowables -> pages: spaces fitted, blocks placed, running content around them."""
