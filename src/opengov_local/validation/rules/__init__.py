"""The rules: one file per family, each rule a small function registered with what it is."""
