"""Projects and activities whose title holds no word, such as "-" or "…": read as they stand, and said."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from opengov_local.importing.draft import Draft

Data = dict[str, Any]

_HOLDERS: Final = ("commitments", "activities", "milestones")


def say_nameless(draft: Draft) -> None:
    """Says which commitments and milestones have a title that holds neither letter nor number.

    Args:
        draft: the document, when all of the file was read.
    """
    for plan in draft.root.data.get("plans", ()):
        for one in _titled(plan):
            if not any(map(_says_something, one["title"].values())):
                language, text = next(iter(one["title"].items()))
                node = draft.node_of(one)
                place = node.places.get(f"title/{language}") or node.places.get("title") or node.places.get("")
                draft.say("import/title-says-nothing", place, node=node, field=f"title/{language}", text=text)


def _titled(holder: Data) -> Iterator[Data]:
    for name in _HOLDERS:
        for one in holder.get(name, ()):
            if one.get("title"):
                yield one
            yield from _titled(one)


def _says_something(text: str) -> bool:
    return text[:1].isalnum() or any(map(str.isalnum, text))
