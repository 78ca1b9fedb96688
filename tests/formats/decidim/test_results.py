"""Results of accountability as CSV: commitments, milestones, statuses, dates, texts; every cell accounted for."""

from __future__ import annotations

from tests.formats.decidim.reads import OPTIONS, account, codes, is_valid, read_text, tree, unmapped

from opengov_local.formats.decidim.decidim_format import is_decidim, read
from opengov_local.formats.grids import Book, read_csv

CURRENT = """\
id;category/id;category/name/fr;category/name/ar;scope/id;parent/id;title/ar;title/fr;description/fr;description/ar;\
start_date;end_date;status/id;status/key;status/name/fr;status/name/ar;progress;created_at;url;component/id;\
proposal_urls
12;;"";"";;10;نشاط خيالي;Étape fictive;<p>Deux réunions</p>;"";2024-02-01;2024-06-30;2;st_2;Réalisé;منجز;100.0;\
2020-05-10 22:36:26 UTC;https://d.example.org/processes/p/f/16/results/12;16;""
10;3;Eau;الماء;;;التزام خيالي;Engagement fictif;<p>Portail ouvert</p>;<p>بوابة</p>;2024-01-01;2025-12-31;1;\
in_progress;En cours;"";46.33;2020-05-10 22:36:26 UTC;https://d.example.org/processes/p/f/16/results/10;16;""
"""


def test_parents_are_commitments_and_children_their_milestones_in_any_order() -> None:
    done = read_text(CURRENT)
    (plan,) = tree(done)["plans"]
    (commitment,) = plan["commitments"]
    (milestone,) = commitment["milestones"]
    assert commitment["title"] == {"ar": "التزام خيالي", "fr": "Engagement fictif"}
    assert commitment["description"] == {"fr": "Portail ouvert", "ar": "بوابة"}
    assert commitment["identifiers"] == [{"scheme": "DECIDIM", "value": "10"}]
    assert (commitment["start"], commitment["end"]) == ("2024-01-01", "2025-12-31")
    assert commitment["status"] == {"code": "in_progress", "original": "En cours"}
    assert (commitment["progress"], milestone["progress"]) == (46, 100)
    assert (milestone["start"], milestone["due"]) == ("2024-02-01", "2024-06-30")
    assert milestone["status"] == {"code": "completed", "original": "Réalisé"}
    assert plan["axes"][0]["title"] == {"fr": "Eau", "ar": "الماء"}
    assert commitment["axes"] == [plan["axes"][0]["id"]]
    assert is_valid(done)


def test_every_cell_is_accounted_for_once_and_nothing_is_dropped() -> None:
    done = read_text(CURRENT)
    cells = sum(bool(cell.strip('"')) for row in CURRENT.split("\n") for cell in row.split(";"))
    assert sum(account(done).counts.values()) == cells
    assert account(done).counts["heading"] == 21
    commitment = tree(done)["plans"][0]["commitments"][0]
    assert unmapped(commitment).keys() == {"status/id", "created_at", "url", "component/id"}


def test_the_title_of_a_plan_that_no_cell_names_is_that_of_the_file_and_said() -> None:
    done = read_text(CURRENT)
    assert tree(done)["plans"][0]["title"] == {"und": "Résultats (fictif)"}
    said = [finding for finding in done.findings if finding.code == "import/assumed"]
    assert {(each.params["field"], each.severity) for each in said} == {("title", "warning"), ("framework", "info")}


def test_a_file_that_names_the_network_is_a_programme_of_it() -> None:
    assert tree(read_text(CURRENT, "programme d'ouverture.csv"))["plans"][0]["framework"] == "remacto"


def test_without_a_name_the_title_stays_absent() -> None:
    assert "title" not in tree(read(CURRENT.encode(), None, options=OPTIONS))["plans"][0]


def test_results_of_two_components_are_two_plans() -> None:
    text = "id;title/fr;progress;component/id\n1;Un;10.0;4\n2;Deux;20.0;5\n3;Trois;30.0;4\n"
    plans = tree(read_text(text))["plans"]
    assert [[each["title"]["fr"] for each in plan["commitments"]] for plan in plans] == [["Un", "Trois"], ["Deux"]]
    assert plans[0]["title"] != plans[1]["title"]


def test_a_row_that_does_not_tell_its_component_is_of_the_only_one() -> None:
    done = read_text("id;title/fr;progress;component/id\n1;Un;10.0;4\n2;Deux;20.0;\n")
    assert len(tree(done)["plans"]) == 1


def test_the_export_of_2017_with_commas_and_underscores() -> None:
    text = (
        "result_id,decidim_category_id,decidim_scope_id,parent_id,external_id,start_date,end_date,"
        "decidim_accountability_status_id,progress,proposal_ids,title_fr,description_fr,title_pt-BR\n"
        '1,4,,,ext_1,2017-06-10,2017-09-30,1,25.0,"",Titre fictif,Texte fictif,Título\n'
        "2,,,1,ext_2,,,,,1;2,Enfant fictif,Texte,Filho\n"
    )
    done = read_text(text)
    (commitment,) = tree(done)["plans"][0]["commitments"]
    assert commitment["title"] == {"fr": "Titre fictif", "pt-BR": "Título"}
    assert {"scheme": "x_external_id", "value": "ext_1"} in commitment["identifiers"]
    assert [each["title"]["fr"] for each in commitment["milestones"]] == ["Enfant fictif"]
    assert unmapped(commitment["milestones"][0]) == {"proposal_ids": "1;2"}
    assert "import/proposals-not-here" in codes(done)


def test_days_before_months_and_parents_by_external_number() -> None:
    text = (
        "id;external_id;parent_external_id;title/ca;start_date;end_date;progress\n"
        "1;A-1;;Pare fictici;13/02/2024;01/12/2024;10.0\n2;A-2;A-1;Fill fictici;;;20.0\n"
    )
    (commitment,) = tree(read_text(text))["plans"][0]["commitments"]
    assert (commitment["start"], commitment["end"]) == ("2024-02-13", "2024-12-01")
    assert len(commitment["milestones"]) == 1


def test_a_child_whose_parent_is_not_there_is_an_activity_and_its_parent_is_said() -> None:
    done = read_text("id;parent/id;title/fr;progress\n5;4;Orphelin fictif;\n")
    plan = tree(done)["plans"][0]
    assert plan["activities"][0]["title"] == {"fr": "Orphelin fictif"}
    assert unmapped(plan["activities"][0]) == {"parent/id": "4"}
    (said,) = [finding for finding in done.findings if finding.code == "import/unknown-reference"]
    assert (said.params["number"], said.location.cell) == ("4", "B2")


def test_results_that_stand_above_themselves_do_not_hang_the_reader() -> None:
    done = read_text("id;parent/id;title/fr\n1;2;Un\n2;1;Deux\n3;3;Trois\n4;1;Quatre\n")
    assert len(tree(done)["plans"][0]["activities"]) == 4
    assert codes(done).count("import/unknown-reference") == 4


def test_deeper_levels_become_milestones_of_the_commitment_and_keep_their_parent() -> None:
    done = read_text("id;parent/id;title/fr;progress\n3;2;Petit;\n2;1;Enfant;\n1;;Parent;\n")
    (commitment,) = tree(done)["plans"][0]["commitments"]
    assert {each["title"]["fr"] for each in commitment["milestones"]} == {"Petit", "Enfant"}
    assert unmapped(next(each for each in commitment["milestones"] if each["title"]["fr"] == "Petit")) == {
        "parent/id": "2"
    }
    assert "import/level-flattened" in codes(done)


def test_rows_of_another_length_are_said_and_their_extra_cells_kept() -> None:
    done = read_text("id;title/fr;progress\n1;Court\n2;Long;10.0;surplus;encore\n")
    said = {finding.code: finding for finding in done.findings if finding.code.startswith("import/row-")}
    assert said["import/row-shorter"].location.cell == "A2"
    assert said["import/row-longer"].params == {"count": 5, "expected": 3}
    kept = tree(done)["plans"][0]["commitments"][1]["x_unmapped"]
    assert [each["text"] for each in kept] == ["surplus", "encore"]


def test_a_result_without_title_is_an_error_at_its_row() -> None:
    done = read_text('id;title/fr;description/fr;progress\n7;"";<p>Texte</p>;10.0\n')
    (said,) = [finding for finding in done.findings if finding.code == "import/title-missing"]
    assert (said.severity, said.location.cell) == ("error", "A2")
    assert not is_valid(done)


def test_a_number_that_comes_twice_is_said() -> None:
    assert "import/decidim-number-twice" in codes(read_text("id;title/fr;progress\n1;Un;\n1;Deux;\n"))


def test_a_number_that_is_none_is_kept_and_said() -> None:
    done = read_text("id;title/fr;progress\nA-7;Un;\n")
    assert unmapped(tree(done)["plans"][0]["commitments"][0]) == {"id": "A-7"}
    assert "import/identifier-unknown" in codes(done)


def test_machine_translations_are_marked_and_never_win_over_a_human_text() -> None:
    done = read_text(
        "id;title/fr;title/machine_translations/es;title/machine_translations/fr;progress\n1;Humain;Máquina;Autre;\n"
    )
    commitment = tree(done)["plans"][0]["commitments"][0]
    assert commitment["title"] == {"fr": "Humain", "es": "Máquina"}
    assert unmapped(commitment) == {"title/machine_translations/fr": "Autre"}
    (made,) = tree(done)["translations"]
    assert made == {
        "target": commitment["id"],
        "field": "title",
        "language": "es",
        "origin": "machine",
        "reviewed": False,
    }
    assert is_valid(done)


def test_statuses_that_disagree_or_are_not_known() -> None:
    done = read_text(
        "id;title/fr;status/key;status/name/fr;status/name/en;status/name/ca\n"
        "1;Un;st_1;Réalisé;In progress;En curs\n2;Deux;st_9;Bidule;;\n3;Trois;completed;Bidule;;\n"
    )
    one, two, three = tree(done)["plans"][0]["commitments"]
    assert one["status"] == {"code": "completed", "original": "Réalisé"}
    assert unmapped(one)["status/name/en"] == "In progress"
    assert "status" not in two
    assert unmapped(two)["status/name/fr"] == "Bidule"
    assert three["status"] == {"code": "completed", "original": "Bidule"}
    assert {"import/conflict", "import/status-unknown"} <= set(codes(done))


def test_values_out_of_range_and_impossible_dates_stay_as_they_are_written() -> None:
    done = read_text("id;title/fr;progress;start_date\n1;Un;130.0;30/02/2024\n")
    commitment = tree(done)["plans"][0]["commitments"][0]
    assert "progress" not in commitment
    assert "start" not in commitment
    assert unmapped(commitment) == {"progress": "130.0"}
    assert commitment["schedule"] == {"und": "30/02/2024"}
    assert {"import/percent-out-of-range", "import/date-impossible"} <= set(codes(done))


def test_taxonomies_in_one_cell_each_become_axes() -> None:
    done = read_text(
        "id;title/fr;taxonomies/id;taxonomies/name;progress\n"
        '1;Un;"3, 4";"{""fr""=>""Eau"", ""ar""=>""الماء""}, {""fr"" => ""Air""}";\n2;Deux;3;Eau;\n3;Trois;"3, 4";Eau;\n'
    )
    plan = tree(done)["plans"][0]
    assert [axis["identifiers"][0]["value"] for axis in plan["axes"]] == ["3", "4"]
    assert plan["axes"][0]["title"]["ar"] == "الماء"
    ids = [axis["id"] for axis in plan["axes"]]
    assert [each.get("axes") for each in plan["commitments"]] == [ids, ids[:1], None]
    assert unmapped(plan["commitments"][2]) == {"taxonomies/id": "3, 4", "taxonomies/name": "Eau"}


def test_a_column_that_is_not_known_is_said_once_and_kept_row_by_row() -> None:
    done = read_text("id;title/fr;progress;PAM\n1;Un;;x\n2;Deux;;y\n")
    assert codes(done).count("import/column-unmapped") == 1
    assert [unmapped(each)["PAM"] for each in tree(done)["plans"][0]["commitments"]] == ["x", "y"]


def test_an_apostrophe_that_guards_a_formula_is_taken_off_and_said() -> None:
    done = read_text("id;title/fr;progress\n1;'=1+1;\n2;'a;\n")
    assert [each["title"]["fr"] for each in tree(done)["plans"][0]["commitments"]] == ["=1+1", "'a"]
    assert codes(done).count("import/apostrophe-removed") == 1


def test_what_is_no_export_is_told_apart() -> None:
    def book(text: str) -> Book:
        found = read_csv(text.encode(), None)
        assert isinstance(found, Book)
        return found

    assert is_decidim(book(CURRENT))
    assert is_decidim(book("title/fr;body/fr\nUn;Deux\n"))
    assert not is_decidim(book("title;progress;status\nUn;10;En cours\n"))
    assert not is_decidim(book("a@example.org;Nom\n"))
    done = read_text("a@example.org;Nom\n")
    assert "import/nothing-recognised" in codes(done)
    assert account(done).counts["unmapped"] == 2
