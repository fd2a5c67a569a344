#ifndef CHRONOLOGY_CBYTESEARCH_H
#define CHRONOLOGY_CBYTESEARCH_H

#include <stddef.h>
#include <stdint.h>

// The inner loop of searching, which runs at memory bandwidth.
//
// It is in C because Swift cannot express what it needs: the widest vectors of the processor it runs on rather than
// those common to all, a bit mask from a vector comparison, and prefetching.

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

#endif
