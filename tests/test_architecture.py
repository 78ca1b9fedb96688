"""The arrows between the rooms of the house, and what an import of the library loads."""

from __future__ import annotations

import ast
import re
import shutil
import statistics
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
ROOMS = re.findall(r"\w+", " ".join(CONTRACTS[0]["layers"]))
INNER = {
    each["containers"][0].replace(".", "/"): re.findall(r"\w+", " ".join(each["layers"]))
    for each in CONTRACTS
    if each.get("containers", ["opengov_local"]) != ["opengov_local"]
}
"""The rooms that are houses of their own: the path of each, and its rooms."""

LONGEST_MODULE, MEDIAN_MODULE, LONGEST_FUNCTION = 350, 100, 60
ABOVE = {
    "formats/word/minutes/minutes.py": 352,
}
"""Modules that are longer still; they may but become shorter."""
"""Lines, as CONTRIBUTING says; docstrings are none of a function."""

# Imports that must break a contract: the importing room, the imported one.
FORBIDDEN = [
    ("model", "finding"),
    ("model", "codelists"),
    ("model", "json_text"),
    ("finding", "errors"),
    ("document", "model"),
    ("source", "model"),
    ("source", "messages"),
    ("codelists", "model"),
    ("territories", "codelists"),
    ("messages", "model"),
    ("schema", "document"),
    ("validation", "formats"),
    ("validation", "report"),
    ("formats", "validation"),
    ("formats", "report"),
    ("report", "validation"),
    ("report", "model"),
    ("report", "document"),
    ("report", "source"),
    ("errors", "finding"),
    ("json_text", "model"),
    ("report", "json_text"),
    ("fingerprint", "document"),
    ("privacy", "messages"),
    ("privacy", "validation"),
    ("privacy", "document"),
    ("report", "privacy"),
    ("privacy", "normalization"),
    ("normalization", "validation"),
    ("api", "cli"),
    ("model", "cli"),
    ("cli", "validation"),
    ("cli", "model"),
]
# Imports that the house is built on: no contract may stand in their way.
ALLOWED = [
    ("__main__", "cli"),
    ("cli", "api"),
    ("cli", "formats"),
    ("cli", "report"),
    ("api", "validation"),
    ("api", "formats"),
    ("api", "report"),
    ("validation", "schema"),
    ("validation", "model"),
    ("validation", "source"),
    ("validation", "messages"),
    ("validation", "territories"),
    ("formats", "model"),
    ("formats", "document"),
    ("formats", "source"),
    ("formats", "codelists"),
    ("report", "finding"),
    ("report", "messages"),
    ("report", "fingerprint"),
    ("validation", "fingerprint"),
    ("validation", "privacy"),
    ("formats", "privacy"),
    ("validation", "normalization"),
    ("normalization", "model"),
    ("privacy", "model"),
    ("privacy", "json_text"),
    ("schema", "model"),
    ("schema", "codelists"),
    ("schema", "messages"),
    ("messages", "codelists"),
    ("source", "document"),
    ("source", "json_scan"),
    ("document", "json_text"),
    ("json_scan", "json_text"),
    ("json_scan", "finding"),
    ("source", "finding"),
    ("document", "finding"),
    ("model", "errors"),
    ("codelists", "resources"),
]

# A finder that refuses the packages named in the arguments, then the modules to import.
IMPORT_WITHOUT = """
import importlib, sys
refused, modules = (argument.split() for argument in sys.argv[1:])
class Refuse:
    @staticmethod
    def find_spec(name, path=None, target=None):
        if name.partition(".")[0] in refused:
            raise ModuleNotFoundError(f"{name} is refused", name=name)
sys.meta_path.insert(0, Refuse)
for module in modules:
    importlib.import_module(module)
print(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
"""

LINT_IMPORTS = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"


def _broken_contracts(folder: Path) -> str:
    """Judges the package in `folder`, else the installed one; gives what the broken contracts say, or ""."""
    done = subprocess.run([sys.executable, "-c", LINT_IMPORTS], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr if done.returncode else ""


def _house_with(arrows: list[tuple[str, str]], folder: Path) -> Path:
    """Builds an empty house in `folder`; each room has one module, and these import rooms by `arrows`."""
    shutil.copy(ROOT / "pyproject.toml", folder)
    for room in ["", *ROOMS]:
        (folder / "opengov_local" / room).mkdir()
        (folder / "opengov_local" / room / "__init__.py").touch()
    for house, rooms in INNER.items():
        for room in ["", *rooms]:
            (folder / house / room).mkdir(exist_ok=True)
            (folder / house / room / "__init__.py").touch()
    for room in ROOMS:
        imports = [f"import opengov_local.{imported}\n" for importer, imported in arrows if importer == room]
        (folder / "opengov_local" / room / "part.py").write_text("".join(imports), encoding="utf-8")
    return folder


def _top_level_after_import(modules: str, refused: str = "") -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_WITHOUT, refused, modules], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_no_import_breaks_a_contract() -> None:
    assert not _broken_contracts(ROOT)


def test_the_arrows_of_the_house_are_allowed(tmp_path: Path) -> None:
    assert not _broken_contracts(_house_with(ALLOWED, tmp_path))


@pytest.mark.parametrize(("importer", "imported"), FORBIDDEN)
def test_an_arrow_back_breaks_a_contract(importer: str, imported: str, tmp_path: Path) -> None:
    said = _broken_contracts(_house_with([(importer, imported)], tmp_path))
    assert f"opengov_local.{importer}.part -> opengov_local.{imported}" in said


def test_a_room_nobody_placed_breaks_a_contract(tmp_path: Path) -> None:
    (_house_with([], tmp_path) / "opengov_local" / "attic.py").touch()
    assert "attic" in _broken_contracts(tmp_path)


def test_the_core_needs_no_optional_package() -> None:
    core = "opengov_local opengov_local.model opengov_local.validation"
    loaded = _top_level_after_import(core, refused="jsonschema yaml docx jinja2 lxml")
    assert "pydantic" in loaded


def test_the_bare_import_is_light() -> None:
    heavy = {"pydantic", "pydantic_core", "msgspec", "jsonschema", "yaml", "docx", "jinja2", "dateutil"}
    assert not _top_level_after_import("opengov_local") & heavy


def test_commands_that_read_no_package_start_without_the_model() -> None:
    commands = " ".join(f"opengov_local.cli.{name}" for name in ("formats", "codelist"))
    assert "pydantic" not in _top_level_after_import(commands)


def test_no_private_name_lies_about_unused() -> None:
    unused = []
    for module in (ROOT / "src").rglob("*.py"):
        text = module.read_text(encoding="utf-8")
        for item in ast.parse(text).body:
            targets = item.targets if isinstance(item, ast.Assign) else [getattr(item, "target", None)]
            names = [target.id for target in targets if isinstance(target, ast.Name)] + [getattr(item, "name", "")]
            private = [name for name in names if re.match("_[^_]", name)]
            unused += [f"{module.name}: {name}" for name in private if len(re.findall(rf"\b{name}\b", text)) < 2]
    assert not unused


def _modules() -> dict[str, str]:
    """Gives the text of each module of the library by its path."""
    source = ROOT / "src" / "opengov_local"
    return {path.relative_to(source).as_posix(): path.read_text(encoding="utf-8") for path in source.rglob("*.py")}


def test_modules_are_short() -> None:
    lines = {path: text.count("\n") for path, text in _modules().items()}
    assert {path: count for path, count in lines.items() if count > ABOVE.get(path, LONGEST_MODULE)} == {}
    assert statistics.median(lines.values()) <= MEDIAN_MODULE


def _lines_of(item: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Counts the lines of a function without its docstring."""
    said = item.body[0] if ast.get_docstring(item) is not None else None
    ends = [(each.end_lineno or 0) - each.lineno + 1 for each in (item, said) if each is not None]
    return ends[0] - sum(ends[1:])


def test_functions_are_short() -> None:
    lines = {
        f"{path}:{item.lineno} {item.name}": _lines_of(item)
        for path, text in _modules().items()
        for item in ast.walk(ast.parse(text))
        if isinstance(item, ast.FunctionDef | ast.AsyncFunctionDef)
    }
    assert {name: count for name, count in lines.items() if count > LONGEST_FUNCTION} == {}


@pytest.mark.parametrize("house", sorted(INNER))
def test_rooms_within_a_house_import_only_those_below(house: str, tmp_path: Path) -> None:
    highest, lowest = INNER[house][0], INNER[house][-1]
    folder = _house_with(ALLOWED, tmp_path)
    above = f"import {house.replace('/', '.')}.{highest}\n"
    (folder / house / lowest / "part.py").write_text(above, encoding="utf-8")
    assert _broken_contracts(folder)
