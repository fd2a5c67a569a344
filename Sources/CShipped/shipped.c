#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char bytes[] = {
#embed "../../data/events.json"
};
const size_t chronology_shipped_count = sizeof bytes;

const unsigned char *shipped_bytes(void) { return bytes; }
