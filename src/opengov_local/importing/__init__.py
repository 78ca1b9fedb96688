"""Reading what people wrote: from the pieces of a source to a draft of a package, each piece accounted for."""
