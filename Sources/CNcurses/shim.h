#ifndef CHRONOLOGY_CNCURSES_SHIM_H
#define CHRONOLOGY_CNCURSES_SHIM_H

// Terminfo, the half of ncurses that knows what terminals understand. Its header, <term.h>, would also define some five
// hundred macros with names such as `lines`.
int setupterm(const char *, int, int *);
char *tigetstr(const char *);
int tigetnum(const char *);
int tigetflag(const char *);
char *tiparm(const char *, ...);

// A function with variable arguments, which Swift does not import. Nil when the sequence makes no sense.
static inline const char *chronology_filled(const char *sequence, int first, int second) {
  return tiparm(sequence, first, second);
}

#endif
