"""Any object of the model as rows of a page: what its fields are called, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable
from functools import cache, partial
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from opengov_local import codelists
from opengov_local.formats.paper.content import Line, Lines, Phrase
from opengov_local.formats.paper.naming import named
from opengov_local.formats.paper.questions import show
from opengov_local.formats.paper.sayings import is_spoken, say
from opengov_local.formats.paper.scribe import Scribe
from opengov_local.formats.paper.whose import country
from opengov_local.formats.plan_page.voices import Voices
from opengov_local.model.base import Model, Unstated
from opengov_local.model.dates import Period
from opengov_local.model.identity import Identified, Identifier
from opengov_local.model.scalars import LANGUAGE_PATTERN, anchored
from opengov_local.model.shape import FieldShape, shape_of

NEVER: Final = frozenset({"id", "former_ids"})
"""Fields that say nothing to a reader of the page; the ids are its anchors."""
NOTHING: Final = Markup("")
_LANGUAGE: Final = anchored(LANGUAGE_PATTERN)
_NUMBERED: Final = {"sdgs": "sdg"}
"""Fields of numbers that a code list has labels for."""


class Field(NamedTuple):
    """A field as the page shows it.

    Attributes:
        name: its name in the model.
        title: what it is called.
        body: what it says.
    """

    name: str
    title: Markup
    body: Markup


def fields(
    voices: Voices, value: Model, names: Iterable[str] | None = None, without: Container[str] = ()
) -> list[Field]:
    """Gives the fields of an object that are stated, in the order of the model.

    Args:
        voices: who says them.
        value: the object.
        names: the fields that are wanted, in their order; None for all.
        without: fields that are shown elsewhere.
    """
    concept, held = type(value), value.__dict__
    found = []
    for name in shape_of(concept) if names is None else names:
        content = held[name]
        if content is None or (type(content) is Unstated and not content) or name in NEVER or name in without:
            continue
        if said := _way(concept, name)(voices, value, content):
            found.append(Field(name, voices.field(concept.__name__, name), said))
    return found


@cache
def _way(concept: type[Model], name: str) -> Callable[[Voices, Model, Any], Markup]:
    """Gives how it is said what a field holds, where it is stated."""
    shape = shape_of(concept)[name]
    spoken, worded = shape.model is not None and _is_spoken(shape.model), _worded(shape)

    def body(voices: Voices, value: Model, content: Any) -> Markup:
        if not content and shape.many:
            return voices.lines(lambda scribe: say(content, scribe))
        items = content if shape.many else [content]
        if shape.model is not None:
            return _objects(voices, shape.model, items, spoken)
        if worded:
            return listed(worded(voices, str(each)) for each in items)
        return voices.lines(lambda scribe: show(scribe, value, name))

    return body


def _worded(shape: FieldShape) -> Callable[[Voices, str], Markup] | None:
    """Gives what says an item of a field whose values stand for something: an object, a code, a language."""
    if shape.refers is not None:
        return linked
    if shape.pattern == _LANGUAGE:
        return lambda voices, tag: voices.phrase(lambda scribe: (scribe.tongue(tag),))
    if shape.name == "country":
        return lambda voices, code: voices.phrase(lambda scribe: (country(scribe, code),))
    if shape.name in _NUMBERED:
        return partial(_numbered, _NUMBERED[shape.name])
    if shape.choices:
        codelist = _codelist(shape.choices)
        return lambda voices, code: voices.code(codelist, code)
    return None


def facts(some: Iterable[Field]) -> Markup:
    """Gives fields as a list of what they are called and what they say; "" where there are none."""
    rows = [f'<div class="f-{it.name}"><dt>{it.title}</dt><dd>{it.body}</dd></div>\n' for it in some]
    return Markup(f'<dl class="facts">\n{"".join(rows)}</dl>\n') if rows else NOTHING


def listed(items: Iterable[Markup]) -> Markup:
    """Gives one thing as a paragraph, several as a list."""
    there = list(items)
    if len(there) == 1:
        return Markup(f"<p>{there[0]}</p>")
    return Markup(f"<ul>{''.join(f'<li>{each}</li>' for each in there)}</ul>")


def linked(voices: Voices, identifier: str) -> Markup:
    """Names an object and leads to its place in the page, or where another file's object can be read."""
    if node := voices.index.node_of(identifier):
        return Markup(f'<a href="#{node.value.id}">{voices.named(identifier)}</a>')
    return voices.named(identifier)


def anchor(voices: Voices, value: Identified) -> Markup:
    """Gives the attribute that names the place of an object; "" for a second object with the same id."""
    first = voices.index.nodes[value.id].value is value
    return Markup(f' id="{value.id}"') if first else NOTHING


def _is_spoken(model: type[Model]) -> bool:
    return model in (Period, Identifier) or is_spoken(model)


def _objects(voices: Voices, model: type[Model], values: list[Any], spoken: bool) -> Markup:
    """Says objects: in their own words where there are some, else field by field."""
    if issubclass(model, Identified):
        items = (f"<li{anchor(voices, each)}>{_object(voices, each, spoken)}</li>" for each in values)
        return Markup(f"<ul>{''.join(items)}</ul>")
    if not spoken:
        return Markup("".join(_object(voices, each, spoken) for each in values))
    if model is Period or model is Identifier:
        return Markup("".join(voices.lines(partial(_own, value=each)) for each in values))
    return voices.lines(lambda scribe: say(values if len(values) > 1 else values[0], scribe))


def _numbered(codelist: str, voices: Voices, number: str) -> Markup:
    return voices.phrase(lambda scribe: (scribe.plain(number), Phrase(". "), scribe.code(codelist, number)))


def _object(voices: Voices, value: Model, spoken: bool) -> Markup:
    if spoken:
        return voices.lines(lambda scribe: say(value, scribe))
    rows = (f"<div><dt>{field.title}</dt><dd>{field.body}</dd></div>" for field in fields(voices, value))
    return Markup(f'<dl class="record">{"".join(rows)}</dl>')


def _own(scribe: Scribe, value: Period | Identifier) -> Lines:
    """Says what the forms say in several places and the page in one."""
    if isinstance(value, Period):
        return period(scribe, value)
    holder = (Phrase(" — "), *named(scribe, value.holder)) if value.holder else ()
    scheme = scribe.code("identifier_scheme", value.scheme)
    return (Line((scheme, scribe.words("mark.colon"), scribe.plain(value.value), *holder)),)


def period(scribe: Scribe, value: Period) -> Lines:
    """Says a span of time, and which end of it nobody has stated."""
    meant = (Phrase(" ("), scribe.kind("date_qualifier", value.qualifier), Phrase(")")) if value.qualifier else ()
    return (Line((*span(scribe, value.start, value.end), *meant)),)


def span(scribe: Scribe, start: Any, end: Any) -> tuple[Phrase, ...]:
    """Says a span of two dates, of which one may be missing."""
    if start and end:
        return (scribe.date(start, end),)
    if start or end:
        known = scribe.date(start or end).text
        return (scribe.words("page.from" if start else "page.until", date=known),)
    return ()


@cache
def _codelist(choices: tuple[str, ...]) -> str:
    """Gives the name of the closed code list that has these codes."""
    closed = (codelists.get(name) for name in codelists.names() if codelists.info(name).closed)
    return next(known.name for known in closed if known.codes == choices)
