/* copy: what a copy shares with its original, and what the two have of their own: the capture. */
#include "view_copy.h"

#include "graph.h"

#include <pyviz/machine/dict.h>
#include <pyviz/machine/inspect.h>
#include <pyviz/machine/int.h>
#include <pyviz/machine/list.h>
#include <pyviz/machine/str.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct capture {
    const Machine *m;
    struct copy_picture *p;
    const Op *outermost, *innermost; /* of the copies under way; NULL: none is */
    Object *memo;
};

static void short_repr(const Machine *m, const Object *o, int columns, char *out, size_t room)
{
    struct buffer text = {0};
    inspect_short_repr(m, o, columns, &text);
    picture_text(out, room, &text);
    buffer_free(&text);
}

/* ---- the memo -------------------------------------------------------------------------------- */

static uint64_t id_of_key(const Machine *m, Object *key)
{
    int overflow = 0;
    int64_t id = is_exact(m, key, int_) ? int_as_i64(key, &overflow) : 0;
    return overflow || id < 0 ? 0 : (uint64_t)id;
}

/* memo.get(id), without asking the machine: an id is its own hash. */
static Object *in_memo(const struct capture *c, uint64_t address)
{
    if (!c->memo)
        return NULL;
    const DictObject *memo = (const DictObject *)c->memo;
    const DictKeys *keys = memo->ma_keys;
    uint64_t perturb = address;
    size_t slot = address & DK_MASK(keys);
    for (; keys->indices[slot] != DKIX_EMPTY;
         slot = dict_next_slot(slot, &perturb, DK_MASK(keys))) {
        ssize_t i = keys->indices[slot];
        if (i >= 0 && keys->entries[i].key && id_of_key(c->m, keys->entries[i].key) == address)
            return dict_value_at(memo, i);
    }
    return NULL;
}

/* A dict that deepcopy has used: under its own id it has a list. */
static bool is_memo(const struct capture *c, Object *o)
{
    struct capture other = *c;
    other.memo = o;
    Object *kept = is_exact(c->m, o, dict) ? in_memo(&other, o->address) : NULL;
    return kept && is_list(kept);
}

/* Who has, or had, this id: an original under way, or one that is kept alive. */
static Object *original_of(const struct capture *c, uint64_t address)
{
    for (const Op *op = c->m->op; op; op = op->outer)
        if (op->kind == OP_COPYING && op->subject->address == address)
            return op->subject;
    Object *kept = in_memo(c, c->memo->address);
    /* mostly one of the last */
    for (ssize_t i = kept && is_list(kept) ? list_size(kept) : 0; i-- > 0;)
        if (list_item(kept, i)->address == address)
            return list_item(kept, i);
    return NULL;
}

static void numbered(const Object *o, char *out, size_t room)
{
    char title[TITLE_BYTES];
    snprintf(out, room, "%s", object_title(inspect_type_title(o), o->serial, 22, title));
}

static void add_entry(struct capture *c, Object *key, Object *copy)
{
    struct copy_picture *p = c->p;
    struct copy_entry *e = &p->entry[p->entries++];
    const Object *original = original_of(c, id_of_key(c->m, key));
    char from[TITLE_BYTES], to[TITLE_BYTES];
    if (original)
        numbered(original, from, sizeof from);
    else
        snprintf(from, sizeof from, "id …%04" PRIx64, id_of_key(c->m, key) & 0xffff);
    if (original && original->type == copy->type && copy->serial)
        snprintf(to, sizeof to, "#%" PRId32, copy->serial);
    else if (graph_boxes(copy))
        numbered(copy, to, sizeof to);
    else
        short_repr(c->m, copy, 12, to, sizeof to);
    *e = (struct copy_entry){.number = inspect_number(c->m, copy)};
    snprintf(e->text, sizeof e->text, "%.22s → %.20s", from, to);
    e->hit = c->innermost && c->innermost->u.copy.way == COPY_BY_MEMO &&
             c->innermost->subject == original;
}

static void capture_kept(struct capture *c, Object *kept)
{
    struct copy_picture *p = c->p;
    if (list_size(kept) > COPY_KEPT)
        p->kept_left_out = (int)list_size(kept) - COPY_KEPT;
    for (ssize_t i = p->kept_left_out; i < list_size(kept); i++) {
        struct copy_entry *e = &p->keeping[p->kept++];
        e->number = inspect_number(c->m, list_item(kept, i));
        numbered(list_item(kept, i), e->text, sizeof e->text);
    }
}

/* The newest of its entries. */
static void capture_memo(struct capture *c)
{
    Object *key, *value;
    c->p->memo = c->memo != NULL;
    if (!c->memo)
        return;
    Object *kept = in_memo(c, c->memo->address);
    ssize_t entries = dict_size(c->memo) - (kept != NULL);
    ssize_t first = ((DictObject *)c->memo)->ma_keys->dk_nentries - COPY_MEMO;
    for (ssize_t at = first > 0 ? first : 0; dict_next(c->memo, &at, &key, &value, NULL);)
        if (id_of_key(c->m, key) != c->memo->address)
            add_entry(c, key, value);
    c->p->entries_left_out = (int)entries - c->p->entries;
    if (kept && is_list(kept))
        capture_kept(c, kept);
}

/* What the program itself has written into the memo. */
static void capture_noted(struct capture *c)
{
    const Machine *m = c->m;
    bool inserts = m->clock && m->event.kind == EVENT_DICT_INSERT;
    if (!inserts || !c->memo || (Object *)m->event.field[0] != c->memo)
        return;
    const Object *original = original_of(c, id_of_key(m, (Object *)m->event.field[1]));
    if (!original)
        return;
    numbered(original, c->p->noted[0], sizeof c->p->noted[0]);
    numbered((const Object *)m->event.field[5], c->p->noted[1], sizeof c->p->noted[1]);
}

static bool tell_noted(const void *now, const void *before, struct buffer *out,
                       struct spans *values)
{
    (void)before;
    const struct copy_picture *p = now;
    if (!p->noted[0][0])
        return false;
    buffer_puts(out, "The program notes in the memo, under the id of ");
    for (int i = 0; i < 2; i++) {
        size_t start = out->len;
        buffer_puts(out, p->noted[i]);
        spans_add(values, out, start);
        buffer_puts(out, i ? ": whatever leads back to it will find that." : ", that its copy is ");
    }
    return true;
}

/* ---- the graphs ------------------------------------------------------------------------------ */

struct child {
    char label[COPY_LABEL];
    Object *target;
};

struct children {
    const Machine *m;
    int count, left_out;
    struct child child[COPY_CHILDREN];
};

static bool add_child(const struct inspect_link *link, void *context)
{
    enum { KEY_COLUMNS = 12 };
    struct children *c = context;
    char key[COPY_LABEL] = "";
    if (link->kind == LINK_KEY || link->kind == LINK_PART)
        return true;
    if (c->count == COPY_CHILDREN) {
        c->left_out++;
        return c->left_out < COPY_ROWS;
    }
    struct child *child = &c->child[c->count++];
    child->target = link->target;
    if (link->name)
        short_repr(c->m, link->name, KEY_COLUMNS, key, sizeof key);
    size_t n = strlen(key);
    if (link->kind == LINK_ITEM)
        snprintf(child->label, sizeof child->label, "[%zd]", link->index);
    else if (link->kind == LINK_ATTRIBUTE && n >= 2) /* a str's quotes */
        snprintf(child->label, sizeof child->label, ".%.*s", (int)n - 2, key + 1);
    else
        snprintf(child->label, sizeof child->label, "[%.20s]", key);
    return true;
}

static Object *child_named(const struct children *c, const char *label)
{
    for (int i = 0; c && i < c->count; i++)
        if (!strcmp(c->child[i].label, label))
            return c->child[i].target;
    return NULL;
}

static void describe(const Machine *m, const Object *o, bool whole, struct copy_side *side)
{
    enum { REPR_COLUMNS = 18 };
    char text[COPY_TEXT];
    if (!o)
        return;
    side->number = inspect_number(m, o);
    short_repr(m, o, REPR_COLUMNS, text, sizeof text);
    if (!graph_boxes(o))
        snprintf(side->text, sizeof side->text, "%.40s", text);
    else if (whole)
        snprintf(side->text, sizeof side->text, "%.12s #%" PRId32 " %.28s", inspect_type_title(o),
                 o->serial, text);
    else
        snprintf(side->text, sizeof side->text, "%.24s #%" PRId32, inspect_type_title(o),
                 o->serial);
}

/* A side that has nothing here (0) agrees with anything. */
static bool stands_above(const struct copy_picture *p, int64_t left, int64_t right)
{
    for (int i = 0; i < p->count; i++)
        if ((!left || p->row[i].side[0].number == left) &&
            (!right || p->row[i].side[1].number == right))
            return true;
    return false;
}

static uint64_t path_below(uint64_t path, const char *label)
{
    for (; *label; label++)
        path = (path ^ (unsigned char)*label) * 1099511628211u;
    return path;
}

/* Types whose objects both kinds of copy hand on as they are. */
static bool is_atomic(const Machine *m, const Object *o)
{
    return is_exact(m, o, int_) || is_exact(m, o, bool_) || is_exact(m, o, float_) ||
           is_exact(m, o, complex) || is_exact(m, o, str) || is_exact(m, o, bytes) || is_type(o) ||
           is_exact(m, o, function) || is_exact(m, o, builtin_function) || is_exact(m, o, range) ||
           o == m->none;
}

static enum copy_relation relation(const Machine *m, const Object *left, const Object *right)
{
    if (!left || !right)
        return COPY_ALONE;
    if (left == right)
        return COPY_IS;
    int equal = view_copy_equal(m, left, right);
    return equal < 0 ? COPY_TWO : equal ? COPY_EQUAL : COPY_UNEQUAL;
}

/* The copy that is there of it, though nothing in the right graph leads to it yet. */
static Object *made_of(const struct capture *c, const Object *left)
{
    if (!c->outermost || !left || !graph_boxes(left))
        return NULL;
    for (const Op *op = c->m->op; op; op = op->outer)
        if (op->kind == OP_COPYING && op->subject == left && op->u.copy.copy)
            return op->u.copy.copy;
    return c->memo ? in_memo(c, left->address) : NULL;
}

static int working(const struct capture *c, const Object *left)
{
    int at = 0, depth = 0;
    for (const Op *op = c->m->op; op && left; op = op->outer)
        if (op->kind == OP_COPYING) {
            depth++;
            at = op->subject == left && !at ? depth : at;
        }
    return at ? depth + 1 - at : 0;
}

static void pair(struct capture *c, const Object *left, const Object *right, int parent,
                 const char *label);

static void pair_children(struct capture *c, const Object *left, const Object *right, int parent)
{
    struct children l = {.m = c->m}, r = {.m = c->m};
    if (left && graph_boxes(left))
        inspect_links(c->m, left, add_child, &l);
    if (right && graph_boxes(right))
        inspect_links(c->m, right, add_child, &r);
    for (int i = 0; i < l.count; i++)
        pair(c, l.child[i].target, child_named(&r, l.child[i].label), parent, l.child[i].label);
    for (int i = 0; i < r.count; i++)
        if (!child_named(&l, r.child[i].label))
            pair(c, NULL, r.child[i].target, parent, r.child[i].label);
    c->p->left_out += l.left_out > r.left_out ? l.left_out : r.left_out;
    c->p->many = c->p->many || l.left_out >= COPY_ROWS || r.left_out >= COPY_ROWS;
}

static void pair(struct capture *c, const Object *left, const Object *right, int parent,
                 const char *label)
{
    const Machine *m = c->m;
    struct copy_picture *p = c->p;
    const struct copy_row *above = parent < 0 ? NULL : &p->row[parent];
    int depth = above ? above->depth + 1 : 0;
    if (p->count == COPY_ROWS) {
        p->left_out++;
        return;
    }
    bool waiting = !right && (right = made_of(c, left)) != NULL;
    bool boxed = (left && graph_boxes(left)) || (right && graph_boxes(right));
    bool again = boxed && stands_above(p, left ? inspect_number(m, left) : 0,
                                       right ? inspect_number(m, right) : 0);
    /* one object for both is a row, and what it holds goes without saying; but of the whole */
    bool leaf = (left == right && above) || again || depth == COPY_DEPTH;
    struct copy_row *row = &p->row[p->count++];
    *row = (struct copy_row){.depth = depth,
                             .parent = parent,
                             .path = path_below(above ? above->path : 0, label),
                             .again = again,
                             .atomic = left && is_atomic(m, left),
                             .relation = relation(m, left, right),
                             .working = again ? 0 : working(c, left)};
    snprintf(row->label, sizeof row->label, "%s", label);
    describe(m, left, leaf, &row->side[0]);
    describe(m, right, leaf, &row->side[1]);
    row->side[1].waiting = waiting;
    if (boxed && left && left == right)
        p->shared++;
    else if (boxed && right && !again)
        p->own++;
    if (!leaf)
        pair_children(c, left, right, p->count - 1);
}

/* ---- what is compared ------------------------------------------------------------------------ */

/* Walks the names of the module, then those of the function at work. */
struct names {
    const Machine *m;
    const struct Frame *frame;
    size_t at;
    bool locals;
};

static bool next_name(struct names *n, Object **key, Object **value)
{
    if (!n->locals && inspect_next_name(n->m, &n->at, key, value))
        return true;
    if (!n->locals) {
        n->locals = true;
        n->at = 0;
    }
    return n->frame && inspect_next_local(n->m, n->frame, &n->at, key, value);
}

static void add_name(char out[COPY_LABEL], Object *key)
{
    struct buffer text = {0};
    size_t used = strlen(out);
    str_to_utf8(key, &text);
    if (used + text.len + 3 < COPY_LABEL)
        snprintf(out + used, COPY_LABEL - used, "%s%s", used ? ", " : "", buffer_text(&text));
    buffer_free(&text);
}

static void name_of(const Machine *m, const Object *o, const char *otherwise, char out[COPY_LABEL])
{
    struct names names = {.m = m, .frame = inspect_innermost_frame(m)};
    Object *key, *value;
    *out = '\0';
    while (o && next_name(&names, &key, &value))
        if (value == o)
            add_name(out, key);
    if (!*out)
        snprintf(out, COPY_LABEL, "%s", otherwise);
}

struct wanted {
    const Object *target;
    bool found;
};

static bool is_wanted(const struct inspect_link *link, void *context)
{
    struct wanted *w = context;
    w->found = link->target == w->target;
    return !w->found;
}

static bool holds(const Machine *m, const Object *o, const Object *target)
{
    struct wanted w = {target, false};
    inspect_links(m, o, is_wanted, &w);
    return w.found;
}

/* What is of another type, or a part of the other one, is no copy of it: the whole stays alone, or
 * else the newer one. */
static void part_strangers(struct capture *c, Object *root[2])
{
    if (!root[0] || !root[1] || root[0] == root[1])
        return;
    bool outer = holds(c->m, root[0], root[1]), inner = holds(c->m, root[1], root[0]);
    if (!outer && !inner && root[0]->type == root[1]->type)
        return;
    if (outer == inner ? root[1]->serial > root[0]->serial : inner) {
        root[0] = root[1];
        memcpy(c->p->name[0], c->p->name[1], COPY_LABEL);
    }
    root[1] = NULL;
    *c->p->name[1] = '\0';
}

/* The first container that a name refers to is the original, the last is what has been made of it;
 * but what is older than the last copy is left aside where there is something newer, and where
 * there is not, the copy and its original come first, if they still have names. */
static void find_roots(struct capture *c, Object *root[2])
{
    const Machine *m = c->m;
    struct names names = {.m = m, .frame = inspect_innermost_frame(m)};
    Object *key, *value, *last[2] = {NULL, NULL};
    bool newer = false;
    while (next_name(&names, &key, &value)) {
        if (!graph_boxes(value))
            continue;
        if (is_memo(c, value)) {
            c->memo = value;
            continue;
        }
        last[0] = value->serial == m->copied.source ? value : last[0];
        last[1] = value->serial == m->copied.copy ? value : last[1];
        if (m->copied.until && !newer && value->serial >= m->copied.until) {
            newer = true;
            root[0] = root[1] = NULL;
            *c->p->name[1] = '\0';
        }
        if (newer && value->serial < m->copied.until)
            continue;
        int side = root[0] != NULL;
        root[side] = value;
        *c->p->name[side] = '\0';
        add_name(c->p->name[side], key);
    }
    if (newer && root[0] == root[1])
        root[1] = NULL;
    part_strangers(c, root);
    /* made of it some other way */
    if (newer && !root[1] && last[0] && last[0]->type == root[0]->type) {
        root[1] = root[0];
        snprintf(c->p->name[1], COPY_LABEL, "%s", c->p->name[0]);
        root[0] = last[0];
        name_of(m, last[0], "", c->p->name[0]);
    }
    if (newer || !last[0] || !last[1])
        return;
    for (int side = 0; side < 2; side++) {
        root[side] = last[side];
        name_of(m, last[side], "", c->p->name[side]);
    }
}

static void find_copies(struct capture *c)
{
    for (const Op *op = c->m->op; op; op = op->outer)
        if (op->kind == OP_COPYING) {
            c->innermost = c->innermost ? c->innermost : op;
            c->outermost = op;
            c->p->depth++;
            if (op->u.copy.memo && is_dict(op->u.copy.memo) && !c->memo)
                c->memo = op->u.copy.memo;
        }
}

/* The row that the innermost copy under way stands in, and its path: of several the first whose
 * copy is not in its place. */
static void find_place(struct capture *c)
{
    struct copy_picture *p = c->p;
    int chain[COPY_DEPTH + 2], n = 0;
    size_t used = 0;
    p->at = -1;
    for (int i = 0; i < p->count; i++) {
        const struct copy_side *copy = &p->row[i].side[1];
        if (p->row[i].side[0].number != inspect_number(c->m, c->innermost->subject))
            continue;
        if (p->at < 0 || !copy->number || copy->waiting)
            p->at = i;
        if (!copy->number || copy->waiting)
            break; /* not the places that have their copy already */
    }
    for (int i = p->at; i >= 0; i = p->row[i].parent)
        chain[n++] = i;
    for (int i = n; i-- > 0 && used + 1 < sizeof p->path;) {
        const char *label = i == n - 1 ? p->name[0] : p->row[chain[i]].label;
        int wrote = snprintf(p->path + used, sizeof p->path - used, "%s", label);
        used += wrote > 0 ? (size_t)wrote : 0;
    }
    if (graph_boxes(c->innermost->subject))
        numbered(c->innermost->subject, p->what, sizeof p->what);
    else
        short_repr(c->m, c->innermost->subject, 22, p->what, sizeof p->what);
    p->way = c->innermost->u.copy.way;
}

static const void *capture_copy(const Machine *m, Object *subject, struct arena *arena)
{
    (void)subject;
    struct copy_picture *p = arena_alloc(arena, sizeof *p);
    struct capture c = {.m = m, .p = p};
    Object *root[2] = {NULL, NULL};
    *p = (struct copy_picture){.at = -1};
    find_copies(&c);
    if (c.outermost) {
        root[0] = c.outermost->subject;
        root[1] = made_of(&c, root[0]);
        if (!root[1])
            root[1] = c.outermost->u.copy.copy;
        name_of(m, root[0], "original", p->name[0]);
        name_of(m, root[1], "copy, no name yet", p->name[1]);
    } else {
        find_roots(&c, root);
    }
    if (root[0])
        pair(&c, root[0], root[1], -1, "");
    if (p->count && c.outermost && root[1])
        p->row[0].side[1].waiting = false;
    p->copying = c.outermost != NULL;
    p->deep = c.outermost && c.outermost->u.copy.deep;
    if (p->copying)
        find_place(&c);
    capture_memo(&c);
    capture_noted(&c);
    return p;
}

/* Whatever the copy module does. */
static bool claims(const Machine *m)
{
    return strncmp(event_info[m->event.kind].name, "copy.", strlen("copy.")) == 0;
}

static int needs_copy(const void *now)
{
    enum { AROUND = 7 };
    return ((const struct copy_picture *)now)->count + AROUND;
}

const struct view view_copy = {
    .name = "copy",
    .beside = &view_references,
    .claims = claims,
    .theme = STOP_THEME_COPIES,
    .capture = capture_copy,
    .header = view_copy_header,
    .tell = tell_noted,
    .needs = needs_copy,
    .draw = view_copy_draw,
};
