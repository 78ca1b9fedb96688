"""`demo`: the main job on the packaged examples."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
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
_TABLE = "synthetic/programme-fictif.csv"
_DOCUMENTS = (
    ("ogp-local", ("html", "docx")),
    ("programme", ("docx",)),
    ("workshop", ("docx",)),
)
"""What is written of each example, in French and in Arabic: the document, and the kinds of files."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("-o", "--output", metavar="DIR", default="demo-output")
    add_language(parser)


def run(arguments: argparse.Namespace) -> int:
    """Validates the examples, shows findings in French and Arabic, reads a table, and writes documents and pages."""
    language = arguments.lang or user_language()
    folder = Path(arguments.output)
    for name in (f"{document}-{kind}" for document, kinds in _DOCUMENTS for kind in kinds):
        formats.get(name).writer()  # before anything is written
    make_folder(folder)
    examples = data_folder("examples")
    _validate_all(examples, language)
    _show_faults(examples, language)
    _read_table(examples, folder, language)
    _write_all(examples, folder, language)
    _publish(examples, folder / "site", language)
    for step in (1, 2, 3):
        print(messages.ui(f"demo-next-{step}", language, folder=folder))
    return 0


def _heading(key: str, language: str) -> None:
    print(f"\n== {messages.ui(key, language)}")


def _validate_all(examples: Path, language: str) -> None:
    _heading("demo-validate", language)
    for name in _VALID:
        report = ogl.validate(examples / name, today=_TODAY)
        print(f"  {name} · {summary(report, language)}")
        if report.package and report.package.title:
            print(f"      {ogl.read_text(report.package.title, language).text}")
            print(f"      {_contents(report.package, language)}")


def _contents(package: ogl.Package, language: str) -> str:
    """Counts what a package holds, by kind of object."""
    kinds = Counter(node.value.concept for node in package.index.all)
    labels = ogl.codelists.get("object_kind")
    shown = ("collectivity", "plan", "axis", "commitment", "milestone", "workshop", "working_group", "contribution")
    return " · ".join(f"{kinds[kind]} × {labels.label(kind, language)}" for kind in shown if kinds[kind])


def _show_faults(examples: Path, language: str) -> None:
    report = ogl.validate(examples / _FAULTY, today=_TODAY)
    for shown in ("fr", "ar"):
        _heading(f"demo-faults-{shown}", language)
        print(render([report], shown))


def _read_table(examples: Path, folder: Path, language: str) -> None:
    """Makes a package of a table, and shows what was understood, and what was not."""
    _heading("demo-read", language)
    target = folder / f"{Path(_TABLE).stem}.json"
    read = ogl.convert(
        examples / _TABLE, target, today=_TODAY, import_options=ogl.import_options(id_prefix="ma.exemple")
    )
    print(render([read.report], language))
    print(f"  {target}")


def _write_all(examples: Path, folder: Path, language: str) -> None:
    _heading("demo-write", language)
    notes = 0
    for name in _VALID:
        package, stem = ogl.load(examples / name, today=_TODAY), Path(name).stem
        for document, kinds in _DOCUMENTS:
            if document == "workshop" and not package.workshops:
                continue
            for target, form, written in _files(folder / f"{stem}.{document}", document, kinds):
                notes += len(ogl.save(package, target, format=form, language=written))
                print(f"  {target}")
    print(f"\n  {messages.ui('demo-notes', language, count=notes)}")


def _files(stem: Path, document: str, kinds: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    """Gives the files of a document: name, format and language of each."""
    for kind in kinds:
        for written in ("fr", "ar"):
            yield f"{stem}.{written}.{kind}", f"{document}-{kind}", written


def _publish(examples: Path, folder: Path, language: str) -> None:
    """Makes the public pages of all examples, with their index."""
    _heading("demo-publish", language)
    done = ogl.publish(folder, [examples / name for name in _VALID])
    for one in done.published:
        print(f"  {one.page}")
    print(f"  {done.index}")
