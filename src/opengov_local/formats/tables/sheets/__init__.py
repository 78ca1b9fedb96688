"""The sheets of a book: which hold what, whose each is, and in which order they are read."""
