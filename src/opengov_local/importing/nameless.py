"""Projects and activities whose title holds no word, such as "-" or "…": read as they stand, and said."""

from __future__ import annotations

from typing import Any

from opengov_local.importing.draft import Draft

Data = dict[str, Any]


def say_nameless(draft: Draft) -> None:
    """Says which commitments and milestones have a title that holds neither letter nor number.

    Args:
        draft: the document, when all of the file was read.
    """
    for plan in draft.root.data.get("plans", ()):
        for one in [one for one in _titled(plan) if not next(iter(one["title"].values()))[:1].isalnum()]:
            if any(any(map(str.isalnum, text)) for text in one["title"].values()):
                continue
            language, text = next(iter(one["title"].items()))
            node = draft.node_of(one)
            place = node.places.get(f"title/{language}") or node.places.get("title") or node.places.get("")
            draft.say("import/title-says-nothing", place, node=node, field=f"title/{language}", text=text)


def _titled(plan: Data) -> list[Data]:
    """Gives the commitments, activities and milestones of a plan that have a title."""
    holders = [*plan.get("commitments", ()), *plan.get("activities", ())]
    steps = [step for one in holders for step in one.get("milestones", ())]
    return [one for one in (*holders, *steps) if one.get("title")]
