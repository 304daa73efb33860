import array as A
import sys
from array import array



def t(src):
    try: print(src, '->', repr(eval(src)))
    except Exception as e: print(src, '->', type(e).__name__, e)
print([(c, array(c).itemsize) for c in A.typecodes if c not in 'uw'], len(A.typecodes) > 12)
a=array('i'); s=[]
for i in range(40): a.append(i); s.append(sys.getsizeof(a))
print(s); s=[]
while a: a.pop(); s.append(sys.getsizeof(a))
print(s)
for x in ['array()','array("z")','array("i",[1,2,3])','array("i",(1,2))','array("i","ab")','array("i",b"\\1\\0\\0\\0")','array("i",b"abc")','array("b",[128])','array("B",[-1])','array("h",[40000])','array("H",[70000])','array("i",[2**31])','array("I",[-1])','array("I",[2**32])','array("l",[2**63])','array("L",[-1])','array("q",[2**63])','array("Q",[2**64])','array("f",[1.1])','array("d",[1,2.5])','array("d",["a"])','array("i",[1.5])','array("i",["a"])','array(5)','array("ii")','array("i",5)','array("i",array("d",[1.5]))','array("d",array("i",[1]))','array("i",[1,2])+array("i",[3])','array("i",[1])+[2]','array("i",[1])+array("d",[2])','array("i",[1,2])*2','array("i")*0','array("i",[1,2,3])[1]','array("i",[1,2,3])[-1]','array("i",[1,2,3])[5]','array("i",[1,2,3])[1:]','array("i",range(10))[::3]','array("i",[1])["a"]','array("i",[1,2])==array("i",[1,2])','array("i",[1,2])==array("d",[1,2])','array("i",[1,2])==[1,2]','array("i",[1,2])<array("i",[1,3])','array("i",[1,2]).index(2)','array("i",[1,2]).index(5)','array("i",[1,2,1]).count(1)','array("i",[1,2]).tolist()','array("i",[1,2]).tobytes()','array("i",[1,2]).buffer_info()[1]','array("i",[1,2]).typecode','array("i").itemsize','2 in array("i",[1,2])','len(array("i",[1,2]))','list(array("d",[1,2]))','array("i",[1,2]).byteswap()','array("i").pop()','array("i",[1,2]).pop(5)','array("i",[1,2]).remove(5)','array("i",[1]).append("a")','array("i",[1]).extend([1,"a"])','array("i",[1]).extend(array("d",[2]))','array("i",[1]).extend(5)','array("i",[1]).fromlist((1,2))','array("i",[1]).fromlist([1,"a"])','array("i").frombytes(b"abc")','hash(array("i"))','array("i",[1]).insert(0,"x")','repr(array("i"))','array("i",x=1)','array("i",[1],[2])','bool(array("i"))','array("i",[3,1,2]).__sizeof__()','A.ArrayType is array','array.__mro__','array("f",[3.4e39])','array("i",[True])','bytes(array("B",[1,2]))','array("i",[1,2,3]).index(3,1)','array("i",[1,2,3]).index(3,1,2)','sum(array("d",[.1]*3))','sorted(array("i",[3,1,2]))','max(array("i",[1,5]))']: t(x)
a=array('i',[1,2,3,4,5]); a[1]=20; a[-1]=50; print(a); a[1:3]=array('i',[7,8,9]); print(a); del a[0]; print(a); del a[1:3]; print(a); a.insert(1,99); a.reverse(); a.extend([1,2]); print(a,a.pop(),a.pop(0)); a.remove(99); print(a); a+=array('i',[5]); a*=2; print(a)
for s in ['a[0]="x"','a[100]=1','a[0:1]=[1]','a[::2]=array("i",[1])','del a[100]','a+=[1]','a+=5','a[0:1]=array("d",[1])']:
    try: exec(s); print(s,a)
    except Exception as e: print(s,type(e).__name__,e)
