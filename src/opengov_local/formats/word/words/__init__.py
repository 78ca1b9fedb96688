"""Words of plans and minutes in a Word file, each table of them with what it is asked."""
