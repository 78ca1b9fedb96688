"""The page as a file: the plans of a package in one self-contained HTML document."""

from __future__ import annotations

from typing import Final

from opengov_local.errors import OptionError
from opengov_local.formats.plan_page.cards import head
from opengov_local.formats.plan_page.content import page_view
from opengov_local.formats.plan_page.records import facts
from opengov_local.formats.plan_page.voices import Voices
from opengov_local.formats.written import Written
from opengov_local.messages import LANGUAGES
from opengov_local.model.package import Package
from opengov_local.web.pages import encoded, frame, template

_ROOM: Final = __name__.rpartition(".")[0]


def write(
    package: Package,
    *,
    language: str = "fr",
    with_contacts: bool = False,
    data: str | None = None,
    index: str | None = None,
) -> Written:
    """Writes the public page of a package.

    Args:
        package: the package.
        language: the language that the page begins in, and that is read where scripts are not run.
        with_contacts: whether private persons and contact details are written too.
        data: address of the data beside the page, if it is there.
        index: address of the page that lists all plans, if there is one.

    Raises:
        OptionError: the page does not begin in this language.
        TargetError: the package has no plan at all.
    """
    if language not in LANGUAGES:
        raise OptionError("tool/form-language", name=language, known=tuple(LANGUAGES))
    voices = Voices(package, with_contacts=with_contacts)
    page, findings = page_view(voices, package)
    html = template(_ROOM).render(
        page=page, language=language, frame=frame(_ROOM), word=voices.word, each=voices.each, facts=facts, head=head,
        data=data, index=index,
    )  # fmt: skip
    return Written(encoded(html), findings)
