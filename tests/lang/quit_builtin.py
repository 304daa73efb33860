"""quit() with a number."""
quit(4)
