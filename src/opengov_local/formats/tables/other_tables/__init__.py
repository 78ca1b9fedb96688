"""Tables of something else than projects: what people brought, reports, further facts of known projects."""
