"""What columns mean beside each other: two titles, a row of months with crosses, a share for each funder."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from opengov_local.formats.grids.grid import Grid, is_blank
from opengov_local.formats.tables.columns.funder_columns import funders_by_sum, funders_by_unit, without_untold_shares
from opengov_local.formats.tables.columns.indicator_columns import holds_amounts, of_indicators
from opengov_local.formats.tables.columns.leading_titles import lower_of
from opengov_local.formats.tables.columns.money_by_year import money_by_year
from opengov_local.formats.tables.columns.period_columns import (
    are_marked,
    settle_periods,
    texts_by_year,
    values_by_period,
)
from opengov_local.formats.tables.columns.workshop_solutions import solutions_among
from opengov_local.formats.tables.grid.placed import Placed
from opengov_local.formats.wording.headings.heading_meanings import EXACT, STRIPPED, WITHIN, Recognised, targets
from opengov_local.formats.wording.headings.how_many import are_answers, asks_how_many
from opengov_local.formats.wording.headings.interventions import actions_among
from opengov_local.formats.wording.headings.phrases import begins, heads, pattern_of, says
from opengov_local.formats.wording.headings.vocabulary import recognise
from opengov_local.formats.wording.words.numbering import bare_number
from opengov_local.formats.wording.words.role_letters import holds_role_letters
from opengov_local.importing.dates import read_date
from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import fold, read_amount, read_boolean
from opengov_local.importing.words.articles import without_article, without_of
from opengov_local.importing.words.parted_sum import behind_part

_LONGEST_TITLE = 150
_NAMES = frozenset({"parties", "parties:government", "parties:csos", "parties:others", "persons"})
_COUNTED = frozenset({"milestone.title", "milestone.list", "commitment.number", "milestone.number"})
_STEPS = ("milestone.title", "milestone.list")
_UPDATE = "update.text"
_TOLD = (*_STEPS, _UPDATE)
"""What is told in words, of which numbers alone only count how many there are: "Activités réalisées" over 6."""
_NUMBERS = {"commitment.title": "commitment.number", "milestone.title": "milestone.number"}
_SHARE = re.compile(rf"\s*(?:{pattern_of('share_of')})\s+(\S.*)", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:\s*[(\[].*[)\]])?")
_NUMBER = re.compile(r"[A-Za-z]{0,3}[-. ]?[0-9]{1,4}(?:[.-][0-9]{1,3})*")


def share_of(heading: str) -> str | None:
    """Gives the funder that a heading of amounts names: "Part de la région" is the region's."""
    bare = re.sub(r"[(\[][^)\]]*[)\]]", "", heading)
    if found := _SHARE.fullmatch(bare):
        return without_of(found[1]).strip()
    part = without_article(behind_part(bare.strip()))
    return part if part and says("funder_word", part) else None


_SUMS = frozenset({"budget.amount", "budget.total", "budget.share"})
_MARKED = Recognised("schedule.mark", STRIPPED)


def beside_each_other(meanings: Sequence[Placed], grid: Grid, first: int) -> list[Recognised | None]:
    """Decides what single headings leave open."""
    meanings = settle_periods(meanings, grid, first)
    years = [position for position, heading, meaning in meanings if not meaning and _YEAR.fullmatch(heading.strip())]
    indicated = any(meaning and meaning.target.startswith("indicator") for _, _, meaning in meanings)
    marked = years if not indicated and are_marked(years, grid, first) else []
    decided = [
        meaning or (_MARKED if position in marked else _alone(position, heading, grid, first))
        for position, heading, meaning in meanings
    ]
    decided = _without_measured_years(meanings, decided)
    decided = [
        None if held and _is_no_name(held, position, heading, grid, first) else held
        for held, (position, heading, _) in zip(decided, meanings, strict=True)
    ]
    decided = _crossed_years([position for position, _, _ in meanings], decided, grid, first)
    decided = money_by_year(meanings, decided, grid, first)
    decided = values_by_period(meanings, of_indicators(meanings, decided, grid, first), grid, first)
    decided = texts_by_year(meanings, decided, grid, first)
    decided = _in_two_scripts([heading for _, heading, _ in meanings], decided)
    positions = [position for position, _, _ in meanings]
    for at, held in enumerate(decided):
        if held and held.target == "budget.funder" and holds_amounts(positions[at], grid, first):
            decided[at] = replace(held, target="budget.share")
        elif held and held.target == "budget.share" and not _holds_digits(positions[at], grid, first):
            decided[at] = recognise(meanings[at][1])
    decided = funders_by_unit(meanings, funders_by_sum(meanings, decided, grid, first), grid, first)
    decided = without_untold_shares(meanings, decided)
    for at in _doubled(decided, "commitment.title"):
        if holds_numbers(positions[at], grid, first, "project_word") and (held := decided[at]):
            counts = begins("count_word", meanings[at][1])
            decided[at] = None if counts else replace(held, target="commitment.number")
    decided = _named_beside(meanings, decided, grid, first)
    decided = _only_steps(_numbered_actions(actions_among(decided)))
    decided = _told_on_a_day(decided)
    decided = _of_measures([heading for _, heading, _ in meanings], decided)
    decided = solutions_among([heading for _, heading, _ in meanings], decided, grid, first)
    decided = _without_office_of_sums(decided)
    said = [heading for (_, heading, _), held in zip(meanings, decided, strict=True)
            if held and held.target.startswith(("contribution.", "disposition."))]  # fmt: skip
    if not any(not heads("why", heading) for heading in said) and not any(
        meaning and meaning.target in _NUMBERS for meaning in decided
    ):
        decided = _measures_as_projects(decided)
    titles = [at for at, meaning in enumerate(decided) if meaning and meaning.target == "commitment.title"]
    words = {fold(meanings[at][1]) for at in titles}
    spoken = {found.text_language for at in titles if (found := decided[at])}
    steps = any(meaning and meaning.target in ("milestone.title", "milestone.list") for meaning in decided)
    if len(titles) > 1 and len(words) > 1 and spoken == {None} and not steps and not are_numbered(decided):
        last = decided[titles[-1]]
        if (
            len(titles) == 2
            and heads("single_action", meanings[titles[1]][1])
            and (_one_each(positions[titles[0]], positions[titles[1]], grid, first))
        ):
            decided[titles[1]] = replace(last, target="action", score=STRIPPED) if last else None
            return decided
        at = lower_of(meanings, titles, grid, first)
        decided[at] = replace(held, target="milestone.title", score=WITHIN) if (held := decided[at]) else None
    return decided


def _measures_as_projects(decided: list[Recognised | None]) -> list[Recognised | None]:
    """Takes the only measure of a table, or its measures that are counted, "Action 1 | Action 2", for its projects."""
    measures = [held for held in decided if held and held.target == "action"]
    if len(measures) not in (1, len({held.ordinal for held in measures} - {None})):
        return decided
    return [replace(held, target="commitment.title") if held and held in measures else held for held in decided]


def are_numbered(meanings: Sequence[Recognised | None]) -> bool:
    """Tells whether each title of projects in a table has a number, and there are several.

    Args:
        meanings: those of its columns.
    """
    numbers = {held.ordinal for held in meanings if held and held.target == "commitment.title"}
    return len(numbers) > 1 and None not in numbers


def _crossed_years(
    positions: Sequence[int], meanings: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes crosses below the years of a calendar, "Calendrier | 2026 | 2027", for the times of their rows."""
    years = [at for at, held in enumerate(meanings) if held and held.target == "schedule" and held.year]
    if not are_marked([positions[at] for at in years], grid, first):
        return meanings
    return [
        replace(_MARKED, period=str(held.year)) if held and at in years else held for at, held in enumerate(meanings)
    ]


def _without_office_of_sums(meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Takes the office of a person from "Poste" beside sums, where nobody is named: it may be a line of the budget."""
    names = {meaning.target for meaning in meanings if meaning}
    others = any(name.startswith("lead") for name in names - {"lead.role"})
    if "lead.role" not in names or others or names.isdisjoint(_SUMS):
        return meanings
    return [None if meaning and meaning.target == "lead.role" else meaning for meaning in meanings]


def _numbered_actions(meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Takes titles with numbers, "Action 1" and "Action 2", beside one without for the steps of a project."""
    numbers = {held.ordinal for held in meanings if held and held.target == "commitment.title"}
    if len(numbers) < 3 or None not in numbers:
        return meanings
    return [
        replace(held, target="milestone.title")
        if held and held.target == "commitment.title" and held.ordinal is not None
        else held
        for held in meanings
    ]


def _told_on_a_day(meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Takes the only column of remarks beside the day of a report, where none says what was done, for its text."""
    names = [meaning.target for meaning in meanings if meaning]
    if "update.date" not in names or "update.text" in names or names.count("additional_information") != 1:
        return meanings
    return [
        replace(held, target="update.text") if held and held.target == "additional_information" else held
        for held in meanings
    ]


def _of_measures(headings: Sequence[str], meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Takes a column of measures before one of actions or activities, and no project, for commitments with their steps.

    Measures are carried out by actions: "Axe | Mesure | Actions". An objective beside actions stays what they are for:
    plan sheets of councils have both columns, "Titre de l'action" and "Objectifs".
    """
    found = list(meanings)
    measures = [
        at for at, held in enumerate(found) if held and held.target == "action" and heads("measure", headings[at])
    ]
    titles = [at for at, held in enumerate(found) if held and held.target == "commitment.title"]
    steps = [at for at, held in enumerate(found) if held and held.target.startswith("milestone.")]
    below = titles or steps
    if len(measures) != 1 or not below or below[0] < measures[0] or len(titles) > 1 or (titles and steps):
        return found
    if titles and not heads("action", headings[titles[0]]):
        return found
    for at, target in ((measures[0], "commitment.title"), *((at, "milestone.title") for at in titles)):
        if held := found[at]:
            found[at] = replace(held, target=target)
    return found


def _only_steps(meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Takes the only column of steps of a table without projects for their titles: "Étapes | Responsable | Fin"."""
    names = [meaning.target for meaning in meanings if meaning]
    if names.count("milestone.list") != 1 or {"commitment.title", "milestone.title", "indicator"} & set(names):
        return meanings
    return [
        replace(held, target="milestone.title") if held and held.target == "milestone.list" else held
        for held in meanings
    ]


def _doubled(meanings: Sequence[Recognised | None], target: str) -> list[int]:
    places = [at for at, meaning in enumerate(meanings) if meaning and meaning.target == target]
    return places if len(places) > 1 else []


def _named_beside(
    meanings: Sequence[Placed], decided: list[Recognised | None], grid: Grid, first: int
) -> list[Recognised | None]:
    """Takes the column behind one of projects that hold but their numbers for their titles: "Engagement 1 | Nom".

    Below another heading, first in its row, such numbers behind the word for projects are theirs as well.
    """
    found = list(decided)
    named = {held.target for held in found if held}
    if found[0] is None and "commitment.title" in named and "commitment.number" not in named:
        at = meanings[0].position
        if holds_numbers(at, grid, first, "project_word") and not holds_numbers(at, grid, first):
            found[0] = Recognised("commitment.number", WITHIN)
    titles = [at for at, held in enumerate(found) if held and held.target in ("commitment.title", "milestone.title")]
    at = titles[0] if len(titles) == 1 else len(found)
    if at + 1 >= len(found) or not heads("neutral", meanings[at + 1].heading):
        return found
    held, beside = found[at], found[at + 1]
    free = beside is None or beside.target in ("description", "commitment.description")
    short = all(len(text) <= _LONGEST_TITLE for text in grid.texts(meanings[at + 1].position)[first:])
    if not (held and free and short and held.target == "commitment.title"):
        return found
    if holds_numbers(meanings[at].position, grid, first, "project_word"):
        found[at], found[at + 1] = replace(held, target="commitment.number"), replace(held, score=WITHIN)
    return found


def _in_two_scripts(headings: Sequence[str], meanings: list[Recognised | None]) -> list[Recognised | None]:
    """Says of two title columns, one headed in Arabic and one in Latin letters, that each is in its language."""
    found = list(meanings)
    for target in _NUMBERS:
        places = _doubled(meanings, target)
        arabic = [at for at in places if ARABIC_LETTER.search(headings[at])]
        if len(places) == 2 and len(arabic) == 1:
            for at in places:
                if (held := found[at]) and held.text_language is None:
                    latin = next(iter(held.languages)) if len(held.languages) == 1 else None
                    found[at] = replace(held, text_language="ar" if at in arabic else latin)
    return found


def _is_no_name(meaning: Recognised, position: int, heading: str, grid: Grid, first: int) -> bool:
    """Tells whether what should name milestones or parties, or tell what was done, has answers, numbers or letters."""
    if meaning.value or (meaning.score == EXACT and not meaning.languages):  # ticked, or the user's own table says so
        return False
    said = grid.sample_of(position, first)
    if meaning.target in _COUNTED and asks_how_many(heading, meaning.target) and are_answers(said):
        return True
    if meaning.target not in _TOLD and targets()[meaning.target].reads not in _NAMES:
        return False
    if meaning.target == _UPDATE and says("rate_of_work", heading):  # numbers below "Avance de la actividad" are rates
        return False
    counts = all(isinstance(value, int | float) or str(value).strip().isdecimal() for value in said)
    counts = counts or (meaning.target not in _TOLD and all(map(_are_sums, map(str, said))))
    answers = len(said) > 1 and all(isinstance(value, bool | str) and read_boolean(value) is not None for value in said)
    answers = answers and meaning.target != _UPDATE
    letters = meaning.target not in _TOLD and holds_role_letters(grid, first, position)
    return bool(said) and (counts or answers or letters)


def _are_sums(text: str) -> bool:
    """Tells whether each line of a cell is a sum of money and nothing else."""
    return all(read_amount(line).value is not None for line in text.splitlines() if line.strip())


def holds_numbers(position: int, grid: Grid, first: int, word: str = "") -> bool:
    """Tells whether a column holds numbers such as 1 or 2.3, and nothing else.

    Args:
        position: the column.
        grid: the sheet.
        first: its first row of data.
        word: kind of the words that may stand before each number: "Engagement 1".
    """
    said = [str(value).strip() for value in grid.sample_of(position, first)]
    return bool(said) and all(_NUMBER.fullmatch(text) or (word and bare_number(text, word)) for text in said)


def _one_each(one: int, other: int, grid: Grid, first: int) -> bool:
    """Tells whether each cell of a column has one of another beside it, and no two are the same."""
    rows = [row for row in grid.sample(first) if not all(map(is_blank, row))]
    pairs = [tuple("" if at >= len(row) or is_blank(row[at]) else str(row[at]) for at in (one, other)) for row in rows]
    titles = [title for title, _ in pairs if title]
    return bool(titles) and all(title for title, said in pairs if said) and len(set(titles)) == len(titles)


def _without_measured_years(
    meanings: Sequence[Placed], decided: Sequence[Recognised | None]
) -> list[Recognised | None]:
    """Takes no year alone right behind an indicator or its unit for a sum: what it measures then, or should."""
    found, last = list(decided), ""
    for at, (_, heading, meaning) in enumerate(meanings):
        if meaning is None and last.startswith("indicator") and _YEAR.match(heading.strip()):
            found[at] = None
        else:
            last = held.target if (held := decided[at]) else ""
    return found


def _alone(position: int, heading: str, grid: Grid, first: int) -> Recognised | None:
    if share := share_of(heading):
        funder = recognise(share)
        if funder is not None and funder.target == "budget.funder" and funder.score >= STRIPPED:  # who is in a column
            return Recognised("budget.amount", STRIPPED, ordinal=funder.ordinal)
        return Recognised("budget.share", STRIPPED)
    if _YEAR.fullmatch(heading.strip()) and holds_amounts(position, grid, first):
        return Recognised("budget.amount", STRIPPED, year=int(heading.strip()[:4]))
    reading = read_date(heading) if len(heading) < 40 else None
    if reading is not None and reading.start and _is_ticked(position, grid, first):
        return _MARKED
    return None


def _holds_digits(position: int, grid: Grid, first: int) -> bool:
    """Tells whether half of the cells of a column can be amounts; a column without cells can."""
    said = grid.sample_of(position, first)
    return 2 * sum(any(map(str.isdigit, str(value))) for value in said) >= len(said)


def _is_ticked(position: int, grid: Grid, first: int) -> bool:
    """Tells whether a column holds crosses or ticks, and nothing else."""
    said = grid.sample_of(position, first)
    return bool(said) and all(isinstance(value, str | bool) and read_boolean(value) for value in said)
