"""Prints how well each layout is read: `python -m tests.layouts [WORD…]`; with words, also what is missing or extra."""

from __future__ import annotations

import sys

from tests.layouts.cases import ENOUGH, FILES, below, score
from tests.layouts.score import Score, pooled


def main(words: list[str]) -> None:
    """Prints a line for each file whose name has one of the words, all of them without a word."""
    scores: list[Score] = []
    for file in FILES:
        if words and not any(word in file.name for word in words):
            continue
        scores.append(found := score(file))
        counts = f"{len(found.found):5} found {len(found.missing):4} missing {len(found.extra):4} extra"
        mark = "known to be below" if file.name in below() else "BELOW" if found.f1 < ENOUGH else ""
        lines = [f"{found.f1:6.3f} {counts}  {file.name}  {mark}".rstrip()]
        if words:
            lines += [f"       missing {fact}" for fact in found.missing]
            lines += [f"       extra {fact}" for fact in found.extra]
        sys.stdout.writelines(f"{line}\n" for line in lines)
    good = sum(one.f1 >= ENOUGH for one in scores)
    sys.stdout.write(f"{pooled(scores):6.4f} over all facts; {good} of {len(scores)} files at {ENOUGH} or above\n")


if __name__ == "__main__":
    main(sys.argv[1:])
