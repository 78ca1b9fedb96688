"""The scope of all results of a plan says whose it is; the results are made up."""

from __future__ import annotations

import pytest
from tests.formats.decidim.reads import account, codes, is_valid, read_text, tree, unmapped

HEAD = (
    "id;category/id;category/name/fr;scope/id;scope/name/fr;parent/id;title/fr;description/fr;start_date;end_date;"
    "status/id;status/key;status/name/fr;progress;created_at;url;component/id;proposal_urls\n"
)


def results(*scopes: str) -> str:
    rows = (
        f"{number};;;4;{scope};;Engagement fictif {number};<p>Inventé</p>;;;;;;;;;16;"
        for number, scope in enumerate(scopes, start=1)
    )
    return HEAD + "\n".join(rows) + "\n"


def test_a_commune_that_is_the_scope_of_all_results_is_whose_plan_it_is() -> None:
    done = read_text(text := results("Commune de Kénitra", "Commune de Kénitra"))
    (collectivity,) = tree(done)["collectivities"]
    (plan,) = tree(done)["plans"]
    assert (collectivity["name"], collectivity["kind"], collectivity["country"]) == (
        {"fr": "Kénitra"}, "commune", "MA",
    )  # fmt: skip
    assert plan["collectivities"] == [collectivity["id"]]
    assert codes(done).count("import/territory-recognised") == 1
    assert all(unmapped(each).keys() == {"scope/id", "component/id"} for each in plan["commitments"])
    assert sum(account(done).counts.values()) == sum(bool(cell) for row in text.split("\n") for cell in row.split(";"))
    assert is_valid(done)


@pytest.mark.parametrize(
    "scopes",
    [
        ("Commune de Kénitra",),
        ("Commune de Kénitra", "Commune d'Agadir"),
        ("Commune de Kénitra", ""),
        ("Kénitra", "Kénitra"),
        ("Commune de Ville Fictive", "Commune de Ville Fictive"),
    ],
)
def test_other_scopes_stay_with_the_results(scopes: tuple[str, ...]) -> None:
    done = read_text(results(*scopes))
    assert "collectivities" not in tree(done)
    kept = [unmapped(each).get("scope/name/fr", "") for each in tree(done)["plans"][0]["commitments"]]
    assert kept == list(scopes)
