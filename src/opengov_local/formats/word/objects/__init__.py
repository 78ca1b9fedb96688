"""The objects of a plan, found or made as lines, lists and tables name them."""
