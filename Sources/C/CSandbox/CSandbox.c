#define _GNU_SOURCE
#include "CSandbox.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

// The headers may be older than the kernel.
#define FS_ALL_V1 0x1FFFULL
#define FS_REFER (1ULL << 13)
#define FS_TRUNCATE (1ULL << 14)
#define FS_IOCTL_DEV (1ULL << 15)
#define NET_BIND_TCP 1ULL
#define NET_CONNECT_TCP 2ULL
#define SCOPE_ALL 3ULL  // Abstract UNIX sockets and signals.

struct ruleset {
  uint64_t files, net, scoped;
};

int csandbox_landlock_version(void) {
  long version =
      syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION);
  return version < 0 ? 0 : (int)version;
}

int csandbox_has_filters(void) {
  uint32_t action = SECCOMP_RET_ERRNO;
  return syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &action) == 0;
}

int csandbox_ruleset(int connects) {
  int version = csandbox_landlock_version();
  struct ruleset rules = {.files = FS_ALL_V1};
  if (version >= 2) rules.files |= FS_REFER;
  if (version >= 3) rules.files |= FS_TRUNCATE;
  if (version >= 4) rules.net = NET_BIND_TCP | (connects ? 0 : NET_CONNECT_TCP);
  if (version >= 5) rules.files |= FS_IOCTL_DEV;
  if (version >= 6) rules.scoped = SCOPE_ALL;
  size_t size = version >= 6 ? sizeof rules : version >= 4 ? 16 : 8;
  return (int)syscall(SYS_landlock_create_ruleset, &rules, size, 0);
}

int csandbox_allow_reading(int ruleset, const char *path) {
  struct stat record;
  int place = open(path, O_PATH | O_CLOEXEC);
  if (place < 0) return 0;
  struct landlock_path_beneath_attr rule = {
      .allowed_access = LANDLOCK_ACCESS_FS_READ_FILE, .parent_fd = place};
  int error = fstat(place, &record) == 0 ? 0 : errno;
  if (error == 0 && S_ISDIR(record.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  if (error == 0 && syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0))
    error = errno;
  close(place);
  return error;
}

// Landlock holds for the thread that asks and for those that it starts. Libraries have started theirs already, so
// each is made to ask, by the signal that glibc has for such things (it cannot be blocked: libpsx does the same).
#define THREAD_SIGNAL 33
#define MOST_THREADS 1024

static int wall = -1;
static atomic_int answered, failure;

static void restrict_this_thread(void) {
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      (wall >= 0 && syscall(SYS_landlock_restrict_self, wall, 0) != 0))
    atomic_store(&failure, errno);
}

static void asked(int number) {
  int saved = errno;
  (void)number;
  restrict_this_thread();
  atomic_fetch_add(&answered, 1);
  errno = saved;
}

struct kernel_action {
  void *handler;
  unsigned long flags;
  void *restorer;
  unsigned long mask;
};

// glibc lets nobody have its signal: the kernel is asked, with what glibc gave for another one.
static int take_signal(struct kernel_action *before) {
  struct sigaction mine = {.sa_handler = asked, .sa_flags = SA_RESTART}, other;
  struct kernel_action action;
  if (sigaction(SIGUSR2, &mine, &other) != 0) return errno;
  long error = syscall(SYS_rt_sigaction, SIGUSR2, NULL, &action, 8);
  sigaction(SIGUSR2, &other, NULL);
  if (error == 0) error = syscall(SYS_rt_sigaction, THREAD_SIGNAL, &action, before, 8);
  return error == 0 ? 0 : errno;
}

static int is_running(pid_t thread) { return syscall(SYS_tgkill, getpid(), thread, 0) == 0; }

// Asks one thread and waits until it has answered or is gone.
static int ask(pid_t thread) {
  int before = atomic_load(&answered);
  if (syscall(SYS_tgkill, getpid(), thread, THREAD_SIGNAL) != 0) return errno == ESRCH ? 0 : errno;
  for (int tries = 0; atomic_load(&answered) == before; tries++) {
    if (!is_running(thread)) return 0;
    if (tries > 50000) return ETIMEDOUT;
    usleep(100);
  }
  return 0;
}

// Asks those that were not asked yet; returns how many, or -1 with an error.
static int ask_others(pid_t *asked_before, int *count, int *error) {
  DIR *folder = opendir("/proc/self/task");
  if (folder == NULL) {
    *error = errno;
    return -1;
  }
  int new = 0;
  for (struct dirent *entry; *error == 0 && (entry = readdir(folder)) != NULL;) {
    pid_t thread = (pid_t)atoi(entry->d_name);
    int is_known = thread <= 0 || thread == gettid();
    for (int index = 0; index < *count && !is_known; index++)
      is_known = asked_before[index] == thread;
    if (is_known) continue;
    if (*count == MOST_THREADS) {
      *error = E2BIG;
      break;
    }
    asked_before[(*count)++] = thread;
    new++;
    *error = ask(thread);
  }
  closedir(folder);
  return *error == 0 ? new : -1;
}

int csandbox_restrict_threads(int ruleset) {
  static pid_t threads[MOST_THREADS];
  struct kernel_action before;
  wall = ruleset;
  atomic_store(&failure, 0);
  int error = take_signal(&before);
  if (error != 0) return error;
  int count = 0, found;
  // Until nobody new is there: one that was not asked yet may have started another. This thread comes last, for it
  // must read the list.
  do { found = ask_others(threads, &count, &error); } while (found > 0);
  restrict_this_thread();
  syscall(SYS_rt_sigaction, THREAD_SIGNAL, &before, NULL, 8);
  if (ruleset >= 0) close(ruleset);
  return error != 0 ? error : atomic_load(&failure);
}
