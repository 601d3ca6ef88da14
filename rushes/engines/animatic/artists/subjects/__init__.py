"""One file for each subject that was added by an artist."""
