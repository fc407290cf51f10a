"""How values are written, and what one that is amiss was meant to be."""
