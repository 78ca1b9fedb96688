"""Numbers under the word for what titles name: "Engagement" over "1" and "2", their titles right below or beside."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def numbers_of(titles: Sequence[str], before: Sequence[str], read: Callable[[str], str]) -> list[str]:
    """Gives the numbers of what some titles name, where each text before them is one, and no title is; else none.

    Args:
        titles: the titles.
        before: the texts that may be numbers, above the titles or in front of them.
        read: gives the number that a text is, without the word before it; "" where it is something else.
    """
    if not titles or any(map(read, titles)):
        return []
    numbers = [read(text) for text in before]
    return numbers if all(numbers) else []
