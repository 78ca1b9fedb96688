"""Reports of progress in Word beside an earlier package: their updates join it, and nothing of it is lost."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.word.papers import codes_of, paper, read_paper, to_bytes, unmapped

import opengov_local as ogl

_HEAD = ["= Rapport de suivi du plan d’action de la commune d’Agadir 2024-2026", "! Premier semestre 2025"]


def _object(local: str, title: str, number: str = "", **more: Any) -> dict[str, Any]:
    numbered = {"number": number} if number else {}
    return {"id": f"org.example:{local}", **numbered, "title": {"fr": title}, **more}


def _base(**more: Any) -> dict[str, Any]:
    audit = _object("m1", "Audit des données", "1.1")
    commitments = [
        _object("c1", "Portail", "1", description={"fr": "Rien n’est publié."}, milestones=[audit]),
        _object("c2", "Budget participatif", "2", status={"code": "not_started"}),
        _object("c3", "Radio locale", "3"),
    ]
    plan = _object("p1", "Plan d’action d’Agadir", framework="ogp-local", commitments=commitments)
    return {"schema_version": "0.1", "id": "org.example:all", "id_prefix": "org.example", "plans": [plan], **more}


def _tree(made: Any) -> dict[str, Any]:
    tree: dict[str, Any] = made.document.tree
    return tree


def _targets(made: Any) -> list[str]:
    return [each["target"].partition(":")[2] for each in _tree(made).get("progress_updates", ())]


def test_updates_join_the_package_which_stays_whole() -> None:
    base = _base()
    made = read_paper(
        *_HEAD,
        *("# Engagement 1 : Portail", "Réalisations : cahier rédigé", "État : En cours"),
        *("# Engagement 2 : Budget participatif", "Réalisations : forums tenus", "# Conclusion", "Le plan avance."),
        base=base,
    )
    tree = _tree(made)
    assert (tree["plans"], tree["id"], "collectivities" in tree) == (base["plans"], "org.example:all", False)
    first, second = tree["progress_updates"]
    assert (first["target"], second["target"]) == ("org.example:c1", "org.example:c2")
    assert (first["text"], first["period"]) == ({"fr": "cahier rédigé"}, {"start": "2025-H1", "end": "2025-H1"})
    assert [each["text"] for each in tree["x_unmapped"]] == ["Le plan avance."]
    codes = codes_of(made)
    assert codes.count("import/report-joined") == 1
    assert {"import/not-in-source", "import/ids-kept"}.isdisjoint(codes)
    assert not [f for f in made.findings if f.code == "import/assumed" and f.params["field"] == "framework"]


def test_a_number_alone_a_title_alone_and_an_activity_are_found() -> None:
    rows = [
        ["Engagement", "Activité", "État"],
        ["Portail", "Audit des données", "Achevé"],
        ["Radio locale", "", "En cours"],
    ]
    assert _targets(read_paper(*_HEAD, rows, base=_base())) == ["m1", "c3"]
    assert _targets(read_paper(*_HEAD, "# Engagement n° 2", "Réalisations : forums tenus", base=_base())) == ["c2"]


def test_what_the_package_does_not_have_is_said_and_kept_and_nothing_is_fused() -> None:
    parts = (
        "# Engagement 1 : Portail",
        "Réalisations : cahier rédigé",
        "# Engagement 4 : Jardins",
        "Réalisations : haies",
    )
    made = read_paper(*_HEAD, *parts, base=_base())
    assert _targets(made) == ["c1"]
    unknown = [finding.params["name"] for finding in made.findings if finding.code == "import/target-unknown"]
    assert unknown == ["Jardins"]
    assert set(unmapped(made).values()) == {"Engagement 4 : Jardins", "Réalisations : haies"}
    crossed = read_paper(
        *_HEAD, *parts[:2], "# Engagement 3 : Budget participatif", "Réalisations : haies", base=_base()
    )
    assert _targets(crossed) == ["c1"]
    assert "import/target-ambiguous" in codes_of(crossed)
    renamed = read_paper(*_HEAD, *parts[:2], "# Engagement 2 : Éclairage public", "Réalisations : haies", base=_base())
    assert _targets(renamed) == ["c1"]


def test_a_title_that_is_only_alike_counts_with_its_number_and_is_said() -> None:
    made = read_paper(*_HEAD, "# Engagement 2 : Le budget participatif", "Réalisations : forums tenus", base=_base())
    assert _targets(made) == ["c2"]
    assert [f.params["value"] for f in made.findings if f.code == "import/assumed" and f.params["field"] == "target"]


def test_what_a_report_says_otherwise_is_said_and_kept_beside_its_update() -> None:
    parts = "# Engagement 1 : Portail", "Description : On ne publie rien.", "Réalisations : cahier rédigé"
    made = read_paper(*_HEAD, *parts, "Budget : 50 000 DH", base=_base())
    (update,) = _tree(made)["progress_updates"]
    assert [each["text"] for each in update["x_unmapped"]] == [parts[1], "Budget : 50 000 DH"]
    assert [f.params["kept"] for f in made.findings if f.code == "import/conflict"] == ["Rien n’est publié."]
    again = parts[0], "Description : Rien n’est publié.", parts[2]
    same = read_paper(*_HEAD, *again, base=_base())
    assert "x_unmapped" not in _tree(same)["progress_updates"][0]
    assert "import/conflict" not in codes_of(same)


def test_what_a_table_says_beside_is_kept_under_its_heading() -> None:
    rows = [["Engagement", "Réalisations", "Budget"], ["Portail", "cahier rédigé", "50 000 DH"]]
    (update,) = _tree(read_paper(*_HEAD, rows, base=_base()))["progress_updates"]
    assert [(each["label"], each["text"]) for each in update["x_unmapped"]] == [("Budget", "50 000 DH")]


def test_a_report_of_another_council_joins_nothing() -> None:
    number = {"scheme": "MA-HCP", "value": "09.581.01.01"}
    other = {"id": "org.example:t1", "name": {"fr": "Tiznit"}, "kind": "commune", "identifiers": [number]}
    parts = "# Engagement 1 : Portail", "Réalisations : cahier rédigé"
    made = read_paper(*_HEAD, *parts, base=_base(collectivities=[other]))
    assert "import/report-joined" not in codes_of(made)
    strange = read_paper(*_HEAD, "# Engagement 9 : Jardins", "Réalisations : haies", base=_base())
    assert "import/report-joined" not in codes_of(strange)


def test_a_report_read_twice_is_there_once() -> None:
    parts = *_HEAD, "# Engagement 1 : Portail", "Réalisations : cahier rédigé"
    once = _tree(read_paper(*parts, base=_base()))
    twice = read_paper(*parts, base=once)
    assert _targets(twice) == ["c1"]
    assert "import/updates-known" in codes_of(twice)


def test_minutes_of_a_committee_add_their_meeting_once() -> None:
    parts = [
        *("= Compte rendu de la réunion du comité de suivi du plan d’action d’Agadir", "Date : 3 mars 2026"),
        *("Lieu : Siège de la commune", "# Engagement 1 : Portail", "Réalisations : cahier rédigé"),
        *("# Recommandations", "* Publier le cahier."),
    ]
    once = _tree(read_paper(*parts, base=_base()))
    assert [each["date"] for each in once["workshops"]] == ["2026-03-03"]
    assert [each["target"] for each in once["progress_updates"]] == ["org.example:c1"]
    twice = _tree(read_paper(*parts, base=once))
    assert (len(twice["workshops"]), len(twice["progress_updates"])) == (1, 1)
    other = _tree(read_paper(parts[0], "Date : 3 juin 2026", *parts[2:], base=once))
    assert [each["date"] for each in other["workshops"]] == ["2026-03-03", "2026-06-03"]


@pytest.mark.parametrize("base", [{}, {"plans": []}])
def test_an_empty_package_takes_nothing(base: dict[str, Any]) -> None:
    made = read_paper(*_HEAD, "# Engagement 1 : Portail", "Réalisations : cahier rédigé", base=base)
    assert len(_tree(made)["plans"]) == 1


def test_a_report_that_made_the_plan_takes_nothing_from_what_another_file_joined() -> None:
    lines = ["# Engagement 1 : Portail", "Réalisations : cahier rédigé", "# Engagement 2 : Radio", "État : En cours"]
    first, second = (to_bytes(paper(_HEAD[0], f"! {half} semestre 2025", *lines)) for half in ("Premier", "Second"))

    def joined(data: bytes, base: Any) -> dict[str, Any]:
        return _tree(ogl.read(data, format="docx", options=ogl.ImportOptions(base=base)))

    made = joined(first, None)
    both = joined(second, made)
    assert len(made["progress_updates"]) < len(both["progress_updates"])
    assert joined(first, both)["progress_updates"] == both["progress_updates"]
    assert joined(first, made) == made
