#define _GNU_SOURCE
#include "CSandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define MACHINE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define MACHINE AUDIT_ARCH_AARCH64
#else
#error "no list of system calls for this machine"
#endif

// Reading, memory, time, threads of its own: what no other process and no file notices.
static const int harmless[] = {
    SYS_read, SYS_write, SYS_readv, SYS_writev, SYS_pread64, SYS_pwrite64, SYS_lseek, SYS_close,
    SYS_close_range, SYS_fstat, SYS_newfstatat, SYS_statx, SYS_statfs, SYS_fstatfs, SYS_faccessat,
    SYS_faccessat2, SYS_readlinkat, SYS_getdents64, SYS_getcwd, SYS_fadvise64, SYS_dup, SYS_dup3,
    SYS_ftruncate, SYS_memfd_create, SYS_ppoll, SYS_pselect6, SYS_epoll_create1, SYS_epoll_ctl,
    SYS_epoll_pwait, SYS_eventfd2, SYS_pipe2, SYS_timerfd_create, SYS_timerfd_settime, SYS_futex,
    SYS_mmap, SYS_munmap, SYS_mremap, SYS_mprotect, SYS_madvise, SYS_brk, SYS_msync, SYS_membarrier,
    SYS_rseq, SYS_set_robust_list, SYS_get_robust_list, SYS_set_tid_address, SYS_exit,
    SYS_exit_group, SYS_rt_sigaction, SYS_rt_sigprocmask, SYS_rt_sigreturn, SYS_rt_sigpending,
    SYS_sigaltstack, SYS_restart_syscall, SYS_sched_yield, SYS_sched_getaffinity,
    SYS_sched_getparam, SYS_sched_getscheduler, SYS_getpriority, SYS_getpid, SYS_gettid,
    SYS_getppid, SYS_getuid, SYS_geteuid, SYS_getgid, SYS_getegid, SYS_uname, SYS_sysinfo,
    SYS_getrusage, SYS_times, SYS_clock_gettime, SYS_clock_getres, SYS_clock_nanosleep,
    SYS_nanosleep, SYS_gettimeofday, SYS_getrandom, SYS_getcpu, SYS_mbind, SYS_get_mempolicy,
#ifdef SYS_stat
    SYS_stat, SYS_lstat, SYS_access, SYS_readlink, SYS_dup2, SYS_poll, SYS_select, SYS_epoll_wait,
    SYS_time, SYS_arch_prctl,
#endif
};

// What asking name servers takes beside opening sockets.
static const int asking[] = {
    SYS_connect, SYS_sendto, SYS_recvfrom, SYS_sendmsg, SYS_recvmsg, SYS_sendmmsg, SYS_setsockopt,
    SYS_getsockopt, SYS_getsockname, SYS_getpeername, SYS_shutdown, SYS_ioctl,
};

#define MOST 512
static struct sock_filter program[MOST];
static unsigned short length;

static void put(unsigned short code, unsigned char yes, unsigned char no, unsigned int value) {
  if (length < MOST) program[length] = (struct sock_filter){code, yes, no, value};
  length++;
}

static void allow_or_fail(int error) {
  put(BPF_RET | BPF_K, 0, 0, error == 0 ? SECCOMP_RET_ALLOW : SECCOMP_RET_ERRNO | (unsigned)error);
}

static void allow(int call) {
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, (unsigned)call);
  allow_or_fail(0);
}

// The lower half of an argument; all that are looked at are of 32 bits to the kernel, but for the limit's address.
static unsigned int argument(int index) {
  return (unsigned)offsetof(struct seccomp_data, args) + 8U * (unsigned)index;
}

// Allows a call where its argument has none of the bits, else fails with EPERM.
static void allow_without(int call, int index, unsigned int bits) {
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 4, (unsigned)call);
  put(BPF_LD | BPF_W | BPF_ABS, 0, 0, argument(index));
  put(BPF_JMP | BPF_JSET | BPF_K, 1, 0, bits);
  allow_or_fail(0);
  allow_or_fail(EPERM);
}

// Allows a call where its argument, masked, is one of two values.
static void allow_equal(int call, int index, unsigned int mask, unsigned int one, unsigned int two) {
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 6, (unsigned)call);
  put(BPF_LD | BPF_W | BPF_ABS, 0, 0, argument(index));
  put(BPF_ALU | BPF_AND | BPF_K, 0, 0, mask);
  put(BPF_JMP | BPF_JEQ | BPF_K, 1, 0, one);
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, two);
  allow_or_fail(0);
  allow_or_fail(EPERM);
}

static void allow_open(void) {
  unsigned int writing = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND | (O_TMPFILE & ~O_DIRECTORY);
#ifdef SYS_open
  allow_without(SYS_open, 1, writing);
#endif
  allow_without(SYS_openat, 2, writing);
}

// Duplicates and flags of descriptors, seals and locks; not whom a descriptor signals.
static void allow_fcntl(void) {
  static const int commands[] = {F_DUPFD, F_GETFD, F_SETFD,         F_GETFL,     F_SETFL,    F_GETLK,
                                 F_SETLK, F_SETLKW, F_DUPFD_CLOEXEC, F_ADD_SEALS, F_GET_SEALS};
  unsigned char count = sizeof commands / sizeof *commands;
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, (unsigned char)(count + 3), SYS_fcntl);
  put(BPF_LD | BPF_W | BPF_ABS, 0, 0, argument(1));
  for (unsigned char index = 0; index < count; index++)
    put(BPF_JMP | BPF_JEQ | BPF_K, (unsigned char)(count - index), 0, (unsigned)commands[index]);
  allow_or_fail(EPERM);
  allow_or_fail(0);
}

// Asking for a limit, not setting one: the address of the new one is null in both halves.
static void allow_reading_limits(void) {
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 6, SYS_prlimit64);
  put(BPF_LD | BPF_W | BPF_ABS, 0, 0, argument(2));
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 3, 0);
  put(BPF_LD | BPF_W | BPF_ABS, 0, 0, argument(2) + 4);
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, 0);
  allow_or_fail(0);
  allow_or_fail(EPERM);
}

int csandbox_filter(int connects) {
  unsigned int self = (unsigned)getpid();
  length = 0;
  put(BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, arch));
  put(BPF_JMP | BPF_JEQ | BPF_K, 1, 0, MACHINE);
  put(BPF_RET | BPF_K, 0, 0, SECCOMP_RET_KILL_PROCESS);
  put(BPF_LD | BPF_W | BPF_ABS, 0, 0, offsetof(struct seccomp_data, nr));
  for (size_t index = 0; index < sizeof harmless / sizeof *harmless; index++)
    allow(harmless[index]);
  if (connects) {
    for (size_t index = 0; index < sizeof asking / sizeof *asking; index++) allow(asking[index]);
    allow_equal(SYS_socket, 0, ~0U, AF_INET, AF_INET6);
  }
  allow_open();
  allow_fcntl();
  allow_reading_limits();
  // A thread, and no process. What clone3 is asked cannot be looked at: glibc then takes clone.
  put(BPF_JMP | BPF_JEQ | BPF_K, 0, 1, SYS_clone3);
  allow_or_fail(ENOSYS);
  allow_equal(SYS_clone, 0, CLONE_THREAD, CLONE_THREAD, CLONE_THREAD);
  // Ending itself.
  allow_equal(SYS_tgkill, 0, ~0U, self, self);
  allow_equal(SYS_kill, 0, ~0U, self, self);
  allow_equal(SYS_sched_setaffinity, 0, ~0U, 0, self);
  allow_equal(SYS_prctl, 0, ~0U, PR_SET_NAME, PR_GET_NAME);
  allow_or_fail(EPERM);
  if (length > MOST) return E2BIG;
  struct sock_fprog whole = {.len = length, .filter = program};
  long answer =
      syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &whole);
  return answer == 0 ? 0 : answer > 0 ? ESRCH : errno;
}
