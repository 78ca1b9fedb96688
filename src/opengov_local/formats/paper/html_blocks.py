"""Blocks of a paper as HTML: questions with their answers, tables, running text, contents, boxes for signatures."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from opengov_local.formats.paper.content import (
    Block,
    Blocks,
    Box,
    Contents,
    Grid,
    Lines,
    Prose,
    Row,
    Signatures,
    runs_of,
)
from opengov_local.formats.paper.html_lines import answer, escaped, words


def drawn(blocks: Blocks) -> str:
    """Draws the blocks of a part; questions that follow each other stand in one table."""
    return "".join(_run(run) for run in runs_of(blocks))


def _run(run: Sequence[Block]) -> str:
    first = run[0]
    if isinstance(first, Row):
        rows = "".join(_row(block) for block in run if isinstance(block, Row))
        return f'<table class="form">\n<tbody>\n{rows}\n</tbody>\n</table>\n'
    if isinstance(first, Grid):
        return f"{_grid(first)}\n"
    if isinstance(first, Prose):
        return f'<div class="prose">\n{answer(first.lines)}\n</div>\n'
    return f"{_contents(first) if isinstance(first, Contents) else _signatures(first)}\n"


def _row(row: Row) -> str:
    if not row.stated:
        return _unanswered(row.label, row.note, row.lines)
    return f"<tr>{_question(row.label, row.note)}>\n{answer(row.lines)}\n</td></tr>\n"


@lru_cache(1 << 9)
def _unanswered(label: str | None, note: str | None, lines: Lines) -> str:
    """Draws a row that says that there is no answer, as most do that are asked of every commitment."""
    return f'<tr>{_question(label, note)} class="empty">\n{answer(lines)}\n</td></tr>\n'


@lru_cache(1 << 9)
def _question(label: str | None, note: str | None) -> str:
    """Draws a question, and how the cell of its answer begins."""
    if label is None:
        return '<td colspan="2"'
    said = f'<small class="note">{escaped(note)}</small>' if note else ""
    return f'<th scope="row">{escaped(label)}{said}</th>\n<td'


def _grid(grid: Grid) -> str:
    caption = f"<caption>{escaped(grid.label)}</caption>\n" if grid.label else ""
    head, begins = _head(grid.head, grid.weights)
    rows = "".join([f"<tr>\n{_cells(row, begins)}</tr>\n" for row in grid.rows])
    return f'<table class="grid">\n{caption}{head}<tbody>\n{rows}</tbody>\n</table>\n'


@lru_cache(1 << 6)
def _head(titles: tuple[str, ...], weights: tuple[int, ...]) -> tuple[str, tuple[str, ...]]:
    """Draws the head of a table, and how a cell of each column begins: with its title. Many tables have the same."""
    whole = sum(weights)
    widths = "".join(f'<col style="width: {round(100 * weight / whole, 2)}%">\n' for weight in weights)
    named = [escaped(title) for title in titles]
    head = "".join(f'<th scope="col">{title}</th>\n' for title in named)
    begins = tuple(f'<td data-label="{title}">\n' for title in named)
    return f"<colgroup>\n{widths}</colgroup>\n<thead><tr>\n{head}</tr></thead>\n", begins


def _cells(row: tuple[Lines, ...], begins: Sequence[str]) -> str:
    """Draws the cells of a row; the last lies on the columns that are left."""
    if 0 < len(row) < len(begins):
        begins = (*begins[: len(row) - 1], f'<td colspan="{len(begins) - len(row) + 1}">\n')
    return "".join([f"{begin}{answer(cell)}\n</td>\n" for begin, cell in zip(begins, row, strict=False)])


def _contents(contents: Contents) -> str:
    lines = "".join(
        f'<li class="level-{entry.level}"><a href="#{escaped(entry.anchor)}">{words(entry.line.phrases)}</a></li>\n'
        for entry in contents.entries
    )
    return f'<nav class="contents" aria-label="{escaped(contents.name)}">\n<ul>\n{lines}</ul>\n</nav>\n'


def _signatures(signatures: Signatures) -> str:
    return f'<div class="signatures">\n{"".join(map(_box, signatures.boxes))}</div>\n'


def _box(box: Box) -> str:
    whose = f"<p>{words(box.whose.phrases)}</p>\n" if box.whose.phrases else ""
    blanks = "".join(f"<p>{escaped(blank)}</p>\n" for blank in box.blanks)
    return f'<div class="box">\n<p><strong>{escaped(box.title)}</strong></p>\n{whose}{blanks}</div>\n'
