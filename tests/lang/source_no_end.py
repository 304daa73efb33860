# A last line without a line feed.
x = [1,
     2]
print(x); print('end')