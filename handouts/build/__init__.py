"""What is to be made and how: planned, tried, made by all processors, published, and looked at again."""
