#include <pyviz/machine/transcript.h>

#include <pyviz/machine/machine.h>

void transcript_add(Machine *m, bool error, size_t n)
{
    struct Transcript *t = &m->transcript;
    struct TranscriptPiece *last = &t->piece[(t->count - 1) % TRANSCRIPT_PIECES];
    int line = machine_line(m);
    if (t->count && last->line == line && last->error == error) {
        last->bytes += n;
        return;
    }
    t->piece[t->count++ % TRANSCRIPT_PIECES] = (struct TranscriptPiece){
        .from = (error ? m->err.total : m->out.total) - n,
        .bytes = n,
        .after = m->out.total + m->err.total - n,
        .line = line,
        .error = error,
    };
}

const struct TranscriptPiece *transcript_previous(const Machine *m, uint64_t *at)
{
    const struct Transcript *t = &m->transcript;
    uint64_t i = *at > t->count ? t->count : *at;
    if (i == 0 || t->count - i >= TRANSCRIPT_PIECES)
        return NULL;
    *at = --i;
    return &t->piece[i % TRANSCRIPT_PIECES];
}
