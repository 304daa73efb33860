# Blocks indented by tabs, and by a tab against eight spaces.
if True:
	x = 1
	if x:
		print('two tabs')
for i in range(2):
	print(i)
