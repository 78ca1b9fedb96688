"""The sheet that goes with an archive for a portal: what to do, by hand or with commands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from opengov_local.formats.ckan.files import DataFile
from opengov_local.formats.ckan.wording import mark, words

_FIELDS = ("title", "name", "notes", "tags", "license_id", "owner_org", "url", "version", "author")
"""The fields of CKAN's form, in its order."""
_COMMAND = 'curl -H "Authorization: TOKEN" '
_API = "https://PORTAL/api/3/action/"


def guide(dataset: Mapping[str, Any], files: Sequence[DataFile], name: str, language: str) -> str:
    """Writes the sheet as plain text.

    Args:
        dataset: the dataset.
        files: its files.
        name: name of the file of the dataset.
        language: language of the sheet.
    """
    waiting = [file for file in files if not file.url]
    blocks = [
        words("guide.title", language, title=dataset["title"]),
        words("guide.form", language),
        "\n".join(_form(dataset, language)),
        words("guide.upload", language),
        "\n".join(_uploads(dataset, language)),
        words("guide.commands", language),
        f'{_COMMAND}-H "Content-Type: application/json" --data-binary @{name} {_API}package_create',
        words("guide.ids", language),
        "\n".join(f"{_COMMAND}-F id=ID -F upload=@{file.name} {_API}resource_patch" for file in waiting),
    ]
    return "\r\n\r\n".join(block.replace("\n", "\r\n") for block in blocks if block) + "\r\n"


def _form(dataset: Mapping[str, Any], language: str) -> Iterator[str]:
    colon = mark("colon", language)
    for key in _FIELDS:
        value = dataset.get(key)
        if key == "tags":
            value = mark("comma", language).join(tag["name"] for tag in dataset.get("tags", ()))
        missing = words("guide.choose", language) if key == "owner_org" else ""
        if value or missing:
            text, named = str(value or missing), words(f"field.{key}", language) + colon
            yield f"{named.rstrip()}\n{text}\n" if "\n" in text else named + text


def _uploads(dataset: Mapping[str, Any], language: str) -> Iterator[str]:
    colon = mark("colon", language)
    for number, each in enumerate(dataset["resources"], start=1):
        yield f"{number}. {each.get('file_name') or each['url']}"
        for key in ("name", "description", "format"):
            if each.get(key):
                yield f"   {words(f'field.resource_{key}', language)}{colon}{each[key]}"
