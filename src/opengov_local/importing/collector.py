"""Rest for the garbage collector while a large document is built, which makes much and lets go of nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Final

_LOCK: Final = Lock()
"""Held while the collector is turned off and on: between asking and doing, another thread may have turned it."""


@contextmanager
def without_collector(*, stays: bool = True) -> Iterator[None]:
    """Keeps the collector off within; it is on again behind, whatever happens, if it was on before.

    Args:
        stays: whether what was made stays: it counts as old then, so that the collector looks at it with all else that
            is old, and not at once. Where it does not, the collector soon takes away what holds itself.
    """
    with _LOCK:
        was_on = gc.isenabled()
        gc.disable()
    try:
        yield
    finally:
        if was_on:
            with _LOCK:
                if stays and not gc.get_freeze_count():  # a program that froze things keeps them so
                    gc.freeze()
                    gc.unfreeze()
                gc.enable()
