"""Trackers: what a plan is followed by, from its definition (commitments, milestones, indicators) to its updates."""
