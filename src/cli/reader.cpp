// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <string_view>

#include "cli/arguments.hpp"

namespace tdkt::cli {

grammar::Language reader_of(int count, const char* const* words) {
  using grammar::Language;
  std::string_view asked;
  for (const char* variable : {"LANG", "LC_MESSAGES", "LC_ALL"})  // the last that is set counts
    if (const char* value = std::getenv(variable); value && *value) asked = value;
  constexpr std::string_view option = "--language";
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == option && i + 1 < count) asked = words[i + 1];
    if (word.starts_with(option) && word.size() > option.size() && word[option.size()] == '=')
      asked = word.substr(option.size() + 1);
  }
  return asked.starts_with("vi") ? Language::vietnamese : Language::english;
}

}  // namespace tdkt::cli
