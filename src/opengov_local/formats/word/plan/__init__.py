"""A whole plan or form, from its first page to its close."""
