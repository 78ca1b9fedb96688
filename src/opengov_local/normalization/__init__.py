"""Texts mended where it takes no judgement: what is read stays the same."""
