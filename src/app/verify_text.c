#include "verify_text.h"

#include <pyviz/base/ascii.h>

#include <string.h>

/* ---- addresses ------------------------------------------------------------------------------- */

static bool within(uint64_t value, uint64_t from, uint64_t to)
{
    return value >= from && value < to;
}

/* An object hashes to its address without the last four bits: Python/pyhash.c: _Py_HashPointer. */
enum { HASH_SHIFT = 4 };

/* Where Linux puts what a 64-bit program allocates; and what stands in the file of one that is
 * always loaded at one place, as Debian's python3 is. */
static bool address_is_real(uint64_t value)
{
    const uint64_t from = 0x550000000000, to = 0x800000000000, file = 0x400000, room = 1 << 26;
    return within(value, from, to) || within(value, from >> HASH_SHIFT, to >> HASH_SHIFT) ||
           within(value, file, file + room);
}

/* Where src/machine/pymalloc.c does. */
bool address_is_ours(uint64_t value)
{
    const uint64_t arenas = 0x7f5a10000000, libc = 0x55d0c0000000, room = UINT64_C(1) << 33;
    return within(value, arenas, arenas + room) || within(value, libc, libc + room) ||
           within(value, arenas >> HASH_SHIFT, (arenas + room) >> HASH_SHIFT) ||
           within(value, libc >> HASH_SHIFT, (libc + room) >> HASH_SHIFT);
}

enum spelling { NO_NUMBER, DECIMAL, HEXADECIMAL, BARE_HEXADECIMAL };

struct number {
    enum spelling spelling;
    uint64_t value;
    size_t end;
};

enum { FEWEST_OURS = 11, FEWEST_REAL = 6 };

/* The number that stands alone at a place, if it has as many digits as an address. */
static struct number number_at(struct text t, size_t at, size_t fewest)
{
    enum { MOST = 15, BARE = 12 };
    struct number none = {NO_NUMBER, 0, at}, n = {DECIMAL, 0, at};
    uint64_t decimal = 0;
    if (at && ascii_is_alnum(t.data[at - 1]))
        return none;
    if (t.len - at > 2 && t.data[at] == '0' && (t.data[at + 1] | 0x20) == 'x')
        n = (struct number){HEXADECIMAL, 0, at + 2};
    size_t start = n.end;
    for (int digit; n.end < t.len && (digit = ascii_digit_value(t.data[n.end])) < 16; n.end++) {
        if (n.end - start == MOST)
            return none;
        if (digit > 9 && n.spelling == DECIMAL)
            n.spelling = BARE_HEXADECIMAL;
        decimal = decimal * 10 + (uint64_t)digit;
        n.value = n.value << 4 | (uint64_t)digit;
    }
    size_t digits = n.end - start;
    bool goes_on = n.end < t.len && ascii_is_alnum(t.data[n.end]);
    if (goes_on || digits < fewest || (n.spelling == BARE_HEXADECIMAL && digits != BARE))
        return none;
    if (n.spelling == DECIMAL)
        n.value = decimal;
    return n;
}

bool text_has_address(struct text ours)
{
    for (size_t at = 0; at < ours.len; at++)
        if (ascii_digit_value(ours.data[at]) < 16) {
            struct number n = number_at(ours, at, FEWEST_OURS);
            if (n.spelling && address_is_ours(n.value))
                return true;
        }
    return false;
}

/* ---- names of temporary files ---------------------------------------------------------------- */

enum { LETTERS = 8 }; /* by chance: sizeof(uint64_t) */

/* Do as many letters as tempfile draws stand at a place, behind "tmp"? */
static bool is_temporary(struct text t, size_t at)
{
    static const char prefix[] = "tmp", letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_";
    size_t n = sizeof prefix - 1;
    if (at < n || t.len - at < LETTERS || memcmp(t.data + at - n, prefix, n) != 0)
        return false;
    for (size_t i = 0; i < LETTERS; i++)
        if (!t.data[at + i] || !strchr(letters, t.data[at + i]))
            return false;
    return true;
}

static uint64_t letters_at(struct text t, size_t at)
{
    uint64_t letters;
    memcpy(&letters, t.data + at, sizeof letters);
    return letters;
}

static bool are_temporary(struct text real, size_t i, struct text ours, size_t j)
{
    return is_temporary(real, i) && is_temporary(ours, j) &&
           letters_at(real, i) != letters_at(ours, j);
}

/* ---- two texts ------------------------------------------------------------------------------- */

enum { PAIRS = 64 };
struct pairs {
    uint64_t real[PAIRS], ours[PAIRS];
    size_t count;
};

/* Enters two addresses; false if one of them has had another partner. */
static bool agree(struct pairs *p, uint64_t real, uint64_t ours)
{
    for (size_t i = 0; i < p->count; i++)
        if ((p->real[i] == real) != (p->ours[i] == ours))
            return false;
    if (p->count < PAIRS) {
        p->real[p->count] = real;
        p->ours[p->count++] = ours;
    }
    return true;
}

enum text_relation text_compare(struct text real, struct text ours, struct text_match *match)
{
    struct pairs pairs = {.count = 0};
    size_t i = 0, j = 0;
    bool agreed = true;
    match->addresses = match->temporaries = 0;
    while (i < real.len && j < ours.len && agreed) {
        struct number theirs = {0}, own = {0};
        if (ascii_is_digit(real.data[i]) || ascii_is_digit(ours.data[j]))
            theirs = number_at(real, i, FEWEST_REAL), own = number_at(ours, j, FEWEST_OURS);
        if (theirs.spelling && theirs.spelling == own.spelling && address_is_real(theirs.value) &&
            address_is_ours(own.value)) {
            agreed = match->fleeting || agree(&pairs, theirs.value, own.value);
            match->addresses++;
            i = theirs.end;
            j = own.end;
        } else if (are_temporary(real, i, ours, j)) {
            agreed = agree(&pairs, letters_at(real, i), letters_at(ours, j));
            match->temporaries++;
            i += LETTERS;
            j += LETTERS;
        } else if (real.data[i] == ours.data[j]) {
            i++;
            j++;
        } else {
            break;
        }
    }
    match->real = i;
    match->ours = j;
    return !agreed ? TEXT_ADDRESSES : i < real.len && j < ours.len ? TEXT_DIFFERS : TEXT_ALIKE;
}

/* ---- tracebacks ------------------------------------------------------------------------------ */

static bool begins_with(struct text line, const char *words)
{
    size_t n = strlen(words);
    return line.len >= n && !memcmp(line.data, words, n);
}

static bool is_frame_of_library(struct text line)
{
    static const char file[] = "  File \"", library[] = "/lib/python3.";
    const char *end = memchr(line.data, ',', line.len);
    if (!begins_with(line, file) || !end)
        return false;
    size_t path = (size_t)(end - line.data);
    return begins_with(line, "  File \"<frozen ") ||
           memmem(line.data, path, library, sizeof library - 1);
}

/* What stands below the line that names a frame: its source, carets, how often it came again. */
static bool is_of_frame(struct text line)
{
    return begins_with(line, "    ") || begins_with(line, "  [Previous line");
}

/* The next line, with its newline, from *at on, which moves behind it; false at the end. */
static bool next_line(struct text text, size_t *at, struct text *line)
{
    if (*at == text.len)
        return false;
    const char *newline = memchr(text.data + *at, '\n', text.len - *at);
    size_t end = newline ? (size_t)(newline - text.data) + 1 : text.len;
    *line = (struct text){text.data + *at, end - *at};
    *at = end;
    return true;
}

size_t text_leave_sizes_out(struct text text, struct buffer *out)
{
    static const char sizes[] = "gc: objects in ";
    size_t left_out = 0, at = 0;
    for (struct text line; next_line(text, &at, &line);) {
        bool is_sizes = begins_with(line, sizes);
        const char *colon = is_sizes ? memchr(line.data + 3, ':', line.len - 3) : NULL;
        left_out += colon != NULL;
        buffer_append(out, line.data, colon ? (size_t)(colon - line.data) : line.len);
        if (colon)
            buffer_putc(out, '\n');
    }
    return left_out;
}

size_t text_leave_library_out(struct text real, struct buffer *out)
{
    size_t left_out = 0, at = 0;
    bool leaving = false;
    for (struct text line; next_line(real, &at, &line);) {
        bool begins = is_frame_of_library(line);
        left_out += begins;
        leaving = begins || (leaving && is_of_frame(line));
        if (!leaving)
            buffer_append(out, line.data, line.len);
    }
    return left_out;
}

size_t text_leave_recorder_out(struct text real, struct buffer *out)
{
    size_t left_out = 0, at = 0;
    bool leaving = false;
    for (struct text line; next_line(real, &at, &line);) {
        bool begins = begins_with(line, "Exception ignored in: <bound method _Recorder.");
        left_out += begins;
        leaving = leaving || begins;
        if (!leaving)
            buffer_append(out, line.data, line.len);
        leaving = leaving && !begins_with(line, "RecursionError");
    }
    return left_out;
}
