"""Is it easy to read, to understand and to act on?"""
