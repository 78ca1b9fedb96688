"""The index of published plans: one HTML page over many packages."""
