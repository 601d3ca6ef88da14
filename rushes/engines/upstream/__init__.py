"""A server of the reference wire: another Rushes, or the reference cloud."""
