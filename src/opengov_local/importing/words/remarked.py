"""States with a remark behind them: "Non démarré (attente de la convention)", "En cours, avec retard"."""

from __future__ import annotations

import re
from dataclasses import replace

from opengov_local.importing.words.boolean import read_boolean
from opengov_local.importing.words.folding import fold
from opengov_local.importing.words.note import note
from opengov_local.importing.words.status import StatusReading, read_status
from opengov_local.importing.words.tables import NO_WORDS, OwnWords, short_words

_BETWEEN = re.compile(r"\s*[(\[]|\s+[-–—]\s*|\s*[:：;؛\n]|\s*[,،]\s+|\.\s+")
_MOST = 3
"""Marks that may stand in a state before its remark."""
_DOUBTS = ("?", "؟")
_ALIKE = frozenset({("in_progress", "delayed")})
"""States of which the second, behind the first, is but a remark on it."""


def read_remarked(text: str, *, words: OwnWords = NO_WORDS) -> StatusReading | None:
    """Reads a word for a state as `read_status` does, also with a remark behind it, which a note says.

    A remark that takes the state back is none, and so is a doubt: "Réalisé : non", "Achevé (partiellement)",
    "Terminé / en cours", "Terminé ?".

    Args:
        text: the text of a cell.
        words: a council's own words, kind `status`.

    Returns:
        The reading with the whole text as the original, or None where no state stands in front.
    """
    if text.rstrip(" )]")[-1:] in _DOUBTS and ("status", fold(text)) not in words:
        return None
    whole = read_status(text, words=words)
    if whole is not None:
        return whole
    for mark, _ in zip(_BETWEEN.finditer(text), range(_MOST), strict=False):
        state, remark = text[: mark.start()].strip(), text[mark.end() :].strip(" )].")
        reading = read_status(state, words=words)
        if reading is None:
            continue
        if not any(map(str.isalpha, remark)) or _takes_back(reading, remark, words):
            return None
        original = " ".join(text.split())
        said = note("import/status-remark", "info", text=original, value=state)
        return replace(reading, original=original, notes=(*reading.notes, said))
    return None


def _takes_back(reading: StatusReading, remark: str, words: OwnWords) -> bool:
    """Tells whether what stands behind a state is no remark on it, but another state, or a doubt whether it is so."""
    other = read_status(remark, words=words)
    if other is not None:
        return other.code != reading.code and (reading.code, other.code) not in _ALIKE
    folded = fold(remark)
    if read_boolean(folded) is not None:
        return True
    doubts = short_words("doubts_state")
    return reading.code == "completed" and any(f" {word} " in f" {folded} " for word in doubts)
