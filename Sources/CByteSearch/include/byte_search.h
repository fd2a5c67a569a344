#ifndef CHRONOLOGY_CBYTESEARCH_H
#define CHRONOLOGY_CBYTESEARCH_H

#include <stddef.h>
#include <stdint.h>

// The inner loop of searching, at the speed at which memory gives its bytes.
//
// That needs what Swift cannot say: the widest vectors that the processor at hand has rather than those that every
// processor has, a mask of bits from a comparison of vectors, and a word to the memory ahead of time. So it is C, and it
// is all that is C.

// The first place from `start` on where `term` stands in `text`, or `end` where it does not.
//
// The term must end at `end` or earlier; nothing beyond is read. `first` and `second` are offsets in the term: places
// are looked at more closely only where both these bytes stand, so rare ones are best. They may be the same.
// `term_length` is at least 1, `start` at most `end`.
size_t byte_search(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t term_length, size_t first,
                   size_t second);

#endif
