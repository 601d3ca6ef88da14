"""Title cards: a model and an engine that a package adds to Rushes."""
