#define _GNU_SOURCE
#include "terminal.h"

#include "mapping.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/ttydefaults.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { INPUT = STDIN_FILENO, OUTPUT = STDOUT_FILENO, STORE = 1024 };

// How many milliseconds to wait for a terminal that accepts none of the restoring bytes before giving up: ending the
// program must not hang on a terminal that has stopped.
enum { PATIENCE = 1000 };

static struct termios modes_before, modes_inside;
static char enter_bytes[STORE], leave_bytes[STORE];
static atomic_bool taken;   // between terminal_take and terminal_release
static atomic_bool inside;  // we own the screen; false while stopped
static bool is_line;        // taken for reading a line, not for the screen
static bool is_registered;  // terminal_release will run at exit
static atomic_uint events;
static int wake[2] = {-1, -1};

// The crash handlers run on an alternate stack, since the crash may be a stack overflow.
static char crash_stack[65536];

static const int ending[] = {
  SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGIO, SIGPWR, SIGSTKFLT,
};
static const int crashing[] = {SIGILL, SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGTRAP, SIGSYS};
enum { ENDING = sizeof ending / sizeof *ending, CRASHING = sizeof crashing / sizeof *crashing };
static struct sigaction before_ending[ENDING], before_crashing[CRASHING];
static struct sigaction before_stop, before_continue, before_resize, before_pipe, before_limit, before_long;

// The number of seconds after which Ctrl-C can end a long step.
enum { LONG = 1 };
static timer_t watch;
static bool has_watch;
static atomic_bool is_interruptible;

// `patience`: how many milliseconds to wait for a terminal that accepts nothing; negative to wait for ever.
static int write_all(const char *bytes, size_t count, int patience) {
  while (count > 0) {
    ssize_t written = write(OUTPUT, bytes, count);
    if (written >= 0) {
      bytes += written;
      count -= (size_t)written;
    } else if (errno == EAGAIN) {
      struct pollfd ready = {.fd = OUTPUT, .events = POLLOUT};
      if (poll(&ready, 1, patience) == 0) return EAGAIN;
    } else if (errno != EINTR) {
      return errno;
    }
  }
  return 0;
}

// Immediately (TCSANOW): the kernel has already applied the modes to everything written so far, and waiting for the
// terminal to drain could take for ever.
static void set_modes(const struct termios *modes) {
  while (tcsetattr(INPUT, TCSANOW, modes) != 0 && errno == EINTR) {}
}

static void leave(void) {
  int flags = fcntl(OUTPUT, F_GETFL);
  fcntl(OUTPUT, F_SETFL, flags | O_NONBLOCK);
  write_all(leave_bytes, strlen(leave_bytes), PATIENCE);
  fcntl(OUTPUT, F_SETFL, flags);
}

static void put_back(void) {
  if (!atomic_exchange(&inside, false)) return;
  leave();
  // In the background the kernel would otherwise stop the process while it is terminating.
  sigset_t output, mask;
  sigemptyset(&output);
  sigaddset(&output, SIGTTOU);
  pthread_sigmask(SIG_BLOCK, &output, &mask);
  set_modes(&modes_before);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

static void go_inside(void) {
  atomic_store(&inside, true);
  if (!is_line) set_modes(&modes_inside);
  write_all(enter_bytes, strlen(enter_bytes), PATIENCE);
}

static void tell(unsigned event) {
  atomic_fetch_or(&events, event);
  (void)!write(wake[1], "", 1);
}

// Ends the process with the signal itself, so that whoever waits for it sees how it ended.
static void die_by(int number, const struct sigaction *before) {
  struct sigaction action = *before;
  sigaction(number, &action, NULL);
  raise(number);
  sigset_t only;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, NULL);
}

static void on_ending(int number) {
  if (is_line && number == SIGINT) return tell(TERMINAL_INTERRUPTED);
  put_back();
  struct sigaction plain = {.sa_handler = SIG_DFL};
  die_by(number, &plain);
}

// A hardware fault (with a positive code) recurs as soon as the handler returns, so the previous handler, such as
// Swift's own that prints a backtrace, sees it where it happened. A breakpoint or a forbidden system call does not.
static void on_crash(int number, siginfo_t *information, void *context) {
  (void)context;
  // The file was truncated: the rest reads as zeros, and the screen stays.
  if (number == SIGBUS && information->si_code > 0 && mapping_mend(information->si_addr)) return;
  bool recurs = information->si_code > 0 && number != SIGTRAP && number != SIGSYS;
  put_back();
  for (int i = 0; i < CRASHING; i++) {
    if (crashing[i] != number) continue;
    if (recurs) sigaction(number, &before_crashing[i], NULL);
    else die_by(number, &before_crashing[i]);
  }
}

static void on_stop(int number) {
  int saved = errno;
  put_back();
  struct sigaction plain = {.sa_handler = SIG_DFL}, ours;
  sigaction(number, &plain, &ours);
  raise(number);
  sigset_t only, mask;
  sigemptyset(&only);
  sigaddset(&only, number);
  pthread_sigmask(SIG_UNBLOCK, &only, &mask);  // stops here, until SIGCONT
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(number, &ours, NULL);
  // In an orphaned process group the kernel does not stop the process, so no SIGCONT is pending.
  sigset_t waiting;
  sigpending(&waiting);
  if (!sigismember(&waiting, SIGCONT)) {
    go_inside();
    tell(TERMINAL_CONTINUED);
  }
  errno = saved;
}

// After SIGSTOP, which cannot be caught, the screen was not restored: leave it first, to undo what the shell did to the
// terminal in between.
static void on_continue(int number) {
  (void)number;
  int saved = errno;
  if (atomic_load(&inside)) leave();
  go_inside();
  tell(TERMINAL_CONTINUED);
  errno = saved;
}

static void on_long(int number) {
  (void)number;
  int saved = errno;
  if (atomic_load(&inside) && !is_line) {
    struct termios modes = modes_inside;
    modes.c_cc[VINTR] = CTRL('C');
    atomic_store(&is_interruptible, true);
    set_modes(&modes);
  }
  errno = saved;
}

static void on_resize(int number) {
  (void)number;
  int saved = errno;
  tell(TERMINAL_RESIZED);
  errno = saved;
}

// Blocked while any of the handlers runs, so that restoring the screen is atomic.
static sigset_t every_signal(void) {
  sigset_t set;
  sigemptyset(&set);
  for (int i = 0; i < ENDING; i++) sigaddset(&set, ending[i]);
  sigaddset(&set, SIGTSTP);
  sigaddset(&set, SIGCONT);
  sigaddset(&set, SIGWINCH);
  sigaddset(&set, SIGRTMIN);
  return set;
}

static void handle(int number, void (*handler)(int), struct sigaction *before) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART, .sa_mask = every_signal()};
  sigaction(number, NULL, before);
  if (before->sa_handler != SIG_IGN || number == SIGWINCH || number == SIGCONT) sigaction(number, &action, NULL);
}

int terminal_keep(const char *enter, const char *leave) {
  if (strlen(enter) >= STORE || strlen(leave) >= STORE) return E2BIG;
  sigset_t every = every_signal(), mask;
  pthread_sigmask(SIG_BLOCK, &every, &mask);
  strcpy(enter_bytes, enter);
  strcpy(leave_bytes, leave);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  return 0;
}

static int take(bool line) {
  if (atomic_load(&taken)) return EBUSY;
  if (tcgetattr(INPUT, &modes_before) != 0) return errno;
  if (wake[0] < 0 && pipe2(wake, O_NONBLOCK | O_CLOEXEC) != 0) return errno;

  if (!is_registered) is_registered = atexit(terminal_release) == 0;

  modes_inside = modes_before;
  modes_inside.c_iflag &= ~(tcflag_t)(ICRNL | INLCR | IGNCR | IXON | ISTRIP | BRKINT);
  modes_inside.c_oflag &= ~(tcflag_t)OPOST;
  modes_inside.c_lflag &= ~(tcflag_t)(ICANON | ECHO | ECHONL | IEXTEN);
  modes_inside.c_lflag |= ISIG;
  // Ctrl-C is a key: it abandons the line at a prompt, and quits elsewhere.
  modes_inside.c_cc[VINTR] = _POSIX_VDISABLE;
  modes_inside.c_cc[VMIN] = 1;
  modes_inside.c_cc[VTIME] = 0;

  stack_t stack = {.ss_sp = crash_stack, .ss_size = sizeof crash_stack};
  sigaltstack(&stack, NULL);
  atomic_store(&events, 0);
  enter_bytes[0] = leave_bytes[0] = 0;
  is_line = line;
  // Signals are blocked until everything is set up, so that none sees a partial state.
  sigset_t every = every_signal(), mask;
  pthread_sigmask(SIG_BLOCK, &every, &mask);
  atomic_store(&taken, true);
  for (int i = 0; i < CRASHING; i++) {
    struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_ONSTACK | SA_SIGINFO, .sa_mask = every_signal()};
    sigaction(crashing[i], &action, &before_crashing[i]);
  }
  for (int i = 0; i < ENDING; i++) handle(ending[i], on_ending, &before_ending[i]);
  handle(SIGTSTP, on_stop, &before_stop);
  handle(SIGCONT, on_continue, &before_continue);
  handle(SIGWINCH, on_resize, &before_resize);
  handle(SIGPIPE, SIG_IGN, &before_pipe);
  handle(SIGXFSZ, SIG_IGN, &before_limit);
  handle(SIGRTMIN, on_long, &before_long);
  if (!has_watch) {
    struct sigevent event = {.sigev_notify = SIGEV_SIGNAL, .sigev_signo = SIGRTMIN};
    has_watch = timer_create(CLOCK_MONOTONIC, &event, &watch) == 0;
  }
  go_inside();
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  return 0;
}

int terminal_take(void) {
  return take(false);
}

int terminal_take_line(void) {
  return take(true);
}

void terminal_release(void) {
  if (!atomic_exchange(&taken, false)) return;
  if (!is_line) terminal_work(false);
  sigset_t every = every_signal(), mask;
  pthread_sigmask(SIG_BLOCK, &every, &mask);
  put_back();
  for (int i = 0; i < CRASHING; i++) sigaction(crashing[i], &before_crashing[i], NULL);
  for (int i = 0; i < ENDING; i++) sigaction(ending[i], &before_ending[i], NULL);
  sigaction(SIGTSTP, &before_stop, NULL);
  sigaction(SIGCONT, &before_continue, NULL);
  sigaction(SIGWINCH, &before_resize, NULL);
  sigaction(SIGPIPE, &before_pipe, NULL);
  sigaction(SIGXFSZ, &before_limit, NULL);
  sigaction(SIGRTMIN, &before_long, NULL);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
}

int terminal_write(const void *bytes, size_t count) {
  return atomic_load(&inside) ? write_all(bytes, count, -1) : 0;
}

void terminal_work(bool is_working) {
  if (!has_watch) return;
  struct itimerspec limit = {.it_value = {.tv_sec = is_working ? LONG : 0}};
  timer_settime(watch, 0, &limit, NULL);
  if (!is_working && atomic_exchange(&is_interruptible, false) && atomic_load(&inside)) set_modes(&modes_inside);
}

unsigned terminal_wait(int milliseconds, int other) {
  struct pollfd ready[] = {
    {.fd = INPUT, .events = POLLIN}, {.fd = wake[0], .events = POLLIN}, {.fd = other, .events = POLLIN},
  };
  if (poll(ready, 3, milliseconds) <= 0) return 0;
  char heard[16];
  while (ready[1].revents != 0 && read(wake[0], heard, sizeof heard) > 0) {}
  unsigned found = ready[2].revents != 0 ? TERMINAL_OTHER : 0;
  if (ready[0].revents & POLLIN) found |= TERMINAL_INPUT;
  if (ready[0].revents & (POLLHUP | POLLERR | POLLNVAL)) found |= TERMINAL_GONE;
  return found;
}

unsigned terminal_events(void) {
  return atomic_exchange(&events, 0);
}

bool terminal_size(int *rows, int *columns) {
  struct winsize size;
  if (ioctl(OUTPUT, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 || size.ws_col == 0) return false;
  *rows = size.ws_row;
  *columns = size.ws_col;
  return true;
}
