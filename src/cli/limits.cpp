// SPDX-License-Identifier: Apache-2.0
#include "cli/limits.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>

#include "diagnostics/kinds.hpp"

namespace tdkt::cli {

using diagnostics::Kind;
using diagnostics::Phrase;

namespace {

std::optional<std::uint64_t> bytes_of(const std::string& size) {
  std::uint64_t number = 0;
  const auto [rest, error] = std::from_chars(size.data(), size.data() + size.size(), number);
  const std::string unit(rest, size.data() + size.size());
  const int shift = unit == "K" ? 10 : unit == "M" ? 20 : unit == "G" ? 30 : -1;
  if (error != std::errc() || shift < 0 || number == 0 || number > (std::uint64_t{1} << 32)) return std::nullopt;
  return number << shift;
}

}  // namespace

void limit_memory(const Arguments& arguments, Diagnostics& diagnostics) {
  if (arguments.memory_limit.empty()) return;
  const auto bytes = bytes_of(arguments.memory_limit);
  if (!bytes) {
    diagnostics.report_general(Kind::not_a_choice, {arguments.memory_limit, "--memory-limit",
                                                    Phrase("a size such as 600M or 2G", "dung lượng như 600M hoặc 2G")});
    return;
  }
  rlimit limit{};
  getrlimit(RLIMIT_DATA, &limit);
  limit.rlim_cur = std::min<rlim_t>(*bytes, limit.rlim_max);
  setrlimit(RLIMIT_DATA, &limit);
}

void report_memory(const Arguments& arguments, Diagnostics& diagnostics) {
  if (arguments.memory_limit.empty()) diagnostics.report_general(Kind::out_of_memory);
  else diagnostics.report_general(Kind::memory_limit_reached, {arguments.memory_limit});
}

}  // namespace tdkt::cli
