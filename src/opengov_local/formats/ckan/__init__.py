"""The description of a package for a CKAN portal, such as data.gov.ma."""
