"""Which objects of a list are one, said in Arabic and in another language, as far as what both state tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Final, NamedTuple

from opengov_local.importing.language import ARABIC_LETTER
from opengov_local.importing.words import fold

Data = dict[str, Any]
Fact = tuple[str, Any]

INSIDE: Final = ("milestones", "indicators")
"""Fields whose items are counted, and are paired themselves."""
_ARABIC: Final = "ar"
_SURE: Final = 3
"""Weight of what two projects without numbers share, from which they are one; a number that both have counts as one."""
_SURELY_TURNS: Final = 3
"""Projects that follow each other in two languages in turn, from which their order says something."""
_SHARE: Final = 2
"""Pairs that agree for each pair that does not, from which numbers are trusted."""
_TELLING: Final = 3
"""Different things that pairs agree in, which do not do so by chance however many pairs there are."""
_FEWEST: Final = 2
"""Objects in one language that are a list of them."""
_TWO: Final = 2
_SLIPS: Final = 1
"""Values in which two that are one may differ."""
_DIGITS: Final = re.compile(r"\d+")


class Pair(NamedTuple):
    """Two objects that may be one.

    Attributes:
        held: the one that stands first.
        gone: the other.
        same: what both state alike.
        unlike: how many things they state otherwise.
    """

    held: Data
    gone: Data
    same: tuple[Fact, ...]
    unlike: int

    @property
    def weight(self) -> int:
        """How much is alike: sums count twice, all else once."""
        return sum(2 if name == "budget" else 1 for name, _ in self.same)


class Pairs(NamedTuple):
    """What is known of the objects of a list.

    Attributes:
        one: the pairs that are one, without doubt.
        doubted: those that may be.
    """

    one: Sequence[Pair] = ()
    doubted: Sequence[Pair] = ()


class _Lists(NamedTuple):
    """The objects of a list in two languages, in pairs.

    Attributes:
        found: the pairs.
        numbered: whether numbers pair them.
        in_turn: whether one follows the other, each time.
        counted: whether their numbers say but the place of each in its list.
    """

    found: Sequence[tuple[Data, Data]]
    numbered: bool
    in_turn: bool
    counted: bool


def pairs_of(objects: Sequence[Data], axes: Mapping[str, Data]) -> Pairs:
    """Pairs the objects of a list whose titles are in Arabic alone with those that have none in it.

    Args:
        objects: the list.
        axes: the axes that they lie on, by their ids.
    """
    lists = _in_two(objects)
    if lists is None or not lists.found:
        return Pairs()
    axes_alike = _axes_alike(lists.found, axes)
    pairs = [_pair(*each, alike) for each, alike in zip(lists.found, axes_alike, strict=True)]
    if _are_one(pairs, lists):
        sure = [not pair.unlike or (pair.unlike <= _SLIPS and _besides_number(pair)) for pair in pairs]
        one, doubted = (
            [pair for pair, is_one in zip(pairs, sure, strict=True) if is_one is side] for side in (True, False)
        )
        return Pairs(one, doubted)
    return Pairs(doubted=pairs) if _may_be(pairs, lists) else Pairs()


def side_by_side(objects: Sequence[Data]) -> list[Pair]:
    """Gives the objects of two lists in two languages that follow each other, without numbers and not of one length.

    Args:
        objects: those of both lists; of the shorter one each stands beside that in its place in the other.
    """
    sides = [(is_arabic, [*each]) for is_arabic, each in groupby(objects, lambda one: _ARABIC in one.get("title", {}))]
    if len(sides) != _TWO or any("number" in one or len(one.get("title", {})) != 1 for one in objects):
        return []
    (_, first), (_, other) = sides
    fewest, most = sorted((len(first), len(other)))
    if fewest < _FEWEST or fewest == most or _SHARE * fewest < most:
        return []
    return [Pair(held, gone, (), 0) for held, gone in zip(first, other, strict=False)]


def _besides_number(pair: Pair) -> bool:
    return any(name != "number" for name, _ in pair.same)


def _are_one(pairs: Sequence[Pair], lists: _Lists) -> bool:
    """Tells whether what the pairs state leaves no doubt: what is alike tells them from each other."""
    wanted = _SURE - lists.numbered
    agreeing = sum(not pair.unlike and pair.weight >= wanted for pair in pairs)
    others = len(pairs) - agreeing
    if not _tells(pairs, without_numbers=lists.counted):
        return False
    if not others or (lists.numbered and agreeing >= _SHARE * others):
        return True
    alike = sum(bool(pair.same) for pair in pairs)
    turns = lists.in_turn and len(pairs) >= _SURELY_TURNS and _SHARE * alike >= len(pairs)
    return turns and not any(pair.unlike for pair in pairs)


def _tells(pairs: Sequence[Pair], *, without_numbers: bool) -> bool:
    """Tells whether pairs agree in what differs from pair to pair, so that they do not do so by chance."""
    said = [tuple(fact for fact in pair.same if not (without_numbers and fact[0] == "number")) for pair in pairs]
    if len(pairs) == 1:
        return any(name in ("budget", "milestones due") for name, _ in said[0])
    different = len({*filter(None, said)})
    return different >= min(_TELLING, len(pairs) // 2 + 1)


def _may_be(pairs: Sequence[Pair], lists: _Lists) -> bool:
    """Tells whether enough lets one think that they are one, for a person to decide."""
    likely = [pair for pair in pairs if not pair.unlike]
    if len(pairs) == 1:
        return bool(likely) and likely[0].weight >= _SURE - lists.numbered
    if lists.in_turn and len(likely) == len(pairs) and _numbers_every_other(pairs):
        return True
    alike = sum(bool(pair.same) for pair in likely)
    return _SHARE * alike >= len(pairs) or (len(pairs) >= _SURELY_TURNS and len(likely) == len(pairs))


def _numbers_every_other(pairs: Sequence[Pair]) -> bool:
    """Tells whether one of each pair has a number and the other none: its row goes on with that of the first."""
    return all("number" in pair.held and "number" not in pair.gone for pair in pairs)


# --- pairs


def _in_two(objects: Sequence[Data]) -> _Lists | None:
    """Parts the objects of a list by their languages, where they stand in turn or one language after the other."""
    if len({_ARABIC in title for one in objects if (title := one.get("title"))}) < _TWO:
        return None
    titled = [one for one in objects if one.get("title") and (_ARABIC not in one["title"] or len(one["title"]) == 1)]
    tongues = [_ARABIC in one["title"] for one in titled]
    if len({*tongues}) < _TWO:
        return None
    runs = [len(list(run)) for _, run in groupby(tongues)]
    in_turn = set(runs) == {1} and len(runs) % 2 == 0
    if not in_turn and len(runs) != 2:
        return None
    sides = [[each for each, is_ar in zip(titled, tongues, strict=True) if is_ar is side] for side in (True, False)]
    one, other = sides if tongues[0] else reversed(sides)
    numbers = [[each.get("number") for each in side] for side in (one, other)]
    numbered = all(all(side) and len({*side}) == len(side) for side in numbers)
    counted = not in_turn and all(side == [str(at) for at, _ in enumerate(side, 1)] for side in numbers)
    if not numbered:
        return (
            _Lists(list(zip(one, other, strict=True)), numbered, in_turn, counted) if len(one) == len(other) else None
        )
    by_number = dict(zip(numbers[0], one, strict=True))
    found = [(by_number[each["number"]], each) for each in other if each["number"] in by_number]
    return _Lists(found, numbered, in_turn, counted) if len(found) == min(len(one), len(other)) else None


def _pair(held: Data, gone: Data, axes: Fact | bool | None) -> Pair:
    """Compares two objects: what of it lies in words may be put otherwise where numbers, sums and days agree."""
    one, other = dict(_facts(held)), dict(_facts(gone))
    both = [name for name in one if name in other]
    same = [(name, one[name]) for name in both if one[name] == other[name]]
    words = [(f"{name} words", *each) for name, each in _in_words(held, gone)]
    same += [(name, there) for name, there, again in words if there == again]
    same += [axes] if isinstance(axes, tuple) else []
    pair = Pair(held, gone, tuple(same), sum(one[name] != other[name] for name in both))
    unlike = [there.isdisjoint(again) for _, there, again in words]
    contradicted = any(unlike) or axes is False
    return pair._replace(unlike=pair.unlike + 1) if contradicted and pair.weight < _SURE else pair


def _facts(data: Data) -> Iterator[Fact]:
    """Gives what an object states that is the same in every language."""
    for field in ("number", "start", "end", "due", "completed_on", "progress"):
        if field in data:
            yield field, data[field]
    sums = [line["amount"] for line in data.get("budget", ()) if "amount" in line]
    if sums:
        yield "budget", tuple(sorted(f"{each.get('value')} {each.get('currency')}" for each in sums))
    for field in INSIDE:
        if field in data:
            yield field, len(data[field])
            due = tuple(each["due"] for each in data[field] if "due" in each)
            if due:
                yield f"{field} due", due


def _in_words(held: Data, gone: Data) -> Iterator[tuple[str, tuple[frozenset[str], frozenset[str]]]]:
    """Gives what both say in words that can be compared: numbers in titles, and bodies named in the same letters."""
    digits = [frozenset(_DIGITS.findall(fold(" ".join(each["title"].values())))) for each in (held, gone)]
    if all(digits):
        yield "title", (digits[0], digits[1])
    for arabic in (True, False):
        names = [frozenset(_bodies(each, arabic=arabic)) for each in (held, gone)]
        if all(names):
            yield f"leads {arabic}", (names[0], names[1])


def _bodies(data: Data, *, arabic: bool) -> Iterator[str]:
    for lead in data.get("leads", ()):
        for name in lead.get("name", {}).values():
            if (ARABIC_LETTER.search(name) is not None) is arabic:
                yield fold(name)


def _axes_alike(found: Sequence[tuple[Data, Data]], axes: Mapping[str, Data]) -> list[Fact | bool | None]:
    """Compares the axes of pairs: a fact where one goes with one, False where with others, None where nothing tells."""
    lies = [tuple(tuple(each.get("axes", ())) for each in pair) for pair in found]
    there: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    back: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    for held, gone in lies:
        there.setdefault(held, set()).add(gone)
        back.setdefault(gone, set()).add(held)
    said: list[Fact | bool | None] = []
    for held, gone in lies:
        tongues = {*_tongues(held, axes)}, {*_tongues(gone, axes)}
        if not (held and gone) or held == gone or max(map(len, tongues)) > 1 or {None} in tongues:
            said.append(None)
        else:
            alone = len(there[held]) == len(back[gone]) == 1
            said.append(("axes", held) if tongues[0] != tongues[1] and alone else False)
    return said


def _tongues(ids: Sequence[str], axes: Mapping[str, Data]) -> Iterator[bool | None]:
    """Tells of axes whether their titles are in Arabic; None where they are in several languages, or there is none."""
    for each in ids:
        title = axes.get(each, {}).get("title", {})
        yield _ARABIC in title if len(title) == 1 else None
