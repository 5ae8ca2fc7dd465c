"""Real results, played by the formats of the library and held against what was published about them."""
