"""Projects on several axes: "Axes 1 et 3", «المحور 1 والمحور 3» name two axes by their numbers, and no further one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

from opengov_local.account import Piece
from opengov_local.formats.wording.headings.phrases import pattern_of
from opengov_local.importing.draft import Draft
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.territories.folding import DIGITS

_DIGITS: Final = {ord(digit): plain for digit, plain in DIGITS.items()}
_NUMBER: Final = r"(?:\b[A-Z]{1,3}[-. ]?)?[0-9]{1,2}(?:\.[0-9]{1,2})?|\b(?:[IVX]{1,5}|[A-H])\b"
_BETWEEN: Final = r"\s*(?:(?:[,;،؛/&+]|\bet\b|\band\b|\by\b|و)\s*){1,2}"
_LONGEST: Final = 80


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Gives what a list of axes looks like, and what is left of one whose first number was taken off."""
    words = pattern_of("axis_word", "axes_word")
    named = rf"(?:(?:{words})\s*)?(?:{SIGN}\s*)?(?:{_NUMBER})"
    more, end = rf"(?:{_BETWEEN}{named})", r"\s*\.?\s*"
    whole, rest = rf"\s*{named}{more}+{end}", rf"(?:{_BETWEEN})?{named}{more}*{end}"
    return re.compile(whole, re.IGNORECASE), re.compile(rest, re.IGNORECASE)


def numbers_of_axes(text: str) -> list[str]:
    """Gives the numbers of axes that a text lists, and nothing else: at least two; none for any other text.

    Args:
        text: what stands below "Axe", or in its place.
    """
    plain = text.translate(_DIGITS)
    if len(plain) > _LONGEST or not _patterns()[0].fullmatch(plain):
        return []
    return [_same(number) for number in re.findall(_NUMBER, plain)]


def _same(number: str) -> str:
    return number.strip().upper().lstrip("0")


def share_axes(draft: Draft) -> None:
    """Lets what lies on an axis that only lists the numbers of others lie on these, and says so; of unknown ones, too.

    Args:
        draft: the document, when all of the file was read.
    """
    for plan in draft.root.data.get("plans", ()):
        listing = {axis["id"]: numbers for axis in plan.get("axes", ()) if (numbers := _listed(draft, axis))}
        known = {_same(axis["number"]): axis for axis in plan.get("axes", ()) if _is_plain(axis, listing)}
        for target, numbers in listing.items():
            axes = [known[number] for number in numbers if number in known]
            on_it = [one for one in _objects(plan) if target in one.get("axes", ())]
            if not axes:
                piece = _pieces(draft, target)[0]
                draft.say("import/axes-unknown", piece, text=piece.text)
            elif json.dumps(draft.root.data).count(f'"{target}"') == len(on_it) + 1:
                unknown = [number for number in numbers if number not in known]
                _share(draft, plan, target, axes, on_it, unknown)


def _listed(draft: Draft, axis: dict[str, Any]) -> list[str]:
    title = "".join(axis.get("title", {}).values())
    if "number" not in axis:
        return numbers_of_axes(title)
    if len(title) > _LONGEST or not _patterns()[1].fullmatch(title.translate(_DIGITS)):
        return []
    piece = draft.first_read_into(axis["id"], "number")
    return numbers_of_axes(piece.text) if piece else []


def _pieces(draft: Draft, axis: str) -> list[Piece]:
    """Gives the pieces that an axis was named by: that of its number, which has all words, before that of its title."""
    return [*draft.read_into(axis, "number"), *draft.read_into(axis, "title")]


def _is_plain(axis: dict[str, Any], listing: dict[str, list[str]]) -> bool:
    return "number" in axis and "parent" not in axis and axis["id"] not in listing


def _objects(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Gives what of a plan can lie on axes: its commitments and activities."""
    yield from plan.get("commitments", ())
    yield from plan.get("activities", ())


def _share(
    draft: Draft,
    plan: dict[str, Any],
    target: str,
    axes: list[dict[str, Any]],
    on_it: list[dict[str, Any]],
    unknown: list[str],
) -> None:
    pieces = list({piece.place: piece for piece in reversed(_pieces(draft, target))}.values())
    node, ids = draft.node_of(axes[0]), [axis["id"] for axis in axes]
    draft.fold_into({target: node}, {(target, field) for field in ("title", "number", "parent")})
    plan["axes"] = [axis for axis in plan["axes"] if axis["id"] != target]
    for one in on_it:
        others = [axis for axis in one["axes"] if axis != target]
        one["axes"] = list(dict.fromkeys([*others, *ids]))
    for piece in pieces:
        draft.used(piece, draft.node_of(on_it[0]) if on_it else node, "axes" if on_it else "title")
    names = ", ".join(next(iter(axis.get("title", {}).values()), axis["number"]) for axis in axes)
    owner = draft.node_of(on_it[0]) if on_it else node
    for number in unknown:
        draft.keep(pieces[0]._replace(text=number), owner, label="axis.number")
        draft.say("import/axis-unknown", pieces[0], node=owner, number=number)
    draft.say("import/assumed", pieces[0], severity="info", node=owner, field="axes", value=names)
