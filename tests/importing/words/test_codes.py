"""Names of codes, goals and official numbers: exact but for their folding."""

from __future__ import annotations

import pytest

from opengov_local import codelists
from opengov_local.importing.words import fold, read_codes, read_identifier, read_sdgs
from opengov_local.importing.words.tables import rows

LISTS = ("ogp_value", "policy_area", "sector", "remacto_principle", "sdg")


@pytest.mark.parametrize(
    ("name", "text", "codes"),
    [
        ("ogp_value", "Access to information; Civic Participation", "access_to_information civic_participation"),
        ("ogp_value", "Technology and Innovation for Transparency and Accountability", "technology_and_innovation"),
        (
            "ogp_value",
            "Participación ciudadana,Uso de tecnologías e innovación",
            "civic_participation technology_and_innovation",
        ),
        ("ogp_value", "civic_participation", "civic_participation"),
        ("remacto_principle", "Participation citoyenne / Transparence", "citizen_participation transparency"),
        ("remacto_principle", "Transparence et redevabilité", "transparency accountability"),
        ("remacto_principle", "الشفافية والمساءلة", "transparency accountability"),
        ("remacto_principle", "الشفافية، الرقمنة", "transparency digitalisation"),
        ("policy_area", "- Audits\n- Gender", "audits gender"),
        ("policy_area", "Environment and Climate", "environment_and_climate"),
        ("sector", "Public Services (general), Other/NA", "public_services other"),
        ("sdg", "Peace, justice and strong institutions, No poverty", "16 1"),
        ("policy_area", "Open data\nEducation", "open_data education"),
        ("policy_area", "البيانات المفتوحة، التعليم", "open_data education"),
        ("policy_area", "Open Data (Education)", "open_data_education"),
        ("sector", "", ""),
    ],
)
def test_codes(name: str, text: str, codes: str) -> None:
    reading = read_codes(text, name)
    assert (" ".join(reading.codes), reading.rest, reading.notes) == (codes, (), ())


@pytest.mark.parametrize("name", LISTS)
def test_every_name_that_only_one_code_has_is_read(name: str) -> None:
    owners: dict[str, list[str]] = {}
    for entry in codelists.get(name):
        for spelling in {fold(word) for word in (*entry.labels.values(), *entry.other_names)}:
            owners.setdefault(spelling, []).append(entry.code)
    for entry in codelists.get(name):
        for label in entry.labels.values():
            codes = read_codes(label.upper(), name).codes
            assert codes == ((entry.code,) if len(owners[fold(label)]) == 1 else codes), label


def test_no_word_of_the_table_has_two_codes() -> None:
    for row in rows("code_words"):
        assert row["code"] in codelists.get(row["list"])
        assert read_codes(row["word"], row["list"]).codes == (row["code"],), row["word"]


def test_rest_is_kept_as_written_and_a_near_name_offered() -> None:
    reading = read_codes("Open Dat ; Tax, Bananes", "policy_area")
    assert (reading.codes, reading.rest) == (("tax",), ("Open Dat", "Bananes"))
    assert [note.code for note in reading.notes] == ["import/code-unknown"] * 2
    assert [note.params["suggestion"] for note in reading.notes] == ["Open Data", ""]


def test_half_of_a_name_is_none() -> None:
    assert read_codes("Transparence et bananes", "remacto_principle").codes == ()


def test_own_words_win() -> None:
    words = {("policy_area", "deneigement"): "x_snow", ("policy_area", "tax"): "debt"}
    assert read_codes("Déneigement, Tax", "policy_area", words=words).codes == ("x_snow", "debt")


@pytest.mark.parametrize(
    ("value", "goals"),
    [
        ("ODD 16", [16]),
        ("SDG16", [16]),
        ("Objetivo 9, Objetivo 16", [9, 16]),
        ("هدف 16", [16]),
        ("الهدف ٤ والهدف ٥", [4, 5]),
        ("16, 17", [16, 17]),
        ("16,17", [16, 17]),
        ("ODD 5, 10 et 16", [5, 10, 16]),
        ("ODD n°6 : Eau propre et assainissement", [6]),
        ("ODD 16 : Paix, justice et institutions efficaces", [16]),
        ("4. Éducation de qualité", [4]),
        ("Éducation de qualité, Vie terrestre", [4, 15]),
        ("Sustainable Development Goal 6", [6]),
        ("ODD5 ODD 6\nODD 5", [5, 6]),
        (16, [16]),
        (16.0, [16]),
        ("", []),
    ],
)
def test_goals(value: str | float, goals: list[int]) -> None:
    reading = read_sdgs(value)
    assert ([*reading.goals], reading.rest, reading.notes) == (goals, (), ())


@pytest.mark.parametrize(
    "value",
    ["16 réunions", "ODD 18", "ODD 0", "ODD 1 à 5", "1-5", "ODD 6 : Éducation de qualité", "tous", 16.17, "2025"],
)
def test_no_goal(value: str | float) -> None:
    reading = read_sdgs(value)
    assert (reading.goals, reading.rest) == ((), (str(value),))
    assert [note.code for note in reading.notes] == ["import/sdg-unknown"]


@pytest.mark.parametrize(
    ("text", "goals", "code"),
    [("16.7; 16.b", (16,), "import/sdg-target"), ("ODD 6 : l’eau pour tous", (6,), "import/sdg-words")],
)
def test_goals_with_more_words(text: str, goals: tuple[int, ...], code: str) -> None:
    reading = read_sdgs(text)
    assert (reading.goals, [note.code for note in reading.notes]) == (goals, [code])


@pytest.mark.parametrize(
    ("text", "scheme", "value"),
    [
        ("MAAGD0001", "OGP", "MAAGD0001"),
        (" (mo0065) ", "OGP", "mo0065"),
        ("[MATET0003]", "OGP", "MATET0003"),
        ("AP_MAR02", "OGP-PLAN", "AP_MAR02"),
    ],
)
def test_identifiers(text: str, scheme: str, value: str) -> None:
    reading = read_identifier(text)
    assert reading is not None
    assert (reading.scheme, reading.value) == (scheme, value)


@pytest.mark.parametrize("text", ["", "Dec2025", "FY2024", "MAAGD 0001", "Engagement 1", "É0001", "مغ0001", "1234"])
def test_no_identifier(text: str) -> None:
    assert read_identifier(text) is None


def test_scheme_that_the_heading_names() -> None:
    assert read_identifier("02.411.01.23") is None
    assert read_identifier("02.411.01.23", ["MA-HCP"]) is not None


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Transparence, et technologie et innovation.", ("access_to_information", "technology_and_innovation")),
        ("Participation, et redevabilité", ("civic_participation", "public_accountability")),
        ("Transparence et technologie et innovation", ("access_to_information", "technology_and_innovation")),
        ("Transparence et abc", ()),
        ("Et abc", ()),
    ],
)
def test_and_may_begin_the_last_of_a_list_and_stand_in_a_name(text: str, codes: tuple[str, ...]) -> None:
    assert read_codes(text, "ogp_value").codes == codes
