"""Work in other processes: jobs on all processors, a copy of this process, and one that reads foreign files."""
