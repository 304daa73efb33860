/* Where what was printed came from.
 *
 * Both streams are remembered in the order of their writing, as pieces: what one line of the
 * program has written to one stream, without another line or the other stream in between.  The text
 * itself lies in machine->out and machine->err.
 *
 * Invariants: only the last TRANSCRIPT_PIECES pieces are kept, so printing a million lines costs no
 * more memory than that; two pieces that follow one another differ in line or stream. */
#ifndef PYVIZ_MACHINE_TRANSCRIPT_H
#define PYVIZ_MACHINE_TRANSCRIPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct Machine Machine;

enum { TRANSCRIPT_PIECES = 256 };

struct TranscriptPiece {
    uint64_t from; /* of its stream's bytes, those before it */
    uint64_t bytes;
    uint64_t after; /* bytes of both streams before it */
    int line;       /* of the program; 0: none, while it was compiled */
    bool error;     /* standard error */
};

struct Transcript {
    uint64_t count; /* of all pieces ever; piece i lies at i % TRANSCRIPT_PIECES */
    struct TranscriptPiece piece[TRANSCRIPT_PIECES];
};

/* n bytes have been added to a stream. */
void transcript_add(Machine *m, bool error, size_t n);
/* The piece before piece *at, which starts at UINT64_MAX; NULL: none is kept.  From the last to the
 * first. */
const struct TranscriptPiece *transcript_previous(const Machine *m, uint64_t *at);

#endif
