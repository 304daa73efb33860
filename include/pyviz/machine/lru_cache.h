/* functools.lru_cache: Modules/_functoolsmodule.c.  A dict from arguments to links, and a ring of
 * the links.
 *
 * The ring begins and ends at `root`: root.next is the oldest result, root.previous the one used
 * last.  A hit moves its link to the end; when the cache is full, the oldest link is used again for
 * the new result.  An unbounded cache needs no ring: its dict holds the results themselves.
 *
 * Invariants
 *   - bounded: the dict's values are exactly the links between root and root; all links are in
 *     both, but for one that is being refilled while a key is let go.
 *   - the dict is namespace-quiet: the cache tells of its own operations. */
#ifndef PYVIZ_MACHINE_LRU_CACHE_H
#define PYVIZ_MACHINE_LRU_CACHE_H

#include <pyviz/machine/machine.h>

typedef struct LruLink {
    Object ob_base;
    struct LruLink *previous, *next; /* borrowed */
    hash_t hash;
    Object *key, *result;
} LruLink;

enum lru_kind { LRU_UNCACHED, LRU_INFINITE, LRU_BOUNDED };

typedef struct LruCache {
    Object ob_base;
    LruLink root; /* bounded: where the ring begins and ends; holds no result */
    enum lru_kind kind;
    bool typed;
    Object *cache; /* dict */
    ssize_t hits, misses, maxsize;
    Object *function, *info_type, *marker, *attributes; /* attributes: __dict__ or NULL */
} LruCache;

#endif
