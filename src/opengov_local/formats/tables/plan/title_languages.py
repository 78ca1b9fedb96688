"""The title of a plan in a second language: beside the first above the other half of a table, or below it."""

from __future__ import annotations

from collections.abc import Mapping

from opengov_local.formats.tables.drafted.plan_years import years_in
from opengov_local.formats.wording.headings.phrases import says
from opengov_local.importing.language import UNKNOWN, language_of


def says_again(text: str, titles: Mapping[str, str], latin: str | None) -> bool:
    """Tells whether a text is the title of a plan again, in another script than the titles that it has.

    It is called a plan as they are, names no other years, and only speaks of follow-up where they do.

    Args:
        text: the text.
        titles: the titles by language.
        latin: the language that texts in Latin letters are in.
    """
    language = language_of(text, latin)
    arabic = [tag == "ar" for tag in (language, *titles)]
    if language in (*titles, UNKNOWN) or sum(arabic) != 1 or not says("plan", text):
        return False
    years = {*years_in(text)}
    return all(years == {*years_in(title)} for title in titles.values()) and all(
        says("follow_up", title) or not says("follow_up", text) for title in titles.values()
    )
