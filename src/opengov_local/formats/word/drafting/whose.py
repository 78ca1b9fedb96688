"""Whose plan it is: collectivities that a label or the title names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from opengov_local import codelists, territories
from opengov_local.account import Piece
from opengov_local.formats.ogp_pages.tables import countries
from opengov_local.formats.paper.repetition import only_label_in, says
from opengov_local.formats.paper.whose import KINDS
from opengov_local.formats.tables.drafted import unregistered
from opengov_local.formats.word.drafting.writing import Writing
from opengov_local.formats.word.texts.passages import Line, Passage, own_language
from opengov_local.formats.wording.words.bilingual import name_in_scripts
from opengov_local.importing.collectivity_words import heads_name, of_name, qualifier
from opengov_local.importing.draft import Node
from opengov_local.importing.language import UNKNOWN
from opengov_local.importing.places import mentioned, of_no_single_one
from opengov_local.importing.words import code_of_name, fold

_CODE = re.compile("[a-z][a-z0-9]*(?:_[a-z0-9]+)+")
_COUNTRY = re.compile("[A-Z]{2}")
_JOINT = re.compile(r"\s+[–—-]\s+|\s*[/:：,،]\s+")
_COMMA = re.compile("[,،] ")
_PARTS = re.compile(r"\s[–—-]\s|[:：|]|[\s,،(]*(?<!\d)(?:19|20)\d\d(?!\d)")
"""What parts a title: dashes, colons, years."""
_HOME = "MA"
"""The country whose territories are registered."""


class Known(NamedTuple):
    """What is known of a collectivity beside its name: its kind, its country, its official number."""

    kind: str | None
    country: str | None
    number: str | None = None


class Told(NamedTuple):
    """A collectivity as our own documents name it: `Ariana (commune, Tunisie)`.

    Attributes:
        name: its name; the language behind it stays.
        kind: the code of its kind, which stands in brackets or in the name; None where neither says it.
        country: ISO 3166-1 alpha-2; None where it is not said.
    """

    name: str
    kind: str | None = None
    country: str | None = None


def from_title(writing: Writing, plan: Node, title: str, piece: Piece) -> bool:
    """Ties a plan to the one reference territory that its title names with its kind or its country; tells so."""
    named = mentioned(title)
    if named is None:
        return _from_place(writing, plan, title, piece)
    if unregistered.is_said_abroad(title, named.name):
        return False
    if named.territory is None:
        number = named.other.code if named.other else ""
        writing.draft.say("import/territory-part", piece, node=plan, name=named.name, part=named.part, number=number)
        return False
    return add_registered(writing, plan, named.name, Passage((Line(named.name),), (piece,))) is not None


def _from_place(writing: Writing, plan: Node, title: str, piece: Piece) -> bool:
    """Ties a plan to the territory that its title names with the country alone: "Plan d'action – Tiznit, Maroc, 2026".

    A name that no register knows, or that of several territories, is said.
    """
    for part in () if writing.own_form else _PARTS.split(title):  # our own forms say whose they are elsewhere
        name, country = unregistered.place_in_country(part)
        if not name:
            continue
        if country == _HOME and add_registered(writing, plan, name, Passage((Line(name),), (piece,))):
            return True
        writing.draft.say(of_no_single_one(name, country), piece, node=plan, name=part.strip(" ,،"))
        return False
    return False


def from_lead(writing: Writing, plan: Node) -> None:
    """Ties a plan that nothing else says whose it is to the territory whose council alone leads it, and says so."""
    (lead, *others) = plan.data.get("leads") or [{}]
    for language, name in lead.get("name", {}).items() if not others and "collectivities" not in plan.data else ():
        places = writing.node_of(lead).places
        place = places.get(f"name/{language}") or places.get("name")
        if place is None or heads_name().match(name) is None:
            continue
        if add_registered(writing, plan, name, Passage((Line(name),), (Piece(place, name),))):
            writing.draft.say("import/assumed", place, severity="info", node=plan, field="collectivities", value=name)
            return


def from_label(writing: Writing, plan: Node | None, passage: Passage, label: str, *, abroad: bool = False) -> list[str]:
    """Ties a plan, if any, to the collectivities that a label asks for; their ids, none where one is not known.

    None is one of the register where the document is from `abroad`.
    """
    found: list[str] = []
    for line in passage.lines:
        said = passage.of([line])
        land, text = _behind_country(line.text.strip())
        told, other = told_in(text), unregistered.told_in(text) if land else None
        if other is not None and territories.find(text).one is None:
            told = Told(other.name, other.kind, land)
        one = (None if told.country or abroad else _known(writing, plan, text, label, told, said, found)) or _as_told(
            writing, plan, told, said, found
        )
        if one is not None:
            found.append(one)
    return found if len(found) == len(passage.lines) else []


def add_registered(
    writing: Writing,
    plan: Node | None,
    name: str,
    passage: Passage,
    shown: str | None = None,
    beside: Sequence[str] = (),
) -> str | None:
    """Ties a plan, if any, to the one reference territory of a name; gives its id, None where there is no such one."""
    territory = territories.find(name).one
    if territory is None:
        return None
    known = Known(territory.kind, territory.country, territory.code)
    node, is_new = collectivity(
        writing, plan, shown or bare(told_in(territories.without_places(name)).name), known, passage, beside
    )
    if is_new:
        number = writing.add(node, "identifiers", passage.piece)
        writing.draft.put(number, "scheme", "MA-HCP", passage.piece)
        writing.draft.put(number, "value", territory.code, passage.piece)
        writing.draft.say(
            "import/territory-recognised", passage.piece, severity="info", node=node, name=name, number=territory.code
        )
    return node.target


def _behind_country(text: str) -> tuple[str, str]:
    """Parts the country in front of a collectivity from it: "Maroc – Commune d'Agadir"; "" where none stands there."""
    head, *rest = _JOINT.split(text, maxsplit=1)
    land = unregistered.country_named(head) if rest else ""
    return (land, rest[0].strip()) if land else ("", text)


def _known(
    writing: Writing, plan: Node | None, text: str, label: str, told: Told, passage: Passage, beside: Sequence[str]
) -> str | None:
    """Finds a collectivity of the reference territories, by its name as it stands, or with the label in front."""
    if writing.own_form:
        name, kinds = own_language(told.name, "")[1], codelists.get(KINDS)
        if told.kind is not None and told.name != text:
            name = f"{name} ({kinds.label(told.kind, 'fr') if told.kind in kinds else told.kind})"
        return add_registered(writing, plan, name, passage, told.name, beside)
    return add_registered(writing, plan, text, passage, beside=beside) or add_registered(
        writing, plan, f"{label} {text}", passage, text, beside=beside
    )


def _as_told(writing: Writing, plan: Node | None, told: Told, passage: Passage, beside: Sequence[str]) -> str | None:
    """Makes a collectivity that is in no register of ours, of which its kind or its country is said."""
    if told.kind is None and told.country is None:
        return None
    return collectivity(writing, plan, told.name, Known(told.kind, told.country), passage, beside)[0].target


def told_in(text: str) -> Told:
    """Parts the name of a collectivity from what stands behind it in brackets."""
    start = _last_bracket(text)
    inside = text[start + 1 : -1].strip() if start else ""
    if not inside:
        return Told(text)
    name = text[:start].strip()
    sides = [(inside, "")] + [(inside[: comma.start()], inside[comma.end() :]) for comma in _COMMA.finditer(inside)]
    for words, land in sides:
        kind, country = _kind(words), _country(land)
        if kind and (country or not land):
            return Told(name, kind, country)
    alone = _country(inside)
    return Told(name, only_label_in([own_language(name, "")[1]], KINDS), alone) if alone else Told(text)


def collectivity_named(writing: Writing, text: str) -> str | None:
    """Gives the id of the collectivity of the document that is named so: `Agadir (commune)`; None where none is."""
    told = told_in(text)
    name = own_language(told.name, "")[1]
    there = [
        each for each in writing.draft.root.data.get("collectivities", ()) if name in each.get("name", {}).values()
    ]
    bracketed = told.name != text
    of_kind = [each for each in there if _says(each, told.kind, name) or (bracketed and told.kind == each.get("kind"))]
    return of_kind[0]["id"] if of_kind else None


def _says(each: dict[str, Any], kind: str | None, name: str) -> bool:
    """Tells whether a name without its kind in brackets is enough: it says the kind itself."""
    return kind is None and says([name], KINDS, each.get("kind", ""))


def other_names(text: str) -> tuple[str, ...]:
    """Gives how a collectivity that is named with its country stands elsewhere in a document of ours: without it."""
    told = told_in(text)
    if told.country is None:
        return ()
    inside = text[len(told.name) :].strip(" ()")
    return (*(f"{told.name} ({inside[: comma.start()]})" for comma in _COMMA.finditer(inside)), told.name)


def _last_bracket(text: str) -> int:
    """Gives where the bracket opens that a text ends with; 0 where it ends with none."""
    depth = 0
    for place in range(len(text) - 1, 0, -1):
        depth += (text[place] == ")") - (text[place] == "(")
        if depth == 0:
            return place if text.endswith(")") else 0
    return 0


def _kind(words: str) -> str | None:
    known = code_of_name(words, KINDS)
    return known or (words if _CODE.fullmatch(words) else None)


def _country(words: str) -> str | None:
    return countries().get(fold(words)) or (words if _COUNTRY.fullmatch(words) else None)


def collectivity(
    writing: Writing, plan: Node | None, name: str, known: Known, passage: Passage, beside: Sequence[str]
) -> tuple[Node, bool]:
    """Gives the collectivity of a name and kind, which is made where the document has not named it before.

    A document of several plans or forms names its collectivities in each; two of one name in one place are two.

    Args:
        writing: writes into the draft.
        plan: the object that is tied to it, if any.
        name: its name.
        known: what is known of it beside its name.
        passage: where it is named.
        beside: ids of those that are named in the same place.

    Returns:
        The collectivity, and whether it was made.
    """
    draft, texts = writing.draft, _texts(writing, name, known, passage)
    there = [each for each in draft.root.data.get("collectivities", ()) if each["id"] not in beside]
    node = next((draft.node_of(each) for each in there if _said(each) == (texts, known)), None)
    if node is None:
        node = writing.add(draft.root, "collectivities", passage.piece)
        for language, words in texts.items():
            draft.put(node, "name", words, passage.piece, language=language)
        if known.kind is not None:
            draft.put(node, "kind", known.kind, passage.piece)
        if known.country is not None:
            draft.put(node, "country", known.country, passage.piece)
        if plan is not None:
            draft.put(plan, "collectivities", node.target, passage.piece)
        return node, True
    if plan is None or node.target in plan.data.get("collectivities", ()):
        draft.used(passage.piece, plan or node, "collectivities" if plan else "name")
    else:
        draft.put(plan, "collectivities", node.target, passage.piece)
    return node, False


def _texts(writing: Writing, name: str, known: Known, passage: Passage) -> dict[str, str]:
    """Gives a name by language; in a document that is none of ours, one in two scripts is parted.

    Where nothing tells of its Latin letters, one that is the register's French name is French.
    """
    parts = () if writing.own_form else name_in_scripts(name)
    names = map(bare, parts) if len(parts) > 1 else (name,)
    texts = dict(text for each in names for text in writing.texts(passage.of([Line(each)])))
    unit = territories.get(known.number) if known.number and not writing.own_form else None
    if unit is not None and fold(texts.get(UNKNOWN, "")) == fold(unit.name_fr):
        texts["fr"] = texts.pop(UNKNOWN)
    return texts


def _said(collectivity: Mapping[str, Any]) -> tuple[Any, Known]:
    numbers = [number["value"] for number in collectivity.get("identifiers", ())]
    known = Known(collectivity.get("kind"), collectivity.get("country"), numbers[0] if numbers else None)
    return collectivity.get("name"), known


def bare(name: str) -> str:
    """Takes the word for the kind off a name: `commune d'Agadir` is named `Agadir`."""
    kind = heads_name().match(name)
    if kind is None:
        return name
    plain = _before_name().sub("", name[kind.end() :]).strip()
    one = territories.find(name).one if plain.startswith("ل") else None
    without = re.sub("^لل?", lambda to: "ال" if to[0] == "لل" else "", plain)
    joined = kind[0].startswith("المجلس") or (one is not None and fold(one.name_ar) == fold(without))
    return without if joined else plain


@cache
def _before_name() -> re.Pattern[str]:
    """Gives the pattern of what stands between the word for a kind and a name."""
    return re.compile(rf"^\s*(?:{qualifier()}\s+)?(?:[:：]\s*)?{of_name()}", re.IGNORECASE)
