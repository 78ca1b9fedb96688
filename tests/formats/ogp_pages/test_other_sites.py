"""Saved pages of other sites, which are read as the documents that they are; all made up."""

from __future__ import annotations

from typing import Any

import pytest

import opengov_local as ogl
from opengov_local.document import Import
from opengov_local.formats.ogp_pages.page_format import read
from opengov_local.model import Package

_HEAD = "<tr><th>الأعمال المدرجة</th><th>متابعة تقدم الإنجاز</th><th>نسبة تقدم الإنجاز (%)</th></tr>"


def _commitment(number: int, title: str, axis: str, *rows: tuple[str, str, str]) -> str:
    said = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return (
        f"<h2>التعهد {number}: {title}</h2><p><strong>المحور:</strong> {axis}</p>"
        f"<p><strong>الهيكل المسؤول:</strong> مصلحة التجربة</p><table>{_HEAD}{said}</table>"
    )


def _tracker() -> Import:
    page = (
        '<!DOCTYPE html><html dir="rtl" lang="ar"><head><meta charset="utf-8"></head><body><nav>الرئيسية</nav>'
        "<h1>متابعة تنفيذ خطة عمل بلدية وادي التجربة لشراكة الحكومة المفتوحة 2024-2026</h1>"
        + _commitment(
            1, "بوابة البيانات", "الشفافية", ("جرد البيانات", "تم الجرد", "100%"), ("النشر", "الاختبار", "60%")
        )
        + _commitment(2, "ميزانية تشاركية", "المشاركة", ("تنظيم الجلسات", "لم ينطلق", "0%"))
        + "</body></html>"
    )
    return read(page.encode())


def _tree(made: Import) -> dict[str, Any]:
    assert made.document is not None
    tree: dict[str, Any] = made.document.tree
    return tree


def test_an_arabic_tracker_says_commitments_works_and_progress() -> None:
    made = _tracker()
    (plan,) = _tree(made)["plans"]
    commitments = plan["commitments"]
    assert [(one["number"], one["title"]["ar"]) for one in commitments] == [
        ("1", "بوابة البيانات"),
        ("2", "ميزانية تشاركية"),
    ]
    assert [one["leads"][0]["name"]["ar"] for one in commitments] == ["مصلحة التجربة"] * 2
    assert [[step["progress"] for step in one["milestones"]] for one in commitments] == [[100, 60], [0]]
    assert [each["title"]["ar"] for each in plan["axes"]] == ["الشفافية", "المشاركة"]
    assert [each["text"]["ar"] for each in _tree(made)["progress_updates"]] == ["تم الجرد", "الاختبار", "لم ينطلق"]
    assert made.document is not None
    assert made.document.format == "ogp-page"


def test_all_of_the_page_is_accounted_for() -> None:
    made = _tracker()
    codes = [finding.code for finding in made.findings]
    assert "import/nothing-recognised" not in codes
    assert codes.count("import/no-id-prefix") == 1
    assert [kept["text"] for kept in _tree(made)["x_unmapped"]] == ["الرئيسية"]


def test_a_page_that_is_no_plan_stays_not_understood() -> None:
    made = read(b"<html><body><h1>Weather</h1><p>It rains in the hills.</p></body></html>")
    assert "import/nothing-recognised" in [finding.code for finding in made.findings]


def _of_council(said: str) -> dict[str, Any]:
    made = read(f"<html><body><h1>Plan d'action de la commune de Midelt 2026-2027</h1>{said}</body></html>".encode())
    (plan,) = _tree(made)["plans"]
    assert plan["title"] == {"fr": "Plan d'action de la commune de Midelt 2026-2027"}
    return dict(plan)


def test_problem_and_action_are_labels_of_each_commitment_on_a_page_of_a_council() -> None:
    plan = _of_council(
        "<h2>Engagement 1 : Budget ouvert</h2><p><b>Problème :</b> Budget tardif.</p><p><b>Action :</b> Publier.</p>"
        "<p><b>Responsable :</b> Service financier</p>"
        "<table><tr><th>Jalon</th><th>Échéance</th></tr><tr><td>Modèle</td><td>31/03/2026</td></tr></table>"
        "<h2>Engagement 2 : Forum</h2><p><b>Problème :</b> Peu de débats.</p><p><b>Action :</b> Réunir.</p>"
    )
    first, second = plan["commitments"]
    assert (first["problem"]["fr"], first["action"]["fr"]) == ("Budget tardif.", "Publier.")
    assert first["leads"][0]["name"]["fr"] == "Service financier"
    assert [(each["title"]["fr"], each["due"]) for each in first["milestones"]] == [("Modèle", "2026-03-31")]
    assert (second["title"]["fr"], second["problem"]["fr"], second["action"]["fr"]) == (
        "Forum",
        "Peu de débats.",
        "Réunir.",
    )


def test_pages_laid_out_in_a_table_are_read_as_those_that_are_not() -> None:
    said = (
        "<p>Adopté le 8 octobre 2025</p><table><tr><th>Projet</th><th>Échéance</th></tr>"
        "<tr><td>Portail</td><td>mars 2026</td></tr></table>"
    )
    plain = _of_council(said)
    head = "<html><body><table><tr><td>Accueil</td><td><h1>Plan d'action de la commune de Midelt 2026-2027</h1>"
    (plan,) = _tree(read(f"{head}{said}</td></tr></table></body></html>".encode()))["plans"]
    assert plan["adoptions"] == plain["adoptions"] == [{"date": "2025-10-08"}]
    assert plan["title"] == plain["title"]
    assert [each["title"] for each in plan["commitments"]] == [{"fr": "Portail"}]


@pytest.mark.parametrize("form", ["ogp-local-html", "ogp-national-2022-html", "programme-html", "plan-html"])
def test_a_page_that_the_library_wrote_is_refused(form: str) -> None:
    commitments = [{"id": "test.x:c", "title": {"fr": "Portail"}}]
    plan = {"id": "test.x:p", "title": {"fr": "Plan"}, "framework": "ogp_local", "commitments": commitments}
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [plan]}
    made = read(ogl.dump(Package.model_validate(tree), form, language="fr").data, "plan.html")
    assert made.document is None
    assert [(each.code, each.severity) for each in made.findings] == [("source/own-page", "error")]
