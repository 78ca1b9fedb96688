"""OGP Local's assessment forms, filled in as far as the package says something, as HTML and as Word files."""
