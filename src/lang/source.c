#include <pyviz/lang/source.h>

#include <pyviz/base/ascii.h>
#include <pyviz/base/utf8.h>

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* ---- Places -------------------------------------------------------------------------------- */

const char *source_line(const struct source *src, size_t n, size_t *len)
{
    if (n < 1 || n > src->line_count) {
        *len = 0;
        return "";
    }
    size_t start = src->line_starts[n - 1];
    size_t end = n < src->line_count ? src->line_starts[n] : src->len;
    if (end > start && src->text[end - 1] == '\n')
        end--;
    *len = end - start;
    return src->text + start;
}

int source_column(const struct source *src, size_t n, size_t byte_offset)
{
    size_t len;
    const char *line = source_line(src, n, &len);
    size_t inside = byte_offset < len ? byte_offset : len;
    return (int)(utf8_length(line, inside) + (byte_offset - inside)) + 1;
}

/* Copies the line into d->text; a line that does not fit is cut to a window around byte col. */
static void copy_line(struct diagnostic *d, const char *line, size_t len, size_t col)
{
    size_t start = 0, room = sizeof d->text - 1;
    if (len > room && col > room / 2)
        start = col - room / 2 < len ? col - room / 2 : len;
    while (start > 0 && start < len && ((unsigned char)line[start] & 0xc0) == 0x80)
        start--;
    size_t n = len - start < room ? len - start : room;
    while (start + n < len && n > 0 && ((unsigned char)line[start + n] & 0xc0) == 0x80)
        n--;
    memcpy(d->text, line + start, n);
    d->text[n] = '\0';
    d->text_start = (int)utf8_length(line, start);
}

void source_diagnose(const struct source *src, struct diagnostic *d, enum diagnostic_kind kind,
                     int line, int col, int end_line, int end_col, const char *format, ...)
{
    memset(d, 0, sizeof *d);
    d->kind = kind;
    snprintf(d->file, sizeof d->file, "%s", src->name ? src->name : "");
    va_list args;
    va_start(args, format);
    vsnprintf(d->message, sizeof d->message, format, args);
    va_end(args);
    if (line < 1)
        return;

    d->line = line;
    d->col = col < 0 ? 0 : source_column(src, (size_t)line, (size_t)col);
    d->byte_col = col + 1;
    if (end_line >= line && end_col >= 0) {
        d->end_line = end_line;
        d->end_col = source_column(src, (size_t)end_line, (size_t)end_col);
        d->end_byte_col = end_col + 1;
    }
    size_t len;
    const char *text = source_line(src, (size_t)line, &len);
    copy_line(d, text, len, col < 0 ? 0 : (size_t)col);
}

/* ---- Encodings (PEP 263) ------------------------------------------------------------------- */

enum encoding { ENCODING_UTF_8, ENCODING_LATIN_1, ENCODING_ASCII, ENCODING_OTHER };

/* Python ignores case, and takes _ for -; of a longer name only the beginning counts. */
static enum encoding encoding_of(const char *name, size_t n)
{
    static const struct {
        const char *name;
        bool prefix;
        enum encoding encoding;
    } known[] = {
        {"utf-8", false, ENCODING_UTF_8},         {"utf-8-", true, ENCODING_UTF_8},
        {"utf8", false, ENCODING_UTF_8},          {"u8", false, ENCODING_UTF_8},
        {"latin-1", false, ENCODING_LATIN_1},     {"iso-8859-1", false, ENCODING_LATIN_1},
        {"iso-latin-1", false, ENCODING_LATIN_1}, {"latin-1-", true, ENCODING_LATIN_1},
        {"iso-8859-1-", true, ENCODING_LATIN_1},  {"iso-latin-1-", true, ENCODING_LATIN_1},
        {"latin1", false, ENCODING_LATIN_1},      {"iso8859-1", false, ENCODING_LATIN_1},
        {"l1", false, ENCODING_LATIN_1},          {"ascii", false, ENCODING_ASCII},
        {"us-ascii", false, ENCODING_ASCII},
    };
    char normal[32];
    if (n >= sizeof normal)
        n = sizeof normal - 1;
    for (size_t i = 0; i < n; i++)
        normal[i] = name[i] == '_' ? '-' : (char)ascii_to_lower(name[i]);
    normal[n] = '\0';
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        size_t len = strlen(known[i].name);
        if (known[i].prefix ? strncmp(normal, known[i].name, len) == 0
                            : strcmp(normal, known[i].name) == 0)
            return known[i].encoding;
    }
    return ENCODING_OTHER;
}

static size_t length_of_line(const char *s, size_t n)
{
    size_t i = 0;
    while (i < n && s[i] != '\n' && s[i] != '\r')
        i++;
    return i;
}

/* Finds `coding[:=] name` in a line that holds nothing but a comment.  Returns the name's length, 0
 * if there is none; *only_comment: nothing else stands here, so that the next line may declare. */
static size_t declared_in_line(const char *line, size_t n, const char **name, bool *only_comment)
{
    size_t i = 0;
    while (i < n && strchr(" \t\f", line[i]))
        i++;
    *only_comment = i == n || line[i] == '#';
    if (i == n || line[i] != '#')
        return 0;
    for (; i + 7 <= n; i++) {
        if (memcmp(line + i, "coding", 6) != 0 || (line[i + 6] != ':' && line[i + 6] != '='))
            continue;
        size_t start = i + 7;
        while (start < n && (line[start] == ' ' || line[start] == '\t'))
            start++;
        size_t end = start;
        while (end < n && (ascii_is_alnum(line[end]) || strchr("-_.", line[end])))
            end++;
        *name = line + start;
        if (end > start)
            return end - start;
    }
    return 0;
}

size_t source_declared_encoding(const char *s, size_t n, const char **name)
{
    bool only_comment;
    size_t first = length_of_line(s, n);
    size_t found = declared_in_line(s, first, name, &only_comment);
    if (found || !only_comment || first == n)
        return found;
    size_t next = first + (s[first] == '\r' && first + 1 < n && s[first + 1] == '\n' ? 2 : 1);
    return declared_in_line(s + next, length_of_line(s + next, n - next), name, &only_comment);
}

/* ---- Reading ------------------------------------------------------------------------------- */

/* Turns "\r\n" and '\r' into '\n', in place. */
static void normalise_newlines(struct source *src)
{
    size_t out = 0;
    for (size_t i = 0; i < src->len; i++) {
        char c = src->text[i];
        if (c == '\r') {
            c = '\n';
            if (src->text[i + 1] == '\n')
                i++;
        }
        src->text[out++] = c;
    }
    src->len = out;
    src->text[out] = '\0';
}

static void find_lines(struct source *src)
{
    size_t count = 1;
    for (size_t i = 0; i + 1 < src->len; i++)
        count += src->text[i] == '\n';
    src->line_starts = base_alloc(count * sizeof *src->line_starts);
    src->line_starts[0] = 0;
    src->line_count = 1;
    for (size_t i = 0; i + 1 < src->len; i++)
        if (src->text[i] == '\n')
            src->line_starts[src->line_count++] = i + 1;
}

/* The line of a byte offset, and the offset in that line. */
static int line_of(const struct source *src, size_t offset, int *col)
{
    size_t line = src->line_count;
    while (line > 1 && src->line_starts[line - 1] > offset)
        line--;
    *col = (int)(offset - src->line_starts[line - 1]);
    return (int)line;
}

static void latin_1_to_utf_8(struct source *src)
{
    struct buffer out = {0};
    for (size_t i = 0; i < src->len; i++)
        utf8_append(&out, (unsigned char)src->text[i]);
    free(src->text);
    buffer_reserve(&out, 1);
    out.data[out.len] = '\0';
    src->text = out.data;
    src->len = out.len;
}

static bool check_bytes(const struct source *src, enum encoding encoding, struct diagnostic *error)
{
    int col, line;
    const char *nul = memchr(src->text, '\0', src->len);
    size_t good = utf8_validate(src->text, src->len);
    /* CPython reads line by line, and decodes a line before it looks at its characters */
    if (nul && (good == src->len ||
                line_of(src, (size_t)(nul - src->text), &col) < line_of(src, good, &(int){0}))) {
        line = line_of(src, (size_t)(nul - src->text), &col);
        source_diagnose(src, error, DIAGNOSTIC_SYNTAX, line, col, line, col + 1,
                        "source code cannot contain null bytes");
        return false;
    }
    if (encoding == ENCODING_ASCII)
        for (good = 0; good < src->len && (unsigned char)src->text[good] < 0x80;)
            good++;
    if (good == src->len)
        return true;
    line = line_of(src, good, &col);
    source_diagnose(src, error, DIAGNOSTIC_INPUT, line, col, 0, -1,
                    encoding == ENCODING_ASCII
                        ? "byte 0x%02x is not ASCII, which the file declares as its encoding"
                        : "byte 0x%02x is not UTF-8, and no other encoding is declared "
                          "(https://peps.python.org/pep-0263/)",
                    (unsigned)(unsigned char)src->text[good]);
    return false;
}

/* Which encoding the bytes are in.  Refuses what cannot be read. */
static bool choose_encoding(struct source *src, bool bom, enum encoding *encoding,
                            struct diagnostic *error)
{
    const char *name = NULL;
    size_t n = source_declared_encoding(src->text, src->len, &name);
    src->undeclared = !bom && !n;
    *encoding = n ? encoding_of(name, n) : ENCODING_UTF_8;
    int shown = n > 60 ? 60 : (int)n;
    if (bom && *encoding != ENCODING_UTF_8)
        source_diagnose(src, error, DIAGNOSTIC_SYNTAX, 1, -1, 0, -1,
                        "encoding problem: %.*s with BOM", shown, name);
    else if (*encoding == ENCODING_OTHER)
        source_diagnose(src, error, DIAGNOSTIC_NOT_SIMULATED, 1, -1, 0, -1,
                        "the source encoding '%.*s' is not simulated: use utf-8, latin-1 or ascii",
                        shown, name);
    else
        return true;
    return false;
}

/* src->name, text and len are set, text is one byte longer than len.  Frees them on failure.  What
 * has been decoded before has no mark of its byte order, nor a declaration that counts. */
static bool finish(struct source *src, bool decoded, struct diagnostic *error)
{
    enum encoding encoding = ENCODING_UTF_8;
    bool bom = !decoded && src->len >= 3 && memcmp(src->text, "\xef\xbb\xbf", 3) == 0;
    if (bom) {
        src->len -= 3;
        memmove(src->text, src->text + 3, src->len);
    }
    src->text[src->len] = '\0';
    normalise_newlines(src);
    find_lines(src);
    bool good = decoded || choose_encoding(src, bom, &encoding, error);
    if (good && encoding == ENCODING_LATIN_1) {
        latin_1_to_utf_8(src);
        free(src->line_starts);
        find_lines(src);
    }
    good = good && check_bytes(src, encoding, error);
    if (!good)
        source_free(src);
    return good;
}

static bool refuse(struct diagnostic *error, const char *name, enum diagnostic_kind kind,
                   const char *format, ...) __attribute__((format(printf, 4, 5)));

static bool refuse(struct diagnostic *error, const char *name, enum diagnostic_kind kind,
                   const char *format, ...)
{
    memset(error, 0, sizeof *error);
    error->kind = kind;
    snprintf(error->file, sizeof error->file, "%s", name);
    va_list args;
    va_start(args, format);
    vsnprintf(error->message, sizeof error->message, format, args);
    va_end(args);
    return false;
}

/* Positions are int: no limit may reach beyond what they can say. */
static size_t effective_limit(size_t limit)
{
    size_t most = (size_t)1 << 30;
    return limit == 0 ? SOURCE_DEFAULT_LIMIT : limit < most ? limit : most;
}

static bool refuse_length(struct diagnostic *error, const char *name, size_t limit)
{
    return refuse(error, name, DIAGNOSTIC_LIMIT, "the source is longer than %zu bytes", limit);
}

bool source_read(struct source *src, FILE *stream, const char *name, size_t limit,
                 struct diagnostic *error)
{
    struct buffer bytes = {0};
    size_t got;
    memset(src, 0, sizeof *src);
    limit = effective_limit(limit);
    do {
        char *to = buffer_reserve(&bytes, 64 * 1024);
        got = fread(to, 1, 64 * 1024, stream);
        bytes.len += got;
    } while (got > 0 && !feof(stream) && bytes.len <= limit); /* a terminal would be read on */

    if (ferror(stream) || bytes.len > limit) {
        int why = errno;
        buffer_free(&bytes);
        if (ferror(stream))
            return refuse(error, name, DIAGNOSTIC_INPUT, "cannot read the file: %s", strerror(why));
        return refuse_length(error, name, limit);
    }
    src->name = base_strdup(name);
    src->text = bytes.data;
    src->len = bytes.len;
    return finish(src, false, error);
}

bool source_load(struct source *src, const char *path, size_t limit, struct diagnostic *error)
{
    memset(src, 0, sizeof *src);
    FILE *file = fopen(path, "rb");
    if (!file)
        return refuse(error, path, DIAGNOSTIC_INPUT, "cannot open the file: %s", strerror(errno));
    struct stat status;
    bool good;
    if (fstat(fileno(file), &status) == 0 && S_ISDIR(status.st_mode))
        good = refuse(error, path, DIAGNOSTIC_INPUT, "is a directory, not a Python file");
    else
        good = source_read(src, file, path, limit, error);
    fclose(file);
    return good;
}

bool source_from_bytes(struct source *src, const char *name, const char *bytes, size_t len,
                       size_t limit, struct diagnostic *error)
{
    memset(src, 0, sizeof *src);
    limit = effective_limit(limit);
    if (len > limit)
        return refuse_length(error, name, limit);
    src->name = base_strdup(name);
    src->text = base_alloc(len + 1);
    if (len)
        memcpy(src->text, bytes, len);
    src->len = len;
    return finish(src, true, error);
}

void source_free(struct source *src)
{
    free(src->name);
    free(src->text);
    free(src->line_starts);
    memset(src, 0, sizeof *src);
}
