#ifndef CHRONOLOGY_CBYTESEARCH_H
#define CHRONOLOGY_CBYTESEARCH_H

#include <stddef.h>
#include <stdint.h>

// The inner loops of searching, which run at memory bandwidth.
//
// They are in C because Swift cannot express what they need: the widest vectors of the processor they run on rather
// than those common to all, a bit mask from a vector comparison, and prefetching.

// Returns the first position at or after `start` at which `term` occurs in `text`, or `end` if there is none.
//
// The whole term must lie before `end`; nothing before `start` or from `end` on is read. `first` and `second` are
// offsets in the term: a position is compared in full only if both these bytes match, so rare ones are best. They may
// be equal. `length` is that of the term and at least 1; `start` is at most `end`.
size_t byte_search(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t length, size_t first,
                   size_t second);

// The version for processors without wide vectors, for tests.
size_t byte_search_narrow(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t length,
                          size_t first, size_t second);

// Returns the offset after the bracket that closes the list or object of JSON that begins at `start`, judging by quotes
// and brackets alone: it must be known to be valid.
//
// Returns `end` if a string in it contains an escape or anything but printable ASCII, or if the bracket is not found;
// it may miss one among the last 64 bytes before `end`. Nothing from `end` on is read.
size_t json_skip(const uint8_t *text, size_t start, size_t end);

// The version for processors without wide vectors, for tests.
size_t json_skip_narrow(const uint8_t *text, size_t start, size_t end);

// Begins to load the memory at an address, which need not be readable, into the cache.
static inline void byte_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
