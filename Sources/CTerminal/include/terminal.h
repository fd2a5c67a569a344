#ifndef CHRONOLOGY_CTERMINAL_H
#define CHRONOLOGY_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>

// The state of the terminal, held where a signal handler can reach it.
//
// A frame may be cut short at any instant by Ctrl-Z, SIGTERM or a crash, and the terminal must be as it was all the
// same. What puts it back may therefore call nothing but async-signal-safe functions and may not allocate, which a
// Swift function cannot promise: so it is C.

// What has happened since `terminal_events` was last asked; bits of its result.
enum {
  TERMINAL_RESIZED = 1,
  TERMINAL_CONTINUED = 2,
  // Only while a line is read; otherwise SIGINT ends the process.
  TERMINAL_INTERRUPTED = 4,
};

// Puts the terminal on standard input and output into the modes of a full-screen program, writes `enter`, and takes
// over the signals that end, stop or crash the process. `leave` is what undoes `enter`. Returns 0, or an errno:
// E2BIG when a string is longer than the fixed store for it.
//
// Once taken, SIGINT, SIGTERM, SIGHUP, SIGQUIT and the signals of a crash put the terminal back and then end the
// process by that same signal. A signal that was ignored at the start stays ignored.
int terminal_take(const char *enter, const char *leave);

// The same guard for a prompt at which a line is read: nothing is written, the modes are left to whoever reads the line
// and only remembered, and SIGINT is an event. 0, or an errno.
int terminal_take_line(void);

// Replaces what undoes the start; needed when it depends on the height of the screen. 0, or E2BIG.
int terminal_leave_by(const char *leave);

// Puts everything back: the screen, the modes, the signals. Harmless when nothing was taken.
void terminal_release(void);

// Writes a whole frame, in one write whenever the terminal takes it in one. 0, or an errno when it is gone.
int terminal_write(const void *bytes, size_t count);

// Waits until there is input (or its end), a signal, or the time is over (negative: for ever). True when there is
// input to read.
bool terminal_wait(int milliseconds);

// What has happened since the last call, as TERMINAL_ bits.
unsigned terminal_events(void);

// The size of the screen in character cells; false when the terminal does not say.
bool terminal_size(int *rows, int *columns);

#endif
