"""`demo`: the main job on the packaged examples."""

from __future__ import annotations

import argparse
from collections import Counter
from datetime import date
from pathlib import Path

import opengov_local as ogl
from opengov_local import formats, messages
from opengov_local.atomic import make_folder
from opengov_local.cli.options import add_language, user_language
from opengov_local.report.text import render, summary
from opengov_local.resources import data_folder

_TODAY = date(2026, 11, 23)  # the demo says the same on every day
_VALID = ("oriental.json", "four-regions-ogp-2025.json", "agadir-ogp-2025.json", "synthetic/full-plan.json")
_FAULTY = "synthetic/faulty-plan.json"
_FORMS = (("html", "ogp-local-html"), ("docx", "ogp-local-docx"))


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("-o", "--output", metavar="DIR", default="demo-output")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Validates the examples, shows findings in French and Arabic, and writes JSON, HTML and Word files."""
    language = arguments.lang or user_language()
    folder = Path(arguments.output)
    for _, form in _FORMS:  # before anything is written
        formats.get(form).writer()
    make_folder(folder)
    examples = data_folder("examples")
    _validate_all(examples, language)
    _show_faults(examples, language)
    _write_all(examples, folder, language)
    for step in (1, 2, 3):
        print(messages.ui(f"demo-next-{step}", language, folder=folder))
    return 0


def _heading(key: str, language: str) -> None:
    print(f"\n== {messages.ui(key, language)}")


def _validate_all(examples: Path, language: str) -> None:
    _heading("demo-validate", language)
    for name in _VALID:
        report = ogl.validate(examples / name, today=_TODAY)
        print(f"  {name}: {summary(report, language)}")
        if report.package and report.package.title:
            print(f"      {ogl.read_text(report.package.title, language).text}")
            print(f"      {_contents(report.package, language)}")


def _contents(package: ogl.Package, language: str) -> str:
    """Counts what a package holds, by kind of object."""
    kinds = Counter(node.value.concept for node in package.index.all)
    labels = ogl.codelists.get("object_kind")
    shown = ("collectivity", "plan", "axis", "commitment", "milestone", "workshop", "working_group", "contribution")
    return " · ".join(f"{labels.label(kind, language)}: {kinds[kind]}" for kind in shown if kinds[kind])


def _show_faults(examples: Path, language: str) -> None:
    report = ogl.validate(examples / _FAULTY, today=_TODAY)
    for shown in ("fr", "ar"):
        _heading(f"demo-faults-{shown}", language)
        print(render([report], shown))


def _write_all(examples: Path, folder: Path, language: str) -> None:
    _heading("demo-write", language)
    for name in _VALID:
        package, stem = ogl.load(examples / name, today=_TODAY), Path(name).stem
        print(f"  {folder / stem}.json")
        ogl.save(package, folder / f"{stem}.json")
        for written in ("fr", "ar"):
            _write_forms(package, folder / f"{stem}.{written}", written, language)


def _write_forms(package: ogl.Package, stem: Path, written: str, language: str) -> None:
    """Writes the forms of one language; what they leave out is said once, since it is the same for all."""
    said: dict[str, None] = {}
    for ending, form in _FORMS:
        findings = ogl.save(package, f"{stem}.{ending}", format=form, language=written)
        print(f"  {stem}.{ending}")
        said |= {messages.render(finding, language): None for finding in findings}
    for text in said:
        print(f"      {text}")
