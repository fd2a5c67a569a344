#ifndef CHRONOLOGY_SHIPPED_H
#define CHRONOLOGY_SHIPPED_H

#include <stddef.h>

/// The bytes of `data/events.json`, compiled into the executable so that no file beside it is needed.
extern const unsigned char chronology_shipped_bytes[];
/// How many bytes `chronology_shipped_bytes` holds.
extern const size_t chronology_shipped_count;

#endif
