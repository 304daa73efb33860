# test: stderr=last
int.x = 1
