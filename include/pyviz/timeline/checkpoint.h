/* Checkpoints: copies of a machine's state to come back to.
 *
 * A checkpoint is the pages of the two spans that machine_spans names.  A page that has not changed
 * since the checkpoint that this one was taken after is shared with it; of one in which little has,
 * only that is kept, beside the older whole page: a loop over many objects, or the collector's
 * visits, change a few words of every page.  Pages are counted references in host memory; nothing
 * here knows of Python, of events or of what the bytes mean.
 *
 * Invariants
 *   - A page that is kept is never written again.
 *   - A page of zeros takes no memory.
 *   - Restoring leaves the spans byte for byte as they were when the checkpoint was taken; what
 *     lies below the live stack is of no matter. */
#ifndef PYVIZ_TIMELINE_CHECKPOINT_H
#define PYVIZ_TIMELINE_CHECKPOINT_H

#include <pyviz/machine/machine.h>

#include <stddef.h>
#include <stdint.h>

enum { CHECKPOINT_PAGE = 4096 };

struct page_store;
struct checkpoint;

/* Where the pages of all checkpoints of one machine lie; empty.  Never NULL. */
struct page_store *page_store_new(void);
/* All checkpoints must have been dropped. */
void page_store_free(struct page_store *store);
/* Host memory held by checkpoints, their tables of pages included. */
size_t page_store_bytes(const struct page_store *store);

/* Copies what the spans hold.  Unchanged pages are shared with `like` (NULL: with none).  The spans
 * are page-aligned; [0] always starts at the same address, [1] always ends at the same one. */
struct checkpoint *checkpoint_take(struct page_store *store, const struct region_span spans[2],
                                   const struct checkpoint *like);
/* Where restoring will write; the machine must have been told to forget what lies above [0]. */
void checkpoint_spans(const struct checkpoint *c, struct region_span spans[2]);
/* Copies back the pages that differ. */
void checkpoint_restore(const struct checkpoint *c);
void checkpoint_drop(struct page_store *store, struct checkpoint *c);

#endif
