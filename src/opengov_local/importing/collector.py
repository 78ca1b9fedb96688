"""Rest for the garbage collector while a large document is built, which makes much and lets go of nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector(*, stays: bool = True) -> Iterator[None]:
    """Keeps the collector off within; it is on again behind, whatever happens, if it was on before.

    Args:
        stays: whether what was made stays: it counts as old then, so that the collector looks at it with all else that
            is old, and not at once. Where it does not, the collector soon takes away what holds itself.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            if stays and not gc.get_freeze_count():  # a program that froze things keeps them so
                gc.freeze()
                gc.unfreeze()
            gc.enable()
