"""Categories and taxonomies of Decidim as axes: numbers without names, names in a column for each language."""

from __future__ import annotations

import pytest
from tests.formats.decidim.reads import is_valid, read_text, tree, unmapped


def test_the_number_of_a_category_without_its_name_is_kept_and_makes_no_axis() -> None:
    done = read_text("result_id,decidim_category_id,parent_id,progress,title_fr\n1,4,,25.0,Titre fictif\n")
    (plan,) = tree(done)["plans"]
    assert "axes" not in plan
    assert unmapped(plan["commitments"][0])["decidim_category_id"] == "4"
    assert is_valid(done)


@pytest.mark.parametrize(
    ("ids", "fr", "ar", "titles"),
    [
        ("7", "Eau", "الماء", [{"fr": "Eau", "ar": "الماء"}]),
        ("7,9", "Eau, Air", "الماء, الهواء", [{"fr": "Eau", "ar": "الماء"}, {"fr": "Air", "ar": "الهواء"}]),
        ("7", "Eau, assainissement", "الماء", [{"fr": "Eau, assainissement", "ar": "الماء"}]),
        ("", "Eau", "الماء", [{"fr": "Eau", "ar": "الماء"}]),
    ],
)
def test_taxonomies_may_have_a_column_for_each_language(
    ids: str, fr: str, ar: str, titles: list[dict[str, str]]
) -> None:
    head = "id;taxonomies/id;taxonomies/name/fr;taxonomies/name/ar;title/fr;progress"
    done = read_text(f"{head}\n1;{ids};{fr};{ar};Titre fictif;25.0\n")
    (plan,) = tree(done)["plans"]
    assert [axis["title"] for axis in plan["axes"]] == titles
    assert plan["commitments"][0]["axes"] == [axis["id"] for axis in plan["axes"]]


def test_as_many_names_as_numbers_or_none_is_taken() -> None:
    head = "id;taxonomies/id;taxonomies/name/fr;taxonomies/name/ar;title/fr;progress"
    done = read_text(f"{head}\n1;7,9;Eau;الماء;Titre fictif;25.0\n")
    assert "axes" not in tree(done)["plans"][0]
