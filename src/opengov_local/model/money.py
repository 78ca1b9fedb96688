"""Money and other resources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from opengov_local.model.base import Many, Model, Opt, Stated, many, opt
from opengov_local.model.codelist import OpenList
from opengov_local.model.identity import CollectivityRef
from opengov_local.model.party import Party
from opengov_local.model.scalars import Code, Currency, MoneyValue, Year
from opengov_local.model.text import LocalizedText


class Amount(Model):
    """A sum of money."""

    value: MoneyValue = Field(description="The sum in whole units of the currency.", examples=["150000.00"])
    currency: Currency = Field(description="Its currency, ISO 4217.", examples=["MAD"])


class BudgetLine(Stated):
    """A line of a budget: an amount, or the text as it was written."""

    label: Opt[LocalizedText] = opt("What it pays for.")
    amount: Opt[Amount] = opt("How much.")
    text: Opt[LocalizedText] = opt(
        "The amount as written, when it is no single number.", example={"fr": "Entre 200 et 500"}
    )
    year: Opt[Year] = opt("Budget year.", example=2025)
    funder: Opt[Party] = opt("Who pays.")
    collectivities: Many[CollectivityRef] = many("The collectivities it concerns; absent means all of the plan.")


class Resource(Stated):
    """What is needed to do it, in words."""

    kind: Opt[Annotated[Code, OpenList("resource_kind")]] = opt("Human, technical or financial.", example="human")
    description: Opt[LocalizedText] = opt("What is needed.", example={"fr": "Deux agents du service informatique"})
