"""The documents that speed is measured on, made up: a plan as councils write them, and a STAC Item of the same size.

Both are written compactly, as the lines of an NDJSON file are.
"""

from __future__ import annotations

import json
from typing import Any

SIZE = 10_000
"""The size of a document in bytes, about: the plans of councils are of this order."""

_TITLES = (
    ("Publier les budgets de la commune en données ouvertes", "نشر ميزانيات الجماعة كبيانات مفتوحة"),
    ("Ouvrir un guichet d’écoute pour les associations", "فتح شباك للإنصات إلى الجمعيات"),
    ("Former les agents à l’accès à l’information", "تكوين الموظفين في الحق في الحصول على المعلومات"),
    ("Suivre les projets avec les habitants", "تتبع المشاريع مع الساكنة"),
    ("Simplifier les démarches d’urbanisme", "تبسيط مساطر التعمير"),
)
_STATES = ("completed", "in_progress", "limited", "not_started")


def plan(*, own: bool = False, commitments: int = 5) -> Any:
    """Makes up a sound package: one plan of some commitments with four milestones each, in French and Arabic.

    Args:
        own: whether a publisher's own fields (`x_…`) stand in it.
        commitments: how many commitments.
    """
    package: dict[str, Any] = {
        "id": "ma.exemple:pk-1",
        "schema_version": "0.1",
        "id_prefix": "ma.exemple",
        "publisher": {"collectivity": "ma.exemple:tc-1"},
        "licence": "CC-BY-4.0",
        "default_language": "fr",
        "collectivities": [_named("tc", 1, "Commune fictive", "جماعة خيالية", kind="commune", country="MA")],
        "organizations": [_named("og", 1, "Association fictive", "جمعية خيالية", sector="civil_society")],
        "plans": [
            {
                "id": "ma.exemple:pl-1",
                "collectivities": ["ma.exemple:tc-1"],
                "framework": "remacto",
                "title": _text("Programme d’ouverture 2025-2026", "برنامج عمل الانفتاح 2025-2026"),
                "period": {"start": "2025-01", "end": "2026-12"},
                "commitments": [
                    _commitment(number, *_TITLES[number % len(_TITLES)]) for number in range(1, commitments + 1)
                ],
            }
        ],
    }
    if own:
        package["plans"][0]["x_dossier"] = "12/2025"
        for commitment in package["plans"][0]["commitments"]:
            commitment["x_budget_code"] = {"chapitre": 10, "article": "20.30"}
    return package


def refused() -> Any:
    """Makes up the same package with a fault in each commitment and in half of the milestones."""
    package = plan()
    for commitment in package["plans"][0]["commitments"]:
        commitment["progress"] = "40%"
        for milestone in commitment["milestones"][::2]:
            milestone["due"] = "31/12/2025"
    return package


def stac_item(size: int) -> Any:
    """Makes up a sound STAC Item of about a size in bytes: bands of a satellite's image, as catalogues have them."""
    item: dict[str, Any] = {
        "type": "Feature",
        "stac_version": "1.1.0",
        "stac_extensions": ["https://stac-extensions.github.io/eo/v1.1.0/schema.json"],
        "id": "S2A_MSIL2A_20250115",
        "collection": "sentinel-2-l2a",
        "geometry": {
            "type": "Polygon",
            "coordinates": [[[-7.1, 33.2], [-6.2, 33.2], [-6.2, 34.1], [-7.1, 34.1], [-7.1, 33.2]]],
        },
        "bbox": [-7.1, 33.2, -6.2, 34.1],
        "properties": {
            "datetime": "2025-01-15T10:56:31Z",
            "created": "2025-01-15T18:00:00Z",
            "updated": "2025-01-15T18:00:00Z",
            "platform": "sentinel-2a",
            "constellation": "sentinel-2",
            "instruments": ["msi"],
            "gsd": 10,
            "eo:cloud_cover": 3.4,
        },
        "links": [
            {"rel": rel, "href": f"https://example.org/stac/{rel}", "type": "application/json"}
            for rel in ("self", "root", "parent", "collection")
        ],
        "assets": {},
    }
    while len(written(item)) < size:
        band = f"B{len(item['assets']) + 1:02}"
        item["assets"][band] = {
            "href": f"https://example.org/data/S2A/{band}.tif",
            "type": "image/tiff; application=geotiff; profile=cloud-optimized",
            "title": f"Band {band}, surface reflectance",
            "roles": ["data", "reflectance"],
            "eo:bands": [{"name": band, "common_name": "red", "center_wavelength": 0.665}],
            "proj:shape": [10980, 10980],
            "raster:bands": [{"nodata": 0, "data_type": "uint16", "spatial_resolution": 10, "scale": 0.0001}],
        }
    return item


def written(tree: Any) -> bytes:
    """Writes JSON-shaped data compactly, in UTF-8."""
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode()


def _text(french: str, arabic: str) -> dict[str, str]:
    return {"fr": french, "ar": arabic}


def _named(kind_of_id: str, number: int, french: str, arabic: str, **beside: Any) -> dict[str, Any]:
    return {"id": f"ma.exemple:{kind_of_id}-{number}", "name": _text(french, arabic), **beside}


def _commitment(number: int, french: str, arabic: str) -> dict[str, Any]:
    return {
        "id": f"ma.exemple:co-{number}",
        "number": str(number),
        "title": _text(french, arabic),
        "problem": _text("Les habitants ne trouvent pas ce que la commune sait.", "لا يجد السكان ما تعرفه الجماعة."),
        "action": _text(
            "La commune publie, avec une association qui suit les travaux.",
            "تنشر الجماعة المعلومات بمعية جمعية تتتبع الأشغال.",
        ),
        "policy_areas": ["fiscal_openness"],
        "start": "2025-01",
        "end": "2026-12",
        "leads": [{"collectivity": "ma.exemple:tc-1"}],
        "supporting": [{"organization": "ma.exemple:og-1", "role": _text("Suivi", "التتبع")}],
        "milestones": [_milestone(number, step) for step in range(1, 5)],
    }


def _milestone(number: int, step: int) -> dict[str, Any]:
    first, state = 3 * step + number % 3, _STATES[(number + step) % 4]
    milestone = {
        "id": f"ma.exemple:ms-{number}-{step}",
        "title": _text(f"Étape {step} du projet {number}", f"المرحلة {step} من المشروع {number}"),
        "deliverable": _text("Un document publié", "وثيقة منشورة"),
        "start": _month(first),
        "due": f"{_month(first + 5)}-15",
        "status": {"code": state, "as_of": "2026-01"},
        "progress": {"completed": 100, "in_progress": 60, "limited": 20, "not_started": 0}[state],
    }
    return (
        {**milestone, "completed_on": f"{_month(first + 5)}-{number % 28 + 1:02}"}
        if state == "completed"
        else milestone
    )


def _month(count: int) -> str:
    """Gives a month of the two years, counted from 1."""
    return f"{2025 + (count - 1) // 12}-{(count - 1) % 12 + 1:02}"
