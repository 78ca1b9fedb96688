"""Rest for the garbage collector while a large document is built, which makes much and lets go of nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Keeps the collector off within; it is on again behind, whatever happens, if it was on before.

    What was made within then counts as old, so that the collector does not walk through all of it at once to find that
    it is still in use: it does so at its next full round.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if gc.get_freeze_count() == 0:  # else the program froze objects of its own, and they stay frozen
                gc.freeze()
                gc.unfreeze()
            gc.enable()
