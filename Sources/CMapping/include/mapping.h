#ifndef CHRONOLOGY_CMAPPING_H
#define CHRONOLOGY_CMAPPING_H

#include <stdbool.h>
#include <stddef.h>

// Memory-mapped files that somebody else may truncate.
//
// Reading beyond the new end raises SIGBUS, which ends the process. The handler that prevents it may call only
// async-signal-safe functions and may not allocate, which a Swift function cannot guarantee, so it is in C.

// Maps the first `count` bytes of an open file for reading; returns null and sets errno if it cannot be mapped. What is
// later cut off the file reads as zeros.
const void *mapping_open(int file, size_t count);

// Unmaps what `mapping_open` returned, given its length.
void mapping_close(const void *start, size_t count);

// Makes the page containing an address readable as zeros if it belongs to one of the mappings; returns false if it does
// not, or if that fails. For a SIGBUS handler installed in front of the one here.
bool mapping_mend(const void *address);

#endif
