"""The files that a dataset is made of: where they are, or under which name they are to be uploaded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from opengov_local.formats.ckan.names import is_web
from opengov_local.formats.ckan.wording import words
from opengov_local.model.package import Package
from opengov_local.model.text import read_text

Kind = Literal["json", "csv"]


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of the data of a package.

    Attributes:
        kind: key of its words.
        name: its name, under which it is uploaded.
        format: name of its format as portals show it.
        media_type: its media type.
        url: where it is published already; "" where it is to be uploaded.
    """

    kind: Kind
    name: str
    format: str
    media_type: str
    url: str = ""


def whole(name: str, url: str | None) -> DataFile:
    """Gives the file of the whole package.

    Args:
        name: name of the dataset.
        url: where it is published; None where it is to be uploaded.
    """
    return DataFile("json", f"{name}.json", "JSON", "application/json", url or "")


def tables(name: str) -> DataFile:
    """Gives the archive of the tables of a package, which is to be uploaded."""
    return DataFile("csv", f"{name}-csv.zip", "ZIP", "application/zip")


def resource(file: DataFile, language: str) -> dict[str, str]:
    """Gives a file as CKAN's `resource_create` takes it.

    One that is to be uploaded has an empty address, which CKAN fills in with the upload, and `file_name`: which file.
    """
    about = {
        "name": words(f"file.{file.kind}", language),
        "description": words(f"file.{file.kind}.about", language),
        "format": file.format,
        "mimetype": file.media_type,
        "url": file.url,
    }
    return about if file.url else {**about, "file_name": file.name}


def attachments(package: Package, language: str) -> Iterator[dict[str, str]]:
    """Gives the files of the plans that are on the web."""
    for plan in package.plans:
        for each in plan.attachments:
            if each.url and is_web(each.url):
                about = {"url": each.url, "name": read_text(each.title, language).text if each.title else ""}
                about |= {"mimetype": each.media_type or "", "hash": each.sha256 or ""}
                yield {key: value for key, value in about.items() if value}
