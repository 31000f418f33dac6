#define _GNU_SOURCE
#include "CLimits.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

// The hard limit as well: a soft one could be raised again by the process itself.
static int cap(int resource, rlim_t most) {
  struct rlimit limit;
  if (getrlimit(resource, &limit) != 0) return errno;
  if (most < limit.rlim_max) limit.rlim_max = most;
  if (limit.rlim_max < limit.rlim_cur) limit.rlim_cur = limit.rlim_max;
  return setrlimit(resource, &limit) == 0 ? 0 : errno;
}

int climits_cap_memory(uint64_t bytes) { return cap(RLIMIT_AS, (rlim_t)bytes); }
int climits_cap_file_size(uint64_t bytes) { return cap(RLIMIT_FSIZE, (rlim_t)bytes); }
int climits_forbid_core_dumps(void) { return cap(RLIMIT_CORE, 0); }

int climits_cap_open_files(uint64_t count) { return cap(RLIMIT_NOFILE, (rlim_t)count); }
int climits_cap_life(uint64_t seconds) { return cap(RLIMIT_CPU, (rlim_t)seconds); }

int climits_cap_further_cpu(int process, uint64_t seconds) {
  clockid_t clock;
  struct timespec used;
  struct rlimit limit;
  int error = clock_getcpuclockid((pid_t)process, &clock);
  if (error != 0) return error;
  if (clock_gettime(clock, &used) != 0) return errno;
  if (prlimit((pid_t)process, RLIMIT_CPU, NULL, &limit) != 0) return errno;
  rlim_t soft = (rlim_t)used.tv_sec + 2 + seconds;
  limit.rlim_cur = soft < limit.rlim_max ? soft : limit.rlim_max;
  return prlimit((pid_t)process, RLIMIT_CPU, &limit, NULL) == 0 ? 0 : errno;
}

static void *watch(void *argument) {
  struct pollfd pipe = {.fd = (int)(intptr_t)argument, .events = 0};
  // With no events asked for, poll returns only for a hang-up, an error, or a signal.
  while (poll(&pipe, 1, -1) < 0 && errno == EINTR) {}
  _exit(0);
}

int climits_exit_when_pipe_closes(int descriptor) {
  pthread_attr_t attributes;
  pthread_t thread;
  int error = pthread_attr_init(&attributes);
  if (error != 0) return error;
  pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
  pthread_attr_setstacksize(&attributes, 64 * 1024);
  error = pthread_create(&thread, &attributes, watch, (void *)(intptr_t)descriptor);
  pthread_attr_destroy(&attributes);
  return error;
}

static volatile sig_atomic_t caught_signal = 0;

static void catch_signal(int number) { caught_signal = number; }

void climits_catch_interruption(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = catch_signal;
  action.sa_flags = (int)SA_RESETHAND;  // No SA_RESTART: a waiting poll must return.
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGTERM, &action, NULL);
  sigaction(SIGHUP, &action, NULL);
  // Whoever starts us from a thread that blocks signals hands that on: then nobody could stop us.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGINT);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGHUP);
  sigprocmask(SIG_UNBLOCK, &signals, NULL);
}

int climits_caught_signal(void) { return caught_signal; }

void climits_ignore_broken_pipe(void) { signal(SIGPIPE, SIG_IGN); }

int climits_exit_status(int wait_status) {
  return WIFEXITED(wait_status) ? WEXITSTATUS(wait_status) : -1;
}

int climits_ending_signal(int wait_status) {
  return WIFSIGNALED(wait_status) ? WTERMSIG(wait_status) : 0;
}

const char *climits_signal_name(int signal_number) { return sigabbrev_np(signal_number); }

int climits_pipe(int *reading, int *writing) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC) != 0) return errno;
  fcntl(ends[0], F_SETPIPE_SZ, 1 << 20);  // Refused, the usual size works too.
  *reading = ends[0];
  *writing = ends[1];
  return 0;
}

int climits_memory_file(void) { return memfd_create("log", MFD_CLOEXEC); }

int climits_spawn(const char *path, char *const *arguments, char *const *environment, int input,
                  int output, int errors, int *process) {
  posix_spawn_file_actions_t actions;
  posix_spawnattr_t attributes;
  sigset_t usual, none;
  posix_spawn_file_actions_init(&actions);
  posix_spawnattr_init(&attributes);
  posix_spawn_file_actions_adddup2(&actions, input, 0);
  posix_spawn_file_actions_adddup2(&actions, output, 1);
  posix_spawn_file_actions_adddup2(&actions, errors, 2);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);
  sigemptyset(&usual);
  sigaddset(&usual, SIGPIPE);
  sigaddset(&usual, SIGINT);
  sigaddset(&usual, SIGTERM);
  sigaddset(&usual, SIGHUP);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  // The thread that spawns may block signals (libdispatch's do): a child that inherits that would
  // never get its SIGXCPU.
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawnattr_setpgroup(&attributes, 0);
  posix_spawnattr_setflags(
      &attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  pid_t started = 0;
  int error = posix_spawn(&started, path, &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  *process = started;
  return error;
}
