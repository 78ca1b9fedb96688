"""The open data of a site: results, meetings, proposals and spaces tied together; each alone as CSV."""

from __future__ import annotations

from typing import Any

import pytest
from tests.formats.decidim.reads import OPTIONS, account, archive, codes, is_valid, read_text, tree, unmapped

from opengov_local.formats.decidim.decidim_format import read

HOST = "https://d.example.org/processes/p"
PROPOSALS = (
    "id;author/name;category/id;title/fr;body/fr;state;answer/fr;answered_at;supports;endorsements/total_count;"
    "published_at;url;meeting_urls;component/id;participatory_space/id;withdrawn\n"
    f"31;Personne Fictive;;Proposer;<p>Texte</p>;accepted;<p>Retenue</p>;2024-03-01;12;3;2024-02-01;"
    f"{HOST}/f/15/proposals/31;;15;5;false\n"
    f"32;A, B;;Seconde;Texte;rejected;Non;;0;4;2024-02-02;{HOST}/f/15/proposals/32;{HOST}/f/14/meetings/21;15;5;false\n"
    f"33;;;Retirée;Texte;withdrawn;Merci;;;;;{HOST}/f/15/proposals/33;;15;5;true\n"
)
MEETINGS = (
    "id;title/fr;description/fr;start_time;end_time;attendees;contributions;organizations;address;location/fr;"
    "closing_report/fr;reference;related_results;url;component/id;published;withdrawn\n"
    "21;Atelier fictif;<p>But</p>;2024-01-10 09:00:00;2024-01-10 12:00:00;24;0;Association A, Association B;"
    f"1 rue Fictive;Salle;<p>Compte rendu</p>;D-MEET-1;{HOST}/f/16/results/10;{HOST}/f/14/meetings/21;14;true;false\n"
    "22;Forum fictif;;2024-01-10 09:00:00;2024-01-12 12:00:00;0;0;;;;;;;;14;true;true\n"
)
RESULTS = (
    "id;title/fr;progress;component/id;participatory_space/id;participatory_space/url;proposal_urls;url\n"
    f'10;Engagement;10.0;16;5;{HOST};"{HOST}/f/15/proposals/31, {HOST}/f/15/proposals/99";{HOST}/f/16/results/10\n'
)
PROCESSES = (
    "id;slug;title/fr;short_description/fr;start_date;end_date\n"
    "5;p;Programme fictif;<p>Court</p>;2024-01-01;\n6;q;Autre;;;\n"
)
README = "# Open data\n\n## results\n\n* id: the number\n"


def _site(**more: str) -> Any:
    names = {"results": RESULTS, "meetings": MEETINGS, "proposals": PROPOSALS, "participatory_processes": PROCESSES}
    files = {f"d.example.org-open-data-{name}.csv": text for name, text in (names | more).items()}
    return read(archive({"README.md": README, **files}), "d.example.org-open-data.zip", options=OPTIONS)


def test_the_parts_of_a_site_are_tied_by_their_numbers_and_addresses() -> None:
    done = _site()
    (plan,) = tree(done)["plans"]
    assert (plan["title"], plan["period"]) == ({"fr": "Programme fictif"}, {"start": "2024-01-01"})
    workshops = {each["title"]["fr"]: each for each in tree(done)["workshops"]}
    meeting, consultation = workshops["Atelier fictif"], workshops["Programme fictif"]
    accepted = consultation["contributions"][0]
    assert plan["commitments"][0]["inputs"] == [accepted["id"]]
    assert accepted["disposition"]["commitments"] == [plan["commitments"][0]["id"]]
    assert meeting["plans"] == [plan["id"]]
    assert [each["text"]["fr"] for each in meeting["contributions"]] == ["Seconde\n\nTexte"]
    assert is_valid(done)


def test_a_body_that_took_part_is_one_in_each_of_its_spellings() -> None:
    meetings = MEETINGS.replace("Association A, Association B", "Association A, ASSOCIATION  a, Association B")
    (first, *_) = tree(_site(meetings=meetings))["workshops"]
    names = [group["party"]["name"] for group in first["participants"] if "party" in group]
    assert names == [{"und": "Association A"}, {"und": "Association B"}]


def test_every_line_and_cell_of_an_archive_is_accounted_for_under_its_file() -> None:
    done = _site()
    assert account(done).counts["help"] == 3
    places = {str(entry.piece.place) for entry in account(done).entries}
    assert "d.example.org-open-data-results.csv!B2" in places
    cells = sum(
        bool(cell.strip('"'))
        for text in (RESULTS, MEETINGS, PROPOSALS, PROCESSES)
        for row in text.split("\n")
        for cell in row.split(";")
    )
    assert sum(account(done).counts.values()) == cells + 3


def test_what_names_something_that_is_not_there_is_said() -> None:
    done = _site()
    (said,) = [each for each in done.findings if each.code == "import/proposals-not-here"]
    assert said.params["names"] == (f"{HOST}/f/15/proposals/99",)
    assert "import/belongs-to-nothing" in codes(done)


def test_debates_and_projects_look_like_others_and_are_not_taken_for_them() -> None:
    debates = "id;title/fr;description/fr;start_time;end_time\n1;Débat;x;2024-01-01 10:00:00;\n"
    done = _site(debates=debates, projects="id;title/fr;description/fr;progress\n1;Projet;x;5\n")
    assert codes(done).count("import/decidim-file-unread") == 2
    assert len(tree(done)["plans"][0]["commitments"]) == 1
    assert account(done).counts["unmapped"] > 20


def test_files_of_no_known_kind_and_empty_ones_in_an_archive() -> None:
    files = {"a-open-data-results.csv": RESULTS, "logo.png": "x", "empty.csv": "", "more.json": '[{"title": '}
    done = read(archive(files), "x.zip", options=OPTIONS)
    assert {"import/decidim-part-unread", "syntax/invalid-json"} <= set(codes(done))
    assert len(tree(done)["plans"]) == 1


def test_meetings_are_workshops_with_place_report_and_figures() -> None:
    done = read_text(MEETINGS, "meetings.csv")
    one, two = tree(done)["workshops"]
    assert (one["kind"], one["date"], one.get("until")) == ("other", "2024-01-10", None)
    assert (two["date"], two["until"]) == ("2024-01-10", "2024-01-12")
    assert one["summary"] == {"fr": "Compte rendu"}
    assert one["place"] == {"fr": "Salle, 1 rue Fictive"}
    assert one["reported_figures"] == [{"measure": "participants", "value": "24"}]
    names = [each["party"]["name"] for each in one["participants"]]
    assert names == [{"und": "Association A"}, {"und": "Association B"}]
    assert {"scheme": "x_decidim_reference", "value": "D-MEET-1"} in one["identifiers"]
    assert unmapped(one)["contributions"] == "0"
    assert {"import/zero-or-not-counted", "import/withdrawn", "import/unknown-reference"} <= set(codes(done))
    assert is_valid(done)


@pytest.mark.parametrize(("title", "kind"), [
    ("Atelier de co-création sur la médina", "co_creation"), ("تشاور عمومي حول البرنامج", "public_consultation"),
    ("Atelier fictif", "other"),
])  # fmt: skip
def test_the_title_of_a_meeting_tells_its_kind(title: str, kind: str) -> None:
    done = read_text(MEETINGS.replace("Atelier fictif", title), "meetings.csv")
    assert tree(done)["workshops"][0]["kind"] == kind
    assert codes(done).count("import/assumed") == len(tree(done)["workshops"])


def test_proposals_are_contributions_with_their_reasoned_answer() -> None:
    done = read_text(PROPOSALS, "proposals.csv")
    (workshop,) = tree(done)["workshops"]
    one, two, three = workshop["contributions"]
    assert workshop["kind"] == "online_consultation"
    assert (one["kind"], one["text"]) == ("proposal", {"fr": "Proposer\n\nTexte"})
    assert one["disposition"] == {"status": "accepted", "reason": {"fr": "Retenue"}, "date": "2024-03-01"}
    assert (one["supporters"], one["author"], one["date"]) == (
        12,
        {"person": {"name": {"und": "Personne Fictive"}}},
        "2024-02-01",
    )
    assert (two["supporters"], two["author"]) == (4, {"name": {"und": "A, B"}})
    assert two["disposition"]["status"] == "rejected"
    assert "disposition" not in three
    assert unmapped(three)["answer/fr"] == "Merci"
    assert {"import/withdrawn", "import/answer-without-state"} <= set(codes(done))
    assert is_valid(done)


def test_a_proposal_without_title_is_an_error() -> None:
    done = read_text("title/fr;body/fr\nUn;Texte\n;Texte seul\n", "proposals.csv")
    (said,) = [each for each in done.findings if each.code == "import/title-missing"]
    assert (said.severity, said.location.cell) == ("error", "B3")
    assert tree(done)["workshops"][0]["contributions"][1]["text"] == {"fr": "Texte seul"}


@pytest.mark.parametrize(
    ("description", "agenda", "kept"),
    [
        ("<h3>Ordre du jour</h3><ul><li>Accueil</li><li>Vote</li></ul>", ["Accueil", "Vote"], False),
        ("<p>But</p><p><strong>Ordre du jour :</strong></p><p>Accueil<br>Vote</p>", ["Accueil", "Vote"], True),
        ("<p>Atelier sur l'ordre du jour</p>", [], True),
    ],
)
def test_the_agenda_in_the_description_of_a_meeting_is_that_of_its_workshop(
    description: str, agenda: list[str], kept: bool
) -> None:
    done = read_text(MEETINGS.replace("<p>But</p>", description), "meetings.csv")
    (one, _) = tree(done)["workshops"]
    assert one.get("agenda", []) == [{"fr": point} for point in agenda]
    assert ("description/fr" in unmapped(one)) == kept
    assert is_valid(done)
