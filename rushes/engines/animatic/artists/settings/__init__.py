"""One file for each setting that was added by an artist."""
