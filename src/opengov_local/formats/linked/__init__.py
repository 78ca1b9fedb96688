"""Packages as linked data: JSON-LD with a context that is derived from the models, and a description for catalogues."""
