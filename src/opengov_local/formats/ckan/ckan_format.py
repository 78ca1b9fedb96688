"""Writing the description of a package for a CKAN portal."""

from __future__ import annotations

from opengov_local.errors import OptionError
from opengov_local.finding import Finding
from opengov_local.formats.ckan.dataset import dataset
from opengov_local.formats.ckan.names import is_web, licence_of
from opengov_local.formats.json_format import write_tree
from opengov_local.formats.public_copy import public_copy
from opengov_local.formats.written import Written
from opengov_local.model.package import Package


def write(
    package: Package, *, language: str = "fr", with_contacts: bool = False, data_url: str | None = None
) -> Written:
    """Writes the JSON that CKAN's `package_create` takes.

    Args:
        package: the package.
        language: the language of the plain fields.
        with_contacts: whether private persons and contact details in texts are written too.
        data_url: where the package itself is published as JSON, http or https.

    Returns:
        The file; and that it names no data, where no address is known (`export/no-data-address`), or that CKAN has no
        name for the licence (`export/licence-unknown`).

    Raises:
        OptionError: `data_url` is no web address.
    """
    if data_url is not None and not is_web(data_url):
        raise OptionError("tool/bad-address", value=data_url)
    public = public_copy(package, with_contacts=with_contacts)
    found = [*public.findings]
    if data_url is None:
        found.append(Finding("export/no-data-address", "info"))
    if licence_of(package.licence) is None:
        found.append(Finding("export/licence-unknown", "info", params={"licence": package.licence or ""}))
    return Written(write_tree(dataset(public.package, language, data_url)), tuple(found))
