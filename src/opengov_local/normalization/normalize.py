"""normalize: a package whose texts are mended, and every change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from opengov_local.finding import Finding, Location, pointer_of
from opengov_local.json_text import canonical
from opengov_local.model.base import Model
from opengov_local.model.package import Package
from opengov_local.model.party import Contact
from opengov_local.model.prose import Prose, prose_of
from opengov_local.model.shape import shape_of
from opengov_local.normalization.steps import steps

Tree = dict[str, Any]
Path = tuple[str | int, ...]

_AS_THEY_STAND: Final = ("sources", "original")
"""Fields that hold the words of somebody else, which are evidence."""
_AROUND: Final = 24
"""Characters shown on each side of the first place that was changed."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one text.

    Attributes:
        pointer: JSON Pointer of the text; the same before and after.
        code: why, as the code of a finding (`normalize/…`).
        before: the whole text as it was.
        after: the whole text as it is.
    """

    pointer: str
    code: str
    before: str
    after: str

    @property
    def finding(self) -> Finding:
        """What is said of it: the part of the text around the first place that was changed."""
        same = next(
            (at for at, (one, other) in enumerate(zip(self.before, self.after, strict=False)) if one != other),
            min(len(self.before), len(self.after)),
        )
        start = max(0, same - _AROUND)
        shown = {"before": self.before[start : same + _AROUND], "after": self.after[start : same + _AROUND]}
        return Finding(self.code, "info", Location(self.pointer), shown)


@dataclass(frozen=True)
class Normalized:
    """A package with mended texts.

    Attributes:
        package: the package.
        changes: every change, in the order in which they were made; one text may have several.
    """

    package: Package
    changes: tuple[Change, ...]


def normalize(package: Package) -> Normalized:
    """Mends the texts of a package where it takes no judgement, and says every change.

    Mended are ends of lines, characters without a picture, direction marks that change nothing, presentation forms of
    Arabic, strokes (tatweel) between letters, outer and doubled blanks, and letters that are not composed (Unicode
    NFC). The words of sources (`sources`, `original`), ids, codes and fields outside the model stay as they are, and so
    does the order of every list, which may mean something. The package that is given is not changed.
    """
    changes: list[Change] = []
    tree = _mended(type(package), package.to_tree(), (), changes)
    return Normalized(Package.model_validate_json(canonical(tree)), tuple(changes))


def _mended(kind: type[Model], data: Tree, path: Path, changes: list[Change]) -> Tree:
    made = dict(data)
    shapes = shape_of(kind)
    for field in _texts_of(kind):
        if field.name in data and field.name not in _AS_THEY_STAND:
            one_line = not field.by_language and shapes[field.name].one_line
            made[field.name] = _each(data[field.name], (*path, field.name), one_line, changes)
    for name, shape in shapes.items():
        if shape.model is None or name not in data or name in _AS_THEY_STAND:
            continue
        here = (*path, name)
        if shape.many:
            made[name] = [_mended(shape.model, one, (*here, at), changes) for at, one in enumerate(data[name])]
        else:
            made[name] = _mended(shape.model, data[name], here, changes)
    return made


def _texts_of(kind: type[Model]) -> Iterator[Prose]:
    """Gives the fields of a concept that hold texts; those of contacts too, which are lines."""
    yield from (Prose(name, False, False) for name in shape_of(kind)) if kind is Contact else prose_of(kind)


def _each(held: Any, path: Path, one_line: bool, changes: list[Change]) -> Any:
    """Mends a text, those of a list, or those by language."""
    if isinstance(held, list):
        return [_each(one, (*path, at), one_line, changes) for at, one in enumerate(held)]
    if isinstance(held, dict):
        return {tag: _each(one, (*path, tag), one_line, changes) for tag, one in held.items()}
    return _text(str(held), pointer_of(path), one_line, changes)


def _text(text: str, pointer: str, one_line: bool, changes: list[Change]) -> str:
    """Mends a text until nothing more is to be mended: one step may lay open what another one mends."""
    while True:
        start = text
        for code, mend in steps(one_line=one_line):
            after = mend(text)
            if after != text:
                changes.append(Change(pointer, code, text, after))
                text = after
        if text == start:
            return text
