"""Lists in a cell: parted where it is certain, whole and noted where it is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from opengov_local.importing.words import Commas, Separator, read_list


@pytest.mark.parametrize(
    ("text", "items", "separators"),
    [
        ("- Commune\n- Région ;\n- Associations, \n- Province", "Commune|Région|Associations|Province", ["bullet"]),
        ("• Commune • Région", "Commune|Région", ["bullet"]),
        ("\uf0b7\u00a0Commune\r\n\uf0b7\u00a0Région", "Commune|Région", ["bullet"]),
        ("- Commune - Région", "Commune|Région", ["bullet"]),
        ("-Commune\n-Région\nde l’Oriental", "Commune|Région de l’Oriental", ["bullet"]),
        ("Partenaires :\n- Commune", "Partenaires :|Commune", ["bullet"]),
        ("1. Commune 2. Région 3. Province", "Commune|Région|Province", ["number"]),
        ("M. Un\nM. Deux", "M. Un|M. Deux", ["line"]),
        ("- Commune – Presse - Région", "Commune – Presse|Région", ["bullet"]),
        ("a) Commune\nb) Région", "Commune|Région", ["number"]),
        ("Commune 1. x 3. y", "Commune 1. x 3. y", []),
        ("Commune\n\nRégion\u2028Province", "Commune|Région|Province", ["line"]),
        ("Commune (eau\net voirie)\nRégion", "Commune (eau et voirie)|Région", ["line"]),
        ("Agence de l'eau\nRégion", "Agence de l'eau|Région", ["line"]),
        (
            "Service de l’état civil\nComité d’information\nRégion",
            "Service de l’état civil|Comité d’information|Région",
            ["line"],
        ),
        ("Comité d’\ninformation\nService\nde l’eau", "Comité d’ information|Service de l’eau", ["line"]),
        ("'Commune\n'Région", "'Commune|'Région", ["line"]),
        ("Commune\x1f|", "Commune", []),
        ("Commune;\u2003Région\u2003;", "Commune|Région", ["semicolon"]),
        ("Commune; Région;", "Commune|Région", ["semicolon"]),
        ("Commune; Région. ", "Commune|Région", ["semicolon"]),
        ("Service informatique.", "Service informatique", []),
        ("Commune; Assoc.", "Commune|Assoc.", ["semicolon"]),
        ("Société fictive S.A.", "Société fictive S.A.", []),
        ("الجماعة؛ الجهة", "الجماعة|الجهة", ["semicolon"]),
        ("Commune | Région", "Commune|Région", ["bar"]),
        ("Commune, x; Région", "Commune, x|Région", ["semicolon"]),
        ("Commune; x\nRégion", "Commune|x|Région", ["line", "semicolon"]),
        ("Commune, Région,", "Commune|Région", ["comma"]),
        ("الجماعة، الجهة", "الجماعة|الجهة", ["comma"]),
        ("Ministère (DGCT, SGAR), Commune", "Ministère (DGCT, SGAR)|Commune", ["comma"]),
        ("2,5 km de pistes", "2,5 km de pistes", []),
        ("https://example.org/x,y;z, https://example.net", "https://example.org/x,y;z|https://example.net", ["comma"]),
        ("Eau &amp; voirie; Parcs", "Eau &amp; voirie|Parcs", ["semicolon"]),
        ("Commune / Région", "Commune|Région", ["slash"]),
        ("Commune", "Commune", []),
        ("• Commune", "Commune", []),
        ("", "", []),
        ("-", "", []),
    ],
)
def test_parted(text: str, items: str, separators: list[Separator]) -> None:
    reading = read_list(text)
    assert [*reading.items] == [item for item in items.split("|") if item]
    assert [*reading.separators] == separators
    assert {note.code for note in reading.notes} <= {"import/list-uncertain"}


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Eau, assainissement et déchets", 1),
        ("Commune d’Agadir / جماعة أكادير", 1),
        ("Province – Service de presse", 1),
        ("Commune - Région - Province", 3),
        ("Eau, Région et Province de Fès", 2),
        ("Commune, Région\nProvince", 2),
        ("Scouts Fictifs, section Oued Zitoun", 1),
        ("جمعية الخيال، فرع وادي الزيتون", 1),
        ("Office of the Governor, Service Delivery Unit", 1),
        ("Commune d’Agadir, Service technique", 1),
        ("جماعة أكادير، مصلحة الشؤون التقنية", 1),
    ],
)
def test_uncertain(text: str, items: int) -> None:
    reading = read_list(text)
    assert (len(reading.items), [note.code for note in reading.notes]) == (items, ["import/list-uncertain"])


@pytest.mark.parametrize("text", ["Commune, Service technique", "Service technique, Commune d’Agadir"])
def test_a_unit_is_parted_from_a_body_without_a_name_or_behind_it(text: str) -> None:
    assert len(read_list(text).items) == 2


@pytest.mark.parametrize(("commas", "items"), [("never", 1), ("names", 1), ("always", 2)])
def test_how_eagerly_commas_part(commas: Commas, items: int) -> None:
    assert len(read_list("Eau, assainissement et déchets", commas=commas).items) == items


@pytest.mark.parametrize("text", ["Commune, Région, etc.", "- Commune\n- Région\n- …", "الجماعة، الجهة، إلخ"])
def test_open_end(text: str) -> None:
    reading = read_list(text)
    assert (len(reading.items), [note.code for note in reading.notes]) == (2, ["import/list-open"])


NAMES = st.lists(st.text(st.sampled_from("ABCأبت"), min_size=1, max_size=9), min_size=2)


@given(NAMES, st.sampled_from(["\n", "; ", "؛ ", " | ", ", ", "، ", "\n- "]))
def test_joined_names_come_back(names: list[str], separator: str) -> None:
    assert [*read_list(separator.join(["", *names]) if "-" in separator else separator.join(names)).items] == names


@given(st.text("ABجد ,;|\n•/1"))
def test_nothing_but_separators_is_lost(text: str) -> None:
    kept = "".join(read_list(text, commas="always").items)
    assert [char for char in kept if char.isalnum()] == [char for char in text if char.isalnum()]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("وزارة الداخلية - المجلس الإقليمي", ("وزارة الداخلية", "المجلس الإقليمي")),
        ("Association Amal – Conseil provincial", ("Association Amal", "Conseil provincial")),
        ("Service état civil - DSI", ("Service état civil", "DSI")),
        ("Ayuntamiento - Asociación Vecinal", ("Ayuntamiento", "Asociación Vecinal")),
        ("Commune de X - Service état civil", ("Commune de X - Service état civil",)),
        ("جماعة تزنيت – قسم الشؤون الاجتماعية", ("جماعة تزنيت – قسم الشؤون الاجتماعية",)),
        ("Wilaya de Fès - Meknès", ("Wilaya de Fès - Meknès",)),
    ],
)
def test_a_dash_parts_two_bodies_and_no_unit_from_its_body(text: str, items: tuple[str, ...]) -> None:
    reading = read_list(text)
    assert reading.items == items
    assert [one.code for one in reading.notes] == ["import/list-uncertain"]


@pytest.mark.parametrize(("text", "count"), [("DSI + Cabinet", 2), ("Commune + Région + INDH", 3), ("C++ club", 1)])
def test_a_plus_between_spaces_parts(text: str, count: int) -> None:
    reading = read_list(text)
    assert (len(reading.items), reading.notes) == (count, ())


@pytest.mark.parametrize(
    ("text", "items", "said"),
    [
        ("DSI/DRH", 2, True),
        ("Service informatique/Cabinet du président", 2, True),
        ("Service informatique/Direction des finances", 2, True),
        ("مصلحة الإعلاميات/جماعة تزنيت", 2, True),
        ("الخزينة/كلية", 2, True),
        ("الوثائق/الأرشيف", 1, True),
        ("Commune+Région", 2, False),
        ("Maison+Presse+Radio", 3, False),
        ("Commune-Région", 2, True),
        ("Commune-Service état civil", 1, False),
        ("ONEE-INDH", 1, False),
        ("Rabat-Salé-Kénitra", 1, False),
        ("Haut-Commissariat", 1, False),
        ("Google+", 1, False),
    ],
)
def test_signs_between_words_without_spaces(text: str, items: int, said: bool) -> None:
    reading = read_list(text)
    assert (len(reading.items), [one.code for one in reading.notes]) == (items, ["import/list-uncertain"] * said)


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Commune de X et Région Y", ("Commune de X", "Région Y")),
        ("Ayuntamiento de X y Diputación de Y", ("Ayuntamiento de X", "Diputación de Y")),
        ("Ministry of Health and City Council", ("Ministry of Health", "City Council")),
        ("Data Club and Youth Forum", ("Data Club", "Youth Forum")),
        ("Colegio de Abc y Veeduría Def", ("Colegio de Abc", "Veeduría Def")),
        ("جمعية الأمل ونادي الشباب", ("جمعية الأمل", "نادي الشباب")),
        ("DSI et DRH", ("DSI", "DRH")),
        ("Commune de X & Association Y", ("Commune de X", "Association Y")),
        ("SG & Cabinet", ("SG & Cabinet",)),
        ("جمعية أمل ووزارة التجهيز", ("جمعية أمل", "وزارة التجهيز")),
        ("INDH, Commune de X et Association Y", ("INDH", "Commune de X", "Association Y")),
        ("Asociación Vecinal y Ayuntamiento", ("Asociación Vecinal y Ayuntamiento",)),
        ("Fédération des Régions et Communes du Sud", ("Fédération des Régions et Communes du Sud",)),
        ("Commune de X et association Y", ("Commune de X et association Y",)),
        ("Conseil communal et Division technique", ("Conseil communal et Division technique",)),
        ("Agence entre la Commune X et la Région Y", ("Agence entre la Commune X et la Région Y",)),
        ("مؤسسة التعاون بين الجماعات ومجلس الجهة", ("مؤسسة التعاون بين الجماعات ومجلس الجهة",)),
    ],
)
def test_and_parts_whole_names_of_bodies_and_is_uncertain(text: str, items: tuple[str, ...]) -> None:
    reading = read_list(text)
    assert reading.items == items
    assert [one.code for one in reading.notes] == ["import/list-uncertain"]


@pytest.mark.parametrize(
    "text",
    [
        "Ministerio de Economía y Hacienda",
        "وزارة التجهيز والماء",
        "وكالة حضرية",
        "Réseau des jeunes et femmes",
        "Eau & voirie",
    ],
)
def test_and_in_one_name_is_certain(text: str) -> None:
    assert (read_list(text).items, read_list(text).notes) == ((text,), ())


def test_and_behind_a_body_may_begin_another_of_an_unknown_word() -> None:
    reading = read_list("Association Abc et Bidule Def")
    assert (reading.items, [each.code for each in reading.notes]) == (
        ("Association Abc et Bidule Def",),
        ["import/list-uncertain"],
    )
    for name in (
        "Ministry of Health and Social Care",
        "Health and Education Department",
        "Dirección de Obras y Servicios Abc",
        "Ministerio de Abc y Def",
    ):
        assert read_list(name).notes == ()


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Association Y et Association Z", ("Association Y", "Association Z")),
        ("MUNICIPIO Y REGIÓN", ("MUNICIPIO", "REGIÓN")),
    ],
)
def test_a_letter_that_names_a_body_is_no_and(text: str, items: tuple[str, ...]) -> None:
    assert read_list(text, commas="names").items == items


@pytest.mark.parametrize(
    "text",
    [
        "Department of Lands, Environment and Natural Resources",
        "Direction de l’Urbanisme, de l’Environnement et du Patrimoine",
        "Ministère de l’Intérieur, de la Santé",
        "مصلحة التعمير، البيئة والتراث",
    ],
)
def test_domains_of_a_unit_or_ministry_are_no_bodies(text: str) -> None:
    reading = read_list(text)
    assert (reading.items, [one.code for one in reading.notes]) == ((text,), ["import/list-uncertain"])


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ministère de la Santé, UNICEF et OMS", 3),
        ("Ministry of Interior, UNDP and GIZ", 3),
        ("Division de la Voirie, Lydec et ONEE", 2),
        ("Department of Health, NGOs and citizens", 2),
        ("Directorate of Planning, Mr. Otieno and Ms. Wanjiru", 2),
        ("وزارة الداخلية، العمران وليدك", 2),
    ],
)
def test_others_behind_a_unit_or_ministry_are_no_domains(text: str, count: int) -> None:
    assert len(read_list(text).items) == count


@pytest.mark.parametrize(
    "text",
    [
        "Ministère de l’Intérieur, Ministère de la Santé",
        "Department of Finance, Youth Forum",
        "Direction des finances, associations",
        "Division de l’urbanisme, Province",
        "Service informatique, Croix-Rouge",
        "قسم التعمير، جمعية البيئة والتراث",
    ],
)
def test_what_begins_or_ends_as_a_body_behind_a_unit_is_one(text: str) -> None:
    assert len(read_list(text).items) == 2


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Service social\n(Mme Amal Exemple)", ("Service social (Mme Amal Exemple)",)),
        ("DGS\nposte 118", ("DGS (poste 118)",)),
        ("DSI\nDAF", ("DSI", "DAF")),
    ],
)
def test_lines_in_brackets_or_with_a_number_to_call_are_of_the_name_above(text: str, items: tuple[str, ...]) -> None:
    assert read_list(text, commas="names").items == items
