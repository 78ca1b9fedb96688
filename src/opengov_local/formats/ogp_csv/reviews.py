"""What reviewers (IRM) found: the progress and the end-of-term columns of a row, each as one assessment."""

from __future__ import annotations

from opengov_local import codelists
from opengov_local.account import Piece
from opengov_local.formats.ogp_csv.columns import Column
from opengov_local.formats.ogp_csv.rows import MISSING, whole_of, year_of
from opengov_local.importing.draft import Draft, Node
from opengov_local.importing.words import code_of_answer

REVIEWED = frozenset(("report_year", "answer", "answer_code", "answer_flag", "answer_sign"))
"""Ways of reading whose columns reviewers fill."""
INSTRUMENTS = {"progress": "irm_progress_report", "end": "irm_end_of_term"}
_FLAGS = {"1": "yes", "0": "no"}
_SIGNS = frozenset(("-1", "0", "1", *MISSING))
"""What says no more of a change than its sign, or that there is none."""


class Reviews:
    """The assessments of one commitment."""

    def __init__(self, draft: Draft, commitment: Node, year: Piece | None) -> None:
        self._draft = draft
        self._commitment = commitment
        self._year = year
        self._reports: dict[str, Node] = {}
        self._answers: dict[str, Node] = {}

    def put(self, column: Column, piece: Piece) -> None:
        """Puts one cell of a review."""
        report, _, criterion = column.field.partition(":")
        if column.reads == "report_year":
            self._date(report, column, piece)
        elif column.reads in ("answer_code", "answer_sign"):
            self._check(column, piece)
        else:
            self._answer(report, criterion, column, piece)

    def close(self, *, said: bool) -> bool:
        """Says which reviews answer nothing, and that the year of the plan was taken for theirs, if that was not said.

        Args:
            said: whether it was said of another commitment of the plan.

        Returns:
            Whether it is said now.
        """
        silent = [node for node in self._reports.values() if _answers_nothing(node)]
        if silent:
            missing = sorted({answer["missing"] for node in silent for answer in node.data["answers"]})
            self._draft.say("import/reviews-without-answers", node=silent[0], severity="info", count=len(silent),
                            names=tuple(missing))  # fmt: skip
        dated = [node for node in self._reports.values() if "vintage" in node.data]
        if dated and not said:
            value = str(dated[0].data["vintage"])
            self._draft.say("import/assumed", self._year, severity="info", node=dated[0], field="vintage", value=value)
        return said or bool(dated)

    def _report(self, report: str, piece: Piece) -> Node:
        if report not in self._reports:
            node = self._draft.add(self._draft.root, "assessments", piece)
            self._draft.put(node, "target", self._commitment.data["id"], piece)
            self._draft.put(node, "assessor_role", "irm", piece)
            self._draft.put(node, "instrument", INSTRUMENTS[report], piece)
            if self._year:
                self._draft.put(node, "vintage", year_of(self._year.text) or self._year.text.strip(), self._year)
            self._reports[report] = node
        return self._reports[report]

    def _date(self, report: str, column: Column, piece: Piece) -> None:
        text = piece.text.strip()
        if year := year_of(text):
            if year != text:
                self._draft.say(
                    "import/float-damage", piece, severity="info", node=self._commitment, text=text, value=year
                )
            self._draft.put(self._report(report, piece), "date", year, piece)
        else:
            self._draft.keep(piece, self._commitment, label=column.name)

    def _answer(self, report: str, criterion: str, column: Column, piece: Piece) -> None:
        text = piece.text.strip()
        answer = self._draft.add(self._report(report, piece), "answers", piece)
        self._answers[column.field] = answer
        self._draft.put(answer, "criterion", criterion, piece)
        if text in MISSING:
            self._draft.put(answer, "missing", text, piece)
            return
        flag = _FLAGS.get(whole_of(text)) if column.reads == "answer_flag" else None
        code = f"{criterion}.{flag}" if flag else None
        if column.reads == "answer":
            code = code_of_answer(criterion, text)
        if code:
            self._draft.put(answer, "answer", code, piece)
        else:
            self._draft.say("import/answer-unknown", piece, node=answer, criterion=criterion, text=text)
        self._draft.put(answer, "original", text, piece)

    def _check(self, column: Column, piece: Piece) -> None:
        """Compares OGP's number for an answer with the answer; one that says something else is kept."""
        answer = self._answers.get(column.field)
        text = whole_of(piece.text)
        agrees = answer is not None and text in (answer.data.get("missing"), _number(answer, column.reads, text))
        if answer and agrees and (column.reads != "answer_sign" or text in _SIGNS):
            self._draft.used(piece, answer, "answer")
            return
        if answer and not agrees:
            word = str(answer.data.get("original") or answer.data.get("missing"))
            self._draft.say("import/codes-disagree", piece, node=answer, column=column.name, text=text, word=word)
        self._draft.keep(piece, self._commitment, label=column.name)


def _answers_nothing(report: Node) -> bool:
    """Tells whether a review has no date, and all its answers say why there is none."""
    answers = report.data.get("answers", ())
    return "date" not in report.data and bool(answers) and all("missing" in answer for answer in answers)


def _number(answer: Node, reads: str, text: str) -> str | None:
    """Gives the number that OGP's spreadsheet has for an answer; of a change only its sign counts."""
    code = answer.data.get("answer")
    if code is None:
        return None
    if reads == "answer_sign":
        try:
            sign = float(text)
        except ValueError:
            return None
        expected = {"decrease": sign < 0, "no_change": sign == 0, "increase": sign > 0}
        return text if expected.get(code.rpartition(".")[2]) else None
    number = codelists.get("assessment_answer")[code].ogp_code
    return None if number is None else str(number)
