"""Hostile texts: no reader raises, and none takes long for them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from opengov_local.importing.words import (
    fold,
    read_amount,
    read_boolean,
    read_codes,
    read_identifier,
    read_list,
    read_number,
    read_percent,
    read_sdgs,
    read_status,
    status_unknown,
)
from opengov_local.model.scalars import Decimal as ModelDecimal
from opengov_local.model.scalars import MoneyValue

READERS: dict[str, Callable[[str], Any]] = {
    "fold": fold,
    "status": read_status,
    "unknown": status_unknown,
    "percent": read_percent,
    "amount": lambda text: read_amount(text, "MAD"),
    "number": read_number,
    "boolean": read_boolean,
    "list": read_list,
    "list-codes": lambda text: read_list(text, commas="always"),
    "codes": lambda text: read_codes(text, "policy_area"),
    "sdgs": read_sdgs,
    "identifier": read_identifier,
}
HOSTILE = [
    mark * 20_000 for mark in ("1,", "(", "1.", "- ", "\n(", ";", "http://", "a·e", "«", '"', "ODD 1 ", "&a", " ")
]
HOSTILE += ["\ud800", "\x00", "٠" * 5000 + "٫" + "0" * 5000 + "1", "9" * 5000, "1." + "0" * 5000 + "1", "_x000D_" * 999]
# Texts as they come: words, numbers and separators of plans, put together anyhow.
PIECES = st.sampled_from(
    [
        "1 000",
        "1,5",
        "٤٠",
        "%",
        "٪",
        "DH",
        "€",
        "million",
        "مليون",
        "ODD",
        "الهدف",
        "En cours",
        "منجز",
        ",",
        ";",
        "-",
        "/",
        "(",
        ")",
        ".",
        "\n",
        "•",
        " ",
        "et",
        "و",
        "HT",
        "\u200f",
        "²",
        "-0",
        "0",
    ]
)
TEXTS = st.text() | st.lists(PIECES, max_size=12).map("".join) | st.lists(PIECES, max_size=12).map(" ".join)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile(reader: str, text: str) -> None:
    READERS[reader](text)


@given(TEXTS)
def test_no_reader_raises(text: str) -> None:
    for read in READERS.values():
        read(text)


@given(TEXTS)
def test_what_is_read_is_what_the_model_takes(text: str) -> None:
    amount, number, percent = read_amount(text, "MAD"), read_number(text), read_percent(text)
    assert amount.value is None or re.fullmatch(_pattern(MoneyValue), amount.value)
    assert number.value is None or re.fullmatch(_pattern(ModelDecimal), number.value)
    assert percent.value is None or 0 <= percent.value <= 100
    assert all(1 <= goal <= 17 for goal in read_sdgs(text).goals)
    assert all(item == item.strip() != "" for item in read_list(text).items)


@given(st.integers() | st.floats(width=64) | st.booleans())
@example(10**400)
@example(-(10**5000))
@example(5e-324)
def test_cells_that_are_no_text(value: float) -> None:
    for read in (read_amount, read_number, read_percent, read_sdgs, read_boolean):
        read(value)


def test_naughty_strings(corpus: Path) -> None:
    texts = json.loads((corpus / "adversarial" / "blns" / "blns.json").read_text(encoding="utf-8"))
    assert len(texts) > 100
    for text in texts:
        for read in READERS.values():
            read(text)


def _pattern(scalar: Any) -> str:
    return str(scalar.__metadata__[0].pattern)
