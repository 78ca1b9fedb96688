"""The cells of reviewers (IRM) for one commitment: words, OGP's numbers for them, and the three ways of no answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from opengov_local import codelists
from opengov_local.formats.ogp_csv.columns import Column
from opengov_local.formats.ogp_csv.reviews import INSTRUMENTS
from opengov_local.model.assessment import Answer, Assessment

_FLAGS: Final = {"yes": "1", "no": "0"}
_SIGNS: Final = {"decrease": "-1", "no_change": "0", "increase": "1"}
_YEAR: Final = 4


class ReviewCells:
    """What the assessments of a commitment say in the columns of the spreadsheet.

    Args:
        assessments: the assessments of the commitment; the first of each report is written.
    """

    def __init__(self, assessments: Sequence[Assessment]) -> None:
        self._reports: dict[str, Assessment] = {}
        self._answers: dict[str, Answer] = {}
        kinds = {instrument: report for report, instrument in INSTRUMENTS.items()}
        for each in assessments:
            report = kinds.get(each.instrument or "")
            if report and report not in self._reports:
                self._reports[report] = each
                for answer in each.answers:
                    self._answers.setdefault(f"{report}:{answer.criterion}", answer)

    def cell(self, column: Column) -> str:
        """Writes one cell; "" where nothing was assessed."""
        if column.reads == "report_year":
            report = self._reports.get(column.field)
            return str(report.date)[:_YEAR] if report and report.date else ""
        answer = self._answers.get(column.field)
        if answer is None:
            return ""
        if answer.missing:
            return answer.missing
        if column.reads in ("answer", "answer_flag"):
            return answer.original or self._word(answer, column.reads)
        return self._number(answer, column.reads)

    @staticmethod
    def _word(answer: Answer, reads: str) -> str:
        code = answer.answer or ""
        if reads == "answer_flag":
            return _FLAGS.get(code.rpartition(".")[2], "")
        return codelists.get("assessment_answer").label(code, "en", default=code)

    @staticmethod
    def _number(answer: Answer, reads: str) -> str:
        code = answer.answer or ""
        if reads == "answer_sign":
            return _SIGNS.get(code.rpartition(".")[2], "")
        known = codelists.get("assessment_answer")
        number = known[code].ogp_code if code in known else None
        return "" if number is None else str(number)
