#ifndef CHRONOLOGY_CTERMINAL_H
#define CHRONOLOGY_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>

// The state of the terminal, held where a signal handler can reach it.
//
// A frame may be cut short at any instant by Ctrl-Z, SIGTERM or a crash, and the terminal must be as it was all the
// same. What puts it back may therefore call nothing but async-signal-safe functions and may not allocate, which
// neither a Swift function nor ncurses can promise: so it is C.

// What has happened since `terminal_events` was last asked; bits of its result.
enum {
  TERMINAL_RESIZED = 1,
  TERMINAL_CONTINUED = 2,
  // Only while a line is read; otherwise SIGINT ends the process.
  TERMINAL_INTERRUPTED = 4,
};

// What `terminal_wait` has waited for; bits of its result.
enum {
  TERMINAL_INPUT = 1,
  // There is no more to come: the terminal is gone.
  TERMINAL_GONE = 2,
  // The other descriptor is ready to be read.
  TERMINAL_OTHER = 4,
};

// Puts the terminal on standard input and output into the modes of a full-screen program, and takes over the signals
// that end, stop or crash the process. Returns 0, or an errno.
//
// Once taken, every signal that ends a process puts the terminal back first. One that was ignored at the start stays
// ignored; SIGPIPE and SIGXFSZ are, so that a write that fails is an error like any other.
int terminal_take(void);

// The same guard for a prompt at which a line is read: the modes are left to whoever reads the line and only
// remembered, and SIGINT is an event. 0, or an errno.
int terminal_take_line(void);

// What brings the screen up again after the process was stopped, and what undoes it; both are empty until they are
// set. 0, or E2BIG when one is longer than the fixed store for it, and then neither changes.
int terminal_keep(const char *enter, const char *leave);

// Puts everything back: the screen, the modes, the signals. Harmless when nothing was taken.
void terminal_release(void);

// Writes a whole frame, in one write whenever the terminal takes it in one. 0, or an errno when it is gone.
int terminal_write(const void *bytes, size_t count);

// Waits until there is input, a signal, something to read from another descriptor (negative: there is none), or the
// time is over (negative: for ever). Returns TERMINAL_ bits, none for a signal and when the time is over.
unsigned terminal_wait(int milliseconds, int other);

// What has happened since the last call, as TERMINAL_ bits.
unsigned terminal_events(void);

// The size of the screen in character cells; false when the terminal does not say.
bool terminal_size(int *rows, int *columns);

#endif
