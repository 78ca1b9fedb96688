"""Write `model/codes.py`: one `Literal` type for every closed code list."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from opengov_local import codelists

TARGET = Path(__file__).parent.parent / "model" / "codes.py"
HEADER = '''"""Types of the closed code lists: generated from codelists/data, do not edit."""

# Written by: python -m opengov_local.codelists.generate

from typing import Literal
'''


def render() -> str:
    """Returns the text of `model/codes.py`, the same for the same CSV files."""
    closed = [codelists.get(name) for name in codelists.names() if codelists.info(name).closed]
    return HEADER + "".join(_literal(codelist) for codelist in closed)


def _literal(codelist: codelists.CodeList) -> str:
    lines = "".join(f'    "{code}",\n' for code in codelist.codes)
    return f"\n{codelist.python_name} = Literal[\n{lines}]\n"


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the module, or with `--check` says whether it is up to date (exit code 1 when stale)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 when the module is stale")
    options = parser.parse_args(arguments)
    text = render()
    current = TARGET.read_text(encoding="utf-8") if TARGET.exists() else ""
    if options.check:
        if current != text:
            print(f"{TARGET.name} is stale: run python -m opengov_local.codelists.generate", file=sys.stderr)
            return 1
        return 0
    TARGET.write_text(text, encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
