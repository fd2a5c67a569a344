#ifndef CHRONOLOGY_SHIPPED_H
#define CHRONOLOGY_SHIPPED_H

#include <stddef.h>

/// The number of bytes that `shipped_bytes` points to.
extern const size_t chronology_shipped_count;

/// The bytes of `data/events.json`, compiled into the executable so that it needs no file beside it. A function because
/// Swift would import an array of this length as a tuple.
const unsigned char *shipped_bytes(void);

#endif
