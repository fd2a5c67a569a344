#ifndef CHRONOLOGY_CTERMINAL_H
#define CHRONOLOGY_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>

// The state of the terminal, held where a signal handler can reach it.
//
// Ctrl-Z, SIGTERM or a crash may interrupt a frame at any instant, and the terminal must still be restored. The code
// that restores it may therefore call only async-signal-safe functions and may not allocate, which neither Swift nor
// ncurses can guarantee, so it is in C.

// Events since the last call of `terminal_events`; bits of its result.
enum {
  TERMINAL_RESIZED = 1,
  TERMINAL_CONTINUED = 2,
  // Only while a line is read; otherwise SIGINT ends the process.
  TERMINAL_INTERRUPTED = 4,
};

// Why `terminal_wait` returned; bits of its result.
enum {
  TERMINAL_INPUT = 1,
  // The terminal has gone: there will be no more input.
  TERMINAL_GONE = 2,
  // The other descriptor is ready to be read.
  TERMINAL_OTHER = 4,
};

// Puts the terminal on standard input and output into the modes of a full-screen program, and takes over the signals
// that end, stop or crash the process. Returns 0, or an errno.
//
// Once taken, every signal that ends the process restores the terminal first. A signal that was ignored at the start
// stays ignored; SIGPIPE and SIGXFSZ become ignored, so that a failed write is an error like any other.
int terminal_take(void);

// The same protection while a line is read at a prompt: the modes are only saved, not changed, since the line editor
// sets them, and SIGINT is an event. Returns 0, or an errno.
int terminal_take_line(void);

// Sets the bytes that restore the screen after the process was stopped, and those that undo it; both are empty until
// set. Returns 0, or E2BIG if either is longer than its fixed buffer, in which case neither changes.
int terminal_keep(const char *enter, const char *leave);

// Restores the screen, the modes and the signals. Does nothing if the terminal was not taken.
void terminal_release(void);

// Writes a whole frame, in a single write if the terminal accepts it. Returns 0, or an errno if the terminal has gone.
int terminal_write(const void *bytes, size_t count);

// Tells whether keys are being read. If they have not been for a second, Ctrl-C sends SIGINT, which ends the process,
// instead of a key that nobody would read.
void terminal_work(bool is_working);

// Waits for input, a signal, something to read from another descriptor (negative for none), or a time-out (negative to
// wait for ever). Returns TERMINAL_ bits, none for a signal or a time-out.
unsigned terminal_wait(int milliseconds, int other);

// Returns the events since the last call as TERMINAL_ bits, and clears them.
unsigned terminal_events(void);

// Gets the size of the screen in character cells; returns false if the terminal does not report it.
bool terminal_size(int *rows, int *columns);

#endif
