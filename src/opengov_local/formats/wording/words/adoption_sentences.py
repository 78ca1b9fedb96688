"""When something was adopted, as a sentence tells it: "adopté par le conseil lors de la session d'octobre 2025"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from opengov_local.account import Piece
from opengov_local.importing.dates import DateContext, FoundDate, find_dates
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words.number_signs import SIGN
from opengov_local.importing.words.tables import any_of
from opengov_local.resources import rows_of

Words = Literal[
    "adopted", "not", "session", "ordinary", "extraordinary", "plan", "decision", "approves", "it", "council"
]
LONGEST: Final = 300
"""Letters of the longest sentence that tells an adoption."""
_LONGEST_SESSION: Final = 110
_KINDS: Final = ("extraordinary", "ordinary")
_YEAR: Final = len("2025")
_SENTENCES: Final = re.compile(r"(?<=[.;؛!])\s+(?=[^\W\d_])|\n")
_NUMBER: Final = rf"{SIGN}\s*(?P<number>[0-9][0-9A-Za-z/.\-]*[0-9A-Za-z]|[0-9])"


class Adopted(NamedTuple):
    """What is said of an adoption.

    Attributes:
        date: when it was.
        session: the words for the session, "" where none is named.
        kind: code of the list session_kind, "" where the words do not tell.
        number: the number of the decision, "" where none is named.
    """

    date: str
    session: str = ""
    kind: str = ""
    number: str = ""


def adoption_in(sentence: str, context: DateContext) -> Adopted | None:
    """Gives when something was adopted; None where a sentence says no one date of it, or that it is not so yet."""
    if not says_adopted(sentence):
        return None
    day = day_in(sentence, context)
    if day is None and (found := pattern("adopted").search(sentence)):  # "validé le 18/09/2024 et adopté en mai 2025"
        sentence = sentence[found.start() :]
        day = day_in(sentence, context)
    if day is None or day.reading.start is None:
        return None
    session = session_in(sentence, day)
    return Adopted(day.reading.start, session, kind_of(session), number_in(sentence))


def says_adopted(sentence: str) -> bool:
    """Tells whether a sentence says that something was adopted, and not that it will be."""
    return has("adopted", sentence) and not _is_not_yet(sentence)


def tells_adoption(text: str, context: DateContext) -> Adopted | None:
    """Gives when a plan was adopted, as a text that names it, or begins with the word for it, says.

    Where a text of several sentences tells no one date, the one sentence that tells it does: "Adopté le 3 mai 2024.
    Mise à jour : juin 2025."
    """
    if len(text) > LONGEST:
        return None
    whole = _tells(text, context)
    if whole is not None or not has("adopted", text):
        return whole
    found = {each for sentence in _SENTENCES.split(text) if (each := _tells(sentence, context)) is not None}
    return found.pop() if len(found) == 1 else None


def _tells(sentence: str, context: DateContext) -> Adopted | None:
    is_of_plan = has("plan", sentence) or _begins_adopted(sentence)
    return adoption_in(sentence, context) if is_of_plan else None


def _begins_adopted(sentence: str) -> bool:
    """Tells whether a sentence begins with the word for it: "Adopté…", "Il a été adopté…"."""
    stands_for_it = pattern("it").match(sentence.strip())
    return pattern("adopted").match(sentence.strip()[stands_for_it.end() if stands_for_it else 0 :].strip()) is not None


def approves(sentence: str) -> bool:
    """Tells whether words decide on a plan: "D'approuver le plan d'action", «بالمصادقة على برنامج العمل»."""
    found = pattern("approves").search(sentence)
    return found is not None and bool(pattern("plan").search(sentence, found.end())) and not _is_not_yet(sentence)


def is_decision(line: str) -> bool:
    """Tells whether a line begins with the word and the number of a decision: "Délibération n° 2025-112"."""
    return pattern("decision").match(line.strip()) is not None and bool(number_in(line))


def is_decision_alone(line: str, context: DateContext) -> bool:
    """Tells whether a line is a decision of a council with number and day, and says nothing of what it decides."""
    day = day_in(line, context) if is_decision(line) else None
    return day is not None and has("council", line[: day.start]) and not line[day.end :].strip(" .)")


def day_in(text: str, context: DateContext) -> FoundDate | None:
    """Gives the one day or month of a text, else its one year; spans of years are none.

    Of a month and a day in it ("session d'octobre 2024, séance du 7 octobre 2024") it is the day.
    """
    dates = [each for each in find_dates(text, context) if each.reading.kind == "date" and each.reading.start]
    exact = [each for each in dates if len(each.reading.start or "") > _YEAR]
    found = sorted(exact or dates, key=lambda each: len(each.reading.start or ""), reverse=True)
    best = found[0].reading.start or "" if found else ""
    return found[0] if found and all(best.startswith(each.reading.start or "-") for each in found) else None


def session_in(sentence: str, day: FoundDate) -> str:
    """Gives the words for the session: from its word to the date behind it, and its kind."""
    start = pattern("session").search(sentence[: day.end])
    if start is None or day.end - start.start() > _LONGEST_SESSION:
        return ""
    behind = re.match(rf"\s+(?:{_words(*_KINDS)})(?!\w)", sentence[day.end :], re.IGNORECASE)
    end = day.end + (behind.end() if behind else 0)
    end += sentence[end : end + 1] == ")" and "(" in sentence[start.start() : end]
    return sentence[start.start() : end].strip()


def kind_of(session: str) -> str:
    """Gives the code of the kind of a session; "" where its words do not tell."""
    return next((kind for kind in _KINDS if pattern(kind).search(session)), "")


def number_in(text: str) -> str:
    """Gives the number of the one decision that a text names; "" where it names none, or several."""
    found = {each["number"] for each in _numbered().finditer(text)}
    return found.pop() if len(found) == 1 else ""


def is_not_yet(said: str) -> bool:
    """Tells whether what is said of an adoption begins with a word for one to come: "prévue en octobre"."""
    said = said.strip()
    found = pattern("not").match(said)
    return found is not None and said[found.end() : found.end() + 1] != "."  # "No. 5"


def has(what: Words, text: str) -> bool:
    """Tells whether a text has words of a kind."""
    return pattern(what).search(text) is not None


def _is_not_yet(sentence: str) -> bool:
    return pattern("not").search(_numbered().sub("", sentence)) is not None


@cache
def _numbered() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{_words('decision')})\s+(?:[^\W\d]+\s+){{0,3}}?{_NUMBER}", re.IGNORECASE)


@cache
def pattern(what: str) -> re.Pattern[str]:
    """Gives the pattern of the words of a kind."""
    return re.compile(rf"(?<!\w)(?:{_words(what)})(?!\w)", re.IGNORECASE)


def _words(*kinds: str) -> str:
    rows = [row for row in rows_of("opengov_local.formats.wording", "adoption_words.csv") if row["what"] in kinds]
    return any_of(word for row in rows for word in row["words"].split("|"))


def put_adopted(draft: Draft, plan: Node, adopted: Adopted, piece: Piece) -> None:
    """Puts an adoption that words tell, and says that it is assumed.

    Args:
        draft: the document in the making.
        plan: the plan that was adopted.
        adopted: what the words tell.
        piece: where they stand.
    """
    there = draft.add(plan, "adoptions", piece)
    fields = ("date", "session", "session_kind", "deliberation")
    for field, value in zip(fields, adopted, strict=True):
        if value:
            draft.put(there, field, value, piece)
    said = adopted.session or adopted.date or adopted.number
    draft.say("import/assumed", piece, severity="info", node=plan, field="adoptions", value=said)


def one_of(found: Sequence[tuple[Adopted, Piece]]) -> tuple[Adopted, Piece] | None:
    """Gives the adoption that tells the day best, of several that name one; None where they name different ones.

    "mai 2025" and "3 mai 2025" are one.
    """
    exact = max((adopted.date for adopted, _ in found), key=len, default="")
    if not all(exact.startswith(adopted.date) for adopted, _ in found):
        return None
    return max(found, key=lambda each: (len(each[0].date), sum(map(bool, each[0]))), default=None)
