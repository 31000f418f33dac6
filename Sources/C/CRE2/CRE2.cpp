#include "CRE2.h"

#include <re2/re2.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

struct cre2_pattern {
  re2::RE2 expression;
  cre2_pattern(const re2::StringPiece &text, const re2::RE2::Options &options)
      : expression(text, options) {}
};

extern "C" cre2_pattern *cre2_compile(const char *text, size_t count, int64_t max_memory,
                                      char *message, size_t capacity) try {
  re2::RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(max_memory);
  auto pattern = std::make_unique<cre2_pattern>(re2::StringPiece(text, count), options);
  if (!pattern->expression.ok()) {
    const std::string &error = pattern->expression.error();
    const size_t length = std::min(error.size(), capacity - 1);
    std::memcpy(message, error.data(), length);
    message[length] = '\0';
    return nullptr;
  }
  return pattern.release();
} catch (...) {
  message[0] = '\0';
  return nullptr;
}

extern "C" void cre2_free(cre2_pattern *pattern) { delete pattern; }

extern "C" int cre2_group_count(const cre2_pattern *pattern) {
  return pattern->expression.NumberOfCapturingGroups();
}

extern "C" int cre2_match(const cre2_pattern *pattern, const char *text, size_t count, int whole,
                          ptrdiff_t *bounds, int slots) try {
  std::vector<re2::StringPiece> groups(static_cast<size_t>(slots));
  const auto anchor = whole ? re2::RE2::ANCHOR_BOTH : re2::RE2::UNANCHORED;
  if (!pattern->expression.Match(re2::StringPiece(text, count), 0, count, anchor, groups.data(),
                                 slots)) {
    return 0;
  }
  for (int index = 0; index < slots; index++) {
    const re2::StringPiece &group = groups[static_cast<size_t>(index)];
    const bool took_part = group.data() != nullptr;
    bounds[2 * index] = took_part ? group.data() - text : -1;
    bounds[2 * index + 1] =
        took_part ? bounds[2 * index] + static_cast<ptrdiff_t>(group.size()) : -1;
  }
  return 1;
} catch (...) {
  return -1;
}
