"""What rows of updates say again of an indicator itself, as the plan does: its deadline, leads, target and unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from opengov_local.formats.tracker.column_steps import MEASURES
from opengov_local.formats.tracker.headings import Heading
from opengov_local.formats.tracker.named_fields import Headed
from opengov_local.formats.tracker.targets import Target, Targets
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold, read_number
from opengov_local.model.indicator import Indicator

_MEASURES: Final = {name: name.partition(".")[2] for name in sorted(MEASURES)}
OF_PLANS: Final = frozenset(("schedule", "leads", *_MEASURES))
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
        if heading is not None and any(_are_same(heading, piece.text, one) for one in known):
            draft.used(piece, node, _field(heading))
            continue
        if heading is not None and known:
            draft.say("import/conflict", piece, node=node, field=_field(heading), kept=known[0], text=piece.text)
        left.append((heading, piece))
    return left


def _known(data: Mapping[str, Any], heading: Heading) -> Iterator[str]:
    """Gives what the plan says of an indicator in a field; in the language of the heading, where it says one."""
    values = data.get(_field(heading))
    if isinstance(values, dict) and isinstance(values.get("value"), str):
        yield values["value"]
        return
    if heading.field in _MEASURES and isinstance(values, dict):
        values = values.get("text", values)  # the unit is words itself
    named = values if isinstance(values, list) else [{"name": values}]
    for each in named:
        texts = each.get("name") if isinstance(each, dict) else None
        if isinstance(texts, dict):
            spoken = [text for tag, text in texts.items() if heading.language in (None, tag, "und") or tag == "und"]
            yield from (text for text in spoken if isinstance(text, str))


def _field(heading: Heading) -> str:
    return _MEASURES.get(heading.field, heading.field)


def _are_same(heading: Heading, text: str, known: str) -> bool:
    """Tells whether a cell says what is known: in the same words, or the same measure, be its unit there or not."""
    number = read_number(text).value if heading.field in _MEASURES else None
    return fold(text) == fold(known) or (number is not None and number == read_number(known).value)
