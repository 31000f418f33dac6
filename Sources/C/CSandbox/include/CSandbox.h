#pragma once
#include <stdint.h>

// What a process asks of the kernel to be shut in: Landlock, seccomp, no new privileges. The paths and the choice of
// walls are Swift's. Each function returns 0, or an errno, unless it says otherwise.

/// The version of Landlock that the kernel offers; 0 for none.
int csandbox_landlock_version(void);
/// Whether the kernel takes seccomp filters for all threads of a process.
int csandbox_has_filters(void);

/// A new ruleset: nothing may be opened, written, executed or made, and (by the kernel's version) no TCP port bound or,
/// without `connects`, connected to, no abstract socket reached and no process outside signalled. -1 on failure.
int csandbox_ruleset(int connects);
/// Lets files be read at and below a path; a path that is not there is passed over.
int csandbox_allow_reading(int ruleset, const char *path);
/// Shuts in all threads of the process, now and for good, and lets none gain privileges. Closes the ruleset.
int csandbox_restrict_threads(int ruleset);
/// Lets all threads make only the system calls that reading files takes; with `connects` also those for asking name
/// servers. All others fail with EPERM.
int csandbox_filter(int connects);
