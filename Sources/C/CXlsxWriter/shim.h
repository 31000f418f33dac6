#pragma once
#include <sys/syscall.h>
#include <unistd.h>
#include <xlsxwriter.h>

// libxlsxwriter writes to paths alone, and the C library declares memfd_create for GNU sources only.
static inline int cw_memory_file(void) { return (int)syscall(SYS_memfd_create, "xlsx", 1u); }
