"""What exit and quit look like."""
print(exit, quit, 1)
