"""What findings and kept cells call a column: by its heading, or by a field that people know; all made up."""

from __future__ import annotations

from tests.formats.tables.sheets import codes, read, sheet, shown

from opengov_local import messages
from opengov_local.formats.wording.headings.heading_meanings import field_of, targets
from opengov_local.messages.labels import label


def test_a_doubtful_heading_is_told_with_a_field_that_has_a_title() -> None:
    nameless = [target for target in targets() if target not in ("period.done", "group.heading")]
    for name in map(field_of, nameless):
        concept, _, field = name.rpartition(".")
        assert label(concept, field, "fr")


def test_a_doubtful_heading_of_a_year_is_told_with_it() -> None:
    grid = sheet(
        ["Projet", "Budget", "Commune", None, "INDH", None],
        [None, None, 2026, 2027, 2026, 2027],
        ["Portail", 10000, 2000, 3000, 2000, 3000],
    )
    told = [one.params for one in read(grid).findings if one.code == "import/heading-uncertain"]
    assert [each["heading"] for each in told] == ["Commune 2026", "Commune 2027", "INDH 2026", "INDH 2027"]
    assert {each["field"] for each in told} == {"budget"}


def test_a_row_of_several_projects_is_kept_under_its_heading() -> None:
    tree = read(sheet(["Projet", "Responsable"], ["Portail", "DSI"], ["Forum", "SG"], ["Tous", "Comité"]))
    kept = [each for each in shown(tree)["x_unmapped"] if each["text"] == "Tous"]
    assert [each["label"] for each in kept] == ["Projet"]


def test_a_place_that_is_not_known_is_kept_under_a_title() -> None:
    imported = read(
        sheet(["Collectivité", "Commune de Nulle-Part-sur-Mer"], ["Projet", "Responsable"], ["Forum", "SG"])
    )
    assert "import/territory-unknown" in codes(imported)
    labels = {each.get("label") for each in shown(imported)["x_unmapped"]}
    assert "collectivity" not in labels


def test_sums_that_go_with_their_funders_by_place_alone_are_a_warning() -> None:
    heads = ["Projet", "Financeur", "Montant (DH)"]
    plain = read(sheet(heads, ["Portail", "Commune\nINDH", "2000\n3000"], ["Forum", "Province", "500"]))
    told = [one.severity for one in plain.findings if one.code == "import/lists-side-by-side"]
    assert told == ["warning"]


def test_a_list_that_was_cut_ends_a_sentence_once() -> None:
    from opengov_local.finding import Finding

    names = tuple(f"n{number}" for number in range(30))
    for language in messages.LANGUAGES:
        for given in (names, ()):
            text = messages.render(
                Finding("import/comments-not-read", "info", params={"count": 30, "names": given}), language
            )
            assert "…." not in text.replace("\u2069", "")
