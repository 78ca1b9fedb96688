"""Writing the description of a package for a CKAN portal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from opengov_local.errors import OptionError
from opengov_local.finding import Finding
from opengov_local.formats.ckan.dataset import dataset
from opengov_local.formats.ckan.files import DataFile, whole
from opengov_local.formats.ckan.names import is_name, is_web, licence_of, name_of
from opengov_local.formats.json_format import write_tree
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.written import Written
from opengov_local.model.package import Package


def write(
    package: Package,
    *,
    language: str = "fr",
    with_contacts: bool = False,
    data_url: str | None = None,
    owner_org: str | None = None,
) -> Written:
    """Writes the JSON that CKAN's `package_create` takes.

    Args:
        package: the package.
        language: the language of the plain fields.
        with_contacts: whether private persons and contact details in texts are written too.
        data_url: where the package itself is published as JSON, http or https.
        owner_org: name or id of the organization of the portal that the dataset belongs to.

    Returns:
        The file; and which file is to be uploaded, where no address is known (`export/no-data-address`), that no
        organization is named (`export/no-owner-org`), or that CKAN has no name for the licence
        (`export/licence-unknown`).

    Raises:
        OptionError: `data_url` is no web address, or `owner_org` no name.
    """
    check(data_url, owner_org)
    public = public_copy(package, with_contacts=with_contacts)
    files = [whole(name_of(package.id), data_url)]
    tree = dataset(public.package, language, files, owner_org)
    return Written(write_tree(tree), (*public.findings, *remarks(package, files, owner_org)))


def check(data_url: str | None, owner_org: str | None) -> None:
    """Makes sure that the options can stand in a dataset.

    Raises:
        OptionError: they cannot.
    """
    if data_url is not None and not is_web(data_url):
        raise OptionError("tool/bad-address", value=data_url)
    if owner_org is not None and not is_name(owner_org):
        raise OptionError("tool/bad-portal-name", value=owner_org)


def remarks(package: Package, files: Sequence[DataFile], owner_org: str | None) -> Iterator[Finding]:
    """Says what is left to do on the portal."""
    waiting = tuple(file.name for file in files if not file.url)
    if waiting:
        yield Finding("export/no-data-address", "info", params={"files": waiting})
    if owner_org is None:
        yield Finding("export/no-owner-org", "info")
    if licence_of(package.licence) is None:
        yield Finding("export/licence-unknown", "info", params={"licence": package.licence or ""})
