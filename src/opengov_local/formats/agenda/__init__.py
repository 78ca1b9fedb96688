"""Dates of a package as a calendar: milestones, workshops and sessions of councils."""
