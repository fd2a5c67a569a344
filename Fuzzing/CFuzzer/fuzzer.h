#ifndef CHRONOLOGY_CFUZZER_H
#define CHRONOLOGY_CFUZZER_H

#include <stddef.h>
#include <stdint.h>

// libFuzzer as a library: it comes with the toolchain, without a header.
int LLVMFuzzerRunDriver(int *argc, char ***argv, int (*run)(const uint8_t *data, size_t size));

#endif
