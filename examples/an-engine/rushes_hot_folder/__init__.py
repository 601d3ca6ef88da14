"""A remote engine that a package adds to Rushes. Its far side is a folder, so that it can be read in ten minutes."""
