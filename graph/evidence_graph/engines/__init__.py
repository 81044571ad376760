"""One file for each engine, and the boundary where their errors become ours."""
