"""The title of a plan: which lines can be one, and what it says beside: years, framework, whose plan it is."""

from __future__ import annotations

import re

from opengov_local.account import Piece
from opengov_local.formats.tables.drafted.plan_years import put_years, years_in, years_of_plan
from opengov_local.formats.tables.drafted.state import State
from opengov_local.formats.tables.drafted.unregistered import country_in, hold_in_title, is_said_abroad, named_in
from opengov_local.formats.tables.plan.title_languages import says_again
from opengov_local.formats.tables.plan.titles_of_reports import leave_form, plan_followed_up
from opengov_local.formats.tables.plan.whose_plan import named_territory, read_collectivity, registered
from opengov_local.formats.wording.headings.phrases import begins, phrases, says
from opengov_local.formats.wording.words.bilingual import two_parts
from opengov_local.importing.dates import find_dates
from opengov_local.importing.words import fold
from opengov_local.importing.words.numerals import plain_digits

COLON = re.compile(r"^\s*([^:：\n]{2,60}?)\s*[:：]\s*(\S.*)$", re.DOTALL)
"""A label, a colon and a value in one cell."""
_WORD = re.compile(r"[^\W\d_]{3,}")
_FEWEST_WORDS = 3
"""Words that a title has beyond a year, unless it is called a plan."""
_LONGEST_TITLE = 300
MARKS = " \u00a0:："
"""What may stand around a label."""
PERIOD = r"(?:période|periodo|período|period|الفترة|فترة)\s*"
YEARS = r"(?:19|20)[0-9]{2}\s*[-–—/]\s*(?:19|20)[0-9]{2}\s*\)?\s*"
_TILL_YEARS = re.compile(rf"(.+?\S)(?:\s+[-–—]\s*|\s*[,،(]\s*){PERIOD}[:：]\s*{YEARS}", re.IGNORECASE | re.DOTALL)
"""A title with its years behind a label: "Plan d'action – Période : 2026-2027"."""


def read_title(state: State, piece: Piece) -> bool:
    """Takes a piece for the title of the plan, if its words are those of one and there is none yet.

    One that says the title again, and its years too, stands for it: "Programme d'ouverture 2025-2026".
    """
    text = piece.text.strip()
    titles = state.plan.data.get("title", {}) if state.has_plan else {}
    if titles and not (may_be_title(text) and leave_form(state, titles, piece)):
        if text in titles.values() or plan_followed_up(text) in titles.values():
            state.draft.used(piece, state.plan, "title")
            return True
        if len(text) <= _LONGEST_TITLE and says_again(text, titles, state.draft.options.language):
            state.draft.put(state.plan, "title", text, piece)
            about(state, piece, text)
            return True
        tag = next((tag for tag, title in titles.items() if fold(text).startswith(f"{fold(title)} ")), None)
        if tag is None or not years_of_plan(text) or not may_be_title(text) or any(map(years_in, titles.values())):
            return False
        titles[tag] = text
        state.draft.used(piece, state.plan, "title")
        about(state, piece, text)
        return True
    if not may_be_title(text):
        return False
    parts = two_parts(text)
    for part in parts if parts and all(map(may_be_title, parts)) else (text,):
        _put_title(state, part, piece)
    state.draft.explain("layout/plan-title", piece, text=text)
    about(state, piece, text)
    return True


def _put_title(state: State, text: str, piece: Piece) -> None:
    """Puts the title of the plan; of a table that follows it up, what that is called, which is said."""
    named = plan_followed_up(text)
    state.draft.put(state.plan, "title", named or text, piece)
    if named:
        state.draft.say("import/assumed", piece, severity="info", node=state.plan, field="title", value=named)


def may_be_title(text: str) -> bool:
    """Tells whether a text can be the title of a plan: its words are those of one, or it names a year; not "Plan"."""
    if fold(text.strip(MARKS)) in phrases("plan_label"):
        return False
    return len(text) <= _LONGEST_TITLE and bool(says("plan", text) or years_in(text)) and _is_worded(text)


def _is_worded(text: str) -> bool:
    """Tells whether a text says more than a date or a label with one: "Version du 12/03/2026"."""
    parts = None if ends_in_years(text) else COLON.match(text)
    if begins("dateline", text) and (parts or find_dates(text)):
        return False
    if parts and plain_digits(parts[2]).strip(" -/.0123456789") == "":
        return False
    return says("plan", text) or len(_WORD.findall(text)) >= _FEWEST_WORDS


def ends_in_years(text: str) -> bool:
    """Tells whether a line is the title of a plan with its years behind a label."""
    titled = _TILL_YEARS.fullmatch(plain_digits(text.strip())) if len(text) <= _LONGEST_TITLE else None
    return titled is not None and says("plan", titled[1])


def about(state: State, piece: Piece, text: str) -> None:
    """Reads what a title says beside: the years of the plan, its framework, whose it is."""
    put_years(state, piece, text)
    state.titled_country = state.titled_country or country_in(text)
    if "framework" not in state.plan.data:
        for framework, kind in (("remacto", "remacto"), ("ogp_local", "ogp")):
            if says(kind, text):
                state.draft.put(state.plan, "framework", framework, piece)
                state.draft.say(
                    "import/assumed", piece, severity="info", node=state.plan, field="framework", value=framework
                )
                break
    if state.collectivity is None:
        if named := named_territory(state, piece, text):
            read_collectivity(state, piece, named)
        elif (name := named_in(text)) and registered(state, name) and not is_said_abroad(text, name):
            read_collectivity(state, piece, name)
        else:
            hold_in_title(state, piece, text)
