"""Types of the closed code lists: generated from codelists/data, do not edit."""

# Written by: python -m opengov_local.codelists.generate

from typing import Literal

ContributionKind = Literal[
    "problem",
    "solution",
    "proposal",
    "recommendation",
    "question",
    "other",
]

DateQualifier = Literal[
    "circa",
    "before",
    "after",
    "expected",
    "early",
    "middle",
    "late",
]

DispositionCode = Literal[
    "received",
    "under_study",
    "accepted",
    "partly_accepted",
    "merged",
    "rejected",
]

MissingCode = Literal[
    "NR",
    "ND",
    "NA",
]

ObjectKind = Literal[
    "package",
    "collectivity",
    "organization",
    "plan",
    "axis",
    "commitment",
    "milestone",
    "indicator",
    "workshop",
    "working_group",
    "contribution",
    "update",
    "assessment",
    "amendment",
]

OgpCompletionCode = Literal[
    "withdrawn",
    "unclear",
    "not_started",
    "limited",
    "substantial",
    "complete",
]

PersonCapacity = Literal[
    "public_official",
    "elected",
    "civil_society",
    "private",
]

StatusCode = Literal[
    "not_started",
    "in_progress",
    "limited",
    "substantial",
    "completed",
    "delayed",
    "suspended",
    "abandoned",
    "unknown",
]

TranslationOrigin = Literal[
    "human",
    "machine",
]
