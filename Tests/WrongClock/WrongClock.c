// Tells the process that it is loaded into (LD_PRELOAD) a time of day that is WRONG_CLOCK_DAYS ahead. How long things take
// stays true, and so do the times of files.
#define _GNU_SOURCE
#include "WrongClock.h"
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

int clock_gettime(clockid_t clock, struct timespec *now) {
  if (syscall(SYS_clock_gettime, clock, now) != 0) return -1;
  if (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE) {
    const char *days = getenv("WRONG_CLOCK_DAYS");
    if (days) now->tv_sec += atol(days) * 86400;
  }
  return 0;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
  (void)zone;
  struct timespec exact;
  if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
  now->tv_sec = exact.tv_sec;
  now->tv_usec = exact.tv_nsec / 1000;
  return 0;
}

time_t time(time_t *place) {
  struct timespec exact;
  if (clock_gettime(CLOCK_REALTIME, &exact) != 0) return -1;
  if (place) *place = exact.tv_sec;
  return exact.tv_sec;
}
