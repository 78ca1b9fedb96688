"""Shorthands of these tests: texts as files, and what was read of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from opengov_local.account import Account
from opengov_local.api import validate
from opengov_local.document import Import
from opengov_local.formats.decidim.decidim_format import read
from opengov_local.importing.options import ImportOptions

OPTIONS = ImportOptions(id_prefix="org.example.fictive")


def read_text(text: str, name: str = "Résultats (fictif).csv") -> Import:
    return read(text.encode("utf-8"), name, options=OPTIONS)


def archive(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, text in files.items():
            made.writestr(name, text)
    return out.getvalue()


def tree(done: Import) -> dict[str, Any]:
    assert done.document is not None
    found: dict[str, Any] = done.document.tree
    return found


def codes(done: Import) -> list[str]:
    return sorted(finding.code for finding in done.findings)


def account(done: Import) -> Account:
    assert done.account is not None
    return done.account


def is_valid(done: Import) -> bool:
    return validate(done).valid


def unmapped(data: Mapping[str, Any]) -> dict[str | None, str]:
    return {item.get("label"): item["text"] for item in data.get("x_unmapped", ())}
