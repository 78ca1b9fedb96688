"""Rich text as plain text and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.formats.decidim.reads import codes, read_text, tree

from opengov_local.formats.decidim.markup import to_markup, to_plain


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Un</p><p>Deux</p>", "Un\n\nDeux"),
        ("<p>Un<br>Deux<br/>Trois</p>", "Un\nDeux\nTrois"),
        ("<ul><li>a</li><li><p>b</p></li></ul>", "- a\n- b"),
        ("<ol><li>a</li><li>b</li></ol><p>c</p>", "1. a\n2. b\n\nc"),
        ("<p>R&amp;D &lt;b&gt; l&rsquo;eau&nbsp;: 5 &#8364;</p>", "R&D <b> l’eau\u00a0: 5 €"),
        ("a < b &amp; c", "a < b & c"),
        ("si x <y alors", "si x <y alors"),
        ("<p>si x <y> alors</p>", "si x <y> alors"),
        ("<div><strong>Un</strong> <em>deux</em></div>", "Un deux"),
        ("<p>\n  Un\n  deux\n</p>", "Un deux"),
        ("نص عادي", "نص عادي"),
        ("<p>مرحبا</p>\n<p>بكم</p>", "مرحبا\n\nبكم"),
        ("<p>non fermé", "non fermé"),
        ("<p></p>", ""),
    ],
)
def test_html_reads_as_its_reader_sees_it(source: str, text: str) -> None:
    assert to_plain(source) == (text, ())


@pytest.mark.parametrize(
    ("source", "text", "tags"),
    [
        ('<p>Voir <a href="https://e.example/x">ici</a>.</p>', "Voir ici (https://e.example/x).", ("a",)),
        ('<a href="https://e.example">https://e.example</a>', "https://e.example", ("a",)),
        ('<img alt="Plan" src="/p.png">', "Plan (/p.png)", ("img",)),
        ('<iframe src="https://v.example/1"></iframe>', "https://v.example/1", ("iframe",)),
        ("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>", "a | b\nc", ("table",)),
        ("<p>a</p><script>alert(1)</script><!-- note -->", "a", ("comment", "script")),
    ],
)
def test_what_plain_text_cannot_hold_is_told(source: str, text: str, tags: tuple[str, ...]) -> None:
    assert to_plain(source) == (text, tags)


_WORDS = st.text(st.sampled_from("ab<>&\"';=éع1."), min_size=1, max_size=5)
_LINES = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_TEXTS = st.lists(_LINES, min_size=1, max_size=4).flatmap(
    lambda lines: st.sampled_from(["\n", "\n\n"]).map(lambda sign: sign.join(lines))
)


@given(_TEXTS)
def test_plain_text_goes_through_html_unchanged(text: str) -> None:
    assert to_plain(to_markup(text)) == (text, ())


@given(st.text(st.sampled_from("<>/apliuo!-&; \"'=brscit"), max_size=60))
def test_nothing_makes_it_raise(source: str) -> None:
    to_plain(source)


def test_sections_under_titles_of_fields_go_to_these_fields() -> None:
    done = read_text(
        "id;title/fr;description/fr;progress\n"
        "1;Un;<p>Début</p><h3>Problème</h3><p>Fuites</p><h4>Divers</h4><p>Reste</p><h2>Action :</h2>Réparer;\n"
    )
    commitment = tree(done)["plans"][0]["commitments"][0]
    assert commitment["description"] == {"fr": "Début"}
    assert commitment["problem"] == {"fr": "Fuites\n\nDivers\n\nReste"}
    assert commitment["action"] == {"fr": "Réparer"}


def test_markup_that_carried_something_is_said_at_its_cell() -> None:
    done = read_text('id;title/fr;description/fr;progress\n1;Un;"<p><a href=""https://e.example"">x</a></p>";\n')
    assert "import/markup-flattened" in codes(done)
    assert next(each for each in done.findings if each.code == "import/markup-flattened").location.cell == "C2"
