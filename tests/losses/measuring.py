"""Measuring what a format keeps: packages are written, read back, and compared value by value."""

from __future__ import annotations

import copy
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from html import unescape
from itertools import product
from typing import Any

from hypothesis import strategies as st
from tests.formats.ogp_csv.test_ogp_csv import OPTIONS
from tests.formats.ogp_csv.test_ogp_csv import ROW as OGP_ROW
from tests.formats.ogp_csv.test_ogp_csv import table as ogp_rows
from tests.losses.filling import filled
from tests.losses.telling import Pages, may_stand_by_chance

from opengov_local import codelists, formats
from opengov_local.errors import TargetError
from opengov_local.formats.losses.again import read_again, reader_of
from opengov_local.formats.losses.fates import Fate, Fates, Field
from opengov_local.formats.losses.values import ANY, OTHER_LANGUAGES, UNKNOWN_FIELDS, Value, values
from opengov_local.formats.ogp_csv.csv_format import read as read_ogp_rows
from opengov_local.formats.ogp_pages.tables import names_of_countries
from opengov_local.formats.paper.labels import wording
from opengov_local.formats.plan_page.field_titles import field_title
from opengov_local.formats.wording.words.own_wording import every_own_label
from opengov_local.messages.date_words import is_date, write_date
from opengov_local.messages.numbers import write_decimal
from opengov_local.model import Package
from opengov_local.model.shape import concepts, shape_of, steps
from opengov_local.resources import data_folder

_TAG = re.compile(r"</?[A-Za-z!][^<>]*>")
_LINK = re.compile(r'href="([^"]*)"')
_DAY = len("2026-01-31")
_TRIES = 4
_LONG = 12
"""A shorter value must stand as a word of its own."""
EXAMPLES = data_folder("examples")
LANGUAGES = ("fr", "ar")
_PUBLISHED = {"published_at": "1987-05-03T08:00:00Z"}
FIELDS: tuple[Field, ...] = (
    *(
        (concept.__name__, name)
        for concept in concepts(Package)
        for name, f in shape_of(concept).items()
        if not f.model
    ),
    (ANY, OTHER_LANGUAGES),
    (ANY, UNKNOWN_FIELDS),
)
"""Every field of the model that holds values itself, and what stands beside them."""


def measured_formats() -> tuple[str, ...]:
    """Gives the formats that a table of losses is for: all that are written and do not hold packages as they are."""
    return tuple(row.name for row in formats.FORMATS if row.writes and not row.trees)


def full() -> dict[str, Any]:
    """Gives the made-up plan that states every field, with every text another."""
    tree: dict[str, Any] = json.loads((EXAMPLES / "synthetic" / "full-plan.json").read_bytes())
    return tree | _PUBLISHED


def packages() -> list[Package]:
    """Gives the made-up package, bare and filled, as a plan of a framework that no title tells, and other examples.

    An amendment of the latter removed what is still in the file, and few forms name: what is gone has no name to show.
    All were published on a day on which nothing else happened, so that no other date is taken for it.
    """
    files = sorted(EXAMPLES.glob("*.json"))
    other = full()
    other["plans"][0]["framework"] = "other"
    for commitment in other["plans"][0]["commitments"]:
        if "ongoing" in commitment:
            commitment["ongoing"] = True
    other["plans"][0]["amendments"][0]["removed"] = [other["plans"][0]["indicators"][0]["id"]]
    trees = [full(), filled(full()), other, *(json.loads(file.read_bytes()) for file in files)]
    return [Package.model_validate_json(json.dumps(tree | _PUBLISHED)) for tree in trees]


def imported(format: str) -> list[Package]:
    """Gives the packages that made-up files of a format are read into; they state what it was made for."""
    document = read_ogp_rows(ogp_rows(OGP_ROW), options=OPTIONS).document if format in ("ogp-csv", "ogp-xlsx") else None
    return [Package.model_validate_json(json.dumps(document.tree))] if document else []


_Place = tuple[str | int, ...]


@st.composite
def thinned(draw: st.DrawFn) -> Package:
    """Gives the made-up plan, bare or filled, without some of what need not be there."""
    tree = copy.deepcopy(draw(st.sampled_from((full(), _FILLED))))
    for place in sorted(draw(st.sets(st.sampled_from(_OPTIONAL), max_size=40)), key=repr, reverse=True):
        holder: Any = tree
        try:
            for part in place[:-1]:
                holder = holder[part]
            del holder[place[-1]]
        except (KeyError, IndexError):
            continue
    try:
        return Package.model_validate_json(json.dumps(tree))
    except ValueError:
        return Package.model_validate_json(json.dumps(full()))


def _optional(tree: Any, above: _Place = ()) -> Iterator[_Place]:
    items: Iterable[Any] = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    for key, value in items:
        place = (*above, key)
        step = [*steps(Package, place)][-1]
        if step.item or (step.field is not None and not step.field.required):
            yield place
        yield from _optional(value, place)


_FILLED = filled(full())
_OPTIONAL: list[_Place] = list(_optional(_FILLED))


def fates(format: str, some: Iterable[Package]) -> Fates:
    """Measures what becomes of the fields of some packages in a format, in French and in Arabic."""
    kept: defaultdict[Field, list[int]] = defaultdict(lambda: [0, 0])
    said: Counter[Field] = Counter()
    for package, language in product(some, LANGUAGES):
        with suppress(TargetError):  # the format refuses a package without what it is made of, and says so
            for field, (there, all_of_them) in _counts(format, package, language, said).items():
                kept[field][0] += there
                kept[field][1] += all_of_them
    return {field: _fate(*kept[field]) for field in FIELDS if field in kept}


def _fate(there: int, all_of_them: int) -> Fate:
    return "kept" if there == all_of_them else "partly" if there else "lost"


def _counts(format: str, package: Package, language: str, said: Counter[Field]) -> dict[Field, tuple[int, int]]:
    """Gives for each field how many of its values came back, and how many there are.

    Args:
        format: name of the format.
        package: the package.
        language: language of the file.
        said: how often files of a format that no reader reads were seen to say a field, or, below 0, not to; it is
            added to what is found.
    """
    there = Counter(map(_bare, values(package.to_tree(), (language,))))
    has = came_back(format, package, language)
    pages = None if reader_of(formats.get(format)) else Pages(partial(_words, format, language), package)
    found: dict[Field, tuple[int, int]] = {}
    for value, count in there.items():
        field, came = value[:2], has(value)
        if pages is not None and came and may_stand_by_chance(field, value.value):
            came *= _is_said(pages, field, said)
        before = found.get(field, (0, 0))
        found[field] = (before[0] + min(count, came), before[1] + count)
    return found


def _is_said(pages: Pages, field: Field, said: Counter[Field]) -> bool:
    """Tells whether files of a format say a field at all; after some that do not, no more are asked."""
    if -_TRIES < said[field] <= 0:
        said[field] = 1 if pages.say(field) else said[field] - 1
    return said[field] > 0


def _words(format: str, language: str, package: Package) -> str:
    """Gives the words and links of a file that no reader reads."""
    text = _written(format, package, language).decode()
    return " ".join([*_TAG.sub(" ", text).split(), *sorted(_LINK.findall(text))])


def came_back(format: str, package: Package, language: str) -> Callable[[Value], int]:
    """Writes a package and gives how often a value stands in what is read back, or in what is shown."""
    row, data = formats.get(format), _written(format, package, language)
    if not reader_of(row):
        return _shown(data.decode(), language)
    again = Counter(map(_bare, values(read_again(row, data), (language,))))
    texts = {value.value for value in again if value.field == OTHER_LANGUAGES}
    return lambda value: again[_bare(value)] or (value.field == OTHER_LANGUAGES and value.value in texts)


def _written(format: str, package: Package, language: str) -> bytes:
    row = formats.get(format)
    options = {"with_contacts": True} if "with_contacts" in row.options else {}
    return row.writer()(package, language=language, **options).data


def _bare(value: Value) -> Value:
    """Gives a value without its language, object and place: the table tells of fields."""
    return Value(*value[:3])


def _shown(text: str, language: str) -> Callable[[Value], int]:
    """Tells of a file that no reader reads whether a value stands in it, as it is, as a label or as a date."""
    words = unescape(_TAG.sub(" ", text)).replace("\r\n ", "").replace("\\n", " ").replace("\\", "")
    words = " ".join(words.split())
    links = set(map(unescape, _LINK.findall(text)))

    def stands(said: str) -> bool:
        if said not in words:
            return False
        return len(said) > _LONG or re.search(rf"(?<!\w){re.escape(said)}(?!\w)", words) is not None

    def shown(value: Value) -> int:
        spelled = [value.value]
        if is_date(value.value):
            spelled += [write_date(value.value, language), value.value.replace("-", "")]
        if is_date(value.value[:_DAY]) and value.value[_DAY:].startswith("T"):
            spelled.append(write_date(value.value[:_DAY], language))
        if value[:2] == ("TerritorialCollectivity", "country"):
            spelled += [name for code, name in names_of_countries(language).items() if code == value.value]
        if value.value in ("true", "false"):  # "yes" stands everywhere: what it is said of must
            key = f"{value.concept.lower()}.{value.field}"
            spelled += [label.texts[language] for label in every_own_label() if label.key == key]
            spelled.append(field_title(value.concept, value.field, language))
        if value[:2] == ("Amount", "value"):
            spelled.append(" ".join(write_decimal(value.value, language).split()))
        if value[:2] == ("Package", "synthetic"):
            spelled.append(wording()["note.synthetic"].texts[language])
        lists = (codelists.get(name) for name in codelists.names())
        spelled += [codes.label(value.value, language) for codes in lists if value.value in codes]
        return 1000 * (value.value in links or any(map(stands, spelled)))

    return shown
