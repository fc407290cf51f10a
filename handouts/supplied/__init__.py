"""A clinic's own PDF: read with suspicion, checked, and made ready to be placed on a page of ours.

Nothing active survives, because only drawing is copied. A page is taken over in the best way that it allows:
with its own tags, as a drawing, or as a picture. What is placed is compared with what was supplied.
"""
