#include <pyviz/base/buffer.h>
#include <pyviz/lang/warning.h>

#include "lexer.h"

#include <stdio.h>
#include <string.h>

enum { NESTING = 200, TEXT = 80 }; /* of f-strings: the lexer allows fewer */

/* An f-string that is open: its own pieces are looked at when it ends, and count as standing
 * there. */
struct fstring {
    size_t first; /* token after FSTRING_START */
    int braces;   /* open ones; a piece inside them is a format specification's */
    bool raw;
};

struct finder {
    const struct source *src;
    const struct token_list *tokens;
    int kinds;
    warning_taker take;
    void *context;
    struct fstring open[NESTING];
    int depth;
};

static bool has_prefix(const struct finder *f, const struct token *t, char lower)
{
    for (const char *s = f->src->text + t->start; *s != '"' && *s != '\''; s++)
        if ((*s | 0x20) == lower)
            return true;
    return false;
}

static int newlines(const char *from, const char *to)
{
    int n = 0;
    while ((from = memchr(from, '\n', (size_t)(to - from))))
        n++, from++;
    return n;
}

/* The first sequence that means nothing; one warning for a literal is enough. */
static void look_at_escapes(const struct finder *f, uint32_t start, uint32_t end, bool bytes,
                            int line)
{
    const char *s = f->src->text + start, *stop = f->src->text + end;
    char text[TEXT];
    while (f->kinds & WARNING_ESCAPES && (s = memchr(s, '\\', (size_t)(stop - s))) &&
           (s + 1 < stop || *stop == '{')) { /* "\{" : what is replaced begins behind the piece */
        char c = s[1];
        bool octal = f->kinds & WARNING_OCTALS && c >= '4' && c <= '7' && s + 3 < stop &&
                     s[2] >= '0' && s[2] <= '7' && s[3] >= '0' && s[3] <= '7';
        if (octal)
            snprintf(text, sizeof text, "invalid octal escape sequence '\\%.3s'", s + 1);
        else if (strchr("\n\\'\"abfnrtvx01234567", c) || (!bytes && strchr("NuU", c)))
            text[0] = '\0';
        else if ((unsigned char)c < 128)
            snprintf(text, sizeof text, "invalid escape sequence '\\%c'", c);
        else
            snprintf(text, sizeof text, "invalid escape sequence '\\\xef\xbf\xbd'");
        if (text[0]) {
            int above = f->kinds & WARNING_OWN_LINES ? newlines(f->src->text + start, s) : 0;
            f->take(WARNING_ESCAPES, line + above, text, f->context);
            return;
        }
        s += 2;
    }
}

static void look_at_string(const struct finder *f, const struct token *t)
{
    if (!has_prefix(f, t, 'r'))
        look_at_escapes(f, t->start, t->end, has_prefix(f, t, 'b'), t->line);
}

static void end_fstring(struct finder *f, size_t last)
{
    const struct fstring *own = &f->open[f->depth - 1];
    int braces = 0;
    for (size_t i = own->first, inner = 0; !own->raw && i < last; i++) {
        const struct token *t = &f->tokens->items[i];
        inner += t->kind == TOKEN_FSTRING_START;
        inner -= t->kind == TOKEN_FSTRING_END;
        if (inner == 0)
            braces += (t->kind == TOKEN_LBRACE) - (t->kind == TOKEN_RBRACE);
        if (t->kind == TOKEN_FSTRING_MIDDLE && inner == 0 && braces == 0)
            look_at_escapes(f, t->start, t->end, false, f->tokens->items[last].line);
    }
    f->depth--;
}

static void look_at_middle(const struct finder *f, const struct token *t)
{
    const struct fstring *own = &f->open[f->depth - 1];
    if (own->braces && !own->raw)
        look_at_escapes(f, t->start, t->end, false, t->line);
}

/* A keyword may follow a number at once, which is frowned upon: 1if, 0x1for. */
static void look_at_number(const struct finder *f, const struct token *t)
{
    static const char *const keywords[] = {"and", "else", "for", "if", "in", "is", "or", "not"};
    const char *s = f->src->text + t->start, *behind = f->src->text + t->end;
    char second = (char)(t->end - t->start > 1 && *s == '0' ? s[1] | 0x20 : 0);
    char last = (char)(behind[-1] | 0x20);
    const char *kind = second == 'x'   ? "hexadecimal"
                       : second == 'o' ? "octal"
                       : second == 'b' ? "binary"
                       : last == 'j'   ? "imaginary"
                                       : "decimal";
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (strncmp(behind, keywords[i], strlen(keywords[i])) != 0)
            continue;
        char text[TEXT];
        snprintf(text, sizeof text, "invalid %s literal", kind);
        f->take(WARNING_NUMBERS, t->line, text, f->context);
        return;
    }
}

static void look_at(struct finder *f, size_t i)
{
    const struct token *t = &f->tokens->items[i];
    switch (t->kind) {
    case TOKEN_STRING:
        look_at_string(f, t);
        break;
    case TOKEN_NUMBER:
        if (f->kinds & WARNING_NUMBERS)
            look_at_number(f, t);
        break;
    case TOKEN_FSTRING_START:
        if (f->depth < NESTING)
            f->open[f->depth++] = (struct fstring){i + 1, 0, has_prefix(f, t, 'r')};
        break;
    case TOKEN_FSTRING_MIDDLE:
        look_at_middle(f, t);
        break;
    case TOKEN_FSTRING_END:
        end_fstring(f, i);
        break;
    case TOKEN_LBRACE:
    case TOKEN_RBRACE:
        if (f->depth)
            f->open[f->depth - 1].braces += t->kind == TOKEN_LBRACE ? 1 : -1;
        break;
    default:
        break;
    }
}

void warning_find(const struct source *src, int kinds, warning_taker take, void *context)
{
    struct token_list tokens = {0};
    lexer_run(src, &tokens);
    struct finder f = {
        .src = src, .tokens = &tokens, .kinds = kinds, .take = take, .context = context};
    for (size_t i = 0; i < tokens.len; i++)
        look_at(&f, i);
    lexer_free(&tokens);
}
