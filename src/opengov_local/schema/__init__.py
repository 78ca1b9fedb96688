"""The published schemas: written from the model, frozen by version, resolved offline."""
