#include "shipped.h"

#pragma clang diagnostic ignored "-Wc23-extensions"
const unsigned char chronology_shipped_bytes[] = {
#embed "../../data/events.json"
};
const size_t chronology_shipped_count = sizeof chronology_shipped_bytes;
