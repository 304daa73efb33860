# Two expressions side by side.
print "hello"
