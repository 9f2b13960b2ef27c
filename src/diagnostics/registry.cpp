// SPDX-License-Identifier: Apache-2.0
#include "diagnostics/kinds.hpp"

namespace tdkt::diagnostics {

namespace {

constexpr KindText table[] = {
#define KIND(code, name, severity, english, vietnamese) \
  {#code, #name, Severity::severity, english, vietnamese},
#include "diagnostics/registry.def"
#undef KIND
    {"", "", Severity::error, "", ""}};  // keeps the list from ever being empty

}  // namespace

const KindText& text_of(Kind kind) { return table[static_cast<std::size_t>(kind)]; }
std::size_t kinds() { return static_cast<std::size_t>(Kind::count_); }

}  // namespace tdkt::diagnostics
