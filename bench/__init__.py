"""Side-by-side timings, as ratios: run them with `make bench`."""
