"""The language of what is written for people, where nobody says one."""

from __future__ import annotations

DEFAULT_LANGUAGE = "fr"
"""The language of a form when neither the user nor the package says one."""
