"""Whether words that are a label elsewhere can answer a question: bodies where it asks who, a state for a state."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from opengov_local.formats.wording.words.meaning import GROUPS, Meaning
from opengov_local.importing.words import read_codes, read_status

PARTIES: Final = frozenset(
    [
        "leads",
        "supporting",
        "supporting_csos",
        "supporting_government",
        "supporting_others",
        "partners",
        "organizers",
        "monitoring_bodies",
        "follow_up_committees",
        "participants",
        "beneficiaries",
        "members",
        "chairs",
        "contact_name",
        "points_of_contact",
        "collectivity",
        "collectivities",
    ]
)
"""What bodies and people answer."""
_BODIES: Final = frozenset(
    [
        "supporting_csos",
        "supporting_government",
        "supporting_others",
        "monitoring_bodies",
        "follow_up_committees",
        "collectivity",
        "collectivities",
    ]
)
"""What words ask for that also name those who answer: "Associations", "Comité de suivi"."""
_NAMES: Final = frozenset({"title", "number_title", "number"})
_PAIR: Final = 2
_LISTS: Final = {"ogp_values": "ogp_value", "principles": "remacto_principle"}
"""What words of a code list answer."""
_NO_WORDS: Final = GROUPS | {"start", "end", "due", "date", "completed_on", "number", "ids", "progress", "title"}
"""What no words answer that are a label elsewhere, and what is no such answer."""
_FEW_WORDS: Final = 3
THEMES: Final = frozenset(
    ["participation", "governance", "participation_why", "transparency_why", "accountability_why", "ogp_values"]
)
"""What the words ask for that are also names of axes."""


def fits(asked: Iterable[Meaning], here: Iterable[Meaning], text: str) -> bool | None:
    """Tells whether a label can be the answer to another one.

    Args:
        asked: what the question can mean.
        here: what the label can mean.
        text: the label.

    Returns:
        True where it surely makes sense, False where it makes none; None where any words could answer.
    """
    wanted, said = ({meaning.field for meaning in meanings} for meanings in (asked, here))
    if wanted & PARTIES:
        return bool(said & PARTIES)
    if wanted & {"status", "completion"}:
        return read_status(text) is not None
    for field, codelist in _LISTS.items():
        if field in wanted:
            return bool(read_codes(text, codelist).codes)
    return False if wanted & _NO_WORDS or said & _NO_WORDS or len(text.split()) > _FEW_WORDS else None


def is_record(asked: Sequence[tuple[Meaning, ...]], cells: Sequence[tuple[tuple[Meaning, ...], str]]) -> bool:
    """Tells whether a row with words of labels is a record below headings, and no further row of headings.

    At least one of its labels makes sense below its heading, and none but the first makes none. In two columns, where
    every row may be a question and its answer, the first cell asks for nothing, or stands below a heading for names.

    Args:
        asked: what each heading can mean.
        cells: what each cell can mean, and its text.
    """
    if len(cells) < _PAIR or any(map(names_body, asked)):
        return False
    named = any(meaning.field in _NAMES for meaning in asked[0])
    first = cells[0][0]
    if first and not named and not names_body(first):
        return False
    fitting = [
        fits(heading, meanings, text)
        for heading, (meanings, text) in zip(asked[named:], cells[named:], strict=True)
        if meanings and text
    ]
    return True in fitting and False not in fitting


def names_body(meanings: Iterable[Meaning]) -> bool:
    """Tells whether words name a body, and ask for nothing else."""
    fields = {meaning.field for meaning in meanings}
    return bool(fields) and fields <= _BODIES
