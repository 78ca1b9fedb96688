"""The reference page of the model: every concept and field in Markdown, written from the models alone."""

from __future__ import annotations

import json
from typing import Any

from opengov_local.messages.labels import label
from opengov_local.model import SCHEMA_VERSION, Package
from opengov_local.model.base import Model
from opengov_local.model.shape import FieldShape, concepts, shape_of
from opengov_local.schema.build import build, schema_name

_HEAD = f"""# The model, field by field

Version {SCHEMA_VERSION}. Written from the models by `python -m opengov_local.schema.generate`; do not edit. The ideas
behind it are in [model.md](../model.md), the code lists in [codelists.md](../codelists.md).

- **!** after a name: the field is required. All others may be absent; absent means *not known*, never zero or none.
- *list of …*: `[]` says "there is none"; absent says nothing.
- → id of …: the id of an object of that kind. *code of …*: a code of that [code list](../codelists.md), which is open.
- The other names are value types, listed [at the end](#value-types); the closed lists are among them.
- The French and Arabic titles are those of `schemas/{SCHEMA_VERSION}/labels/`; no speaker has reviewed them yet.
"""
_FIELDS = "| field | français | العربية | holds | meaning |\n|---|---|---|---|---|\n"
_VALUES = "## Value types\n\n| type | meaning or codes | example |\n|---|---|---|\n"
_PLAIN = {"Text": "Text with something to read in it; newlines allowed.", "Line": "Text on one line."}


def reference() -> str:
    """Gives the whole page."""
    schema, models = build(Package), concepts(Package)
    definitions = {"Package": schema, **schema["$defs"]}
    names = [model.__name__ for model in models]
    listed = " · ".join(f"[{name}]({_anchor(name)})" for name in names)
    chapters = [_concept(model, definitions[model.__name__]["properties"]) for model in models]
    values = [_value(name, about) for name, about in definitions.items() if name not in names]
    return "\n".join((_HEAD, listed, "", *chapters, _VALUES + "".join(values)))


def _anchor(name: str) -> str:
    return f"#{name.lower()}"


def _concept(model: type[Model], properties: dict[str, Any]) -> str:
    name = model.__name__
    titles = " · ".join(label(name, None, language) for language in ("fr", "ar"))
    own_file = f"\n\nSchema: `{schema_name(model)}.schema.json`" if model.concept else ""
    about = " ".join((model.__doc__ or "").split())
    rows = "".join(_field(name, shape, properties[shape.name]) for shape in shape_of(model).values())
    return f"## {name}\n\n*{titles}*\n\n{about}{own_file}\n\n{_FIELDS}{rows}"


def _field(concept: str, shape: FieldShape, about: dict[str, Any]) -> str:
    titles = (label(concept, shape.name, language) for language in ("fr", "ar"))
    mark = " **!**" if shape.required else ""
    kind = _kind(shape, about.get("items", about))
    meaning = " ".join((about["description"], *([f"*{about['$comment']}.*"] if "$comment" in about else [])))
    return _row(f"`{shape.name}`{mark}", *titles, f"list of {kind}" if shape.many else kind, meaning)


def _kind(shape: FieldShape, about: dict[str, Any]) -> str:
    if shape.refers is not None:
        return f"→ id of {', '.join(shape.refers) or 'any object'}"
    if shape.open_list is not None:
        return f"code of `{shape.open_list}`"
    named = about.get("$ref", "").rpartition("/")[2]
    if shape.model is not None:
        return f"[{named}]({_anchor(named)})"
    return f"`{named}`" if named else str(about["type"])


def _value(name: str, about: dict[str, Any]) -> str:
    meaning = about.get("description") or ", ".join(f"`{code}`" for code in about.get("enum", ()))
    examples = (json.dumps(value, ensure_ascii=False) for value in about.get("examples", ()))
    return _row(f"`{name}`", meaning or _PLAIN[name], ", ".join(f"`{example}`" for example in examples))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', '&#124;').replace('<', '&lt;') for cell in cells)} |\n"
