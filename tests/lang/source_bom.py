# A byte order mark before the first line.
print('read', len('é'))
