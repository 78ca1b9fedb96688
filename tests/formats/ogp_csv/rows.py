"""Made-up rows of OGP's spreadsheet, for properties: cells of every kind of column, as its rows have them."""

from __future__ import annotations

from hypothesis import strategies as st

from opengov_local import codelists
from opengov_local.formats.ogp_csv.columns import Column, columns
from opengov_local.formats.ogp_csv.full_text import QUESTIONS, VALUES

_MISSING = ["NA", "ND", "NR", ""]
_WORDS = st.text(st.sampled_from("abcdé ABC.,;:|-•/()=+@'\"\n0129م"), max_size=30)
_BODIES = st.lists(
    st.sampled_from(["Ministry of A", "B & Sons", "a council, and others", "جمعية", "NA", "• C"]), max_size=4
)
_DATES = [
    "9/1/2022",
    "7/1/14",
    "07/01/2014",
    "July 2014",
    "2012",
    "Quarter 1 2014",
    "Fall 2019",
    "2012.0",
    "31/12/2020",
]
_YEARS = ["2022", "2022.0", "22", "NA"]
_NUMBERS = ["1", "4.0999999999999996", "2.2999999999999998", "3a", "1.0", "-1", "0.1"]
_ANSWERS = [code.labels["en"] for code in codelists.get("assessment_answer")]
_LABELS = [
    *QUESTIONS.values(),
    *VALUES.values(),
    "Milestones",
    "Lead implementing agency/actor",
    "Contact point details",
]
_PARTING = st.sampled_from(["\n", "\n\n", ": ", " "])


@st.composite
def full_texts(draw: st.DrawFn) -> str:
    """Gives a running text: words, questions and answers, lines of milestones."""
    part = st.one_of(
        _WORDS,
        st.sampled_from(_LABELS),
        st.sampled_from(["Draft | A draft | 11/2022", "• One thing\nJune 2018 – May 2020", "Not applicable"]),
    )
    return "".join(text for pair in draw(st.lists(st.tuples(part, _PARTING), max_size=8)) for text in pair)


def _cell(column: Column) -> st.SearchStrategy[str]:
    known = {
        "narrative": st.one_of(full_texts(), _WORDS),
        "parties": st.one_of(
            st.tuples(_BODIES, st.sampled_from(["; ", "\n", ", ", "\n• "])).map(lambda x: x[1].join(x[0])), _WORDS
        ),
        "date": st.sampled_from(_DATES),
        "flag": st.sampled_from(["0", "1", "1.0", "x"]),
        "value": st.sampled_from(["0", "1", "yes"]),
        "answer": st.sampled_from([*_ANSWERS, "1", "Other"]),
        "answer_code": st.sampled_from(["0", "1", "2", "3", "-1", "1.0"]),
        "answer_sign": st.sampled_from(["-1", "0", "1", "2", "-0.5"]),
        "answer_flag": st.sampled_from(["0", "1", "2"]),
        "report_year": st.sampled_from(_YEARS),
        "submission": st.sampled_from(_YEARS),
        "plan_end": st.sampled_from(_YEARS),
        "plan_id": st.sampled_from(["AP_MAR02", "AP_MAR03", "AP_GBSC01"]),
        "plan_number": st.sampled_from(["2", "3", "2.0"]),
        "member": st.sampled_from(["Morocco", "Scotland, United Kingdom", "Made-up Shire"]),
        "member_code": st.sampled_from(["MAR", "GBSC", "xx"]),
        "framework": st.sampled_from(["National", "Local", "Legacy Local", "Other", "national", "?"]),
        "identifier": st.sampled_from(["MO0001", "mo0001", "SCO0006", "MATTH0012"]),
        "number": st.sampled_from(_NUMBERS),
        "url": st.sampled_from(
            ["https://example.org/a", "http://www.opengovpartnership.org/x", "example.org", "https://a b"]
        ),
    }.get(column.reads)
    if column.reads == "title":
        return _WORDS.filter(lambda text: any(map(str.isalpha, text)) and text.strip() not in _MISSING)
    kept = st.one_of(_WORDS, st.sampled_from(_NUMBERS)) if known is None else known
    return st.one_of(st.sampled_from(_MISSING), kept)


_CELLS = {column.name: _cell(column) for column in columns()}
_PLAN = [column.name for column in columns() if column.reads in ("plan_id", "member")]


@st.composite
def rows(draw: st.DrawFn) -> list[dict[str, str]]:
    """Gives one to four rows; most cells of the others are those of the first."""
    first = {name: draw(cells) for name, cells in _CELLS.items()}
    made = [first]
    for _ in range(draw(st.integers(0, 3))):
        others = draw(st.sets(st.sampled_from(list(_CELLS)), max_size=6)) | set(_PLAN)
        made.append(first | {name: draw(_CELLS[name]) for name in others})
    return made
