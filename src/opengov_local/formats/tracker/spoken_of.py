"""Which object a row of updates speaks of: the innermost that it names, and what lies in all it names besides."""

from __future__ import annotations

import re

from opengov_local.account import Piece
from opengov_local.formats.tracker.named_fields import Headed
from opengov_local.formats.tracker.targets import Target, Targets
from opengov_local.importing.draft import Draft

TARGETS = ("indicator", "milestone", "commitment", "target")
"""Fields that name what a row speaks of; the innermost that is named is spoken of."""
NUMBER = re.compile(r"[\w.:/-]*[0-9٠-٩][\w.:/-]*")
_OTHER = {"commitment": "milestone", "milestone": "commitment"}


def target_of(draft: Draft, targets: Targets, cells: Headed) -> Target | None:
    """Finds the object that a row speaks of; what is unknown or not single is said."""
    for field_name in TARGETS:
        pieces = [piece for heading, piece in cells if heading and heading.field == field_name]
        if not pieces:
            continue
        kind = None if field_name == "target" else field_name
        piece = next((piece for piece in pieces if targets.find(piece.text, kind)), pieces[0])
        found = _agreed([targets.find(each.text, kind) for each in pieces])
        beside = [piece for heading, piece in cells if heading and heading.field == "target"]
        found = found or _of_both(targets, pieces, beside) or _of_other(draft, targets, pieces, kind)
        found = _within(targets, found, cells, field_name)
        if len(found) == 1:
            return found[0]
        code = "import/target-ambiguous" if found else "import/target-unknown"
        draft.say(code, piece, name=piece.text)
        return None
    draft.say("import/target-missing", cells[0][1])
    return None


def _agreed(named: list[list[Target]]) -> list[Target]:
    """Gives the objects that all cells name that name any: number and title; where they name others, all of them."""
    known = [found for found in named if found]
    common = [target for target in known[0] if all(target in found for found in known)] if known else []
    return common or list(dict.fromkeys(target for found in known for target in found))


def _of_both(targets: Targets, titles: list[Piece], numbers: list[Piece]) -> list[Target]:
    """Gives the objects of any kind that a title and a number beside it both name: "1.1 | Inventaire", an activity."""
    titled, numbered = (
        list(dict.fromkeys(target for piece in pieces for target in targets.find(piece.text)))
        for pieces in (titles, numbers)
    )
    return [target for target in titled if target in numbered]


def _of_other(draft: Draft, targets: Targets, pieces: list[Piece], kind: str | None) -> list[Target]:
    """Gives the activities whose number stands under a heading of projects that have none such, or the other way."""
    other = _OTHER.get(kind or "")
    piece = pieces[0]
    found = targets.find(piece.text, other) if other and NUMBER.fullmatch(piece.text.strip()) else []
    if found and other:
        draft.say("import/assumed", piece, severity="info", field=other, value=piece.text)
    return found


def _within(targets: Targets, found: list[Target], cells: Headed, own: str) -> list[Target]:
    """Leaves the objects that lie in what the row names besides: the commitment of a milestone."""
    for heading, piece in cells:
        if heading is None or heading.field not in ("milestone", "commitment") or heading.field == own:
            continue
        above = {target.id for target in targets.find(piece.text, heading.field)}
        found = [target for target in found if above & {*target.above, target.id}]
    return found
