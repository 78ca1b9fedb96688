"""Drafting: makes an incomplete document printable, its gaps marked and what cannot be used cut."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from opengov_local.finding import Finding, Location, Parameter, pointer_of
from opengov_local.model import SCHEMA_VERSION, Package
from opengov_local.model.gap import GAP, GAP_TEXT, NO_COUNTRY, UNKNOWN_CURRENCY
from opengov_local.model.shape import FieldShape, steps
from opengov_local.model.walk import Path
from opengov_local.validation.prune import Pruned, at, nearest, outermost, trail, typed
from opengov_local.validation.structure import judge

_UNKNOWN_LANGUAGE: Final = "und"
_STAND_INS: Final = {
    ("TerritorialCollectivity", "country"): NO_COUNTRY,
    ("Amount", "currency"): UNKNOWN_CURRENCY,
}


@dataclass(frozen=True, slots=True)
class Drafted:
    """An incomplete document as a package that can be printed.

    Attributes:
        package: the package; `model.gap.GAP` stands where a value is missing that it must have, also for codes of
            closed lists, which have no such code.
        gaps: places of the gaps in the document, as JSON Pointers.
        cuts: places of what could not be used and was cut, as JSON Pointers; in the order they were cut.
        unusable: the places in the package of the fields that were cut of the objects that are still there.
    """

    package: Package
    gaps: tuple[str, ...]
    cuts: tuple[str, ...]
    unusable: tuple[Path, ...] = ()


def draft(tree: Any) -> Drafted | None:
    """Makes a package of an incomplete document, for printing only.

    A value that is missing, or is wrong, and that a package must have becomes a gap; any other wrong value is cut, and
    so is what holds it where no gap can stand (a missing reference, say), or where it says nothing beside (a status of
    nothing but a wrong code). A text that stands there without its language is shown, as one in an unknown language.

    Args:
        tree: JSON-shaped data; it stays as it is.

    Returns:
        The package and what was done to get it; None where nothing could be made of it.
    """
    if not isinstance(tree, dict):
        return None
    rest = Pruned(tree)
    gaps: dict[str, None] = {}
    codes: dict[Path, None] = {}
    while True:
        package, findings = judge(msgspec.json.encode(rest.tree))
        if isinstance(package, Package):
            _open(package, rest, codes)
            cuts = tuple(pointer_of(path) for path in rest.cuts)
            return Drafted(package, tuple(gaps), cuts, tuple(rest.hidden()))
        if not _mend(rest, findings, gaps, codes):
            return None


def left_out_beside(tree: Any, cuts: Iterable[str], findings: Iterable[Finding]) -> Iterator[tuple[str, int]]:
    """Gives the cuts that took more with them than what was found there, and how many values more.

    Args:
        tree: the document.
        cuts: places of what was cut of it, as JSON Pointers.
        findings: what validation says of it.
    """
    places = {each.location.pointer or "" for each in findings}
    told = set[Path]()  # a list is cut behind the last of its items, and an object may be cut behind a part of it
    for cut in cuts:
        if cut in places:
            continue
        found = [typed(tree, each) for each in places if each.startswith(f"{cut}/")]
        said = told.union(*(_values(at(tree, place), place) for place in found))
        if more := {*_values(at(tree, typed(tree, cut)), typed(tree, cut))} - said:
            told |= more
            yield cut, len(more)


def cut_findings(tree: Any, beside: Mapping[str, int]) -> Iterator[Finding]:
    """Says, once for all, which objects a draft does not show, and how many values they hold."""
    if not beside:
        return
    kinds = Counter(model.__name__ for each in beside if (model := trail(typed(tree, each))[-1].model))
    most = kinds.most_common()
    names, counts = tuple(name for name, _ in most), tuple(str(count) for _, count in most)
    first, count = next(iter(beside)), sum(beside.values())
    params: dict[str, Parameter] = {"fields": names, "counts": counts, "first": first, "count": count}
    yield Finding("export/draft-cut", "warning", Location(first), params)


def _values(value: Any, path: Path) -> Iterator[Path]:
    """Gives the places of the values of a part of a document; ids say nothing to a reader."""
    if not isinstance(value, (dict, list)):
        yield from [path] if value is not None else []
        return
    for step, held in value.items() if isinstance(value, dict) else enumerate(value):
        if step != "id":
            yield from _values(held, (*path, step))


def _mend(rest: Pruned, findings: list[Finding], gaps: dict[str, None], codes: dict[Path, None]) -> bool:
    """Marks or cuts every place that was refused; False where one can be neither."""
    cuts: set[Path] = set()
    for path in dict.fromkeys(typed(rest.tree, finding.location.pointer) for finding in findings):
        if (text := _bare_text(rest.tree, path)) is not None:
            rest.put(path, text)
            continue
        field = _required(path)
        value = _stand_in(path, field, len(gaps)) if field is not None else None
        if field is not None and field.choices and value is None and _says_more(rest.tree, path):
            value = field.choices[-1]
            codes[rest.origin(path)] = None
        if field is not None and value is not None:
            place = path[: _depth(path, field)]
            gaps[pointer_of(rest.origin(place))] = None
            rest.put(place, value)
        elif (found := nearest(path, rest.tree)) is not None:
            cuts.add(found)
        else:
            return False
    for path in outermost(cuts):
        rest.cut(path)
        if isinstance(path[-1], int) and _is_emptied(rest.tree, path[:-1]):
            rest.cut(path[:-1])
    return True


def _bare_text(tree: Any, path: Path) -> Any:
    """Gives what to show at a refused place that asks for texts by language and has words only; None elsewhere."""
    value = at(tree, path)
    step = trail(path)[-1] if path and isinstance(value, str) and value.strip() else None
    if step is None or step.field is None or step.field.kind != "map":
        return None
    text = {_UNKNOWN_LANGUAGE: value}
    return [text] if step.field.many and not step.item else text


def _says_more(tree: Any, path: Path) -> bool:
    """Tells whether an object says anything beside one field, which would be lost with it."""
    for part in path[:-1]:
        tree = tree[part]
    return len({*tree} - {path[-1]}) > 0


def _open(package: Package, rest: Pruned, codes: Iterable[Path]) -> None:
    """Puts gaps where codes of closed lists only held the place, so that the rest could be judged."""
    there = [path for path in codes if not any(path[:length] in rest.cuts for length in range(len(path)))]
    for *above, name in rest.present(there):
        value: Any = package
        for part in above:
            value = value[part] if isinstance(part, int) else getattr(value, part)
        value.__dict__[name] = GAP  # an assignment would be judged


def _is_emptied(tree: Any, path: Path) -> bool:
    """Tells whether a list that need not be there is empty: with its items cut it must not say that there is none."""
    *_, step = steps(Package, path)
    for part in path:
        tree = tree[part]
    return not tree and step.field is not None and not step.field.required


def _required(path: Path) -> FieldShape | None:
    """Gives the field of a refused place where it is one that must be there; it may lie inside its map of texts."""
    trail = list(steps(Package, path))
    held = trail[-1] if trail else None
    if held is not None and held.field is None and held.known:
        held = trail[-2]
    return held.field if held and held.field and held.field.required and not held.item else None


def _depth(path: Path, field: FieldShape) -> int:
    return len(path) if path[-1] == field.name else len(path) - 1


def _stand_in(path: Path, field: FieldShape, number: int) -> Any:
    """Gives what marks a gap in a field; None where nothing can."""
    owner = [Package, *(step.model for step in steps(Package, path[: _depth(path, field) - 1]))][-1]
    if field.refers is not None or field.choices or field.kind not in ("text", "map"):
        return None
    if field.kind == "map":
        return dict(GAP_TEXT)
    if field.name == "id":
        return f"draft:gap-{number + 1}"
    if owner is Package:
        return SCHEMA_VERSION
    value = _STAND_INS.get((owner.__name__ if owner else "", field.name), GAP)
    return value if re.search(field.pattern or "", value) else None
