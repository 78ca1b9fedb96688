"""Rows of plans, read into axes, commitments and milestones."""
