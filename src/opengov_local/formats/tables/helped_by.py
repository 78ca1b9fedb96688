"""Bodies that do something with the help of others, in one text: "DSI, en collaboration avec la région"."""

from __future__ import annotations

import re

from opengov_local.importing.words.articles import without_article

_WITH = re.compile(
    r"[\s,;،(–-]*(?:"
    r"\ben\s+(?:étroite\s+)?(?:collaboration|coordination|concertation|partenariat|coopération)\s+avec\b"
    r"|\bavec\s+(?:l['’]appui|le\s+soutien|l['’]accompagnement|le\s+concours)(?:\s+technique|\s+financier)?"
    r"\s+d(?:e|u|es|['’])"
    r"|\bin\s+(?:close\s+)?(?:collaboration|co-?ordination|partnership|co-?operation)\s+with\b"
    r"|\bwith\s+(?:the\s+)?support\s+of\b"
    r"|\ben\s+(?:colaboración|coordinación|cooperación|alianza)\s+con\b|\bcon\s+(?:el\s+)?apoyo\s+del?\b"
    r"|(?:(?<=[,،;]\s)|(?<=\())(?:avec|with|con|مع)(?=\s)"
    r"|(?<!\w)(?:ب|بال|بـ)(?:تنسيق|شراكة|تعاون|تشارك)\s+مع(?!\w)|(?<!\w)بدعم\s+من(?!\w)"
    r")\s*(?::\s*)?",
    re.IGNORECASE,
)


def helped_by(text: str) -> tuple[str, str] | None:
    """Parts a text into those who do something and those who help them; None where it says no such thing."""
    found = _WITH.search(text)
    if found is None or not text[: found.start()].strip() or _WITH.search(text, found.end()):
        return None
    rest = text[found.end() :].strip(" ).")
    return (text[: found.start()].strip(), rest if rest[:1].isupper() else without_article(rest)) if rest else None
