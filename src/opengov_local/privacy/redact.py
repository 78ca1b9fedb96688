"""redact: a package without contact details, private persons, the words of its sources and names of users."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from opengov_local.finding import Finding, Location, pointer_of
from opengov_local.json_text import canonical
from opengov_local.model.base import Model, Stated, Unstated, is_unstated
from opengov_local.model.contribution import Contribution
from opengov_local.model.identity import Identifier
from opengov_local.model.package import Package
from opengov_local.model.party import Contact, Person
from opengov_local.model.prose import prose_of, unspoken_in
from opengov_local.model.provenance import Extract, Source
from opengov_local.model.shape import objects_in
from opengov_local.model.walk import Survey
from opengov_local.privacy.contacts import without_contacts
from opengov_local.privacy.links import link_fields, private_in_link
from opengov_local.privacy.names import Names, names_in
from opengov_local.privacy.persons import details, is_mark, standing
from opengov_local.privacy.redaction import Redacted, Removal, What
from opengov_local.privacy.suspects import Suspects, suspects
from opengov_local.privacy.texts import Private, public_text
from opengov_local.privacy.unknown import Outside, Path

M = TypeVar("M", bound=Model)


def redact(package: Package) -> Redacted:
    """Takes out of a package what may not be published, and says what.

    It takes out every contact detail, in its own field and in texts; all that is said of private persons, of whom only
    the mark stays, and persons of whom nobody says in which capacity they are named; the names of both where texts say
    them again; the original words of sources; and in fields outside the model contact details, names of users and
    authors, as far as they can be recognised. Objects with an id stay, so that no reference is left without its object.
    The package that is given is not changed.

    Args:
        package: a valid package.

    Returns:
        The package that is left, and each place that something was taken out of.
    """
    view = public_view(package, Survey(package))
    return Redacted(Package.model_validate_json(canonical(view.package.to_tree())), view.removed, view.kept)


def public_view(package: Package, survey: Survey, *, extracts: bool = True) -> Redacted:
    """Does as `redact`, for what only reads the package: all objects of which nothing was taken out are in both.

    Args:
        package: a valid package.
        survey: what a walk over it noted; where extracts do not stay, it need not have looked at them.
        extracts: whether what was read in sources stays, without their words; else sources lose it all.
    """
    names = names_in(survey.by_kind)
    doubted = suspects(survey, names, extracts=extracts)
    work = _Redaction(doubted, names, extracts=extracts)
    left = work.public(package, ()) if work.holds(package) else package
    return Redacted(left, tuple(work.removed), tuple(work.to_look_at(survey)))


class _Redaction:
    """Takes out of objects what may not be published.

    Args:
        doubted: the objects that hold what may have to be taken out; the others stay as they are.
        names: the names of the private persons of the package.
        extracts: whether extracts stay; where they do not, nothing in them is looked at.
    """

    def __init__(self, doubted: Suspects, names: Names, *, extracts: bool) -> None:
        self._doubted = doubted
        self._sound = doubted.sound
        self._extracts = extracts
        self._names = names
        self.removed: list[Removal] = []
        self._unknown = 0

    def holds(self, value: Model) -> bool:
        """Tells whether an object may have to be changed."""
        return id(value) in self._doubted.objects

    def public(self, value: M, path: Path) -> M:
        """Gives an object as it may be published.

        Args:
            value: the object; it is not changed.
            path: where it stands, from the root.
        """
        made = value.model_copy()
        kept = made.__dict__
        for field in objects_in(type(value)):
            if (self._extracts or field.model is not Extract) and (held := kept[field.name]):
                kept[field.name] = self._objects(value, field.name, held, path)
        self._links(value, kept, path)
        if isinstance(value, Source):
            self._originals(kept, path)
        self._texts(value, kept, path)
        self._fields_outside(value, made, path)
        return made

    def to_look_at(self, survey: Survey) -> list[Finding]:
        """Gives what no program can judge."""
        untouched = (node.value for node in survey.extended if not self.holds(node.value))
        counts = {
            "redact/unknown-kept": self._unknown + sum(len(value.model_extra) for value in untouched),
            "redact/author-kept": sum(_names_an_author(node.value) for node in survey.by_kind.get(Contribution, ())),
        }
        return [Finding(code, "info", Location(), {"count": count}) for code, count in counts.items() if count]

    def _note(self, path: Path, what: What, count: int) -> None:
        self.removed.append(Removal(pointer_of(path), what, count))

    def _note_kinds(self, path: Path, private: Private) -> None:
        for what, count in private.kinds():
            self._note(path, what, count)

    def _objects(self, holder: Model, name: str, held: Any, path: Path) -> Any:
        """Gives the object or the objects of a field as they may be published; unstated where none of them may."""
        if not isinstance(held, list):
            return self._object(held, (*path, name), holder)
        if not any(map(self.holds, held)):
            return held
        made = [self._object(each, (*path, name, at), holder) for at, each in enumerate(held)]
        return [each for each in made if each is not None] or Unstated()

    def _object(self, value: Model, path: Path, holder: Model) -> Model | None:
        if not self.holds(value):
            return value
        if isinstance(value, Contact):
            self._note(path, "contacts", details(value))
            return None
        if isinstance(value, Identifier) and without_contacts(value.value, running=False)[1]:
            self._note(path, "contacts", 1)
            return None
        if isinstance(value, Person):
            stands = standing(value, next(str(step) for step in reversed(path) if isinstance(step, str)), holder)
            if stands == "unmarked":
                self._note(path, "unmarked_persons", 1)
                return None
            if stands == "private":
                if not is_mark(value):
                    self._note(path, "private_persons", 1)
                return Person(capacity=value.capacity)
        made = self.public(value, path)
        return None if isinstance(made, Stated) and _is_empty(made) else made

    def _texts(self, value: Model, kept: dict[str, Any], path: Path) -> None:
        for name, _, many in prose_of(type(value)):
            if held := kept[name]:
                items = held if many else [held]
                running = name not in unspoken_in(type(value))
                made = [
                    self._text(item, (*path, name, at) if many else (*path, name), running)
                    for at, item in enumerate(items)
                ]
                kept[name] = made if many else made[0]

    def _text(self, held: Any, path: Path, running: bool) -> Any:
        if isinstance(held, Mapping):
            return {tag: self._text(text, (*path, tag), running) for tag, text in held.items()}
        if held in self._sound:
            return held
        text, private = public_text(held, self._names, running=running)
        self._note_kinds(path, private)
        return text

    def _links(self, value: Model, kept: dict[str, Any], path: Path) -> None:
        """Takes out web addresses and paths that hold what is private: one that is cut would lead nowhere."""
        for name in link_fields(type(value)):
            if kept[name] and (private := private_in_link(kept[name], self._names)):
                self._note_kinds((*path, name), private)
                kept[name] = None

    def _originals(self, kept: dict[str, Any], path: Path) -> None:
        """Takes out the words of a source; they are counted by source."""
        if count := len([one for one in kept["extracts"] if one.original is not None]):
            self._note((*path, "extracts"), "originals", count)
        if not self._extracts:
            kept["extracts"] = Unstated()
        elif count:
            kept["extracts"] = [_without_words(one) for one in kept["extracts"]]

    def _fields_outside(self, value: Model, made: Model, path: Path) -> None:
        kept = made.model_extra
        if kept and id(value) not in self._doubted.outside:
            self._unknown += len(kept)
        elif kept and value.model_extra:
            outside = Outside(self._note, self._names, self._sound).fields(
                value.model_dump(mode="json", include=set(kept)), path
            )
            kept.clear()
            kept.update(outside)
            self._unknown += len(outside)


def _without_words(extract: Extract) -> Extract:
    made = extract.model_copy()
    made.__dict__["original"] = None
    return made


def _names_an_author(value: Contribution) -> bool:
    """Tells whether a contribution names an author in words, of whom nothing says that it is a body or a group."""
    author = value.author
    return bool(author and author.name and not (author.group or author.organization or author.collectivity))


def _is_empty(value: Stated) -> bool:
    """Tells whether nothing is left of an object."""
    return not value.model_extra and all(held is None or is_unstated(held) for held in value.__dict__.values())
