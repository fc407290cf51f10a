"""Our own flowables: each measures, splits and draws itself, in ReportLab's sense, for nodes of the logical tree.

They do not derive from `reportlab.platypus`: its import alone takes as long as laying out a sheet, and its flowables
draw text that belongs to no structure element.
"""
