"""Real files of the corpus, where there is one."""

from __future__ import annotations

from pathlib import Path

from tests.formats.word.papers import codes_of, quick, tree_of

from opengov_local.formats.word.word_format import read


def test_a_letter_of_commitment_is_kept_whole(corpus: Path) -> None:
    made = read((corpus / "territoires-en-transitions" / "Acte_engagement.docx").read_bytes())
    assert "import/word-not-understood" in codes_of(made)
    assert made.account is not None
    assert {fate for fate, count in made.account.counts.items() if count} == {"unmapped"}


def test_the_labels_of_the_self_assessment_template_are_known(corpus: Path) -> None:
    text = (corpus / "ogp-word-template" / "self-assessment-commitment-template.excerpt.txt").read_text("utf-8")
    made = read(quick([line for line in text.splitlines() if line.strip()]))
    fields = {str(step.params.get("field")) for step in made.layout}
    wanted = "number_title period leads problem action solution_path values_why"
    assert {f"commitment.{field}" for field in wanted.split()} <= fields


def test_the_page_of_a_tracker_pasted_into_word(corpus: Path) -> None:
    text = (corpus / "tunisia-ogp-tracker" / "commitment-5.ar.excerpt.txt").read_text("utf-8")
    (commitment,) = tree_of(read(quick(text.splitlines())))["plans"][0]["commitments"]
    assert commitment["number"] == "5"
    assert len(commitment["axes"]) == len(commitment["leads"]) == 1
