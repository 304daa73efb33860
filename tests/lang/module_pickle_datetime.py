# Dates, times and zones as bytes.
import datetime as d, pickle
for o in (d.time(1,2,3,4), d.time(1,2,fold=1), d.time(1,tzinfo=d.timezone.utc), d.datetime(2020,1,2,3,fold=1), d.datetime(2020,1,2,3,tzinfo=d.timezone(d.timedelta(hours=2),"X")), d.timezone(d.timedelta(hours=1))):
    for p in (0,2,3,4):
        print(pickle.dumps(o,p)); b=pickle.loads(pickle.dumps(o,p)); print(b==o, repr(b), o.__reduce__(), o.__reduce_ex__(p))
print(pickle.dumps(["int", int, "list", [].append, "A", str]))
