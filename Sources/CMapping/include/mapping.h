#ifndef CHRONOLOGY_CMAPPING_H
#define CHRONOLOGY_CMAPPING_H

#include <stdbool.h>
#include <stddef.h>

// Files in memory, of which somebody else may cut off the end.
//
// To read there ends a process by SIGBUS. The handler that mends it instead may call nothing but async-signal-safe
// functions and may not allocate, which a Swift function cannot promise: so it is C, and it is all that is C.

// The first `count` bytes of an open file, for reading; null, with an errno, where it cannot be mapped. What is cut off
// the file later reads as zeros.
const void *mapping_open(int file, size_t count);

// Gives a mapping back: what `mapping_open` returned, and its length.
void mapping_close(const void *start, size_t count);

// Makes the page that an address lies on readable as zeros, if it is of one of the mappings; false if it is not. For a
// handler of SIGBUS that was put in front of the one here.
bool mapping_mend(const void *address);

#endif
