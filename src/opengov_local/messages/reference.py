"""The page of codes: every finding of imports and exports with its text and advice, from the catalogue."""

from __future__ import annotations

from opengov_local.messages.catalogue import catalogue

FAMILIES = {
    "source": "The file itself",
    "import": "What was understood of it",
    "layout": "How its layout was read (`--explain`)",
    "export": "What could not be written",
    "redact": "What `redact` takes out, and what it keeps",
    "normalize": "What `normalize` changes",
    "annotate": "Comments in workbooks",
    "report": "The report itself",
}
"""Families of findings that readers and writers make, and what they are about."""


def page() -> str:
    """Writes the page in Markdown: one table for each family, codes in order."""
    parts = [
        "# Findings of importing and exporting",
        "",
        "Made from the message catalogue by `make generate`. Structure and rules: [validation](../validation.md).",
    ]
    english, french, arabic = (catalogue(language)["codes"] for language in ("en", "fr", "ar"))
    for family, about in FAMILIES.items():
        parts += ["", f"## {about}", "", "| code | says | français | العربية |", "|---|---|---|---|"]
        for code in sorted(english):
            if code.partition("/")[0] == family:
                words = (english[code]["text"], french[code]["title"], arabic[code]["title"])
                parts.append(f"| `{code}` | {' | '.join(word.replace('|', '/') for word in words)} |")
    return "\n".join(parts) + "\n"
