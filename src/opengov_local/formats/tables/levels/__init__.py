"""Whose a row is: axes, commitments, activities, and rows that are none of these."""
