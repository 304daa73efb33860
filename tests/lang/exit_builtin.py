"""exit() with a message."""
exit("bye")
