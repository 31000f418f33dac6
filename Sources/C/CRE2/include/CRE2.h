#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A compiled pattern; immutable, any number of threads may match with it.
typedef struct cre2_pattern cre2_pattern;

/// Compiles UTF-8 text. On failure returns NULL and writes RE2's message, cut and NUL-terminated.
cre2_pattern *cre2_compile(const char *text, size_t count, int64_t max_memory, char *message,
                           size_t capacity);
void cre2_free(cre2_pattern *pattern);

/// Number of capturing groups, without the whole match.
int cre2_group_count(const cre2_pattern *pattern);

/// Looks for the leftmost match, or with `whole` for one of all the text.
///
/// Writes begin and end (bytes) of the first `slots` groups, group 0 being the whole match, -1 for a group
/// that took no part. Returns 1 for a match, 0 for none, -1 on failure.
int cre2_match(const cre2_pattern *pattern, const char *text, size_t count, int whole,
               ptrdiff_t *bounds, int slots);

#ifdef __cplusplus
}
#endif
