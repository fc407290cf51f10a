"""How plain a handout is, by the formulas and checklists that others publish."""
