"""The parts of an Office file (Open Packaging Conventions): read when asked for, written back when changed."""

from __future__ import annotations

import io
import posixpath
import zipfile
from typing import Final

from lxml import etree

from opengov_local.importing.containers import Container

RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART: Final = "[Content_Types].xml"
_WHEN: Final = (2026, 1, 1, 0, 0, 0)
Element = etree._Element


class Parts:
    """The parts of one file."""

    def __init__(self, container: Container) -> None:
        """Starts with nothing read."""
        self._container = container
        self._real = {name.lower(): name for name in container.names()}
        self._trees: dict[str, Element] = {}
        self._raw: dict[str, bytes] = {}
        self._edited: set[str] = set()

    def __contains__(self, part: str) -> bool:
        return part.lower() in self._real or part in self._raw or part in self._trees

    def tree(self, part: str) -> Element:
        """Gives a part as XML, to be read only.

        Raises:
            KeyError: there is no such part.
            etree.XMLSyntaxError: it is no XML.
        """
        if part not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
            self._trees[part] = etree.fromstring(self.read(part), parser)
        return self._trees[part]

    def edited(self, part: str) -> Element:
        """Gives a part as XML; what is changed in it is written. It raises as `tree`."""
        self._edited.add(part)
        return self.tree(part)

    def read(self, part: str) -> bytes:
        """Gives the bytes of a part.

        Raises:
            KeyError: there is no such part.
        """
        return self._raw[part] if part in self._raw else self._container.read(self._real[part.lower()])

    def put(self, part: str, data: bytes) -> None:
        """Writes a part anew."""
        self._raw[part] = data

    def relations(self, part: str) -> dict[str, tuple[str, str]]:
        """Gives the relations of a part: id to the last word of their kind and the part they lead to."""
        folder = posixpath.dirname(part)
        if _relations_part(part) not in self:
            return {}
        found = {}
        for relation in self.tree(_relations_part(part)):
            target = (relation.get("Target") or "").replace("\\", "/")
            full = target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            if relation.get("TargetMode") != "External":
                found[relation.get("Id", "")] = ((relation.get("Type") or "").rpartition("/")[2], full)
        return found

    def relate(self, part: str, kind: str, target: str) -> str:
        """Adds a relation and gives its id.

        Args:
            part: the part it leads from.
            kind: its whole kind.
            target: the part it leads to.
        """
        name = _relations_part(part)
        if name not in self:
            self._trees[name] = etree.Element(f"{{{RELATIONS}}}Relationships", nsmap={None: RELATIONS})
        tree = self.edited(name)
        known = {relation.get("Id") for relation in tree}
        identifier = next(f"rIdNote{n}" for n in range(1, len(known) + 2) if f"rIdNote{n}" not in known)
        attributes = {"Id": identifier, "Type": kind, "Target": f"/{target}"}
        etree.SubElement(tree, f"{{{RELATIONS}}}Relationship", attributes)
        return identifier

    def declare(self, content_type: str, *, part: str | None = None, extension: str | None = None) -> None:
        """Says what a part, or every part with an ending, holds."""
        tree = self.edited(self._real.get(_TYPES_PART.lower(), _TYPES_PART))
        tag, name, value = ("Override", "PartName", f"/{part}") if part else ("Default", "Extension", str(extension))
        if not any(each.get(name) == value for each in tree):
            made = etree.Element(f"{{{TYPES}}}{tag}", {name: value, "ContentType": content_type})
            tree.insert(0 if extension else len(tree), made)

    def to_bytes(self) -> bytes:
        """Writes the file: unchanged parts as they are, in their order."""
        changed = self._raw | {
            name: etree.tostring(self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True)
            for name in self._edited
        }
        by_name = {self._real.get(name.lower(), name): data for name, data in changed.items()}
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name in dict.fromkeys([*self._container.names(), *by_name]):
                info = zipfile.ZipInfo(name, _WHEN)
                info.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(info, by_name[name] if name in by_name else self._container.read(name))
        return out.getvalue()


def _relations_part(part: str) -> str:
    folder, name = posixpath.split(part)
    return f"{folder}/_rels/{name}.rels".lstrip("/")
