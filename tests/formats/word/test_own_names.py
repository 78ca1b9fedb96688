"""Parties and lines of budgets that our own documents write are read back as they were, whatever of them is stated."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import Any

import pytest
from tests.formats.word.papers import checked, same, tree_of

import opengov_local as ogl
from opengov_local.formats.word.word_format import read
from opengov_local.model import Package

FORMS = ("ogp-local-docx", "ogp-national-2022-docx", "programme-docx")
WORDS = {
    "fr": ("Nadia Fictive", "Cheffe de projet", "Association des Exemples", "Entretien", "selon les besoins, par an"),
    "ar": ("نادية المثال", "رئيسة المشروع", "جمعية الأمثلة", "الصيانة", "حسب الحاجيات، كل سنة"),
    "en": ("Nadia Madeup", "Head of project", "Association of Examples", "Upkeep", "as needed, each year"),
}


def again(form: str, language: str, **fields: Any) -> dict[str, Any]:
    """Gives a commitment with some fields as it is read from a form."""
    commitment = {"id": "test.x:c", "title": {language: "Portail / بوابة"}, **fields}
    plan = {"id": "test.x:p", "title": {language: "Plan 2025-2026"}, "framework": "other", "commitments": [commitment]}
    more = {"organizations": [{"id": "test.x:o", "name": {language: WORDS[language][2]}, "sector": "civil_society"}]}
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [plan], **more}
    package = Package.model_validate_json(json.dumps(tree))
    data = ogl.dump(package, form, language=language, with_contacts=True).data
    found: dict[str, Any] = tree_of(checked(read(data, "form.docx")))["plans"][0]["commitments"][0]
    return found


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", WORDS)
def test_a_party_comes_back_whatever_is_stated_of_it(form: str, language: str) -> None:
    name, office, body, *_ = ({language: words} for words in WORDS[language])
    person = {"name": name, "role": office}
    leads: list[dict[str, Any]] = [
        {"name": body},
        {"person": person},
        {"person": {"name": name}},
        {"person": {"role": office}},
        {"person": {"name": name, "role": office, "organization": "test.x:o"}},
        {"name": body, "person": person},
        {"name": body, "group": "csos", "role": office},
        {"group": "others"},
        {"role": office},
        {"group": "government", "role": office},
    ]
    for lead in leads:
        if form == "ogp-national-2022-docx" and not {"name", "group"} & set(lead):
            continue  # the template has rows of its own for the person
        said = json.loads(json.dumps(lead).replace("test.x:o", f"@{WORDS[language][2]}"))
        (found,) = again(form, language, leads=[lead])["leads"]
        assert same(said, found), found
        assert same(found, said), found


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize(
    ("language", "person", "called"),
    [
        ("fr", "Mme Nadia Fictive", "M. Exemple et fils"),
        ("ar", "السيدة نادية المثال", "السيدة الحرة"),
        ("en", "Ms Nadia Madeup", "Mrs Example’s Kitchen"),
    ],
)
def test_a_form_of_address_tells_persons_from_bodies(form: str, language: str, person: str, called: str) -> None:
    who = {"name": {language: person}, "role": {language: WORDS[language][1]}}
    plain = {"name": {language: WORDS[language][0]}}
    body, addressed = {language: WORDS[language][2]}, {language: called}
    leads: list[dict[str, Any]] = [
        {"person": who},
        {"name": body, "person": who},
        {"name": body, "person": plain},
        {"name": addressed},
        {"name": addressed, "person": who},
        {"name": addressed, "person": plain, "group": "csos"},
    ]
    for lead in leads:
        assert again(form, language, leads=[lead])["leads"] == [lead]


def test_persons_are_named_as_letters_name_them() -> None:
    plan = {"id": "test.x:p", "title": {"fr": "Plan"}, "framework": "other"}
    people = [{"person": {"name": {"fr": name}}} for name in ("Nadia Fictive", "Mme Autre Fictive")]
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [{**plan, "leads": people}]}
    html = ogl.dump(
        Package.model_validate_json(json.dumps(tree)), "programme-html", language="fr", with_contacts=True
    ).data.decode()
    assert "M./Mme" in html
    assert "M./Mme Mme" not in html
    assert "ersonne :" not in html


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "ogp-national-2017-docx"])
@pytest.mark.parametrize("language", WORDS)
def test_what_a_budget_is_for_and_words_for_its_amount_are_told_apart(form: str, language: str) -> None:
    *_, label, words = ({language: words} for words in WORDS[language])
    for line in ({"label": label, "text": words}, {"text": words}, {"label": label, "text": words, "year": 2026}):
        assert again(form, language, budget=[line])["budget"] == [line]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("language", WORDS)
def test_a_collectivity_is_named_before_the_document_tells_it(form: str, language: str) -> None:
    places = [
        {"id": f"test.x:{at}", "name": {language: name}, "kind": "commune", "country": "MA"}
        for at, name in (("a", WORDS[language][2]), ("b", WORDS[language][0]))
    ]
    commitments = [{"id": "test.x:c", "title": {language: "Portail / بوابة"}, "collectivities": ["test.x:b"]}]
    plans: list[dict[str, Any]] = [
        {
            "id": f"test.x:p-{at}",
            "title": {language: f"Plan {at}"},
            "framework": "other",
            "collectivities": [f"test.x:{at}"],
        }
        for at in "ab"
    ]
    plans[0] |= {"commitments": commitments, "adoptions": [{"collectivity": "test.x:b", "date": "2025-02-10"}]}
    tree = {"schema_version": "0.1", "id": "test.x:package", "collectivities": places, "plans": plans}
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language).data
    found = tree_of(checked(read(data, "form.docx")))["plans"][0]
    other = f"@{WORDS[language][0]}"
    assert found["commitments"][0]["collectivities"] == [other]
    assert found["adoptions"] == [{"collectivity": other, "date": "2025-02-10"}]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
def test_years_and_sums_of_an_office_are_no_telephone_number(form: str) -> None:
    person = {
        "name": {"fr": "Nadia Fictive"},
        "role": {"fr": "Cheffe 2025-2026 du n° 3 100 000 DH"},
        "contact": {"email": "nadia@example.org", "phone": "+212 500 000 000"},
        "capacity": "public_official",
    }
    milestone = {"id": "test.x:m", "title": {"fr": "Ouvrir"}, "leads": [{"group": "government"}]}
    found = again(form, "fr", leads=[{"name": {"fr": "Mairie"}, "person": person}], milestones=[milestone])
    (lead,), (step,) = found["leads"], found["milestones"]
    assert lead["person"] == {name: value for name, value in person.items() if name != "capacity"}
    assert step["leads"] == [{"group": "government"}]


def test_a_description_that_reads_like_a_question_is_a_description() -> None:
    said = {"fr": "Ouvrir et/ou conseil"}
    assert again("ogp-national-2022-docx", "en", description=said)["description"] == said


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "ogp-national-2017-docx"])
@pytest.mark.parametrize("language", WORDS)
def test_an_amount_below_zero_keeps_its_sign(form: str, language: str) -> None:
    line = {"amount": {"value": "-500.5", "currency": "MAD"}}
    label = {"label": {language: WORDS[language][3]}}
    for lines in (
        [line],
        [line | label, line],
        [line | {"year": 2026}],
        [{"amount": {"value": "-1200000", "currency": "XXX"}}],
    ):
        assert again(form, language, budget=lines)["budget"] == lines


def test_the_sign_of_an_amount_stands_before_it_in_arabic() -> None:
    commitment: dict[str, Any] = {"budget": [{"amount": {"value": "-500.5", "currency": "MAD"}}]}
    plan = {"id": "test.x:p", "title": {"ar": "برنامج"}, "framework": "other"}
    commitment |= {"id": "test.x:c", "title": {"ar": "بوابة"}}
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [{**plan, "commitments": [commitment]}]}
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), "ogp-local-docx", language="ar").data
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        text = re.sub("<[^>]+>", "", made.read("word/document.xml").decode())
    assert "\u200e\u2212500,5\u200e" in text


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("word", ["état « réalisé » partiel", "« cité »", "شركة «ABC»", "a “quoted” word", "a (« b »)"])
def test_the_word_of_the_source_keeps_the_quotation_marks_in_it(form: str, language: str, word: str) -> None:
    status = {
        "code": "in_progress",
        "original": word,
        "as_of": "2026-01",
        "by": {"name": {language: WORDS[language][2]}},
    }
    milestone = {"id": "test.x:m", "title": {language: "Étape / مرحلة"}, "status": status}
    found = again(form, language, status=status, milestones=[milestone])
    assert [found["status"], found["milestones"][0]["status"]] == [status, status]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx"])
@pytest.mark.parametrize("language", WORDS)
def test_a_path_with_spaces_is_a_path(form: str, language: str) -> None:
    title = {language: WORDS[language][3]}
    paths = ("pieces/a b.pdf", "mes pièces/2025/le plan.docx", "pieces/é.pdf")
    evidence = [*({"path": path} for path in paths), *({"title": title, "path": path} for path in paths)]
    evidence += [{"title": {language: words}} for words in ("Le rapport.pdf", "Accès et/ou usage", "v. 1/2 de 2025")]
    assert again(form, language, evidence=evidence)["evidence"] == evidence


@pytest.mark.parametrize("language", WORDS)
def test_why_a_value_of_ones_own_is_served_stands_with_that_value(language: str) -> None:
    served = [
        {"value": "x_transparence", "why": {language: WORDS[language][3]}},
        {"value": "public_accountability"},
        {"value": "x_ouverture"},
    ]
    found = again("ogp-local-docx", language, ogp_values=served)["ogp_values"]
    assert sorted(found, key=str) == sorted(served, key=str)


def test_a_word_that_is_no_known_code_is_said_under_its_label() -> None:
    commitment = {"id": "test.x:c", "title": {"fr": "Portail"}, "policy_areas": ["open_data", "budget"]}
    plan = {"id": "test.x:p", "title": {"fr": "Plan"}, "framework": "other", "commitments": [commitment]}
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [plan]}
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), "ogp-local-docx", language="fr").data
    made = read(data, "form.docx")
    (said,) = (each for each in made.findings if each.code == "import/code-unknown")
    assert (said.params["text"], said.params["heading"]) == ("budget", "Domaine de politique publique principal")


@pytest.mark.parametrize("language", WORDS)
def test_rows_of_the_contact_say_more_of_the_person_whom_they_name(language: str) -> None:
    name, office, body, other, words = ({language: each} for each in WORDS[language])
    mail = {"contact": {"email": "nadia@example.org"}}
    leads: list[list[dict[str, Any]]] = [
        [{"person": {"name": name, "role": office, **mail}}, {"person": {"name": other, "role": body}}],
        [{"person": {"name": name}}, {"person": {"role": office, **mail}}, {"person": {"name": other}}],
        [{"name": body}, {"name": other, "person": {"name": name}}, {"person": {"name": words}}],
        [{"name": body}, {"name": other, "person": {"role": office}}],
        [{"person": {"name": name, "role": office}}, {"person": {"name": name, "role": body}}],
    ]
    leads[2][2]["person"]["name"] = {language: "Omar Gamma / عمر"}
    for each in leads:
        assert again("ogp-national-2017-docx", language, leads=each)["leads"] == each


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "ogp-national-2022-docx"])
@pytest.mark.parametrize("language", WORDS)
def test_a_dash_in_a_name_or_a_part_is_one_of_theirs(form: str, language: str) -> None:
    name, office, body, *_ = ({language: f"{words} — {words}"} for words in WORDS[language])
    leads: list[dict[str, Any]] = [{"name": name}, {"name": name, "role": body}, {"name": body, "group": "government"}]
    leads.append({"name": body, "role": office, "group": "csos"})
    for lead in leads:
        assert again(form, language, leads=[lead])["leads"] == [lead]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "ogp-national-2022-docx"])
@pytest.mark.parametrize("language", WORDS)
def test_no_dash_that_a_form_writes_is_uncertain(form: str, language: str) -> None:
    person, office, known, entry, _ = ({language: words} for words in WORDS[language])
    body = {language: f"{known[language]} — {entry[language]}"}
    dashed = {language: f"{office[language]} — {known[language]}"}
    leads: list[dict[str, Any]] = [
        {"name": body},
        {"name": body, "group": "csos"},
        {"organization": "test.x:o", "person": {"name": person, "role": dashed}},
        {"person": {"name": person, "role": dashed, "organization": "test.x:o-2"}},
        {"person": {"role": dashed}},
    ]
    commitment = {"id": "test.x:c", "title": {language: "Portail / بوابة"}, "leads": leads}
    commitment["budget"] = [{"text": body}]
    plan = {"id": "test.x:p", "title": {language: "Plan"}, "framework": "other", "commitments": [commitment]}
    bodies = [{"id": "test.x:o", "name": known}, {"id": "test.x:o-2", "name": {language: f"{body[language]} 2"}}]
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [plan], "organizations": bodies}
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language).data
    imported = checked(read(data, "form.docx"))
    found = tree_of(imported)["plans"][0]["commitments"][0]
    wanted = json.loads(json.dumps(leads).replace("test.x:o-2", f"@{body[language]} 2"))
    assert found["leads"] == json.loads(json.dumps(wanted).replace("test.x:o", f"@{known[language]}"))
    if form != "ogp-national-2022-docx":  # it has no place for budgets
        assert found["budget"] == [{"text": body}]
    assert "import/dash-uncertain" not in {each.code for each in imported.findings}


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "ogp-national-2017-docx"])
@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Financement : part"), ("en", "Funder: part"), ("ar", "التمويل: حصة")]
)
def test_what_an_amount_follows_names_no_funder(form: str, language: str, said: str) -> None:
    name = {"name": {language: WORDS[language][2]}}
    line = {"label": {language: said}, "amount": {"value": "1000", "currency": "MAD"}}
    for each in (
        line,
        {**line, "year": 2025},
        {**line, "funder": name},
        {"label": {language: said}, "text": {language: said}},
    ):
        assert again(form, language, budget=[each])["budget"] == [each]
    assert again(form, language, budget=[{"funder": name}])["budget"] == [{"funder": name}]


@pytest.mark.parametrize("form", ["ogp-local-docx", "programme-docx", "ogp-national-2017-docx"])
@pytest.mark.parametrize("language", WORDS)
def test_a_plain_dash_before_a_part_is_said_and_read_behind_who_is_known(form: str, language: str) -> None:
    person, office, known, entry, needs = ({language: words} for words in WORDS[language])
    unknown, lone = {language: f"{known[language]} 2"}, {language: f"{entry[language]} — {office[language]}"}
    body = {"organization": "test.x:o"}
    leads: list[dict[str, Any]] = [
        {"name": unknown, "group": "csos", "role": office},
        {**body, "role": office},
        {**body, "person": {"name": person, "role": office}, "group": "government", "role": office},
        {"name": unknown, "role": office},
        {"name": lone},
        {"person": {"name": person, "role": office, **body}, "role": office},
        {"person": {"name": person, "role": lone}},
    ]
    wanted = json.loads(json.dumps(leads).replace("test.x:o", f"@{known[language]}"))
    wanted[3] = {"name": {language: f"{unknown[language]} — {office[language]}"}}
    told = ["name", "name", "role", "role", "role", "text"]
    if form == "ogp-national-2017-docx":  # it has one row for who leads, and others for the person
        leads, wanted, told = leads[1:2], wanted[1:2], ["role", "text"]
    commitment = {"id": "test.x:c", "title": {language: "Portail / بوابة"}, "leads": leads}
    commitment |= {"budget": [{"label": entry, "text": needs}]}
    plan = {"id": "test.x:p", "title": {language: "Plan"}, "framework": "other", "commitments": [commitment]}
    more = {"organizations": [{"id": "test.x:o", "name": known, "sector": "civil_society"}]}
    tree = {"schema_version": "0.1", "id": "test.x:package", "plans": [plan], **more}
    data = ogl.dump(Package.model_validate_json(json.dumps(tree)), form, language=language).data
    imported = checked(read(_typed(data), "form.docx"))
    found = tree_of(imported)["plans"][0]["commitments"][0]
    assert found["leads"] == wanted
    assert found["budget"] == [{"text": {language: f"{entry[language]} — {needs[language]}"}}]
    said = [each.params["field"] for each in imported.findings if each.code == "import/dash-uncertain"]
    assert sorted(map(str, said)) == told


def _typed(data: bytes) -> bytes:
    """Gives a form as somebody types it, or as it was written before: no sign in it that tells dashes apart."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith("document.xml"):
                part = part.replace("\u00a0— ".encode(), " — ".encode()).replace("\u2060".encode(), b"")
            new.writestr(name, part)
    return out.getvalue()
