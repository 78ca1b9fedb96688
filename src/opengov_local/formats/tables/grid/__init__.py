"""The cells of a sheet as they stand: in which order they are read, what is merged, struck through or hidden."""
