"""An archive for a CKAN portal: the dataset, its files, and a sheet that tells how to publish them."""

from __future__ import annotations

from typing import Final

from opengov_local.document import Import
from opengov_local.finding import Finding, Location
from opengov_local.formats import json_format
from opengov_local.formats.archive import archive
from opengov_local.formats.bundle import bundle_format
from opengov_local.formats.ckan.ckan_format import check, remarks
from opengov_local.formats.ckan.dataset import dataset
from opengov_local.formats.ckan.files import tables, whole
from opengov_local.formats.ckan.guide import guide
from opengov_local.formats.ckan.names import name_of
from opengov_local.formats.ckan.packaged import DATASET, name_in, read_packaged
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.written import Written
from opengov_local.importing.containers import check_container
from opengov_local.model.package import Package

GUIDE: Final = "README.txt"


def write(
    package: Package,
    *,
    language: str = "fr",
    with_contacts: bool = False,
    data_url: str | None = None,
    owner_org: str | None = None,
) -> Written:
    """Writes all that is needed to publish a package on a portal: an archive.

    It holds `dataset.json` for `package_create`, the package as JSON and as an archive of tables, under the names that
    the dataset tells, and `README.txt` with the steps.

    Args:
        package: the package.
        language: the language of the plain fields and of the steps.
        with_contacts: whether private persons and contact details in texts are written too.
        data_url: where the package itself is published as JSON, http or https; then it is not in the archive.
        owner_org: name or id of the organization of the portal that the dataset belongs to.

    Raises:
        OptionError: `data_url` is no web address, or `owner_org` no name.
    """
    check(data_url, owner_org)
    public = public_copy(package, with_contacts=with_contacts)
    name = name_of(package.id)
    files = [whole(name, data_url), tables(name)]
    tree = dataset(public.package, language, files, owner_org)
    in_tables = bundle_format.write(public.package, language=language, with_contacts=True)
    data = {"json": json_format.write(public.package).data, "csv": in_tables.data}
    parts = {
        GUIDE: guide(tree, files, DATASET, language).encode("utf-8-sig"),
        DATASET: json_format.write_tree(tree),
        **{file.name: data[file.kind] for file in files if not file.url},
    }
    found = (*public.findings, *in_tables.findings, *remarks(package, files, owner_org))
    return Written(archive(parts), found)


def read(data: bytes, source: str | None = None) -> Import:
    """Reads the package in such an archive.

    Args:
        data: the bytes of the file.
        source: its name.
    """
    container = check_container(data, source, wanted="zip")
    if isinstance(container, Finding):
        return Import(None, (container,))
    name = name_in(container)
    if name is None:
        return Import(None, (Finding("import/no-package-inside", "error", Location(source=source)),))
    return read_packaged(container, name, source)
