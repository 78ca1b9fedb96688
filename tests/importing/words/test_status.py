"""Status words: the whole cell must be the word, and every word of the table has one meaning."""

from __future__ import annotations

import pytest

from opengov_local import codelists
from opengov_local.importing.words import fold, read_status, status_unknown
from opengov_local.importing.words.status import _forms
from opengov_local.importing.words.tables import rows

WORDS = rows("status_words")


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("not_started", "À venir|À discuter|À faire|Non démarré|Non commencée|Pas encore commencé|Planifié|Programmés"),
        ("not_started", "Not started|Pending|Planned|Planificación|Definición|No iniciada|لم ينطلق بعد|لم يشرع فيه"),
        ("not_started", "في طور البرمجة|sin_avance|Unstarted"),
        ("not_started", "Pendiente de inicio|Pendiente de comenzar"),
        ("in_progress", "Étude en cours|الدراسة جارية"),
        ("not_started", "لم يتم بعد|لم تنطلق الأشغال"),
        ("in_progress", "Fait en partie|Partiellement faite|في بدايته"),
        ("suspended", "Suspendu faute de budget|Arrêtée|معطل"),
        ("substantial", "أشرف على الانتهاء|على وشك الانتهاء|Substantially complete"),
        ("substantial", "presque fini|Quasi terminée|Almost done|Casi terminadas|Avanzado|متقدم|شبه منجز|شبه مكتملة"),
        ("in_progress", "تحت التنفيذ|تحت الانجاز"),
        ("in_progress", "En cours |En cours de réalisation|Lancé|démarrée|Ongoing|In process|Underway|Ejecución"),
        (
            "in_progress",
            "En proceso|في طور الإنجاز|قيد الانجاز|قيد التنفيذ|EN COURS",
        ),
        ("in_progress", "WIP|En desarrollo|في مرحلة الإنجاز"),
        ("completed", "Réalisé|Réalisé(e)|Achevé·e·s|Terminées|Finalisé|Fait|Completed|Done|Completado|Cumplidas"),
        ("completed", "منجز|منجزة|تم الإنجاز|مكتمل|مُنجَز"),
        ("delayed", "Slipped|Demorada|Accuse un retard|تأخر|En retard|Retardé|Delayed|Overdue|Retrasado|متأخر"),
        ("suspended", "En pause|Suspendu|Bloqué |On hold|متوقف|معلق"),
        ("abandoned", "Abandonné|Annulé|Cancelled|Withdrawn|ملغى|متخلى عنه"),
        (
            "in_progress",
            "Inachevé|Inachevées|Partiellement réalisé|Partially achieved|Incompleta|غير مكتمل|تم جزئيا|مستمرة",
        ),
        ("delayed", "Reporté|Reportée|Différés|Postponed|Aplazada|مؤجل|مؤجلة"),
        ("not_started", "Non entamé|Non encore entamée|En attente|لم يتم الشروع فيه|Sin ejecutar"),
        ("completed", "Atteint|Mis en œuvre|Delivered|Logrados"),
        ("completed", "Effectuées|OK|Soldé|منجز كليا|Réalisé le 12/03/2026|Achevé en juin 2026"),
        ("in_progress", "Amorcé|En phase d'étude|في طور الدراسة|جار إنجازه|Partially complete|En cours en 2026"),
        ("not_started", "Pas encore|En attente de financement|Non réalisé en 2026"),
        ("delayed", "En souffrance|Off track|Reporté à 2027|Postponed to March 2027|مؤجل إلى 2027"),
        ("suspended", "Gelées|Paralizada"),
        ("abandoned", "Descartado"),
        ("substantial", "Quasi achevé|Avancé"),
        ("limited", "Limited|Progrès limité"),
        ("substantial", "Substantial|Progrès important"),
        ("unknown", "Unclear|Inconnu"),
    ],
)
def test_words(code: str, words: str) -> None:
    read = {word: read_status(word) for word in words.split("|")}
    assert {word: reading and reading.code for word, reading in read.items()} == dict.fromkeys(read, code)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "✓",
        "☒",
        "X",
        "40 %",
        "Réalisé 0 %",
        "En cours de 10 % à 20 %",
        "pas vraiment en cours",
        "NS",
        "C",
        "réunions en cours",
        "1",
    ],
)
def test_what_is_no_status(text: str) -> None:
    assert read_status(text) is None


@pytest.mark.parametrize(
    ("text", "code", "progress", "notes"),
    [
        ("En cours (50 %)", "in_progress", 50, []),
        ("En cours : 50%", "in_progress", 50, []),
        ("50 % - en cours", "in_progress", 50, []),
        ("Non entamé (0 %)", "not_started", 0, []),
        ("Achevé à 80%", "in_progress", 80, ["import/status-partly"]),
        ("80 % réalisé", "in_progress", 80, ["import/status-partly"]),
        ("Réalisée à hauteur de 80 %", "in_progress", 80, ["import/status-partly"]),
        ("Réalisé à 100 %", "completed", 100, []),
        ("50% completed", "in_progress", 50, ["import/status-partly"]),
        ("En ejecución al 40 %", "in_progress", 40, []),
        ("منجز بنسبة 80%", "in_progress", 80, ["import/status-partly"]),
        ("في طور الإنجاز (٥٠٪)", "in_progress", 50, []),
        ("Limité (12,5 %)", "limited", 13, ["import/percent-rounded"]),
        ("Non réalisé (0 %)", "not_started", 0, ["import/status-not-done"]),
    ],
)
def test_a_percentage_beside_the_word_is_progress(text: str, code: str, progress: int, notes: list[str]) -> None:
    reading = read_status(text)
    assert reading is not None
    assert (reading.code, reading.progress, reading.original) == (code, progress, text)
    assert [note.code for note in reading.notes] == notes


@pytest.mark.parametrize("text", ["Non réalisé", "غير منجز", "No cumplido"])
def test_not_done_is_noted(text: str) -> None:
    reading = read_status(text)
    assert reading is not None
    assert (reading.code, [note.code for note in reading.notes]) == ("not_started", ["import/status-not-done"])


@pytest.mark.parametrize("row", WORDS, ids=lambda row: row["word"])
def test_every_word_reads_to_its_code(row: dict[str, str]) -> None:
    for form in _forms(row):
        reading = read_status(f" {form.upper()} ", scale=row["scale"] or "ogp")
        assert reading is not None
        assert (reading.code, reading.completion or "") == (row["code"], row["completion"])


def test_no_word_has_two_codes() -> None:
    meanings: dict[tuple[str, str], set[tuple[str, ...]]] = {}
    for row in WORDS:
        for form in _forms(row):
            said = (row["code"], row["completion"], row["only_on_ogp_scale"], row["note"])
            meanings.setdefault((row["scale"], fold(form)), set()).add(said)
    assert [word for word, said in meanings.items() if len(said) > 1] == []


@pytest.mark.parametrize(("name", "field"), [("status", "code"), ("ogp_completion", "completion")])
def test_names_of_the_code_lists_are_read(name: str, field: str) -> None:
    for entry in codelists.get(name):
        for word in (*entry.labels.values(), *entry.other_names):
            assert getattr(read_status(word, scale="ogp"), field, None) == entry.code, word


def test_completion_needs_the_scale_where_the_word_is_common() -> None:
    completed, limited = read_status("Réalisé"), read_status("Limited")
    assert completed is not None
    assert limited is not None
    assert (completed.completion, limited.completion) == (None, "limited")


def test_codes_of_a_scale() -> None:
    reading = read_status("LP", scale="canada")
    assert reading is not None
    assert (reading.code, reading.completion) == ("limited", "limited")


def test_own_words_win() -> None:
    words = {("status", fold("Lancé")): "completed", ("status", "x"): "no_such_code", ("other", "y"): "completed"}
    reading = read_status("lancé", words=words)
    assert reading is not None
    assert (reading.code, reading.original) == ("completed", "lancé")
    assert read_status("x", words=words) is None
    assert read_status("y", words=words) is None


def test_unknown_word_offers_a_near_one() -> None:
    assert status_unknown("Abandoné").params == {"text": "Abandoné", "suggestion": "Abandonné"}
    assert status_unknown("Bananes").params == {"text": "Bananes", "suggestion": ""}


@pytest.mark.parametrize("text", ["Achevé (15/11/2026)", "Completed 2026-11-15", "منجز (15/11/2026)"])
def test_a_state_may_have_its_day_in_figures_behind_it(text: str) -> None:
    reading = read_status(text)
    assert reading is not None
    assert (reading.code, reading.original) == ("completed", text)


@pytest.mark.parametrize("text", ["15/11/2026", "Lot 15/11/2026", "Achevé 3", "Achevé (12/2026)"])
def test_figures_behind_words_that_are_no_day_are_no_state(text: str) -> None:
    assert read_status(text) is None
