"""Reading of the register `data/index.csv` and of one list's CSV file, each once."""

from functools import cache
from types import MappingProxyType

from opengov_local.codelists.codelist import DEFAULT_PATTERN, Code, CodeList, CodeListInfo
from opengov_local.resources import rows_of

_LANGUAGES = ("en", "fr", "ar", "zgh")
_NAMES_PARTED_BY = ";"


def names() -> tuple[str, ...]:
    """Returns the names of all lists, in alphabetical order."""
    return tuple(_register())


def info(name: str) -> CodeListInfo:
    """Returns what the register says of the list `name` without reading the list.

    Raises:
        KeyError: There is no such list; the message names those that exist.
    """
    register = _register()
    if name not in register:
        raise KeyError(f"no code list {name!r}; the lists are: {', '.join(register)}")
    return register[name]


@cache
def get(name: str) -> CodeList:
    """Returns the code list `name`, read on first use and kept.

    Raises:
        KeyError: There is no such list; the message names those that exist.
    """
    head = info(name)
    entries = {row["code"]: _code(row) for row in _rows(name)}
    return CodeList(info=head, entries=MappingProxyType(entries))


@cache
def _register() -> dict[str, CodeListInfo]:
    return {
        row["name"]: CodeListInfo(
            name=row["name"],
            closed=row["closed"] == "true",
            python_name=row["python_name"],
            code_pattern=row["code_pattern"] or DEFAULT_PATTERN,
            parent_list=row["parent_list"] or row["name"],
            titles=_by_language(row, "title"),
            description=row["description"],
            licence=row["licence"],
            source=row["source"],
            reviewed=row["reviewed"] == "true",
        )
        for row in _rows("index")
    }


def _rows(name: str) -> list[dict[str, str]]:
    return rows_of("opengov_local.codelists", f"data/{name}.csv")


def _code(row: dict[str, str]) -> Code:
    return Code(
        code=row["code"],
        labels=_by_language(row, "label"),
        definition=row["definition_en"],
        parent=row["parent"] or None,
        source=row["source"],
        evidence=row["evidence"],
        since=row["since"],
        deprecated=row["deprecated"] or None,
        vintage=row["vintage"] or None,
        ogp_code=int(row["ogp_code"]) if row.get("ogp_code") else None,
        other_names=tuple(name for name in row.get("other_names", "").split(_NAMES_PARTED_BY) if name),
        value_pattern=row.get("value_pattern") or None,
    )


def _by_language(row: dict[str, str], column: str) -> MappingProxyType[str, str]:
    labels = {language: row.get(f"{column}_{language}", "") for language in _LANGUAGES}
    return MappingProxyType({language: label for language, label in labels.items() if label})
