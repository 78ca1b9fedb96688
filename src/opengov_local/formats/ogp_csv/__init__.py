"""OGP's commitments spreadsheet: one row for each commitment, with its plan and what reviewers found."""
