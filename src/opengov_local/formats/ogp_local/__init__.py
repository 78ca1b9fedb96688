"""The OGP Local form of a plan and its commitments, as HTML and as a Word file."""
