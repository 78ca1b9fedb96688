"""The head of a document: what kind it is, and whose."""
