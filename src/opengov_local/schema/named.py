"""The named value types of the model: scalars, texts and closed lists, each published once in `$defs`."""

from __future__ import annotations

from typing import Any, Final, Literal, get_origin

from opengov_local.model import codes, scalars
from opengov_local.model.dates import PARTIAL_DATE_PATTERN, TIMESTAMP_PATTERN, PartialDate, Timestamp
from opengov_local.model.text import LocalizedText

_SCALARS = (
    "Text", "Line", "Id", "IdPrefix", "Language", "Code", "CountryCode", "Currency", "Decimal", "MoneyValue", "Url",
    "Sha256", "MediaType", "SchemaVersion", "FieldPath", "Count", "Percent", "SdgGoal", "Year",
)  # fmt: skip

NAMED: Final[dict[str, Any]] = {
    "LocalizedText": LocalizedText,
    "PartialDate": PartialDate,
    "Timestamp": Timestamp,
    **{name: getattr(scalars, name) for name in _SCALARS},
    **{name: value for name, value in sorted(vars(codes).items()) if get_origin(value) is Literal},
}
"""Every value type by the name it is published under."""


def _patterns() -> dict[str, str]:
    found = {PARTIAL_DATE_PATTERN: "date", TIMESTAMP_PATTERN: "timestamp", scalars.NOT_BLANK: "text"}
    for name in _SCALARS:
        for mark in getattr(NAMED[name], "__metadata__", ()):
            if isinstance(pattern := getattr(mark, "pattern", None), str):
                found.setdefault(pattern, FORMAT_NAMES.get(name, name.lower()))
    return found


FORMAT_NAMES: Final = {
    "IdPrefix": "id_prefix", "CountryCode": "country", "MoneyValue": "money", "MediaType": "media_type",
    "SchemaVersion": "schema_version", "FieldPath": "field_path",
}  # fmt: skip
FORMAT_OF_PATTERN: Final[dict[str, str]] = _patterns()
"""Name of the expected form by published pattern, for messages."""
