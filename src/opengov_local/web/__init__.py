"""Self-contained web pages in three languages: what reports, pages of plans and their index share."""

from typing import Final

GENERATOR: Final = '<meta name="generator" content="opengov_local">'
"""Tells a page of ours from others, so that none but ours is replaced."""
