"""`python -m opengov_local` is the command line."""

import sys

from opengov_local.cli import main

if __name__ == "__main__":
    sys.exit(main())
