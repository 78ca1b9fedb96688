"""Small things of minutes: several questions on a line, how many took part, where it was, the language; all made up."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.word.papers import codes_of, read_paper, tree_of, unmapped

from opengov_local.formats.word.docx.blocks import Paragraph
from opengov_local.formats.word.table_shapes.several import one_each
from opengov_local.formats.wording.labels.labels import Labels
from opengov_local.formats.wording.words.held_at import place_in
from opengov_local.importing.dates import DateContext

TITLE = "! Compte rendu de l’atelier de co-création"


def _workshop(made: Any) -> Any:
    (workshop,) = tree_of(made)["workshops"]
    return workshop


@pytest.mark.parametrize(
    ("line", "language", "first", "second"),
    [
        ("Animateur : M. Amal – Rapporteuse : Mme Badr", "fr", "M. Amal", "Mme Badr"),
        ("Animateur : M. Amal ; rapporteur : M. Badr", "fr", "M. Amal", "M. Badr"),
        ("Modération : Mme Amal / Secrétaire de séance : M. Badr", "fr", "Mme Amal", "M. Badr"),
        ("الميسر: السيد أحمد، المقررة: السيدة ليلى", "ar", "السيد أحمد", "السيدة ليلى"),
    ],
)
def test_several_questions_on_a_line_have_an_answer_each(line: str, language: str, first: str, second: str) -> None:
    made = read_paper(TITLE, "# Groupe 1 : Numérique", line)
    (group,) = _workshop(made)["working_groups"]
    assert group["facilitators"] == [{"name": {language: first}}]
    assert group["rapporteurs"] == [{"name": {language: second}}]
    assert unmapped(made) == {}


def test_several_questions_on_a_line_of_a_plan_have_an_answer_each() -> None:
    made = read_paper(
        "= Programme d’ouverture de la commune 2025-2026",
        "# Projet 1 : Portail",
        "Responsable : DSI – Échéance : mars 2025",
        "Activités : Inventaire – Budget : 10 DH ; Publication – Budget : 20 DH",
    )
    (commitment,) = tree_of(made)["plans"][0]["commitments"]
    assert commitment["leads"] == [{"name": {"fr": "DSI"}}]
    assert commitment["end"] == "2025-03"
    assert "budget" not in commitment  # what stands in a list is of its items


@pytest.mark.parametrize(
    "text",
    [
        "Problème : les délais, trop longs, et les coûts",
        "Problème : les délais – voir l’annexe : page 3",
        "Animateur : M. Amal – animateur : M. Badr",
        "Rien : à signaler – Animateur : M. Amal",
    ],
)
def test_a_line_with_one_question_stays_whole(text: str) -> None:
    assert one_each([Paragraph(text)], Labels({})) == [Paragraph(text)]


@given(
    st.lists(st.sampled_from(["Date", "Lieu", "Animateur", "Xyz", "mardi", "M. A", ":", " – ", ", ", " ; ", "2025"]))
)
def test_no_word_is_lost_between_questions(words: list[str]) -> None:
    text = " ".join(words).strip() or "x"
    parts = one_each([Paragraph(text)], Labels({}))
    kept = "".join(part.text for part in parts if isinstance(part, Paragraph))
    signs = str.maketrans("", "", " –,;")
    assert kept.translate(signs) == text.translate(signs)


@pytest.mark.parametrize(
    ("answer", "first", "bodies"),
    [
        ("64 personnes (29 femmes) : élus, associations", {"count": 64, "women": 29}, ["élus", "associations"]),
        ("64 participants, dont 29 femmes : élus, associations", {"count": 64, "women": 29}, ["élus", "associations"]),
        ("64 personnes : élus", {"count": 64}, ["élus"]),
        ("64 personnes (29 femmes)", {"count": 64, "women": 29}, []),
        ("64 مشاركا (منهم 29 امرأة): منتخبون، جمعيات", {"count": 64, "women": 29}, ["منتخبون", "جمعيات"]),
    ],
)
@pytest.mark.parametrize("as_table", [True, False])
def test_how_many_took_part_is_no_name_of_a_body(
    answer: str, first: dict[str, int], bodies: list[str], as_table: bool
) -> None:
    block = [["Date", "3 mai 2025"], ["Participants", answer]] if as_table else f"Participants : {answer}"
    made = read_paper(TITLE, block)
    counted, *others = _workshop(made)["participants"]
    assert counted == first
    assert [next(iter(each["party"]["name"].values())) for each in others] == bodies


def test_a_number_behind_each_body_is_its_own() -> None:
    made = read_paper(TITLE, "Participants : élus (12), associations (20)")
    assert [(each["party"]["name"]["fr"], each["count"]) for each in _workshop(made)["participants"]] == [
        ("élus", 12),
        ("associations", 20),
    ]


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("Consultation tenue le 24 juin 2025 à la Maison des associations.", "Maison des associations"),
        ("Atelier tenu à la Maison des associations de 9h à 12h30.", "Maison des associations"),
        ("Atelier tenu à la Maison des associations entre 9 h 30 et 12 h.", "Maison des associations"),
        ("L’atelier s’est tenu le mardi 28 mars 2023 dans la salle des fêtes, en présence de tous", "salle des fêtes"),
        ("Le 3 mai 2025 à 10h s’est tenue au siège de la province la réunion du comité", "siège de la province"),
        ("انعقدت بقاعة الاجتماعات بمقر الجماعة ورشة يوم 3 ماي 2025", "قاعة الاجتماعات بمقر الجماعة"),
        ("انعقد بدار الشباب الاجتماع الأول", "دار الشباب"),
        ("The workshop was held at the Town Hall on 3 May 2025.", "Town Hall"),
        ("El taller se celebró en la sala de plenos el 3 de mayo de 2025", "sala de plenos"),
        ("M. Exemple travaille à la mairie", ""),  # nothing was held there
        ("La réunion s’est tenue au centre, puis à la mairie", ""),  # two places
    ],
)
def test_where_it_was_held_as_a_sentence_tells_it(sentence: str, place: str) -> None:
    assert place_in(sentence, DateContext()) == place


def test_a_place_in_prose_is_put_and_said_to_be_assumed() -> None:
    made = read_paper(
        TITLE, "L’atelier s’est tenu le 28 mars 2023 à la Maison des associations.", "Problèmes", "* Délais"
    )
    assert (_workshop(made)["place"], _workshop(made)["date"]) == ({"fr": "Maison des associations"}, "2023-03-28")
    assert [f.params["field"] for f in made.findings if f.code == "import/assumed"] == ["place"]
    stated = read_paper(TITLE, "Tenu à la Maison des associations.", "Lieu : Mairie", "Problèmes", "* Délais")
    assert _workshop(stated)["place"] == {"fr": "Mairie"}


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("Consultation tenue le 24 juin 2025 à la mairie et en ligne du 10 au 30 juin 2025.", "2025-06-24"),
        ("La réunion s’est tenue à la mairie le mardi 24 juin 2025, après l’avis du 3 juin 2025.", "2025-06-24"),
        ("انعقد اللقاء التشاوري يوم 24 يونيو 2025 بمقر الجماعة، بعد إعلان بتاريخ 3 يونيو 2025.", "2025-06-24"),
        ("The workshop was held on 24 June 2025; the call of 3 June 2025 was public.", "2025-06-24"),
        ("El taller se celebró el 24 de junio de 2025, tras el aviso del 3 de junio de 2025.", "2025-06-24"),
        ("L’atelier du 24 juin 2025 a suivi l’avis du 3 juin 2025.", None),
        ("L’atelier s’est tenu le 24 juin 2025, la réunion s’est tenue le 3 juin 2025.", None),
    ],
)
def test_of_several_days_the_one_on_which_it_was_held_is_put_and_said(sentence: str, day: str | None) -> None:
    made = read_paper(TITLE, sentence, "Problèmes", "* Délais")
    assert _workshop(made).get("date") == day
    said = [f.params["value"] for f in made.findings if f.code == "import/assumed" and f.params["field"] == "date"]
    assert said == ([day] if day else [])


def test_the_place_ends_where_the_net_begins() -> None:
    assert place_in("Consultation tenue à la mairie et en ligne en juin", DateContext()) == "mairie"


def test_few_labels_tell_no_language_against_the_words_of_the_file() -> None:
    made = read_paper("= Compte rendu de la réunion", "Date : 3 mai 2025", "Place : le centre de la ville")
    assert _workshop(made)["place"] == {"fr": "le centre de la ville"}
    assert codes_of(made) == ["import/assumed"]


def test_a_cell_with_several_lists_has_the_kind_of_each_and_no_group_stays_open_behind_several() -> None:
    made = read_paper(
        TITLE,
        "! II. Travaux",
        [
            ["Groupe 1 : Transparence", "Groupe 2 : Numérique"],
            ["Problèmes :\n- Données\nSolutions :\n- Portail", "Problèmes :\n- Réseau\n- Coût\nSolutions :\n- Fibre"],
        ],
        "! III. Conclusion",
        "La séance fut levée.",
    )
    groups = _workshop(made)["working_groups"]
    assert [[(each["kind"], each["text"]["fr"]) for each in group["contributions"]] for group in groups] == [
        [("problem", "Données"), ("solution", "Portail")],
        [("problem", "Réseau"), ("problem", "Coût"), ("solution", "Fibre")],
    ]
    assert _workshop(made)["summary"] == {"fr": "La séance fut levée."}


def test_an_agenda_ends_where_something_else_begins() -> None:
    made = read_paper(
        TITLE,
        "Ordre du jour :",
        "1. Présentation",
        "2. Débat",
        "Principales recommandations issues des échanges :",
        "1. Publier",
        "Prochaines étapes :",
        "- Réunion en juin",
        "Autre chose encore :",
        "- Rien",
    )
    assert _workshop(made)["agenda"] == [{"fr": "Présentation"}, {"fr": "Débat"}]
    assert [(each["kind"], each["text"]["fr"]) for each in _workshop(made)["contributions"]] == [
        ("recommendation", "Publier")
    ]
    assert "- Réunion en juin" in unmapped(made).values()
    assert "import/label-unknown" in codes_of(made)
    made = read_paper(TITLE, "Ordre du jour :", "1. Présentation", "Déroulé :", "Le président a parlé.")
    assert _workshop(made)["agenda"] == [{"fr": "Présentation"}]


def test_persons_who_took_part_are_persons_and_their_bodies_bodies() -> None:
    made = read_paper(
        TITLE,
        "Participants :",
        "- M. Ali Exemple, président du conseil",
        "- Mme Salma Exemple, association Nour",
        "- Association Atlas (5 personnes)",
        "- السيدة ليلى مثال، مديرة المصالح",
    )
    assert [each["party"] for each in _workshop(made)["participants"]] == [
        {"person": {"name": {"fr": "M. Ali Exemple"}, "role": {"fr": "président du conseil"}}},
        {"person": {"name": {"fr": "Mme Salma Exemple"}}, "name": {"fr": "association Nour"}},
        {"name": {"fr": "Association Atlas"}},
        {"person": {"name": {"ar": "السيدة ليلى مثال"}, "role": {"ar": "مديرة المصالح"}}},
    ]


@pytest.mark.parametrize(
    ("group", "asked", "closed", "reporter"),
    [
        ("Groupe 2 : Eau", "Problèmes :", "L’atelier s’est achevé à 14 h.", "Rapporteur : Mme Exemple Fictive"),
        ("المحور الثاني: الماء", "الإشكاليات:", "واختتمت الورشة على الساعة الثانية.", "المقررة: سلمى النموذجية"),
        ("Group 2: Water", "Problems:", "The workshop ended at 2 pm.", "Rapporteur: Jane Example"),
        ("Grupo 2: Agua", "Problemas:", "Se levantó la sesión a las 14 h.", "Relatora: Juana Ejemplo"),
    ],
)
def test_who_reports_behind_the_end_of_the_gathering_is_of_no_group(
    group: str, asked: str, closed: str, reporter: str
) -> None:
    title = "= Compte rendu de l’atelier du 12 mars 2026"
    made = read_paper(title, f"# {group}", asked, "* abc def", closed, reporter)
    (workshop,) = tree_of(made)["workshops"]
    assert "rapporteurs" not in workshop["working_groups"][0]
    assert {closed, reporter} <= {each["text"] for each in workshop["x_unmapped"]}
    within = read_paper(title, f"# {group}", asked, "* abc def", reporter)
    assert "rapporteurs" in tree_of(within)["workshops"][0]["working_groups"][0]


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("بحضور 64 مشاركا ومشاركة، انعقدت الورشة بدار الثقافة.", {"count": 64}),
        ("بحضور 45 مشاركا ومشاركة من بينهم 20 امرأة.", {"count": 45, "women": 20}),
        ("Étaient présents 64 personnes, dont 30 femmes.", {"count": 64, "women": 30}),
        ("45 participants ont pris part à l’atelier.", {"count": 45}),
        ("The workshop was attended by 64 people, including 30 women.", {"count": 64, "women": 30}),
        ("Asistieron 64 personas, de ellas 30 mujeres.", {"count": 64, "women": 30}),
    ],
)
def test_how_many_came_is_read_from_a_sentence_and_said(sentence: str, count: dict[str, int]) -> None:
    made = read_paper("= Compte rendu de l’atelier du 12 mars 2026", sentence, "! Propositions :", "* abc def")
    (workshop,) = tree_of(made)["workshops"]
    assert workshop["participants"] == [count]
    assert any(each.code == "import/assumed" and each.params["field"] == "participants" for each in made.findings)


@pytest.mark.parametrize(
    "sentence",
    [
        "Le guichet accueille 200 personnes par jour.",
        "En présence de 12 membres du conseil et de 30 personnes.",
        "Ont participé 12 personnes le matin, et ont participé 30 personnes le soir.",
    ],
)
def test_a_number_of_others_or_of_several_is_not_how_many_came(sentence: str) -> None:
    made = read_paper("= Compte rendu de l’atelier du 12 mars 2026", sentence, "! Propositions :", "* abc def")
    assert "participants" not in tree_of(made)["workshops"][0]


@pytest.mark.parametrize(
    ("heads", "unknown"),
    [
        (("1. Problèmes", "2. Propositions", "3. Engagements pris"), "Publier avant juin."),
        (("1- الإشكاليات", "2- المقترحات", "3- التزامات الجماعة"), "النشر قبل يونيو."),
        (("1. Problemas identificados", "2. Propuestas", "3. Compromisos asumidos"), "Publicar antes de junio."),
    ],
)
def test_counted_parts_end_each_other_where_their_items_are_counted_otherwise(
    heads: tuple[str, str, str], unknown: str
) -> None:
    title = "= Compte rendu de l’atelier du 12 mars 2026"
    first, second, third = heads
    lines = (first, "a) Alpha", "b) Beta", second, "- Gamma", third, unknown)
    made = read_paper(title, "Participants : 25 personnes", *lines)
    (workshop,) = tree_of(made)["workshops"]
    found = [(each["kind"], *each["text"].values()) for each in workshop["contributions"]]
    assert found == [("problem", "Alpha"), ("problem", "Beta"), ("proposal", "Gamma")]
    assert unknown in unmapped(made).values()
    assert "import/label-unknown" in codes_of(made)


def test_items_that_are_counted_as_their_heading_stay_its_items() -> None:
    lines = ("2. Propositions", "1. Alpha", "2. Beta", "3. Gamma")
    (workshop,) = tree_of(read_paper("= Compte rendu de l’atelier du 12 mars 2026", *lines))["workshops"]
    assert len(workshop["contributions"]) == 3


@pytest.mark.parametrize("items", [[], ["Traduire le site"]])
def test_prose_behind_a_table_of_proposals_is_no_proposal(items: list[str]) -> None:
    made = read_paper(
        TITLE,
        "# Groupe 1 : Numérique",
        "Propositions :",
        [["N°", "Proposition", "Suite donnée"], ["1", "Installer des bacs", "Retenue"], ["2", "Publier", "À étudier"]],
        *(f"* {item}" for item in items),
        "Prochaine rencontre : jeudi 15 janvier 2026 à 18 h 30.",
        "Compte rendu rédigé par le secrétariat",
    )
    (group,) = _workshop(made)["working_groups"]
    brought = [each["text"]["fr"] for each in group["contributions"]]
    assert brought == ["Installer des bacs", "Publier", *items]
    assert len(unmapped(made)) == 2
    assert "import/pieces-kept" in codes_of(made)


@pytest.mark.parametrize(
    ("head", "title", "language"),
    [
        ((), "محضر الورشة التشاورية الثانية لجماعة العرائش", "ar"),
        (("المملكة المغربية", "جماعة العرائش"), "محضر الورشة التشاورية الثانية لجماعة العرائش", "ar"),
        (("Commune de Larache",), "Compte rendu de la deuxième concertation de la commune de Larache", "fr"),
    ],
)
def test_a_title_that_ends_with_the_council_is_the_title(head: tuple[str, ...], title: str, language: str) -> None:
    arabic = language == "ar"
    group = ("التاريخ: 18 أكتوبر 2025", "## المجموعة الأولى: النظافة", "الإشكاليات:", "* قلة الحاويات")
    french = ("Date : 18 octobre 2025", "## Groupe 1 : Propreté", "Problèmes :", "* Peu de bacs")
    made = read_paper(*head, f"# {title}", *(group if arabic else french))
    workshop = _workshop(made)
    assert workshop["title"] == {language: title}
    assert workshop["kind"] == "public_consultation"
    assert len(workshop["collectivities"]) == 1
    (there,) = tree_of(made)["collectivities"]
    assert there["identifiers"][0]["value"] == "01.331.01.03"
    assert "import/assumed" not in codes_of(made)
