"""The contact of a commitment in the template of 2017: name, office, how to reach the person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local.formats.paper.content import Line, Lines, Phrase, Row
from opengov_local.formats.paper.naming import named
from opengov_local.formats.paper.parties import reached, withheld
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.stakeholders import named_alone
from opengov_local.model.party import Party, Person

_ROWS: Final = tuple(f"commitment_2017.{name}" for name in ("contact_name", "contact_role", "contact_both"))


def contacts(scribe: Scribe, leads: Sequence[Party]) -> tuple[Row, ...]:
    """Gives three rows for each person who is named among those who lead; three blank ones where nobody is.

    Where several bodies lead, the body stands behind the name of its person, without the part that it plays, which
    stands where all that lead are named.
    """
    answers: list[Lines] = []
    for who in leads:
        if who.person:
            name, *rest = _about(scribe, who, who.person)
            body = named_alone(scribe, who.model_copy(update={"role": None}), person=False) if len(leads) > 1 else ()
            answers += [_joined(scribe, [*name, *body]), *rest]
    return tuple(
        Row(key, scribe.label(key), lines or scribe.not_stated(), bool(lines))
        for key, lines in zip(_ROWS * max(1, len(answers) // len(_ROWS)), answers or [(), (), ()], strict=True)
    )


def _about(scribe: Scribe, who: Party, person: Person) -> tuple[Lines, Lines, Lines]:
    """Says name, office with department, and how to reach a person; of one who is left out only that."""
    if instead := withheld(scribe, person):
        return (Line(instead),), (), ()
    name = (Line(scribe.name(person.name)),) if person.name else ()
    bodies = [body for body in (person.organization, person.collectivity) if body]
    beside = (who.organization, who.collectivity)
    office = [Line(scribe.name(person.role))] if person.role else []
    office += [Line(named(scribe, body)) for body in bodies if body not in beside]
    reach = [Line(phrases) for phrases in reached(scribe, person)]
    if person.contact and not reach:
        reach = [Line((Phrase("["), scribe.words("word.withheld_contact"), Phrase("]")))]
    return name, _joined(scribe, office), _joined(scribe, reach)


def _joined(scribe: Scribe, lines: list[Line]) -> Lines:
    return (Line(scribe.listed(tuple(lines))),) if lines else ()
