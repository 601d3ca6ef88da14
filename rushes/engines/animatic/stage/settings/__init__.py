"""Settings: the places of a film, one file for each kind of country."""
