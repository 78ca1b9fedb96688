"""The shared data model: what councils promise, who asked for it, and what became of it."""

from opengov_local.model.adoption import Adoption, Amendment, Endorsement, LinkedPlan, Submission
from opengov_local.model.assessment import Answer, Assessment
from opengov_local.model.axis import Axis
from opengov_local.model.base import Model
from opengov_local.model.citation import Attachment, Citation
from opengov_local.model.collectivity import Membership, TerritorialCollectivity
from opengov_local.model.commitment import Commitment, ValueRelevance
from opengov_local.model.contribution import Contribution, Disposition
from opengov_local.model.dates import PartialDate, Period
from opengov_local.model.figure import ReportedFigure
from opengov_local.model.identity import ExternalRef, Identified, Identifier, mint
from opengov_local.model.index import Index
from opengov_local.model.indicator import Indicator, Measurement
from opengov_local.model.milestone import Milestone
from opengov_local.model.money import Amount, BudgetLine, Resource
from opengov_local.model.organization import Organization
from opengov_local.model.package import SCHEMA_VERSION, Package
from opengov_local.model.party import Contact, GovernanceBody, ParticipantGroup, Party, Person, Seat
from opengov_local.model.plan import ActionPlan
from opengov_local.model.progress import ProgressUpdate
from opengov_local.model.provenance import Extract, Source, Translation
from opengov_local.model.status import Completion, PlanStatus, Status
from opengov_local.model.text import read_text
from opengov_local.model.workshop import WorkingGroup, Workshop

__all__ = [
    "SCHEMA_VERSION",
    "ActionPlan",
    "Adoption",
    "Amendment",
    "Amount",
    "Answer",
    "Assessment",
    "Attachment",
    "Axis",
    "BudgetLine",
    "Citation",
    "Commitment",
    "Completion",
    "Contact",
    "Contribution",
    "Disposition",
    "Endorsement",
    "ExternalRef",
    "Extract",
    "GovernanceBody",
    "Identified",
    "Identifier",
    "Index",
    "Indicator",
    "LinkedPlan",
    "Measurement",
    "Membership",
    "Milestone",
    "Model",
    "Organization",
    "Package",
    "PartialDate",
    "ParticipantGroup",
    "Party",
    "Period",
    "Person",
    "PlanStatus",
    "ProgressUpdate",
    "ReportedFigure",
    "Resource",
    "Seat",
    "Source",
    "Status",
    "Submission",
    "TerritorialCollectivity",
    "Translation",
    "ValueRelevance",
    "WorkingGroup",
    "Workshop",
    "mint",
    "read_text",
]
