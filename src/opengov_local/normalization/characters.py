"""Characters that nobody types on purpose; the rules of the family `language` speak of the same."""

from __future__ import annotations

import re
from typing import Final

INVISIBLE: Final = re.compile("[\u00ad\u200b\u2028\u2029\u2060-\u2064\ufeff]")
"""Characters without a picture, inside a word or between lines."""

FORMS: Final = re.compile("[\ufb50-\ufd3d\ufd40-\ufdf1\ufdf3-\ufdf9\ufdfb\ufdfc\ufe70-\ufefc]")
"""Presentation forms of Arabic; not the signs that people type on purpose."""
