"""The garbage collector rests while a document is built, and no longer."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from threading import Thread

import pytest

from opengov_local.importing.collector import without_collector


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    yield
    gc.enable()


def fail() -> None:
    with without_collector():
        assert not gc.isenabled()
        raise ValueError("x")


def test_it_is_on_again_whatever_happens() -> None:
    with pytest.raises(ValueError, match="x"):
        fail()
    assert gc.isenabled()


def test_it_stays_off_where_the_program_has_it_off() -> None:
    gc.disable()
    with without_collector():
        pass
    assert not gc.isenabled()


class Circle:
    def __init__(self) -> None:
        self.self = self


@pytest.mark.skipif(gc.get_freeze_count() > 0, reason="CPython 3.12 freezes things at its start, and they stay so")
def test_what_was_made_is_old_then() -> None:
    with without_collector():
        made = [Circle() for _ in range(100)]
    assert not any(thing is made for generation in (0, 1) for thing in gc.get_objects(generation))
    assert any(thing is made for thing in gc.get_objects(2))
    assert gc.get_freeze_count() == 0


def test_what_a_program_froze_stays_frozen() -> None:
    gc.freeze()
    with without_collector():
        pass
    still = gc.get_freeze_count()
    gc.unfreeze()
    assert still


def test_threads_do_not_leave_the_collector_off(monkeypatch: pytest.MonkeyPatch) -> None:
    first = without_collector()
    first.__enter__()
    leaving = Thread(target=first.__exit__, args=(None, None, None))
    ask = gc.isenabled

    def asked_while_another_leaves() -> bool:
        answer = ask()
        leaving.start()
        leaving.join(0.2)
        return answer

    monkeypatch.setattr(gc, "isenabled", asked_while_another_leaves)
    second = without_collector()
    second.__enter__()
    monkeypatch.undo()
    second.__exit__(None, None, None)
    leaving.join()
    assert gc.isenabled()
