"""Code lists: open and closed lists of codes with labels and sources, read lazily from `data/*.csv`."""

from opengov_local.codelists.codelist import Code, CodeList, CodeListInfo
from opengov_local.codelists.reading import get, info, names

__all__ = ["Code", "CodeList", "CodeListInfo", "get", "info", "names"]
