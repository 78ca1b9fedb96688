"""What rows of updates say again of an indicator itself, as the plan does: its deadline in words, and who leads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.named_fields import Headed
from opengov_local.formats.tracker.targets import Target, Targets
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold
from opengov_local.model.indicator import Indicator

OF_PLANS: Final = frozenset(("schedule", "leads"))
"""Fields of indicators that plans say; no update has them."""


def without_known(draft: Draft, targets: Targets, target: Target, cells: Headed) -> Headed:
    """Gives the cells of a row but for those that say of its indicator what the plan says of it.

    What the plan says otherwise is said, and stays to be kept beside the update.

    Args:
        draft: the draft.
        targets: the objects of the plan.
        target: what the row speaks of.
        cells: the cells, each with its heading.
    """
    if target.kind != "indicator" or not any(heading and heading.field in OF_PLANS for heading, _ in cells):
        return cells
    data = targets.said_of(target)
    node = Node(dict(data), Indicator, target.id, "")
    left: Headed = []
    for heading, piece in cells:
        known = list(_known(data, heading)) if heading is not None and heading.field in OF_PLANS else []
        if heading is not None and fold(piece.text) in map(fold, known):
            draft.used(piece, node, heading.field)
            continue
        if heading is not None and known:
            draft.say("import/conflict", piece, node=node, field=heading.field, kept=known[0], text=piece.text)
        left.append((heading, piece))
    return left


def _known(data: Mapping[str, Any], heading: Heading) -> Iterator[str]:
    """Gives what the plan says of an indicator in a field; in the language of the heading, where it says one."""
    values = data.get(heading.field)
    named = values if isinstance(values, list) else [{"name": values}]
    for each in named:
        texts = each.get("name") if isinstance(each, dict) else None
        if isinstance(texts, dict):
            spoken = [text for tag, text in texts.items() if heading.language in (None, tag, "und") or tag == "und"]
            yield from (text for text in spoken if isinstance(text, str))
