"""Bodies and measures in one line: what is parted, what stays whole and is said; all made up."""

from __future__ import annotations

import pytest
from tests.formats.word.papers import codes_of, commitments_of, read_paper, unmapped

TITLE = "= Programme d’ouverture de la commune 2025-2027"


def _names(text: str, label: str = "Partenaires") -> tuple[list[str], list[str]]:
    made = read_paper(TITLE, "# Projet 1 : A", "Problème : x", f"{label} : {text}")
    (commitment,) = commitments_of(made)
    return [next(iter(one["name"].values())) for one in commitment["supporting"]], codes_of(made)


@pytest.mark.parametrize(
    "text",
    [
        "Association Atlas - Direction de l’équipement",
        "جمعية تيمزكيد للتنمية - مديرية التجهيز",
    ],
)
def test_what_may_be_two_bodies_stays_one_and_is_said(text: str) -> None:
    names, codes = _names(text)
    assert names == [text]
    assert "import/list-uncertain" in codes


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("Commune et Région", ["Commune", "Région"]),
        ("Commune, Région et Province", ["Commune", "Région", "Province"]),
        ("العمالة والجهة", ["العمالة", "الجهة"]),
        ("المجلس الجماعي والمجتمع المدني", ["المجلس الجماعي", "المجتمع المدني"]),
    ],
)
def test_words_for_kinds_of_bodies_are_parted_at_and(text: str, parted: list[str]) -> None:
    names, codes = _names(text)
    assert names == parted
    assert "import/list-uncertain" not in codes


def test_whole_names_of_bodies_are_parted_at_and_which_is_said() -> None:
    names, codes = _names("Commune A et Commune B")
    assert names == ["Commune A", "Commune B"]
    assert "import/list-uncertain" in codes


@pytest.mark.parametrize("text", ["Direction de l’eau et de l’assainissement", "Association Ville et Culture"])
def test_one_body_with_and_in_its_name_stays_whole(text: str) -> None:
    names, codes = _names(text)
    assert names == [text]
    assert "import/list-uncertain" not in codes


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Indicateur : Nombre de documents (référence : 20 ; cible : 120)", "Nombre de documents"),
        ("المؤشر: عدد الوثائق (المرجع: 20، الهدف: 120)", "عدد الوثائق"),
        ("Indicator: Documents (baseline value: 20; target value: 120)", "Documents"),
    ],
)
def test_from_where_to_where_an_indicator_goes_may_stand_in_brackets(line: str, name: str) -> None:
    (commitment,) = commitments_of(read_paper(TITLE, "# Projet 1 : A", "Problème : x", line))
    (indicator,) = commitment["indicators"]
    assert name in indicator["name"].values()
    assert (indicator["baseline"], indicator["target"]) == ({"value": "20"}, {"value": "120"})
    assert commitment.keys().isdisjoint({"beneficiaries", "objectives"})


def test_brackets_that_say_something_else_stay_whole() -> None:
    line = "Indicateur : Nombre de lieux (quartier : nord ; douar : sud)"
    (commitment,) = commitments_of(read_paper(TITLE, "# Projet 1 : A", "Problème : x", line))
    assert [one["name"] for one in commitment["indicators"]] == [{"fr": line.partition(" : ")[2]}]


def test_a_body_that_two_labels_of_one_group_name_is_one() -> None:
    civil = ("Associations :", "Association A", "Société civile :", "Association A ; Association B")
    lines = (*civil, "Partenaires : ONG C")
    (project,) = commitments_of(read_paper("= Plan d'action 2026", "# Projet 1 : Portail", *lines))
    assert [(each["name"]["fr"], each.get("group")) for each in project["supporting"]] == [
        ("Association A", "csos"),
        ("Association B", "csos"),
        ("ONG C", None),
    ]


def test_sectors_in_front_of_bodies_are_their_groups() -> None:
    said = "Secteur public : Province\nSecteur privé : Société B\nSociété civile : Association C"
    table = [["N°", "Projet", "Partenaires"], ["1", "Portail", said], ["2", "Forum", "Commune"]]
    project, _ = commitments_of(read_paper("= Plan d'action 2026", table))
    assert [(each["name"]["fr"], each.get("group")) for each in project["supporting"]] == [
        ("Province", "government"),
        ("Société B", "others"),
        ("Association C", "csos"),
    ]


def _who(text: str, label: str = "Parties prenantes") -> tuple[list[str], list[tuple[str, str]], list[str]]:
    made = read_paper(TITLE, "# Projet 1 : A", [["Problème", "x"], [label, text]])
    (commitment,) = commitments_of(made)
    leads, others = commitment.get("leads", []), commitment.get("supporting", [])
    partners = [(next(iter(one["name"].values())), one.get("group", "")) for one in others]
    return [next(iter(one["name"].values())) for one in leads], partners, codes_of(made)


@pytest.mark.parametrize(
    ("text", "leads", "partners"),
    [
        ("Pilote : DSI ; Appui : DAF, DRH", ["DSI"], [("DAF", ""), ("DRH", "")]),
        ("Porteur : DSI – Partenaires : ONG X", ["DSI"], [("ONG X", "")]),
        ("المسؤول: المعلوميات؛ الشركاء: المالية", ["المعلوميات"], [("المالية", "")]),
        ("État : ADD ; Société civile : ONG X", [], [("ADD", "government"), ("ONG X", "csos")]),
        ("ONG X ; Commune : Y", [], [("ONG X", ""), ("Commune : Y", "")]),
    ],
)
def test_parts_on_one_line_are_cut_before_each(text: str, leads: list[str], partners: list[tuple[str, str]]) -> None:
    assert _who(text)[:2] == (leads, partners)


@pytest.mark.parametrize("nobody", ["néant", "aucun", "à définir"])
def test_a_part_of_nobody_is_kept_and_said(nobody: str) -> None:
    _, partners, codes = _who(f"Société civile : ONG X\nSecteur privé : {nobody}")
    assert partners == [("ONG X", "csos")]
    assert "import/no-value" in codes


@pytest.mark.parametrize("label", ["Indicateurs", "Ressources", "Contact", "Partenaires"])
@pytest.mark.parametrize("nothing", ["Néant", "Aucun", "لا يوجد", "None", "Ninguno"])
def test_nothing_is_no_indicator_resource_or_person(label: str, nothing: str) -> None:
    made = read_paper(TITLE, "# Projet 1 : A", [["Problème", "x"], [label, nothing]])
    (commitment,) = commitments_of(made)
    assert not {"indicators", "resources", "leads", "supporting"} & set(commitment)
    assert unmapped(made)["table 1!B2"] == nothing
    assert "import/no-value" in codes_of(made)


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        (
            "Gouvernement\n- Préfecture\nSociété civile\n- Association A\n- Association B\nAutres acteurs\n- Club",
            [
                ("Préfecture", "government"),
                ("Association A", "csos"),
                ("Association B", "csos"),
                ("Club", "others"),
            ],
        ),
        ("Gouvernement\nPréfecture\nSociété civile\nClub", [("Préfecture", "government"), ("Club", "csos")]),
        ("Associations\nCommune\nUniversité", [("Associations", ""), ("Commune", ""), ("Université", "")]),
        ("ADD\tONG X", [("ADD", ""), ("ONG X", "")]),
    ],
)
def test_kinds_of_bodies_head_those_below_each(text: str, partners: list[tuple[str, str]]) -> None:
    assert _who(text)[1] == partners


def test_who_supports_may_stand_behind_who_leads_in_french() -> None:
    made = read_paper("= Plan d'action 2025-2027", "# Projet 1 : Portail", "Responsable : DSI ; Soutien : OSC Essai")
    (commitment,) = commitments_of(made)
    assert [lead["name"]["fr"] for lead in commitment["leads"]] == ["DSI"]
    assert [each["name"]["fr"] for each in commitment["supporting"]] == ["OSC Essai"]


@pytest.mark.parametrize("rest", ["555 1234", "b@example.org", "05 28 00 00 01 / 06 61 00 00 02"])
def test_what_stands_beside_an_address_is_kept(rest: str) -> None:
    made = read_paper("= Plan d'action", "# Projet 1 : Portail", f"E-mail et téléphone : a@example.org, {rest}")
    (commitment,) = commitments_of(made)
    assert commitment["leads"][0]["person"]["contact"]["email"] == "a@example.org"
    kept = [*commitment.get("x_unmapped", ()), *commitment["leads"][0]["person"]["contact"].get("x_unmapped", ())]
    assert rest[-8:] in kept[0]["text"]
    assert {"import/pieces-kept", "import/conflict"} & {*codes_of(made)}
