#pragma once
#include <freexl.h>
#include <sys/syscall.h>
#include <unistd.h>

// FreeXL opens paths alone, and the C library declares memfd_create for GNU sources only.
static inline int cx_memory_file(void) { return (int)syscall(SYS_memfd_create, "xls", 1u); }
