#include "byte_search.h"

#include <stdbool.h>
#include <string.h>

// Places looked at in one step: one bit of a mask for each.
enum { PLACES = 64 };

// The compiler makes of these whatever the processor has: four vectors of SSE2 or NEON, two of AVX2.
typedef uint8_t bytes __attribute__((vector_size(PLACES), aligned(1)));
typedef bool bits __attribute__((ext_vector_type(PLACES)));

// How far ahead memory is asked for, in bytes. Processors fetch ahead by themselves, but not past the end of a page. What
// was read is not wanted again, so it need not displace anything in the caches: it makes room the sooner.
enum { AHEAD = 256 };

#if defined(__x86_64__)
// Compiled for both; which is taken is decided when the program is loaded.
#define EACH_PROCESSOR __attribute__((target_clones("avx2", "default")))
#else
#define EACH_PROCESSOR
#endif

static inline bool are_equal(const uint8_t *a, const uint8_t *b, size_t count) {
  size_t equal = 0;
  while (equal < count && a[equal] == b[equal]) equal++;
  return equal == count;
}

EACH_PROCESSOR
size_t byte_search(const uint8_t *text, size_t start, size_t end, const uint8_t *term, size_t term_length, size_t first,
                   size_t second) {
  if (end - start < term_length) return end;
  const size_t places = end - term_length + 1;
  if (places - start < PLACES) {
    for (size_t at = start; at < places; at++) {
      if (are_equal(text + at, term, term_length)) return at;
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
    const bits both = __builtin_convertvector(
        (*(const bytes *)(left + at) == left_byte) & (*(const bytes *)(right + at) == right_byte), bits);
    uint64_t mask;
    memcpy(&mask, &both, sizeof mask);
    for (; __builtin_expect(mask != 0, 0); mask &= mask - 1) {
      const size_t place = at + (size_t)__builtin_ctzll(mask);
      if (are_equal(text + place, term, term_length)) return place;
    }
    if (at == last) return end;
    // The last step looks at some places again rather than beyond the last.
    at = at + PLACES < last ? at + PLACES : last;
  }
}
