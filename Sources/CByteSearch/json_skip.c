#include "byte_search.h"
#include "wide_vectors.h"

#include <stdbool.h>
#include <string.h>

// Bytes compared in one step, one bit of each mask each.
enum { PLACES = 64 };

// The compiler lowers these to what the processor has: four vectors of SSE2 or NEON, two of AVX2.
typedef uint8_t bytes __attribute__((vector_size(PLACES), aligned(1)));
typedef bool bits __attribute__((ext_vector_type(PLACES)));

#define MASK(mask, comparison)                                    \
  do {                                                            \
    const bits each = __builtin_convertvector((comparison), bits); \
    memcpy(&(mask), &each, sizeof(mask));                         \
  } while (0)

static inline __attribute__((always_inline)) size_t skip(const uint8_t *text, size_t start, size_t end) {
  size_t depth = 0;
  // All ones if the step begins inside a string.
  uint64_t before = 0;
  for (size_t at = start; end - at >= PLACES; at += PLACES) {
    const bytes step = *(const bytes *)(text + at);
    // Square brackets become braces.
    const bytes folded = step | 0x20;
    uint64_t strings, opening, closing, others;
    MASK(strings, step == '"');
    MASK(opening, folded == '{');
    MASK(closing, folded == '}');
    MASK(others, (step < 0x20) | (step >= 0x7F) | (step == '\\'));
    // Each bit becomes the parity of the quotes up to it: whether its byte is in a string.
    for (int distance = 1; distance < PLACES; distance *= 2) strings ^= strings << distance;
    strings ^= before;
    before = 0 - (strings >> (PLACES - 1));
    others &= strings;
    for (uint64_t rest = (opening | closing) & ~strings; rest != 0; rest &= rest - 1) {
      const uint64_t bracket = rest & -rest;
      depth += opening & bracket ? 1 : -1;
      if (depth == 0) return others & (bracket - 1) ? end : at + (size_t)__builtin_ctzll(bracket) + 1;
    }
    if (others != 0) return end;
  }
  return end;
}

WIDE_VECTORS
size_t json_skip(const uint8_t *text, size_t start, size_t end) {
  return skip(text, start, end);
}

size_t json_skip_narrow(const uint8_t *text, size_t start, size_t end) { return skip(text, start, end); }
