"""How fast Liguilla is: `make bench`."""
