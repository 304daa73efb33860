class C: pass
for x in C(): pass
