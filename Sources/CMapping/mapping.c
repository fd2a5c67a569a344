#define _GNU_SOURCE
#include "mapping.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

// The program has one file open, and a second one while it reloads.
enum { MOST = 16 };

// A free slot has start 0. The end is set before the start and left in place after it is cleared, so that the handler
// never sees a mapping that does not exist.
static struct {
  atomic_uintptr_t start, end;
} mappings[MOST];
static size_t page_size;
static struct sigaction before;
static pthread_once_t once = PTHREAD_ONCE_INIT;

bool mapping_mend(const void *address) {
  uintptr_t place = (uintptr_t)address;
  for (int i = 0; i < MOST; i++) {
    uintptr_t start = atomic_load(&mappings[i].start);
    if (start == 0 || place < start || place >= atomic_load(&mappings[i].end)) continue;
    int saved = errno;
    void *page = (void *)(place & ~(uintptr_t)(page_size - 1));
    void *zeros = mmap(page, page_size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0);
    errno = saved;
    return zeros != MAP_FAILED;
  }
  return false;
}

// A fault outside our mappings recurs as soon as the handler returns, and the previous handler then sees it.
static void on_bus(int number, siginfo_t *information, void *context) {
  (void)context;
  if (information->si_code > 0 && mapping_mend(information->si_addr)) return;
  sigaction(number, &before, NULL);
  if (information->si_code <= 0) raise(number);
}

static void begin(void) {
  page_size = (size_t)sysconf(_SC_PAGESIZE);
  struct sigaction action = {.sa_sigaction = on_bus, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigaction(SIGBUS, &action, &before);
}

const void *mapping_open(int file, size_t count) {
  pthread_once(&once, begin);
  void *start = mmap(NULL, count, PROT_READ, MAP_PRIVATE, file, 0);
  if (start == MAP_FAILED) return NULL;
  uintptr_t end = ((uintptr_t)start + count + page_size - 1) & ~(uintptr_t)(page_size - 1);
  for (int i = 0; i < MOST; i++) {
    uintptr_t none = 0;
    // Reserves the slot with a start that no address reaches until the end is set.
    if (!atomic_compare_exchange_strong(&mappings[i].start, &none, UINTPTR_MAX)) continue;
    atomic_store(&mappings[i].end, end);
    atomic_store(&mappings[i].start, (uintptr_t)start);
    return start;
  }
  munmap(start, count);
  errno = EMFILE;
  return NULL;
}

void mapping_close(const void *start, size_t count) {
  for (int i = 0; i < MOST; i++) {
    uintptr_t this = (uintptr_t)start;
    if (atomic_compare_exchange_strong(&mappings[i].start, &this, 0)) break;
  }
  munmap((void *)start, count);
}
