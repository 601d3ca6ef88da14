"""Pictures: films that begin with a picture, go between two, show what is in one, or go on where a film ends."""
