"""Updates imported again: those that the base holds already are not added twice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from opengov_local.importing.draft import UNMAPPED, Draft


def leave_known(draft: Draft, base: Mapping[str, Any]) -> None:
    """Takes the updates out of a draft that its base holds already, and says so.

    The same is an update that says the same of the same object for the same period, wherever it stood. One that says
    something else of them is added, and a finding says so.

    Args:
        draft: the draft, begun with the base.
        base: the tree of the earlier package.
    """
    held = [update for update in base.get("progress_updates") or () if isinstance(update, dict)]
    known: dict[str, list[str]] = {}
    for update in held:
        known.setdefault(_content(update), []).append(str(update.get("id", "")))
    timed = {_time(update): update for update in held}
    ids = {update.get("id") for update in held}
    again: dict[str, str] = {}
    for update in draft.root.data.get("progress_updates", ()):
        if update.get("id") in ids:
            continue
        if earlier := known.get(_content(update)):
            again[update["id"]] = earlier.pop(0) if len(earlier) > 1 else earlier[0]
        elif (other := timed.get(_time(update))) is not None:
            about, earlier_id = str(update.get("target")), str(other.get("id"))
            draft.say("import/update-differs", node=draft.node_of(update), name=about, earlier_id=earlier_id)
    if again:
        draft.withdraw(again)
        draft.say("import/updates-known", severity="info", count=len(again))


def _content(update: Mapping[str, Any]) -> str:
    """Gives what an update says, without its id and the places of what was kept beside it."""
    said = {name: value for name, value in update.items() if name not in ("id", UNMAPPED)}
    kept = [(one.get("label"), one.get("text")) for one in update.get(UNMAPPED, ())]
    return json.dumps([said, kept], ensure_ascii=False, sort_keys=True)


def _time(update: Mapping[str, Any]) -> str:
    """Gives of what and for when an update speaks."""
    about = [update.get(name) for name in ("target", "period", "date")]
    return json.dumps(about, ensure_ascii=False, sort_keys=True)
