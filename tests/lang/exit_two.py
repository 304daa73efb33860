"""SystemExit with two arguments."""
raise SystemExit("a", 2)
