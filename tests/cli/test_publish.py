"""`publish`: what is written, what is refused, what is never overwritten or deleted, and the index in Chromium."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from tests.browser.driving import OPEN, OVERFLOW, Step, click, drive, speak

import opengov_local as ogl
from opengov_local.cli import main
from opengov_local.errors import InvalidDocument, OptionError, SourceError, TargetError
from opengov_local.formats.plan_index.listing import labels
from opengov_local.messages import LANGUAGES, plural, render, ui
from opengov_local.resources import data_folder

EXAMPLES = data_folder("examples")
REAL = [EXAMPLES / f"{name}.json" for name in ("agadir-ogp-2025", "four-regions-ogp-2025", "oriental")]
FULL = EXAMPLES / "synthetic" / "full-plan.json"
FAULTY = EXAMPLES / "synthetic" / "faulty-plan.json"


def test_writes_a_page_and_the_data_of_each_and_an_index(tmp_path: Path) -> None:
    done = ogl.publish(tmp_path / "new" / "site", [*REAL, FULL])
    assert not done.refused
    assert done.index == tmp_path / "new" / "site" / "index.html"
    index = done.index.read_text(encoding="utf-8")
    for one in done.published:
        package = ogl.load(one.source)
        assert ogl.load(one.data) == ogl.redact(package).package
        page = one.page.read_text(encoding="utf-8")
        assert f'href="{one.data.name}"' in page
        assert 'href="index.html"' in page
        assert all(f'href="{one.page.name}#{plan.id}"' in index for plan in package.plans)
    assert len(list(done.index.parent.iterdir())) == 2 * 4 + 1


def test_nothing_private_is_published(tmp_path: Path) -> None:
    package = ogl.load(FULL)
    contact = package.plans[0].points_of_contact[0].contact
    assert contact
    assert contact.email
    ogl.publish(tmp_path, [FULL])
    assert all(contact.email.encode() not in path.read_bytes() for path in tmp_path.iterdir())


def test_what_is_broken_does_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table = EXAMPLES / "synthetic" / "programme-fictif.csv"
    missing = tmp_path / "missing.json"
    empty = tmp_path / "empty.json"
    ogl.save(ogl.Package.new("org.example.fictive"), empty)
    sources = [FAULTY, missing, table, empty, REAL[2], REAL[2]]
    done = ogl.publish(tmp_path / "site", sources)
    kinds = [type(trouble) for trouble in done.refused.values()]
    assert kinds == [InvalidDocument, SourceError, OptionError, TargetError, OptionError]
    assert [one.source for one in done.published] == [str(REAL[2])]
    assert main(["publish", str(FAULTY), str(REAL[0]), "--lang", "en", "-o", str(tmp_path / "again")]) == 1
    said = capsys.readouterr()
    assert "[structure/wrong-type]" in said.err
    assert str(FAULTY) in said.err.splitlines()[-1]
    assert (tmp_path / "again" / "index.html").is_file()


@pytest.mark.parametrize("language", LANGUAGES)
def test_remarks_on_pages_are_counted_and_listed_when_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str
) -> None:
    (one,) = ogl.publish(tmp_path / "site", [FULL], language=language).published
    persons = [each for each in one.findings if each.code.startswith(("redact/", "export/left-out"))]
    arguments = ["publish", str(FULL), "--lang", language, "-o", str(tmp_path / "site")]
    assert main(arguments) == 0
    said = capsys.readouterr().err.splitlines()
    assert len(persons) == 4
    assert [line.strip() for line in said[:4]] == [render(each, language) for each in persons]
    assert said[4].strip() == plural("page-remarks", len(one.findings) - 4, language)
    assert main([*arguments, "--verbose"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert [line.strip() for line in said[:-1]] == [render(each, language) for each in one.findings]


def test_the_folder_must_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", str(tmp_path / "site"), str(REAL[0])]) == 2
    assert "-o DIR" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()


def test_where_nothing_can_be_published_there_is_no_index(tmp_path: Path) -> None:
    assert main(["publish", str(FAULTY), "-o", str(tmp_path / "site")]) == 1
    assert list((tmp_path / "site").iterdir()) == []


def test_a_folder_of_packages_is_published_again_alike(tmp_path: Path) -> None:
    for path in REAL:
        shutil.copy(path, tmp_path)
    site = tmp_path / "site"
    assert main(["publish", str(tmp_path), "-o", str(site)]) == 0
    first = {path.name: path.read_bytes() for path in site.iterdir()}
    (site / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["publish", *map(str, REAL), "-o", str(site)]) == 0
    assert {path.name: path.read_bytes() for path in site.iterdir() if path.name != "mine.txt"} == first
    assert (site / "mine.txt").read_text(encoding="utf-8") == "mine"


def test_a_foreign_file_is_not_replaced(tmp_path: Path) -> None:
    (name,) = (one.data.name for one in ogl.publish(tmp_path / "site", [REAL[0]]).published)
    for other in ("index.html", name, name.replace(".json", ".html")):
        folder = tmp_path / other.replace(".", "")
        folder.mkdir()
        (folder / other).write_text("<p>mine</p>", encoding="utf-8")
        if other == "index.html":
            with pytest.raises(TargetError):
                ogl.publish(folder, [REAL[0]])
        else:
            assert list(ogl.publish(folder, [REAL[0]]).refused) == [str(REAL[0])]
        assert (folder / other).read_text(encoding="utf-8") == "<p>mine</p>"
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / name).write_bytes(REAL[0].read_bytes())
    assert ogl.publish(alone, [REAL[0]]).refused  # the council's own copy, with what is taken out of the public one
    assert (alone / name).read_bytes() == REAL[0].read_bytes()


def test_a_source_is_never_overwritten(tmp_path: Path) -> None:
    ogl.publish(tmp_path, [FULL])
    (data,) = tmp_path.glob("*.json")
    data.write_bytes(FULL.read_bytes())
    assert main(["publish", str(data), "-o", str(tmp_path)]) == 1
    assert data.read_bytes() == FULL.read_bytes()


def test_ids_that_differ_in_case_alone_do_not_share_a_file(tmp_path: Path) -> None:
    for name in ("a", "A"):
        tree = json.loads(REAL[0].read_bytes()) | {"id": f"org.opengov-local:{name}"}
        (tmp_path / f"{ord(name)}.json").write_text(json.dumps(tree), encoding="utf-8")
    done = ogl.publish(tmp_path / "site", sorted(tmp_path.glob("*.json")))
    assert (len(done.published), len(done.refused)) == (1, 1)


@pytest.mark.parametrize("target", ["file", "file/below"])
def test_a_folder_that_cannot_be_written(target: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["publish", str(REAL[0]), "-o", str(tmp_path / target)]) == 2


def test_the_index_counts_what_is_there(tmp_path: Path) -> None:
    index = ogl.publish(tmp_path, [*REAL, FULL]).index
    assert index
    page = index.read_text(encoding="utf-8")
    counted = page.partition('id="by-region"')[2].partition("</section>")[0]
    assert counted.count("<li") == 4
    assert counted.count("<strong>2</strong>") == 2  # the four regions, and Oriental and Agadir again
    assert page.count('class="made-up"') == 2


def _packages(folder: Path, stated: list[dict[str, Any]]) -> list[Path]:
    """Writes a package with a plan for each of some collectivities."""
    for number, facts in enumerate(stated):
        held = {"id": f"org.example:tc-{number}", "country": "MA", **facts}
        plan = {"id": f"org.example:pl-{number}", "title": {"fr": "Plan fictif"}, "framework": "other"}
        plan |= {"collectivities": [held["id"]]}
        tree: dict[str, Any] = {"schema_version": "0.1", "id": f"org.example:pk-{number}", "licence": "CC0-1.0"}
        tree |= {"collectivities": [held], "plans": [plan]}
        (folder / f"{number}.json").write_text(json.dumps(tree), encoding="utf-8")
    return sorted(folder.glob("*.json"))


def test_the_region_of_a_name_is_told_where_the_register_has_it_once(tmp_path: Path) -> None:
    stated: list[dict[str, Any]] = [
        {"kind": "commune", "name": {"fr": "Agadir", "ar": "أكادير"}},
        {"kind": "commune", "name": {"fr": "Agadir"}, "country": "FR"},
        {"kind": "province", "name": {"fr": "Agadir"}},
        {"kind": "commune", "name": {"fr": "Agadir", "ar": "تطوان"}},
        {"kind": "commune", "name": {"fr": "Agadir"}, "identifiers": [{"scheme": "MA-HCP", "value": "99."}]},
        {"kind": "commune", "name": {"fr": "Agadir"}, "parent": "org.example:elsewhere"},
        {"kind": "commune", "name": {"fr": "Commune fictive"}},
        {"kind": "commune", "name": {"fr": "Ajdir"}},
    ]
    index = ogl.publish(tmp_path / "site", _packages(tmp_path, stated), language="fr").index
    assert index
    plans = html.fromstring(index.read_text(encoding="utf-8")).findall(".//li[@class='plan']")
    assert [plan.get("data-region") for plan in plans] == ["09", *["none"] * 7]


def test_regions_of_several_packages_are_one_by_number_or_name(tmp_path: Path) -> None:
    stated: list[dict[str, Any]] = [
        {"name": {"fr": "Souss-Massa"}},
        {"name": {"fr": "Région Souss Massa", "ar": "سوس ماسة"}},
        {"name": {"ar": "جهة سوس ماسة"}, "identifiers": [{"scheme": "MA-HCP", "value": "09."}]},
        {"name": {"fr": "Souss-Massa"}, "country": "FR"},
        {"name": {"fr": "Région Fictive"}},
        {"name": {"fr": "région fictive"}},
        {"name": {"fr": "***"}},
        {"name": {"fr": "?!"}},
    ]
    sources = _packages(tmp_path, [{"kind": "region"} | facts for facts in stated])
    index = ogl.publish(tmp_path / "site", sources, language="fr").index
    assert index
    page = html.fromstring(index.read_text(encoding="utf-8"))
    found = page.findall(".//select[@id='region']/option")[1:]
    assert [int(str(each.get("data-count"))) for each in found] == [3, 1, 2, 1, 1]
    plans = page.findall(".//li[@class='plan']")
    assert all(len(str(plan.get("data-region")).split()) == 1 for plan in plans)


def test_the_index_counts_plans_by_each_of_what_they_have(tmp_path: Path) -> None:
    sources = []
    stated: list[dict[str, Any]] = [
        {"status": {"code": "adopted"}, "principles": ["transparency", "digitalisation"]},
        {"status": {"code": "adopted"}},
        {"status": {"code": "x_own"}},
        {},
    ]
    for number, facts in enumerate(stated):
        plan = {
            "id": f"org.example:pl-{number}",
            "title": {"fr": f"Plan fictif {number}"},
            "framework": "other",
        } | facts
        commitment = {"id": "org.example:c-1", "title": {"fr": "Engagement fictif"}, "principles": ["transparency"]}
        plan |= {"commitments": [commitment]} if number == 1 else {}
        tree = {"schema_version": "0.1", "id": f"org.example:pk-{number}", "licence": "CC0-1.0", "plans": [plan]}
        sources.append(tmp_path / f"{number}.json")
        sources[-1].write_text(json.dumps(tree), encoding="utf-8")
    index = ogl.publish(tmp_path / "site", sources, language="fr").index
    assert index
    page = html.fromstring(index.read_text(encoding="utf-8"))
    counts = {
        kind: [int(one.text or "") for one in page.findall(f".//section[@aria-labelledby='by-{kind}']/ul/li/strong")]
        for kind in ("region", "status", "principle")
    }
    options = {kind: page.findall(f".//select[@id='{kind}']/option")[1:] for kind in ("status", "principle")}
    chosen = {
        kind: {str(it.get("value")): int(str(it.get("data-count"))) for it in found} for kind, found in options.items()
    }
    assert counts["region"] == [4]
    assert chosen["status"] == {"adopted": 2, "x_own": 1, "none": 1}
    assert chosen["principle"] == {"transparency": 2, "digitalisation": 1, "none": 2}
    assert [counts[kind] for kind in chosen] == [list(values.values()) for values in chosen.values()]
    plans = page.findall(".//li[@class='plan']")
    assert sorted(str(plan.get("data-status")) for plan in plans) == ["adopted", "adopted", "none", "x_own"]
    assert sorted(str(plan.get("data-principle")) for plan in plans) == [
        *("none", "none", "transparency", "transparency digitalisation"),
    ]


def test_the_index_says_states_of_ones_own_in_the_words_of_the_source_and_what_is_not_stated(tmp_path: Path) -> None:
    sources = _packages(tmp_path, [{"kind": "commune", "name": {"fr": "Commune fictive"}}] * 2)
    tree = json.loads(sources[0].read_text(encoding="utf-8"))
    plan = tree["plans"][0] | {"status": {"code": "x_signed", "original": "signé"}, "period": {"start": "2025"}}
    sources[0].write_text(json.dumps(tree | {"plans": [plan]}), encoding="utf-8")
    tree["plans"][0].pop("collectivities")
    sources[1].write_text(json.dumps(tree | {"id": "org.example:pk-1"}), encoding="utf-8")
    index = ogl.publish(tmp_path / "site", sources, language="fr").index
    assert index
    page = html.fromstring(index.read_text(encoding="utf-8"))
    (option,) = page.findall(".//select[@id='status']/option[@value='x_signed']")
    assert json.loads(str(option.get("data-words"))) == dict.fromkeys(("ar", "en", "fr"), "signé")
    assert "x_signed" not in page.text_content()
    quiet = [len(plan.xpath("dl/div/dd/span[@class='quiet'][not(preceding-sibling::node())]")) for plan in _plans(page)]
    assert sorted(quiet) == [1, 4]  # commitments; commitments, collectivity, period and state
    assert next(plan.xpath("dl/div[3]/dd")[0].text_content() for plan in _plans(page)) == "signé"


def test_the_index_marks_codes_that_no_list_has(tmp_path: Path) -> None:
    (source,) = _packages(tmp_path, [{"kind": "commune", "name": {"fr": "Commune fictive"}}])
    tree = json.loads(source.read_text(encoding="utf-8"))
    plan = tree["plans"][0] | {"status": {"code": "x_signed"}, "principles": ["x_own"]}
    source.write_text(json.dumps(tree | {"plans": [plan]}), encoding="utf-8")
    index = ogl.publish(tmp_path / "site", [source], language="fr").index
    assert index
    page = html.fromstring(index.read_text(encoding="utf-8"))
    said = labels()["index.unlisted"].texts
    for kind, code in (("status", "x_signed"), ("principle", "x_own")):
        (counted,) = page.xpath(f".//section[@aria-labelledby='by-{kind}']//li/span")
        assert [each.text for each in counted] == [said[tongue].format(code=code) for tongue in LANGUAGES]
    (stated,) = (plan.xpath("dl/div[3]/dd")[0] for plan in _plans(page))
    assert [each.text for each in stated] == [said[tongue].format(code="x_signed") for tongue in LANGUAGES]


def _plans(page: html.HtmlElement) -> list[html.HtmlElement]:
    return list(page.findall(".//li[@class='plan']"))


SHOWN: Step = {"do": "ask", "code": "[...document.querySelectorAll('.plan')].filter(p => !p.hidden).length"}


def test_the_index_in_a_browser(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    index = ogl.publish(tmp_path, [*REAL, FULL], language="fr").index
    assert index
    status: Step = {"do": "ask", "code": "document.getElementById('shown').textContent"}
    leads: Step = {"do": "ask", "code": "document.querySelector('[data-page]').getAttribute('href')"}
    given = drive(
        require_tool, index, OPEN, SHOWN, {"do": "choose", "at": "#region", "value": "02"}, SHOWN, speak("ar"), status,
        leads, {"do": "fill", "at": "#search", "text": "2024"}, SHOWN, click("#everything"), SHOWN,
        {"do": "axe"}, OVERFLOW, {"do": "size", "width": 320}, {"do": "axe"}, OVERFLOW,
    )  # fmt: skip
    told = [value for value in given if value is not None]
    assert told[:2] == [5, ["02"]]
    assert told[2:4] == [2, plural("plans-shown", 2, "ar")]
    assert "?lang=ar#" in told[4]
    assert told[5:] == [1, 5, [], 0, [], 0]


def test_long_codes_stay_in_their_boxes(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    (source,) = _packages(tmp_path, [{"kind": "commune", "name": {"fr": "Commune fictive"}}])
    tree = json.loads(source.read_text(encoding="utf-8"))
    plan = tree["plans"][0] | {"principles": ["x_" + "proximity_of_all_services_of_the_commune_" * 2 + "a"]}
    source.write_text(json.dumps(tree | {"plans": [plan]}), encoding="utf-8")
    index = ogl.publish(tmp_path / "site", [source], language="fr").index
    assert index
    wide = "[...document.querySelectorAll('.tally')].filter(box => box.scrollWidth > box.clientWidth).length"
    steps: list[Step] = [OPEN, {"do": "size", "width": 320}, {"do": "ask", "code": wide}, OVERFLOW]
    assert drive(require_tool, index, *steps)[-2:] == [0, 0]


def test_hostile_titles_stay_titles(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    tree = json.loads(REAL[1].read_bytes())
    tree["plans"][0]["title"] = {"fr": '</script><script>alert(1)</script>"><img src=x onerror=alert(1)>'}
    tree["collectivities"][0] |= {"name": {"fr": "<b>'\"&"}, "identifiers": [], "kind": "region"}
    (tmp_path / "plan.json").write_text(json.dumps(tree), encoding="utf-8")
    index = ogl.publish(tmp_path / "site", [tmp_path / "plan.json", FULL]).index
    assert index
    made: Step = {
        "do": "ask",
        "code": "[document.images.length, document.scripts.length, document.querySelectorAll('b').length]",
    }
    titles: Step = {"do": "ask", "code": "document.querySelector('.plan h3').textContent"}
    seen, _, elements, title = drive(require_tool, index, {"do": "open", "scripts": False}, OPEN, made, titles)
    assert elements == [0, 1, 0]
    assert title.startswith("</script><script>alert(1)</script>")
    assert "<b>'\"&" in seen


def test_the_address_chooses_the_language(require_tool: Callable[[str], str], tmp_path: Path) -> None:
    (one,) = ogl.publish(tmp_path, [FULL], language="fr").published
    code = "document.documentElement.lang"
    steps = ({"do": "go", "search": "?lang=ar"}, {"do": "ask", "code": code}, {"do": "go", "search": "?lang=xx"})
    _, arabic, _, other = drive(require_tool, one.page, *steps, {"do": "ask", "code": code})
    assert (arabic, other) == ("ar", "fr")


def test_pages_that_the_index_lists_no_more_are_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    first = ogl.publish(tmp_path, REAL[:2])
    assert first.unlisted == ()
    (tmp_path / "own.html").write_text("<p>a page of the council</p>", encoding="utf-8")
    again = ogl.publish(tmp_path, [REAL[2]])
    assert again.unlisted == tuple(sorted(one.page for one in first.published))
    assert main(["publish", str(REAL[0]), str(FAULTY), "--lang", "ar", "-o", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    left = {one.page for one in (*first.published[1:], *again.published)}
    assert [ui("page-unlisted", "ar", file=page) in said for page in sorted(left)] == [True, True]
    assert ui("page-unlisted", "ar", file=first.published[0].page) not in said
    assert ogl.publish(tmp_path, REAL).unlisted == ()


def test_without_a_new_index_nothing_is_unlisted(tmp_path: Path) -> None:
    ogl.publish(tmp_path, REAL[:1])
    assert ogl.publish(tmp_path, [FAULTY]).unlisted == ()
