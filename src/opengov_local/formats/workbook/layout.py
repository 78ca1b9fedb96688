"""The lines of a sheet before it is drawn: which columns it has, with keys, headings, help and examples."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from opengov_local import codelists
from opengov_local.formats.workbook import cells
from opengov_local.formats.workbook.content import PLACE, UNDER, Row, kinds_under
from opengov_local.formats.workbook.remainder import ORDER, cells_of, is_more
from opengov_local.formats.workbook.tables import Column, Sheet
from opengov_local.formats.workbook.wording import LANGUAGES, NO_LANGUAGE, word
from opengov_local.messages.labels import label
from opengov_local.model.package import Package
from opengov_local.model.shape import concepts

MARKER: Final = "opengov_local:"
"""How the hidden cell A1 of every sheet begins; the kind of the sheet follows."""
MARK: Final = "mark"
HEADING, HELP, EXAMPLE = "heading", "help", "example"
"""Roles of the lines that hold no data, in the hidden first cell of each."""
_WIDTH_OF_HOLDER: Final = 24
_FIRST: Final = "1"


@dataclass(frozen=True, slots=True)
class Lane:
    """A column of a sheet, or a row of a form, as it is drawn.

    Attributes:
        key: its key in the hidden cell.
        heading: its heading.
        help: what to write in it.
        example: the text of the example, or "".
        width: its width, in characters.
        language: language of its texts, where it has one.
        codelist: list of the words to choose from.
        refers: kinds of objects its cells mean.
        many: whether a cell can hold several.
        hidden: whether nobody sees it.
    """

    key: str
    heading: str
    help: str
    example: str = ""
    width: int = _WIDTH_OF_HOLDER
    language: str | None = None
    codelist: str | None = None
    refers: tuple[str, ...] = ()
    many: bool = False
    hidden: bool = False


def lanes(kind: Sheet, language: str, tags: Sequence[str], used: Iterable[str] = (), *, all_shown: bool) -> list[Lane]:
    """Gives the columns of a sheet in their order.

    Args:
        kind: the sheet.
        language: language of headings and help.
        tags: languages of texts, the first one first.
        used: keys of the columns that hold something.
        all_shown: whether the columns of the template are there too where they hold nothing.
    """
    wanted = dict.fromkeys(used)
    holders = [_holder(kind, key, language) for key in _holder_keys(kind, wanted, all_shown)]
    found = []
    for column in kind.columns:
        keys = [f"{column.key}@{tag}" for tag in tags] if column.kind == "text" else [column.key]
        more = [key for key in wanted if key not in keys and key.partition("@")[0] == column.key]
        there = (keys if column.shown and all_shown else [key for key in keys if key in wanted]) + more
        found += [_lane(column, key, language) for key in there]
    return [*holders, *found, *(Lane(key, "", "", hidden=True) for key in wanted if is_more(key))]


def hide(rows: Iterable[Row], lanes: Sequence[Lane]) -> None:
    """Writes what no column of some rows shows into their hidden cells, now that the order of the columns is known."""
    laid: defaultdict[str, list[str]] = defaultdict(list)
    for lane in lanes:
        key, _, tag = lane.key.partition("@")
        laid[key].append(tag)
    for row in rows:
        orders = row.beside[ORDER].items()
        row.beside[ORDER] = {key: tags for key, tags in orders if _are_others(row, key, tags, laid[key])}
        row.cells |= cells_of(row.beside)


def _are_others(row: Row, key: str, tags: list[Any], laid: list[str]) -> bool:
    """Tells whether the languages of a text, or of one of its texts, come back in another order from its columns.

    Those that no column shows come last.
    """
    if tags and isinstance(tags[0], list):
        return any(_are_others(row, key, each, laid) for each in tags)
    shown = [tag for tag in laid if tag in tags and f"{key}@{tag}" in row.cells]
    return tags != [*shown, *(tag for tag in tags if tag not in shown)]


def sheet_examples(kind: Sheet) -> frozenset[str]:
    """Gives the texts that the example of a sheet can hold, in all languages."""
    texts = {
        _example(column, language, tag) for column in kind.columns for language in LANGUAGES for tag in ("", *LANGUAGES)
    }
    return frozenset({text for text in texts if text} | {_FIRST})


def _holder_keys(kind: Sheet, wanted: Iterable[str], all_shown: bool) -> list[str]:
    shown = [UNDER + concept for concept in kind.parents] if all_shown and kind.shown else []
    return list(dict.fromkeys([*shown, *(key for key in wanted if key.startswith(UNDER))]))


def _holder(kind: Sheet, key: str, language: str) -> Lane:
    if key == PLACE:
        return Lane(key, word("place", language), word("help.code", language))
    concept = key.removeprefix(UNDER)
    heading = label(concept, None, language) if concept else word("parent", language)
    example = _FIRST if _has_number(concept) else ""
    many = len(kind.places) > 1
    help_text = word("help.reference", language) + (f" ({word('optional', language)})" if many else "")
    return Lane(key, heading, help_text, example, refers=kinds_under(kind, key))


def _has_number(concept: str) -> bool:
    return any(model.__name__ == concept and "number" in model.model_fields for model in concepts(Package))


def _lane(column: Column, key: str, language: str) -> Lane:
    tag = key.partition("@")[2]
    return Lane(
        key=key,
        heading=column.heading(language) + (f" ({tag})" if tag else "") + (" *" if column.required else ""),
        help=word(f"help.{_help(column)}", language),
        example=_example(column, language, tag),
        width=column.width,
        language=tag or (NO_LANGUAGE if column.kind in ("date", "integer", "number", "line") else None),
        codelist=column.codelist if column.kind == "code" else None,
        refers=column.refers,
        many=column.many,
    )


def _help(column: Column) -> str:
    if column.bounds == (0, 100):
        return "percent"
    plurals = {"text": "texts", "line": "lines", "party": "parties", "code": "codes", "reference": "references"}
    return plurals.get(column.kind, f"{column.kind}s") if column.many else column.kind


def _example(column: Column, language: str, tag: str) -> str:
    examples = dict(column.examples)
    text = examples.get(tag or language, examples.get("", ""))
    if not text or column.kind != "code":
        return text
    name = str(column.codelist)
    codes = [code.strip() for code in text.split(";")]
    known = [code for code in codes if code in codelists.get(name)]
    return "; ".join(cells.label_of(name, code, language) for code in known)
