"""What a Word form prints, found by changing values of a package, and what of it does not come back.

A value is printed where the pages differ from those of the same package with another value, and from those without it
where it need not be there: what other words say already is not printed. It comes back where the object that it belongs
to has it again, in the same field and language, after the form was read.
"""

from __future__ import annotations

import copy
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

from tests.losses.measuring import full

from opengov_local import formats
from opengov_local.formats.losses.again import read_again
from opengov_local.formats.losses.values import ANY, Place, values
from opengov_local.formats.paper.composing import Composed
from opengov_local.model import Package
from opengov_local.model.dates import PartialDate
from opengov_local.model.scalars import ID_PATTERN
from opengov_local.model.shape import FieldShape, steps

FORMS = tuple(row.name for row in formats.FORMATS if row.name.endswith("-docx"))
LANGUAGES = ("ar", "fr", "en")
TABLE = Path(__file__).with_name("not_back.csv")
_OF_THE_FILE = frozenset({"id", "former_ids", "schema_version", "id_prefix", "published_at", "default_language"})
"""What is of the file and stands nowhere on a page."""


class Said(NamedTuple):
    """A value of a package.

    Attributes:
        place: where it stands.
        field: the names on the way to it, `plans.commitments.leads.name`.
        of: what the object is called that it belongs to, or that this one speaks of, with all that it lies in.
        value: the value; a reference is what the object is called that it leads to, with all that this lies in, so
            that one of the same title in another plan is another; a text has its language behind.
    """

    place: Place
    field: str
    of: str
    value: str


class Reason(NamedTuple):
    """A row of the table of what is printed and does not come back.

    Attributes:
        forms: the forms, as a pattern of their names.
        fields: the fields, as a pattern.
        what: what they are, for users.
        reason: why it does not come back.
    """

    forms: str
    fields: str
    what: str
    reason: str

    def names(self, form: str) -> bool:
        """Tells whether it is given for a form."""
        return re.fullmatch(self.forms, form) is not None

    def explains(self, form: str, field: str) -> bool:
        """Tells whether it is the reason of a field of a form."""
        return self.names(form) and re.fullmatch(self.fields, field) is not None


def reasons() -> tuple[Reason, ...]:
    """Gives the table."""
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return tuple(Reason(**row) for row in csv.DictReader(stream))


def said(tree: Any, language: str) -> Iterator[Said]:
    """Gives the values of JSON-shaped data, but ids and what else is of the file alone."""
    languages = (language, tree.get("default_language", language))
    for value in values(tree, languages, within=True):
        if value.concept != ANY and not {*value.place[-2:]} & _OF_THE_FILE:
            field = ".".join(part for part in value.place if isinstance(part, str))
            text = f"{value.value} [{value.language}]" if value.language else value.value
            yield Said(value.place, field, value.of, text)


def _shape(place: Place) -> FieldShape:
    field = [*steps(Package, place)][-1].field
    assert field is not None, place
    return field


# --- what is printed


def paper_of(form: str, tree: Any, language: str) -> Any:
    """Composes a form, and gives all that stands on its pages."""
    row = formats.get(form)
    compose: Callable[..., Composed] = import_module(row.module).write.compose
    paper, _ = compose(Package.model_validate(tree), language=language, **options(form))
    return paper.sheets, paper.banner


def options(form: str) -> dict[str, bool]:
    """Gives the options with which a form says all that it can."""
    return {"with_contacts": True} if "with_contacts" in formats.get(form).options else {}


def changed(tree: Any, places: Iterable[Place]) -> Any:
    """Gives a package with other values at some places."""
    other = copy.deepcopy(tree)
    for place in places:
        holder = other
        for part in place[:-1]:
            holder = holder[part]
        holder[place[-1]] = _another(holder[place[-1]], _shape(place))
    return other


def without(tree: Any, place: Place) -> Any:
    """Gives a package without a value, or without the item of a list that must have it; else with another one."""
    gone = place
    if _shape(place).required and isinstance(place[-1], str):
        gone = place[:-1]
        if not gone or not isinstance(gone[-1], int):
            return changed(tree, [place])
    other = copy.deepcopy(tree)
    holder, above = other, None
    for part in gone[:-1]:
        holder, above = holder[part], holder
    del holder[gone[-1]]
    if not holder and above is not None and isinstance(holder, list):
        del above[gone[-2]]
    try:
        Package.model_validate(other)
    except ValueError:
        return changed(tree, [place])
    return other


def _another(value: Any, shape: FieldShape) -> Any:
    if isinstance(value, dict):
        return {tag: f"{text} zq" for tag, text in value.items()}
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1 if value < (shape.bounds or (0, value + 1))[1] else value - 1
    if shape.choices:
        return next(each for each in shape.choices if each != value)
    candidates = (
        f"{value}zq",
        f"{value}1",
        f"1{value[1:]}",
        f"1999{value[4:]}",
        f"1998{value[4:]}",
        "zgh",
        "XXX",
        "ZZ",
        "a/zq",
        "0" * 64,
    )
    pattern = ID_PATTERN if shape.refers is not None else shape.pattern
    return next(each for each in candidates if each != value and (not pattern or re.search(pattern, each)))


def _later(tree: Any, place: Place) -> Iterator[Any]:
    """Gives a package with a later date at a place: one date alone may tell the form which of two things it quotes."""
    if _shape(place).text_type is PartialDate:
        later = copy.deepcopy(tree)
        holder = later
        for part in place[:-1]:
            holder = holder[part]
        holder[place[-1]] = f"28{holder[place[-1]][2:]}"  # 2824 is a leap year as 2024 is
        yield later


def printed(form: str, language: str, tree: Any, places: list[Place]) -> list[Place]:
    """Gives those of some places whose values stand on the pages of a form."""
    return list(_printed(form, language, tree, places)) if places else []


def _printed(form: str, language: str, tree: Any, places: list[Place]) -> Iterator[Place]:
    """Gives them one by one: who asks for the first alone, composes few pages."""
    paper = paper_of(form, tree, language)

    def among(some: list[Place]) -> Iterator[Place]:
        if not some or paper_of(form, changed(tree, some), language) == paper:
            return
        if len(some) > 1:
            middle = len(some) // 2
            yield from among(some[:middle])
            yield from among(some[middle:])
        elif all(
            paper_of(form, other, language) != paper for other in (without(tree, some[0]), *_later(tree, some[0]))
        ):
            yield some[0]

    return among(places)


# --- what comes back


def lost(form: str, language: str, tree: Any) -> list[Said]:
    """Gives the values of a package that are not in what is read of its form; of equal ones, all, if one is not."""
    return [each for each, _ in _short(form, language, tree)]


def read_back(form: str, language: str, tree: Any) -> list[Said]:
    """Gives the values that are read of the form of a package."""
    row = formats.get(form)
    data = row.writer()(Package.model_validate(tree), language=language, **options(form)).data
    return list(said(read_again(row, data), language))


def _short(form: str, language: str, tree: Any) -> list[tuple[Said, int]]:
    """Gives the values that do not come back as often as they are said, each with how often its equals come back."""
    back = Counter(each[1:] for each in read_back(form, language, tree))
    there = list(said(tree, language))
    often = Counter(each[1:] for each in there)
    return [(each, back[each[1:]]) for each in there if back[each[1:]] < often[each[1:]]]


def unexplained(form: str, language: str, tree: Any) -> dict[str, list[str]]:
    """Gives the fields that a form prints, that do not come back and that no reason explains, with their values."""
    table = reasons()
    short = _short(form, language, tree)
    asked = [(each, back) for each, back in short if not any(why.explains(form, each.field) for why in table)]
    there = set(printed(form, language, tree, [each.place for each, _ in asked]))
    found: defaultdict[str, list[str]] = defaultdict(list)
    left = {each[1:]: back for each, back in asked}
    for each, _ in asked:
        if each.place not in there:
            continue
        if left[each[1:]]:  # as many of equal ones come back
            left[each[1:]] -= 1
        else:
            found[each.field].append(each.value)
    return dict(found)


def explaining_nothing(form: str) -> list[Reason]:
    """Gives the reasons of a form that explain no value that it prints in some language and that does not come back."""
    tree = full()
    left = [why for why in reasons() if why.names(form)]
    for language in LANGUAGES if left else ():
        gone = lost(form, language, tree)
        places = {why: [each.place for each in gone if why.explains(form, each.field)] for why in left}
        left = [why for why in left if not (places[why] and any(_printed(form, language, tree, places[why])))]
        if not left:
            break
    return left


def section() -> str:
    """Gives the part of the page of formats that tells users what is printed and does not come back, Markdown."""
    lines = ["| form | what it prints and does not give back | why |", "|---|---|---|"]
    for why in reasons():
        forms = ", ".join(f"`{form}`" for form in FORMS if why.names(form))
        lines.append(f"| {forms} | {why.what} | {why.reason} |")
    return "\n".join(lines) + "\n"
