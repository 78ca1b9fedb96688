"""Files that are broken or made to harm: a finding, never a traceback."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.decidim.reads import OPTIONS, account, archive, codes, tree

from opengov_local.formats.decidim.decidim_format import read

_KEYS = (
    "id,title/fr,title/ar,title,title_fr,body/fr,body,description/fr,progress,parent/id,status,status/key,slug,"
    "status/name/fr,category/id,category/name/fr,taxonomies/id,taxonomies/name,proposal_urls,state,answer/fr,start_time,"
    "end_time,attendees,organizations,related_results,start_date,url,component/id,author/name,x"
)
_HEADINGS = st.lists(st.sampled_from(_KEYS.split(",")), min_size=1, max_size=8)
_MEMBERS = (
    "id,title,fr,name,status,translations,locale,text,children,milestones,results,body,parent,progress,proposals,"
    "taxonomies,timelineEntries,meeting,slug"
)
_CELLS = st.sampled_from(
    ["", "1", "2", "a", "=1", "<p>x", '{"fr"=>"Eau"}', '{"fr"=>', "2024-01-01", "31/02/2024", "∞", "9" * 30, "Réalisé",
     "https://d.example/f/1/proposals/1", "٣", "\x00", "—", "true", "accepted", "1, 2"]
)  # fmt: skip


@given(_HEADINGS, st.lists(st.lists(_CELLS, max_size=9), max_size=5))
def test_no_table_makes_it_raise_and_every_cell_is_accounted_for(headings: list[str], rows: list[list[str]]) -> None:
    text = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in [headings, *rows])
    done = read(text.encode(), "x.csv", options=OPTIONS)
    if done.document is not None:
        places = {entry.piece.place for entry in account(done).entries}
        assert len(places) >= sum(bool(heading) for heading in headings)
        assert sum(account(done).counts.values()) == len(places)


_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-3, 3), st.text(max_size=3)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(st.sampled_from(_MEMBERS.split(",")), inner,
            max_size=5,
        ),
    ),
    max_leaves=20,
)  # fmt: skip


@given(_JSON)
def test_no_json_makes_it_raise_and_every_value_is_accounted_for(data: object) -> None:
    import json

    def leaves(value: object) -> int:
        if isinstance(value, dict):
            return sum(map(leaves, value.values()))
        if isinstance(value, list):
            return sum(map(leaves, value))
        return int(value is not None and (not isinstance(value, str) or any(map(_visible, value))))

    done = read(b"  " + json.dumps(data).encode(), "x.json", options=OPTIONS)
    if done.document is not None and isinstance(data, dict | list) and data:
        assert sum(account(done).counts.values()) == leaves(data)


def _visible(character: str) -> bool:
    from opengov_local.formats.grids.grid import is_blank

    return not is_blank(character)


@given(st.binary(max_size=200))
def test_no_bytes_make_it_raise(data: bytes) -> None:
    read(data, "x", options=OPTIONS)


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\x03\x04 broken"])
def test_what_cannot_be_opened_gives_a_finding_and_no_document(data: bytes) -> None:
    done = read(data, "x", options=OPTIONS)
    assert done.document is None
    assert codes(done)[0].startswith("source/")


def test_an_archive_with_paths_that_lead_out_is_refused() -> None:
    done = read(archive({"../evil.csv": "id;title/fr;progress\n"}), "x.zip", options=OPTIONS)
    assert codes(done) == ["source/unsafe-name"]


def test_other_encodings_are_concluded_and_said() -> None:
    text = "id;title/fr;description/fr;progress\n1;Réunion à l’école;Été là où siège le conseil élu;10.0\n"
    done = read(text.encode("cp1252"), "x.csv", options=OPTIONS)
    assert tree(done)["plans"][0]["commitments"][0]["title"]["fr"] == "Réunion à l’école"
    assert "import/encoding-guessed" in codes(done)
    marked = read(text.encode("utf-8-sig"), "x.csv", options=OPTIONS)
    assert tree(marked)["plans"][0]["commitments"][0]["identifiers"][0]["value"] == "1"
