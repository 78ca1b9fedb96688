"""Rows that head a list of something else, "Risque | Mesure", "Axe | Budget": kept, as in sheets."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Final

from opengov_local.formats.tables.columns.layout import headings_of
from opengov_local.formats.tables.columns.other_lists import are_of_a_list
from opengov_local.formats.word.docx.blocks import Cell, Table
from opengov_local.formats.word.table_shapes.form_rows import Places, places
from opengov_local.formats.word.table_shapes.one_heading import are_of_kind
from opengov_local.formats.word.table_shapes.totals import total_of
from opengov_local.formats.word.texts.bounds import TIMES
from opengov_local.formats.wording.headings.phrases import begins, heads
from opengov_local.formats.wording.headings.vocabulary import surely
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.fitting import PARTIES, THEMES, names_body
from opengov_local.formats.wording.words.markers import read_marker
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import fold

_FEWEST: Final = 2
_LONGEST: Final = 60
_NAMES: Final = frozenset({"title", "number_title", "number", "milestones", "commitments"})
_OF_STEPS: Final = TIMES | {"status", "progress", "leads"}
_OBJECTS: Final = ("axis", "subaxis", "commitment", "milestone", "group")
_HALF: Final = 2
_ASKS: Final = (":", "：", "?", "؟")


def heads_list(rows: Sequence[Sequence[Cell]], row: int, labels: Labels, asked: Container[Places]) -> bool:
    """Tells whether a row heads a list of something else than projects and steps, and asks nothing of one.

    Its first word names what is listed, and the others say what of that: "Risque | Mesure", "Partenaire | Rôle"; or
    it is the word for axes, over what answers the others: "Axe | Budget"; or nobody knows the first of two, and the
    second heads columns: "Matériel | Délai". A form has labels down its
    first column; here but few rows begin with one.

    Args:
        rows: the cells that begin on each row of the table.
        row: the row, from 0.
        labels: knows what forms ask for.
        asked: where the cells of the questions above lie.
    """
    head, below = rows[row], list(_below(rows, row))
    numbered = len(head) > _FEWEST and _is_number(head[0].text, labels)
    texts = [cell.text for cell in head[numbered:]]
    if not below or len(texts) < _FEWEST or any(cell.height > 1 for cell in head) or not all(map(_may_head, texts)):
        return False
    own = headings_of(labels.words)
    said = [[cell.text for cell in cells[numbered:]] for cells in below]
    if heads("listed", texts[0]):
        asks = labels.meanings(texts[0]) and (places(head) in asked or not _are_beside(texts[1:], labels))
        if asks or _signs(texts, labels):
            return False
        asking = sum(_asks(text, labels) for text, *_ in said)
        return are_of_a_list(_but_remedies(texts, labels), own) and _HALF * asking <= len(below)
    if any(_names(text, labels) for text in texts[1:]):
        return False
    if ("axis", "title") in {each[:2] for each in labels.meanings(texts[0])}:
        fronts = [text for text, *_ in said]
        few = _HALF * sum(_asks(text, labels) for text in fronts) <= len(fronts) > 1
        listed = few and heads("listed", texts[1]) and not any(_names(text, labels) for text in fronts)
        return listed or any(are_of_kind(text, [line[at] for line in said]) for at, text in enumerate(texts) if at)
    alone = not labels.meanings(texts[0]) and surely(texts[0], own) is None
    known = all(map(labels.meanings, texts[1:]))
    return (
        alone and known and len(texts) == _FEWEST and not any(labels.meanings(text) for line in said for text in line)
    )


def heads_columns(rows: Sequence[Sequence[Cell]], row: int, labels: Labels, asked: Container[Places]) -> bool:
    """Tells whether two cells head columns of what no project has: the second is no answer, "Bénéficiaires | Nombre".

    So do a blank one and a label, over rows that begin with none: " | Responsable".

    Args:
        rows: the cells that begin on each row of the table.
        row: the row, from 0.
        labels: knows what forms ask for.
        asked: where the cells of the questions above lie.
    """
    head, below = rows[row], list(_below(rows, row))
    if len(head) != _FEWEST or len(below) < _FEWEST or places(head) in asked or not _may_head(head[1].text):
        return False
    second = labels.meanings(head[1].text)
    fields = {each.field for each in second}
    if _HALF * sum(_asks(cells[0].text, labels) for cells in below) > len(below) or fields & PARTIES - {"leads"}:
        return False
    if not head[0].text:
        return bool(second) and not _names(head[1].text, labels) and all(cells[0].text for cells in below)
    if _signs([cell.text for cell in head], labels):
        return False
    only = heads("beside_listed", head[1].text) or heads("listed", head[1].text) or "count" in fields
    return only and _may_head(head[0].text) and bool(labels.meanings(head[0].text)) and not fields & {"leads"}


def heads_one_column(rows: Sequence[Sequence[Cell]], row: int, labels: Labels) -> bool:
    """Tells whether the first row of a table of one column asks for what all other rows say: "Résultat attendu"."""
    head, below = rows[row], [cells for cells in rows[row + 1 :] if cells]
    if row or len(head) != 1 or len(below) < _FEWEST or any(len(cells) != 1 for cells in below):
        return False
    asked = {each.field for each in labels.meanings(head[0].text) if each.concept == "commitment"}
    if not asked or asked & _NAMES - {"milestones"} or not all(cells[0].text for cells in below):
        return False
    return _may_head(head[0].text) and not any(labels.read(cells[0].text) for cells in below)


def is_of_axes(table: Table, labels: Labels, axes: Iterable[Node]) -> bool:
    """Tells whether the rows of a table name the axes of the plan, and say of them what axes have not: "Axe | Budget".

    Args:
        table: the table.
        labels: knows what forms ask for.
        axes: the axes that stand above.
    """
    head, *rows = table.rows or [()]
    below = [cells for cells in rows if any(cell.text for cell in cells)]
    if len(head) < _FEWEST or not below or not all(_may_head(cell.text) for cell in head):
        return False
    if ("axis", "title") not in {each[:2] for each in labels.meanings(head[0].text)}:
        return False
    if any(_names(cell.text, labels) for cell in head[1:]):
        return False
    known = [axis.data for axis in axes]
    titles = {fold(text) for axis in known for text in axis.get("title", {}).values()}
    numbers = {fold(str(axis["number"])) for axis in known if "number" in axis}
    named = [cells for cells in below if cells[0].column == 1 and cells[0].text]
    found = [_is_axis(cells[0].text, titles, numbers) or total_of(cells) is not None for cells in named]
    return any(_is_axis(cells[0].text, titles, numbers) for cells in named) and all(found)


def keep_list(draft: Draft, headings: Sequence[Cell], rows: Iterable[Sequence[Cell]], node: Node | None) -> None:
    """Keeps the rows of such a list beside an object, and says so.

    Args:
        draft: the document in the making.
        headings: the cells of the headings.
        rows: the cells of each row.
        node: what the list stands below.
    """
    asked = {cell.column: cell.text for cell in headings}
    named = next((cell for cell in headings if cell.text), headings[0])
    for cell in filter(lambda each: each.text, headings):
        draft.ignore(cell.piece, "heading")
    last = headings[0].row
    for cell in (cell for cells in rows for cell in cells if cell.text):
        draft.keep(cell.piece, node, label=asked.get(cell.column) or None)
        last = max(last, cell.row)
    text = " | ".join(filter(None, asked.values()))
    draft.say("import/other-list-kept", named.piece, node=node, first=headings[0].row, last=last, text=text)


def _below(rows: Sequence[Sequence[Cell]], row: int) -> Iterable[Sequence[Cell]]:
    """Gives the rows below headings that lie as these do, up to the first that does not."""
    for cells in rows[row + 1 :]:
        if places(cells) != places(rows[row]):
            return
        if any(cell.text for cell in cells):
            yield cells


def _may_head(text: str) -> bool:
    """Tells whether a text may head a column: short words, that ask nothing of one object by their sign."""
    signs = "\n" in text or text.rstrip().endswith(_ASKS) or any(map(str.isdigit, text))
    return 0 < len(text) <= _LONGEST and not signs


def _is_number(text: str, labels: Labels) -> bool:
    return any(each.field == "number" for each in labels.meanings(text))


def _signs(texts: Sequence[str], labels: Labels) -> bool:
    """Tells whether persons stand beside what nobody asks for, "Nom | Signature": such lists are of who signs."""
    first = labels.meanings(texts[0])
    persons = bool(first) and all(each.concept in ("workshop", "group") for each in first)
    return persons and not any(map(labels.meanings, texts[1:]))


def _are_beside(texts: Sequence[str], labels: Labels) -> bool:
    """Tells whether texts head what is said of partners and persons, and name none: "Partenaires | Société civile"."""
    who = any(each.field in PARTIES for text in texts for each in labels.meanings(text))
    return not who and any(heads("beside_listed", text) for text in texts)


def _but_remedies(texts: Sequence[str], labels: Labels) -> list[str]:
    """Takes off what is to be done about what nobody knows, which names steps elsewhere: "Besoin | Action".

    Where something tells when, or how far it is, they may be steps here too.
    """
    fields = [{each.field for each in labels.meanings(text)} for text in texts]
    if fields[0] or any(each & _OF_STEPS for each in fields):
        return [*texts]
    return [text for text, asked in zip(texts, fields, strict=True) if "action" not in asked]


def _asks(text: str, labels: Labels) -> bool:
    """Tells whether the first cell of a row is a question, and no body or theme that is one elsewhere."""
    meanings = labels.meanings(text) if text else ()
    return bool(meanings) and not names_body(meanings) and not all(each.field in THEMES for each in meanings)


def _names(text: str, labels: Labels) -> bool:
    """Tells whether a heading names projects or steps, or asks for what axes have; one of their count does not."""
    if begins("count_word", text):
        return False
    return any(each.concept == "axis" or (each.concept in _OBJECTS and each.field in _NAMES)
               for each in labels.meanings(text))  # fmt: skip


def _is_axis(text: str, titles: Iterable[str], numbers: Iterable[str]) -> bool:
    if fold(text) in titles or fold(text) in numbers:
        return True
    marker = read_marker(text, ("axis",))
    return marker is not None and (
        fold(marker.title) in titles or (not marker.title and fold(marker.number) in numbers)
    )
