"""A package as tables of CSV in one archive: a Tabular Data Package, one table for each concept, without loss."""
