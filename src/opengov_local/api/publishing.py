"""Publishes many packages as one folder: a page and the data of each, and an index of all plans."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

from opengov_local import formats
from opengov_local.api.judging import load
from opengov_local.api.languages import DEFAULT_LANGUAGE
from opengov_local.api.reading import format_of, same_file
from opengov_local.api.writing import dump
from opengov_local.atomic import make_folder, write_atomically
from opengov_local.errors import OpenGovLocalError, OptionError, TargetError
from opengov_local.finding import Finding
from opengov_local.model import Package
from opengov_local.privacy.redact import redact
from opengov_local.privacy.redaction import Removal
from opengov_local.web import GENERATOR

INDEX = "index.html"


@dataclass(frozen=True)
class Published:
    """A package that was published.

    Attributes:
        source: the file it came from.
        page: its page.
        data: its data.
        findings: what the page left out or shows in another language, and what a person should look at in the data.
        removed: what was taken out of the data.
    """

    source: str
    page: Path
    data: Path
    findings: tuple[Finding, ...]
    removed: tuple[Removal, ...]


@dataclass(frozen=True)
class Publication:
    """What publishing did.

    Attributes:
        index: the index; None where no plan could be published.
        published: the packages that were published, in the order of their sources.
        refused: source → why its package was not.
        unlisted: pages of ours that stand in the folder, by an earlier run, and that the new index does not list.
    """

    index: Path | None
    published: tuple[Published, ...]
    refused: dict[str, OpenGovLocalError]
    unlisted: tuple[Path, ...] = ()


def publish(
    folder: str | os.PathLike[str], sources: Iterable[str | os.PathLike[str]], *, language: str | None = None
) -> Publication:
    """Writes a page and the data of each package into a folder, and an index of all their plans.

    What may not be published is taken out of both, as by `redact`. A package that is broken does not stop the others.
    Files are written whole or not at all; none is deleted, and one that was not written here before is not replaced:
    a page must say that it is of this library, and data must be of the same package, beside such a page.
    The index lists what this run published alone: the pages of earlier runs stay, and are told as `unlisted`.
    The files of a package are named by its id, so that its address stays.

    Args:
        folder: the folder; it is made where it is not there.
        sources: the files of the packages (JSON, YAML).
        language: the language that the pages begin in; by default each in that of its package.

    Raises:
        TargetError: the folder or the index cannot be written.
        OptionError: the pages do not begin in this language.
        MissingExtraError: what writes pages is not installed.
    """
    target = Path(folder)
    site = _Site(target, [os.fspath(source) for source in sources], language)
    _writers()
    make_folder(target)
    for source in site.sources:
        try:
            site.add(source)
        except OpenGovLocalError as trouble:
            site.refused[source] = trouble
    index = site.write_index()
    return Publication(index, tuple(site.published), site.refused, site.unlisted() if index else ())


class _Site:
    """The folder while it is written."""

    def __init__(self, folder: Path, sources: list[str], language: str | None) -> None:
        self.sources = sources
        self.published: list[Published] = []
        self.refused: dict[str, OpenGovLocalError] = {}
        self._folder = folder
        self._language = language
        self._plans: list[Any] = []
        self._names: set[str] = set()

    def add(self, source: str) -> None:
        """Writes the page and the data of one package."""
        package = _package(source)
        name = package.id.replace(":", "_")  # no prefix has this sign, so that no two ids share a name
        page, data = self._folder / f"{name}.html", self._folder / f"{name}.json"
        if name.casefold() in self._names:
            raise OptionError("tool/published-twice", file=source, name=package.id)
        for path in (page, data):
            self._keep_apart(path)
        _check_own(page, _is_our_page)
        _check_own(data, lambda held: page.exists() and _is_package(held, package.id))
        public = redact(package)
        written = dump(package, "plan-html", language=self._language, data=data.name, index=INDEX)
        plans = import_module("opengov_local.formats.plan_index.listing").listed(package, page.name, data.name)
        write_atomically(data, dump(public.package, "json").data)
        write_atomically(page, written.data)
        self._names.add(name.casefold())
        self._plans += plans
        self.published.append(Published(source, page, data, (*written.findings, *public.kept), public.removed))

    def write_index(self) -> Path | None:
        """Writes the index of what was published; nothing where nothing was."""
        if not self._plans:
            return None
        index = self._folder / INDEX
        self._keep_apart(index)
        _check_own(index, _is_our_page)
        writer = import_module("opengov_local.formats.plan_index.index_page").write_index
        write_atomically(index, writer(self._plans, self._language or DEFAULT_LANGUAGE))
        return index

    def unlisted(self) -> tuple[Path, ...]:
        """Gives the pages of earlier runs that the index does not list, in the order of their names."""
        listed = {INDEX, *(one.page.name for one in self.published)}
        pages = sorted(path for path in self._folder.glob("*.html") if path.name not in listed)
        with_data = (page for page in pages if page.is_file() and page.with_suffix(".json").is_file())
        return tuple(page for page in with_data if _is_our_page(page.read_bytes()))

    def _keep_apart(self, target: Path) -> None:
        """Makes sure that no source is overwritten: what is taken out of it would be lost."""
        for source in self.sources:
            if same_file(source, target):
                raise OptionError("tool/overwrites-source", file=str(target), source=source)


def _writers() -> None:
    """Makes sure, before anything is written, that pages can be."""
    formats.get("plan-html").writer(INDEX)


def _package(source: str) -> Package:
    chosen = format_of(source, None)
    if chosen.name not in formats.held():
        raise OptionError("tool/no-package", file=source)
    package = load(source)
    if not package.plans:
        raise TargetError("tool/no-plan")
    return package


def _check_own(path: Path, is_own: Any) -> None:
    """Makes sure that a file that is there already is one of ours."""
    if path.exists() and not (path.is_file() and is_own(path.read_bytes())):
        raise TargetError("tool/foreign-file", file=str(path))


def _is_our_page(held: bytes) -> bool:
    return GENERATOR.encode() in held


def _is_package(held: bytes, identifier: str) -> bool:
    try:
        tree = json.loads(held)
    except ValueError:
        return False
    return isinstance(tree, dict) and tree.get("id") == identifier
