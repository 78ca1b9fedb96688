"""OGP's national commitment forms of 2017 and 2022, as HTML and as Word files."""
