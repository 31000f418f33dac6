#pragma once
#include <stdint.h>

// What a process says and asks of the kernel that Swift cannot: macros, signal handlers and a bare
// thread. No logic of ours is in here.

/// Each caps one resource of this process, for good; 0, or an errno.
int climits_cap_memory(uint64_t bytes);
int climits_cap_file_size(uint64_t bytes);
int climits_forbid_core_dumps(void);
int climits_cap_open_files(uint64_t count);
/// Seconds of processor time in the life of the process.
int climits_cap_life(uint64_t seconds);
/// Seconds of processor time that a child may take from now on; then it gets SIGXCPU.
int climits_cap_further_cpu(int process, uint64_t seconds);

/// Ends this process as soon as the other end of the pipe `descriptor` is closed, even while the
/// process is busy. Not PR_SET_PDEATHSIG: that fires when the parent's *thread* ends. 0, or an errno.
int climits_exit_when_pipe_closes(int descriptor);

/// From now on SIGINT, SIGTERM and SIGHUP only set a flag, once; a second one ends the process.
void climits_catch_interruption(void);
/// The signal that was caught, or 0.
int climits_caught_signal(void);
/// A write to a closed pipe returns EPIPE instead of ending the process.
void climits_ignore_broken_pipe(void);

/// The exit status in a `waitpid` status, or -1 if a signal ended the process.
int climits_exit_status(int wait_status);
/// The signal in a `waitpid` status, or 0.
int climits_ending_signal(int wait_status);

/// The signal's name without SIG, or NULL.
const char *climits_signal_name(int signal_number);

/// A pipe with room for a picture, not inherited by children: reading and writing end. 0, or an errno.
int climits_pipe(int *reading, int *writing);
/// An empty file in memory, not inherited by children; -1 if there is none.
int climits_memory_file(void);

/// Starts `path` in a process group of its own with the three descriptors as its 0, 1 and 2, no other
/// descriptor and the usual signal actions. 0, or an errno.
int climits_spawn(const char *path, char *const *arguments, char *const *environment, int input,
                  int output, int errors, int *process);
