#ifndef CHRONOLOGY_SHIPPED_H
#define CHRONOLOGY_SHIPPED_H

#include <stddef.h>

/// How many bytes `shipped_bytes` points at.
extern const size_t chronology_shipped_count;

/// The bytes of `data/events.json`, compiled into the executable so that no file beside it is needed. A function, since
/// Swift would import an array of this length as a tuple.
const unsigned char *shipped_bytes(void);

#endif
