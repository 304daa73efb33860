/* What Valgrind is told, where its headers are; without it running these cost nothing. */
#ifndef PYVIZ_BASE_MEMCHECK_H
#define PYVIZ_BASE_MEMCHECK_H

#if defined(__has_include)
#if __has_include(<valgrind/memcheck.h>)
#include <valgrind/memcheck.h>
#endif
#endif
#ifndef VALGRIND_STACK_REGISTER
#define VALGRIND_STACK_REGISTER(start, end)    ((void)(start), (void)(end))
#define VALGRIND_MAKE_MEM_DEFINED(start, size) ((void)(start), (void)(size))
#endif

#endif
