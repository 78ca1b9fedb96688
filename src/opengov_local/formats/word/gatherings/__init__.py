"""Gatherings: workshops and groups, who took part, and what they brought."""
