"""Sheets of a paper as HTML, written without a template: what stands above their parts, and the parts."""

from __future__ import annotations

from opengov_local.formats.paper.content import Part, Sheet
from opengov_local.formats.paper.html_blocks import drawn
from opengov_local.formats.paper.html_lines import escaped, paragraph, words


def opened(sheet: Sheet, banner: str | None) -> str:
    """Draws a sheet but for its end, before which more may stand.

    Args:
        sheet: the sheet.
        banner: what every sheet must say first, if anything.
    """
    anchor, below = escaped(sheet.anchor), "" if sheet.new_page else " below"
    first = f'<p class="banner" role="note">{escaped(banner)}</p>\n' if banner else ""
    subtitle = f'<p class="subtitle">{words(sheet.subtitle.phrases)}</p>\n' if sheet.subtitle.phrases else ""
    above, under = (subtitle, "") if sheet.layout == "cover" else ("", subtitle)
    title = f'<h1 id="{anchor}-title">{words(sheet.title.phrases)}</h1>\n'
    return (
        f'<article class="sheet {sheet.layout}{below}" id="{anchor}" aria-labelledby="{anchor}-title">\n{first}'
        f'<header>\n{above}<p class="kind">{escaped(sheet.kind)}</p>\n{title}{under}'
        f"{''.join(map(paragraph, sheet.lines))}</header>\n{''.join(map(_part, sheet.parts))}"
    )


def _part(part: Part) -> str:
    together, heading = " together" if part.together else "", f"h{part.level}"
    anchor = f' id="{escaped(part.anchor)}"' if part.anchor else ""
    title = words(part.heading.phrases) if part.heading else escaped(part.title)
    return (
        f'<section class="part {part.weight}{together}"{anchor}>\n<{heading}>{title}</{heading}>\n'
        f"{drawn(part.blocks)}</section>\n"
    )
