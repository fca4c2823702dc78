/* Shapes: how a struct stands as an object of JSON, as a table that both writes and reads it, so
 * that what was written can be read again. members.h has the tables. */
#ifndef STET_REPORT_SHAPE_H
#define STET_REPORT_SHAPE_H

#include "base/json_writer.h"
#include "base/trouble.h"

typedef enum MemberKind {                        /* with the type of what stands at the offset */
                          MEMBER_TEXT,           /* View */
                          MEMBER_TEXT_OR_NULL,   /* View; null where `at` is NULL */
                          MEMBER_NUMBER,         /* uint32_t */
                          MEMBER_COUNT,          /* uint64_t */
                          MEMBER_NUMBER_OR_NULL, /* uint32_t; null where it is 0 */
                          MEMBER_BOOL,           /* bool */
                          MEMBER_DATE,           /* Date; null where it is not known */
                          MEMBER_DAYS,           /* Date, as [first, last] or null */
                          MEMBER_SPAN,           /* Span, as [start, end] */
                          MEMBER_CLAIM,  /* uint32_t: number of a claim, as "c1"; null where it is
                                            NONE */
                          MEMBER_CHOICE, /* an enum, by name */
                          MEMBER_FLAGS,  /* uint32_t, as a list of the names of its bits */
                          MEMBER_INLINE, /* struct, its members among ours */
                          MEMBER_OBJECT, /* struct */
                          MEMBER_OBJECT_OR_NULL, /* struct that begins with bool: it is given */
                          MEMBER_LIST,           /* {items, count, capacity} of structs */
                          MEMBER_TEXTS,          /* {items, count, capacity} of View */
                          MEMBER_DAYS_LIST, /* {items, count, capacity} of Date, as [first, last] */
                          MEMBER_SPANS      /* {items, count, capacity} of Span, as [start, end] */
} MemberKind;

enum {
    MEMBER_MAY_LACK = 1 << 0, /* left out where it is 0, empty, or not given */
    MEMBER_WHOLE = 1 << 1,    /* in whole reports only */
    MEMBER_SEVERAL = 1 << 2   /* left out where there are fewer than two */
};

typedef struct Shape Shape;

typedef struct Member {
    JsonKey key;
    MemberKind kind;
    uint32_t flags;
    size_t offset;
    const Shape *shape;       /* of structs */
    const char *const *names; /* of choices and flags, by value or bit; ended by NULL */
} Member;

struct Shape {
    const char *what; /* "claim", for messages */
    size_t size;
    const Member *members;
    size_t count;
    size_t
        ready; /* offset of a View: the object on one line, where it was written before; 0: none */
};

/* Adds the members of a struct to the object that is open. */
void shape_write(JsonWriter *json, const Shape *shape, const void *from, bool whole);

/* Fills a struct, all zero before, from a map of base/yaml.h; false and trouble where a member is
 * missing or of another kind. Texts and lists are the arena's. */
typedef struct ShapeReader {
    Arena *arena;
    View path;
    Troubles *troubles;
} ShapeReader;
bool shape_read(const ShapeReader *reader, const Shape *shape, const YamlNode *map, void *into);

#endif
