"""The table of labels of the form: every line of it is in use."""

from __future__ import annotations

from collections.abc import Callable

from opengov_local.finding import Finding, Location
from opengov_local.formats.ogp_local.paper import compose
from opengov_local.formats.ogp_local.wording import labels
from opengov_local.formats.paper.content import Paper, Row
from opengov_local.formats.paper.drafts import Draft, LeftOut, marked
from opengov_local.formats.paper.measures import words_of_measures
from opengov_local.formats.paper.naming import ELSEWHERE
from opengov_local.model import Package
from opengov_local.model.gap import GAP_TEXT


def rows_of(paper: Paper) -> list[Row]:
    blocks = (block for sheet in paper.sheets for part in sheet.parts for block in part.blocks)
    return [block for block in blocks if isinstance(block, Row)]


def _said(paper: Paper) -> set[str]:
    """Gives the keys of the labels of a draft that stand in a paper."""
    faults = (text for fault in paper.faults for text in (fault.title, *fault.items))
    notices = "\n".join((*paper.notices, *faults, paper.banner or ""))
    notices += "\n".join(line.text for row in rows_of(paper) for line in row.lines)
    told = {"note.draft", "note.gaps", "note.cuts", "note.errors", "note.more_cuts", "note.unusable", "note.cut_beside"}
    keys = [key for key in labels() if key in told]
    return {key for key in keys if labels()[key].texts["fr"].partition("{")[0] in notices}


def test_every_label_is_used(made_up: Callable[..., Package], used_labels: set[str]) -> None:

    def edit(tree: dict[str, object]) -> None:
        workshops = tree["workshops"]
        assert isinstance(workshops, list)
        groups = workshops[0]["working_groups"]
        groups[1]["contributions"] = [{"id": "test.x:n", "kind": "other", "text": {"fr": "a\x00b"}}]
        groups[1]["title"] = {"fr": "a\x00b"}
        workshops[0]["partners"] = []
        workshops[0]["organizers"] = [
            {"person": {"name": {"fr": "Nadia Fictive"}}},
            {"name": {"fr": "Association"}, "person": {"role": {"fr": "Présidente"}, "capacity": "public_official"}},
            {"name": {"fr": "Association"}, "person": {"name": {"fr": "Sami Fictif"}, "capacity": "public_official"}},
            {"name": {"fr": "M. X et fils"}, "person": {"name": {"fr": "Sami Fictif"}, "capacity": "public_official"}},
        ]
        places = tree["collectivities"]
        assert isinstance(places, list)
        places.append({"id": "test.x:away", "name": {"fr": "Ailleurs"}, "kind": "commune", "country": "TN"})
        workshops[0]["organizers"].append({"collectivity": "test.x:away"})
        workshops[0]["summary"] = {"fr": "Nadia Fictive a ouvert la séance."}
        workshops[0]["title"] = dict(GAP_TEXT)
        plans = tree["plans"]
        assert isinstance(plans, list)
        tree["assessments"] = [{"id": "test.x:as", "target": plans[0]["id"], "instrument": "ogp_local_inception"}]
        plans[0]["reported_figures"][0]["sources"] = [{"publisher": "Région"}]
        plans[0]["reported_figures"] += [{"measure": each, "value": "1"} for each in {*words_of_measures().values()}]
        kinds = (*ELSEWHERE, "workshop")
        tree["external_refs"] = [{"id": f"test.y:{kind}", "kind": kind} for kind in kinds]
        texts = ("objectives", "beneficiaries", "participation", "governance", "priority")
        plans[0]["commitments"][0].update({name: {"fr": name} for name in texts}, related=[{"fr": "Plan climat"}])
        earlier = {"id": "test.x:co", "title": plans[0]["commitments"][0]["title"]}
        before = {"id": "test.x:pl", "title": plans[0]["title"], "framework": "remacto"}
        plans.append(before | {"commitments": [earlier], "period": {"start": "2021", "end": "2023"}})
        plans[0]["commitments"][0]["continues"] = [earlier["id"], *(f"test.y:{kind}" for kind in kinds)]
        proposal = {"id": "test.x:ct", "kind": "proposal", "text": {"fr": "Un portail."}}
        workshops += [
            {"id": "test.x:ws", "title": {"fr": "Ailleurs"}, "kind": "co_creation", "contributions": [proposal]},
            {"id": "test.x:wz", "title": {"fr": "Suivi"}, "kind": "follow_up", "plans": ["test.y:plan"]},
        ]
        plans[0]["commitments"][0]["inputs"] = ["test.x:ct"]
        plans[0]["indicators"] = [{"id": "test.x:in", "name": {"fr": "Visites"}, "unit": {"fr": "par mois"}}]
        plans[0]["budget"] = [{"amount": {"value": "5", "currency": "XXX"}}]
        about = {"target": plans[0]["id"], "text": {"fr": "Le portail est à l’essai."}, "date": "2025-07"}
        tree["progress_updates"] = [{"id": "test.x:up", **about}, {"id": "test.x:np", "target": plans[0]["id"]}]
        step = {"id": "test.x:ms", "title": plans[0]["commitments"][0]["title"]}
        plans[0]["commitments"][0].setdefault("milestones", []).append(step)
        added = ["test.x:up", "test.x:np", "test.x:as", "test.x:ms", "test.x:wz"]
        plans[0]["amendments"].append({"id": "test.x:am", "reason": {"fr": "Suivi."}, "added": added})

    compose(made_up(lambda tree: tree.update(assessments=[])), language="fr", with_contacts=False, plan=None)
    package, unusable = made_up(edit), (("plans", 0, "commitments", 0, "start"),)
    package.plans[0].commitments[0].start = None
    paper, _ = compose(package, language="fr", with_contacts=False, unusable=unusable, plan=None)
    wrong = Finding("structure/empty-text", "error", Location())
    found = (LeftOut("", wrong), LeftOut("", wrong, 3, "/assessments/0"))
    draft = Draft(1, found * 40, unusable, found)
    used_labels |= _said(marked(paper, draft))
    used_labels.add("word.withheld_contact")  # of forms that ask for a contact by itself; their tests look for it
    used_labels.add("word.not_available")  # what OGP's pages say, and earlier forms of ours: it is read
    assert labels().keys() - used_labels == set()
