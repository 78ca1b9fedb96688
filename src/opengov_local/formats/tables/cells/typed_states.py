"""States that are typed behind titles: "Portail (annulé)", "Budget ouvert - suspendu", «بوابة (ملغى)»."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.wording.headings.phrases import phrases
from opengov_local.importing.words import StatusReading, fold, read_status

_BEHIND = re.compile(
    r"^(?P<title>.*\w{3}.*?)\s*(?:[(\[]\s*(?P<inside>[^()\[\]]{2,40})\s*[)\]]|\s[–—-]\s*(?P<said>[^–—-]{2,40}))\s*$",
    re.DOTALL,
)
_MARKS = (")", "]", " -", " –", " —")
"""What stands in a title that ends with a state."""
_STOPPED = frozenset({"suspended", "abandoned", "delayed"})
"""States that any word says behind a title; words for others may be part of a name, unless a table has them."""


def take_typed_states(state: State) -> None:
    """Takes the states that titles of commitments and activities end with, and says so.

    The title stays whole where the object has a state already; where that is another one, it is said.
    """
    if not state.has_plan:
        return
    draft = state.draft
    said = "\n".join(draft.titles().texts)
    if not any(mark in said for mark in _MARKS):
        return
    for data in [data for data in _objects(state.plan.data) if data.get("title")]:
        titles = {tag: _parted(title) for tag, title in data["title"].items()}
        found = [parted for parted in titles.values() if parted is not None]
        if not found or len({reading.code for _, reading in found}) > 1:
            continue
        node, reading = draft.node_of(data), found[0][1]
        held = data.get("status")
        text = next(iter(data["title"].values()))
        if held is not None:
            if held.get("code") != reading.code:
                draft.say("import/status-differs-from-title", node=node, field="status", text=text,
                          value=held.get("original") or held.get("code", ""))  # fmt: skip
            continue
        data["title"] = {tag: parted[0] if (parted := titles[tag]) else title for tag, title in data["title"].items()}
        data["status"] = {"code": reading.code, "original": reading.original}
        draft.say("import/status-from-title", node=node, field="status", severity="info", text=text,
                  value=reading.original)  # fmt: skip


def _objects(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Gives the commitments of a plan, each before its activities, then those of none."""
    commitments = plan.get("commitments", ())
    held = chain.from_iterable([[commitment, *commitment.get("milestones", ())] for commitment in commitments])
    return chain(held, plan.get("activities", ()))


def _parted(title: str) -> tuple[str, StatusReading] | None:
    """Gives a title without the state behind it, and the state; None where there is none."""
    if title[-1:] not in (")", "]") and " -" not in title and " –" not in title and " —" not in title:
        return None
    found = _BEHIND.match(title)
    said = (found["inside"] or found["said"] or "").strip() if found else ""
    reading = read_status(said) if said and not any(map(str.isdigit, said)) else None
    if found is None or reading is None or reading.notes:
        return None
    if reading.code not in _STOPPED and fold(said) not in phrases("typed_state"):
        return None
    return found["title"].rstrip(), reading
