"""What a draft has said of the pieces of its source, in the order of the work: extracts, entries, what is missing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import PureWindowsPath
from typing import Any

from opengov_local.account import Entry, Piece, Place
from opengov_local.importing.moulds import Extract, Poured
from opengov_local.importing.nodes import Node
from opengov_local.importing.poured_rows import PouredRows

Spoken = Collection[Entry | Poured | PouredRows]


def unfolded(spoken: Spoken) -> Iterator[Entry]:
    """Gives the entries of the account, one for each piece and field."""
    for said in spoken:
        if isinstance(said, Entry):
            yield said
        else:
            yield from said.entries()


def kept(spoken: Spoken) -> Iterator[Entry]:
    """Gives the entries of pieces that were kept as they stand; what is poured by moulds is mapped."""
    return (said for said in spoken if isinstance(said, Entry) and said.fate == "unmapped")


def extracts(read: Collection[Entry | list[Extract] | PouredRows]) -> list[Extract]:
    """Writes for each value that was put where it was read; pieces of several values come one after the other."""
    made: list[Extract] = []
    write = made.append
    last: Piece | None = None
    location = text = ""
    for said in read:
        if isinstance(said, Entry):
            piece, _, whose, field = said
            if piece is not last:
                last, location, text = piece, str(piece.place), piece.text
            write({"target": whose, "fields": [field], "location": location, "original": text})
        else:
            made += said.extracts() if isinstance(said, PouredRows) else said
    return made


def missing(spoken: Spoken, pieces: Iterable[Piece]) -> list[Piece]:
    """Gives the pieces that nobody has spoken of."""
    same = {id(said[0]) for said in spoken if type(said) is Entry}
    left = [piece for piece in pieces if id(piece) not in same]  # none, as a rule
    equal = {entry.piece.place for entry in unfolded(spoken)} if left else set()
    return [piece for piece in left if piece.place not in equal]


def texts_in(value: Any, *, inside: bool = True) -> Iterator[str]:
    """Gives all texts and whole numbers (years, counts) of a tree; those of other objects inside only on demand."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int) and not isinstance(value, bool):
        yield str(value)
    elif isinstance(value, (dict, list, tuple)):
        for child in value.values() if isinstance(value, dict) else value:
            if type(child) is str:
                yield child
            elif inside or not (isinstance(child, dict) and "id" in child):
                yield from texts_in(child, inside=inside)


def with_texts(read: Iterable[list[Entry]], nodes: Iterable[Node]) -> Iterator[tuple[Piece, list[str]]]:
    """Gives for each place the fullest of its pieces, with the texts of the objects that they were read into."""
    data = {node.target: node.data for node in nodes if "id" in node.data}
    texts_of = cache(lambda target: [*texts_in(data[target], inside=False)])
    for said in read:
        into = {one.target for one in said if one.target in data}
        texts = [text for target in into for text in texts_of(target)]
        yield max((one.piece for one in said), key=lambda piece: len(piece.text)), texts


def heading_of(place: Place, spoken: Spoken) -> str | None:
    """Gives the heading that a cell stands under, else the one before it in its row; None for what is no cell."""
    there = [said.piece for said in spoken if isinstance(said, Entry) and said.fate == "heading"]
    here = [piece for piece in there if place.kind == piece.place.kind == "cell" and place.part == piece.place.part]
    above = [piece for piece in here if piece.place.column == place.column and piece.place.row < place.row]
    before = [piece for piece in here if piece.place.row == place.row and piece.place.column < place.column]
    return next((found[-1].text for found in (above, before) if found), None)


def source_of(name: str | None, digest: str, importer: str, day: date) -> dict[str, Any]:
    """Says what was read: the file without its folders (they tell of the one who read it), by which importer and when.

    Args:
        name: name of the file, if it has one.
        digest: SHA-256 of its bytes.
        importer: name of the importer.
        day: the day of the import.
    """
    from opengov_local import __version__

    return {
        **citations(name),
        "sha256": digest,
        "importer": f"opengov_local {importer}",
        "importer_version": __version__,
        "date": day.isoformat(),
    }


def citations(source: str | None) -> dict[str, Any]:
    """Names the file that was read, without its folders: a package goes out, and they tell of the one who read it."""
    name = PureWindowsPath(source or "").name  # takes strokes of either kind
    return {"citations": [{"title": {"und": name}}]} if name.strip() else {}
