#ifndef CHRONOLOGY_CBYTESEARCH_H
#define CHRONOLOGY_CBYTESEARCH_H

#include <stddef.h>
#include <stdint.h>

// The inner loop of searching, as fast as memory gives its bytes.
//
// That needs what Swift cannot say: the wide vectors of the processor at hand rather than those that every processor
// has, a mask of bits from a comparison of vectors, and a word to the memory ahead of time. So it is C, and it is all
// that is C.

// The first place from `start` on where `term` stands in `text`, or `end` where it does not.
//
// The term must end at `end` or earlier; nothing before `start` or from `end` on is read. `first` and `second` are
// offsets in the term: a place is looked at closely only where both these bytes stand, so rare ones are best. They may
// be the same. `length`, of the term, is at least 1, and `start` at most `end`.
size_t byte_search(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t length, size_t first,
                   size_t second);

// The same as it is done where the processor has no wide vectors: for tests.
size_t byte_search_narrow(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t length,
                          size_t first, size_t second);

#endif
