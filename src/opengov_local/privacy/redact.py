"""redact: a package without contact details, private persons, the words of its sources and names of users."""

from __future__ import annotations

from typing import Any

from opengov_local.finding import Finding, Location, pointer_of
from opengov_local.json_text import canonical
from opengov_local.model.base import Model, Stated
from opengov_local.model.contribution import Contribution
from opengov_local.model.identity import Identifier
from opengov_local.model.package import Package
from opengov_local.model.party import Contact, Person
from opengov_local.model.prose import prose_of
from opengov_local.model.provenance import Extract, Source
from opengov_local.model.shape import shape_of
from opengov_local.privacy.contacts import without_contacts
from opengov_local.privacy.links import contacts_in_link, link_fields
from opengov_local.privacy.persons import standing
from opengov_local.privacy.redaction import Redacted, Removal, What
from opengov_local.privacy.unknown import Path, public_fields

Tree = dict[str, Any]


def redact(package: Package) -> Redacted:
    """Takes out of a package what may not be published, and says what.

    It takes out every contact detail, in its own field and in texts; all that is said of private persons, of whom only
    the mark stays, and persons of whom nobody says in which capacity they are named; the original words of sources; and
    in fields outside the model contact details, names of users and authors, as far as they can be recognised. Objects
    with an id stay, so that no reference is left without its object. The package that is given is not changed.

    Args:
        package: a valid package.

    Returns:
        The package that is left, and each place that something was taken out of.
    """
    work = _Redaction()
    tree = work.public(package, package.to_tree(), ())
    left = Package.model_validate_json(canonical(tree))
    return Redacted(left, tuple(work.removed), tuple(work.to_look_at()))


class _Redaction:
    def __init__(self) -> None:
        self.removed: list[Removal] = []
        self._unknown = 0
        self._authors = 0

    def public(self, value: Model, data: Tree, path: Path) -> Tree:
        """Gives an object as it may be published.

        Args:
            value: the object.
            data: the same as JSON-shaped data.
            path: where it stands, from the root.
        """
        kept = dict(data)
        for name, shape in shape_of(type(value)).items():
            if name in data and shape.model is not None:
                self._replace(kept, name, self._objects(value, name, data[name], path))
        self._links(value, kept, path)
        self._texts(value, kept, path)
        self._originals(value, kept, path)
        self._fields_outside(value, kept, path)
        if isinstance(value, Contribution) and value.author and value.author.name and not value.author.group:
            self._authors += not (value.author.organization or value.author.collectivity)
        return kept

    def to_look_at(self) -> list[Finding]:
        """Gives what no program can judge."""
        counts = {"redact/unknown-kept": self._unknown, "redact/author-kept": self._authors}
        return [Finding(code, "info", Location(), {"count": count}) for code, count in counts.items() if count]

    def _note(self, path: Path, what: What, count: int) -> None:
        self.removed.append(Removal(pointer_of(path), what, count))

    def _replace(self, kept: Tree, name: str, made: Any) -> None:
        """Puts a value in its place; one of which nothing is left is not stated any more."""
        if made is None:
            del kept[name]
        else:
            kept[name] = made

    def _objects(self, holder: Model, name: str, data: Any, path: Path) -> Any:
        """Gives the object or the objects of a field as they may be published; None where none of them may."""
        held = getattr(holder, name)
        if not isinstance(data, list):
            return self._object(held, data, (*path, name), holder)
        pairs = enumerate(zip(held, data, strict=True))
        made = [self._object(one, each, (*path, name, at), holder) for at, (one, each) in pairs]
        left = [each for each in made if each is not None]
        return left if left or not data else None

    def _object(self, value: Model, data: Tree, path: Path, holder: Model) -> Tree | None:
        if isinstance(value, Contact):
            self._note(path, "contacts", len(data))
            return None
        if isinstance(value, Identifier) and without_contacts(value.value)[1]:
            self._note(path, "contacts", 1)
            return None
        if isinstance(value, Person):
            stands = standing(value, next(str(step) for step in reversed(path) if isinstance(step, str)), holder)
            if stands == "unmarked":
                self._note(path, "unmarked_persons", 1)
                return None
            if stands == "private":
                if len(data) > 1:
                    self._note(path, "private_persons", 1)
                return {"capacity": data["capacity"]}
        made = self.public(value, data, path)
        return made if made or not isinstance(value, Stated) else None

    def _texts(self, value: Model, kept: Tree, path: Path) -> None:
        for name, by_language, many in prose_of(type(value)):
            if name in kept:
                items = kept[name] if many else [kept[name]]
                made = [
                    self._text(item, (*path, name, at) if many else (*path, name), by_language)
                    for at, item in enumerate(items)
                ]
                kept[name] = made if many else made[0]

    def _text(self, held: Any, path: Path, by_language: bool) -> Any:
        if by_language:
            return {tag: self._text(text, (*path, tag), False) for tag, text in held.items()}
        text, count = without_contacts(held)
        if count:
            self._note(path, "contacts", count)
        return text

    def _links(self, value: Model, kept: Tree, path: Path) -> None:
        """Takes out web addresses and paths that hold a contact: one that is cut would lead nowhere."""
        for name in link_fields(type(value)):
            if name in kept and (count := contacts_in_link(kept[name])):
                self._note((*path, name), "contacts", count)
                del kept[name]

    def _originals(self, value: Model, kept: Tree, path: Path) -> None:
        """Takes out the words of a source; they are counted by source."""
        if isinstance(value, Extract):
            kept.pop("original", None)
        if isinstance(value, Source) and (count := sum(one.original is not None for one in value.extracts)):
            self._note((*path, "extracts"), "originals", count)

    def _fields_outside(self, value: Model, kept: Tree, path: Path) -> None:
        names = value.model_extra or {}
        outside = public_fields({name: kept.pop(name) for name in names if name in kept}, path, self._note)
        kept |= outside
        self._unknown += len(outside)
