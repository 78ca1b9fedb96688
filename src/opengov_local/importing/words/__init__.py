"""The words of plans: statuses, numbers, amounts, lists and codes, read exactly as written or not at all.

Every reader takes the text or value of a cell and gives a small reading: a value or None, and notes for findings. None
of them raises on data or guesses. A reading without value means that the caller keeps the text.
"""

from opengov_local.importing.words.amount import AmountReading, read_amount, signs_as_codes
from opengov_local.importing.words.boolean import read_boolean
from opengov_local.importing.words.codes import CodesReading, code_of_answer, code_of_name, nearest_name, read_codes
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.identifiers import IdentifierReading, read_identifier
from opengov_local.importing.words.lists import Commas, ListReading, Separator, dashes_part, read_list
from opengov_local.importing.words.note import Note
from opengov_local.importing.words.number import NumberReading, read_number
from opengov_local.importing.words.parted_sum import begins_part, parted_sum, with_unit
from opengov_local.importing.words.percent import PercentReading, PercentScale, column_percent, read_percent
from opengov_local.importing.words.remarked import read_remarked
from opengov_local.importing.words.sdgs import SdgReading, read_sdgs
from opengov_local.importing.words.status import StatusReading, read_status, status_unknown
from opengov_local.importing.words.tables import OwnWords

__all__ = [
    "AmountReading",
    "CodesReading",
    "Commas",
    "IdentifierReading",
    "ListReading",
    "Note",
    "NumberReading",
    "OwnWords",
    "PercentReading",
    "PercentScale",
    "SdgReading",
    "Separator",
    "StatusReading",
    "begins_part",
    "code_of_answer",
    "code_of_name",
    "column_percent",
    "dashes_part",
    "fold",
    "nearest_name",
    "parted_sum",
    "read_amount",
    "read_boolean",
    "read_codes",
    "read_identifier",
    "read_list",
    "read_number",
    "read_percent",
    "read_remarked",
    "read_sdgs",
    "read_status",
    "signs_as_codes",
    "status_unknown",
    "with_unit",
]
