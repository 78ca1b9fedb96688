"""The library's own documents read back from Word: the programme of a collectivity, the report of its workshops."""
