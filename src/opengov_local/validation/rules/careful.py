"""The walk over a package with blanks: a rule that read one is not heard."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Set
from datetime import date
from functools import cache
from typing import Any, TypeVar

from opengov_local.model import Index
from opengov_local.model.identity import Identified
from opengov_local.model.walk import Node, Survey
from opengov_local.validation.blanks import ANY, Watch
from opengov_local.validation.profiles import Chosen, chosen
from opengov_local.validation.rules.register import Check, Context, Hit
from opengov_local.validation.rules.run import Rules, run

T = TypeVar("T")


class _Watched(Context):
    """A context that knows of everything made of the whole package whether a blank was read for it."""

    __slots__ = ("_made_of_blanks", "watch")

    def __init__(self, index: Index, today: date, watch: Watch) -> None:
        super().__init__(index.survey.root, index, today)
        self.watch = watch
        self._made_of_blanks: set[Any] = set()

    def once(self, work: Callable[[Context], T]) -> T:
        before, self.watch.read = self.watch.read, False
        made = Context.once(self, work)
        if self.watch.read:
            self._made_of_blanks.add(work)
        self.watch.read = before or work in self._made_of_blanks
        return made


class _WatchedIndex(Index):
    """An index that counts it as reading a blank when an id is asked for that may be in one."""

    def __init__(self, survey: Survey, today: date, watch: Watch, nameless: Set[str]) -> None:
        super().__init__(survey.root, survey)
        self.context = _Watched(self, today, watch)
        self._nameless = nameless

    def find(self, identifier: str, kind: type[Any] = Identified) -> Any:
        """Gives the object with this id, as every index does."""
        found = super().find(identifier, kind)
        if found is None and self._nameless and (kind.concept is None or {ANY, kind.concept} & self._nameless):
            self.context.watch.read = True
        return found


def _careful(check: Check) -> Check:
    """Makes a rule's function say only what it found before it read a blank."""

    def unaffected(value: Any, node: Node, context: Context) -> Iterator[Hit]:
        watched: _Watched = context.index.context  # type: ignore[attr-defined] # it is a `_WatchedIndex`
        watched.watch.read = False
        for hit in check(value, node, watched):
            if not watched.watch.read:
                yield hit

    return unaffected


@cache
def _published(profiles: tuple[str, ...]) -> Rules:
    return _of(profiles)


def _of(profiles: tuple[str, ...]) -> Rules:
    return Rules(tuple(one._replace(check=_careful(one.check)) for one in chosen(profiles)[1]))


def run_carefully(
    survey: Survey, today: date, profiles: tuple[str, ...], watch: Watch, nameless: Set[str]
) -> list[tuple[Chosen, Hit]]:
    """Runs the rules of some profiles over a package with blanks; gives what is true whatever belongs in these.

    Args:
        survey: what a walk over the package noted.
        today: the day that stands for today.
        profiles: the profiles that were asked for.
        watch: where reading a blank is noted.
        nameless: kinds of objects of which there may be more, whose ids are blank.
    """
    rules = (_of if any(name.endswith(".toml") for name in profiles) else _published)(profiles)
    return run(survey.root, today, rules, _WatchedIndex(survey, today, watch, nameless))
