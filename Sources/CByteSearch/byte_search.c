#include "byte_search.h"
#include "wide_vectors.h"

#include <stdbool.h>
#include <string.h>

// Positions compared in one step, one bit of the mask each.
enum { PLACES = 64 };

// The compiler lowers these to what the processor has: four vectors of SSE2 or NEON, two of AVX2.
typedef uint8_t bytes __attribute__((vector_size(PLACES), aligned(1)));
typedef bool bits __attribute__((ext_vector_type(PLACES)));

// The prefetch distances in bytes. Processors prefetch by themselves, but only to the end of a page, so the next page
// but one is touched as well. What has been read is not needed again and should not displace other data in the caches.
enum { AHEAD = 256, PAGE = 4096, PAGES_AHEAD = 2 * PAGE };

static inline bool are_equal(const uint8_t *a, const uint8_t *b, size_t count) {
  size_t equal = 0;
  while (equal < count && a[equal] == b[equal]) equal++;
  return equal == count;
}

static inline __attribute__((always_inline)) size_t search(const uint8_t *text, size_t start, size_t end,
                                                           const uint8_t *term, size_t length, size_t first,
                                                           size_t second) {
  if (end - start < length) return end;
  const size_t places = end - length + 1;
  if (places - start < PLACES) {
    for (size_t at = start; at < places; at++) {
      if (are_equal(text + at, term, length)) return at;
    }
    return end;
  }
  const uint8_t *left = text + first;
  const uint8_t *right = text + second;
  const bytes left_byte = term[first] - (bytes){};
  const bytes right_byte = term[second] - (bytes){};
  const size_t last = places - PLACES;
  for (size_t at = start;;) {
    __builtin_prefetch(left + at + AHEAD, 0, 0);
    if (at % PAGE < PLACES) __builtin_prefetch(left + at + PAGES_AHEAD, 0, 2);
    const bits both = __builtin_convertvector(
        (*(const bytes *)(left + at) == left_byte) & (*(const bytes *)(right + at) == right_byte), bits);
    uint64_t mask;
    memcpy(&mask, &both, sizeof mask);
    for (; mask != 0; mask &= mask - 1) {
      const size_t place = at + (size_t)__builtin_ctzll(mask);
      if (are_equal(text + place, term, length)) return place;
    }
    if (at == last) return end;
    // The last step overlaps the one before it rather than read beyond the end.
    at = at + PLACES < last ? at + PLACES : last;
  }
}

WIDE_VECTORS
size_t byte_search(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t length, size_t first,
                   size_t second) {
  return search(text, start, end, term, length, first, second);
}

size_t byte_search_narrow(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t length,
                          size_t first, size_t second) {
  return search(text, start, end, term, length, first, second);
}
