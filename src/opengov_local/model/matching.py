"""Matching many texts at once, by the engine that the models match with: patterns mean the same, and it is quick."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache

from pydantic_core import SchemaValidator, core_schema


@cache
def all_match(pattern: str) -> Callable[[Collection[str]], bool]:
    """Gives a function that tells whether every text of a collection matches a published pattern."""
    return SchemaValidator(core_schema.list_schema(core_schema.str_schema(pattern=pattern))).isinstance_python


@cache
def holds(pattern: str) -> Callable[[str], bool]:
    """Gives a function that tells whether a pattern is found anywhere in a text.

    The pattern is one of Rust's `regex`: there is no looking around in it. A text is gone through once, however much of
    it looks like the beginning of what is sought.
    """
    return SchemaValidator(core_schema.str_schema(pattern=pattern)).isinstance_python
