// SPDX-License-Identifier: Apache-2.0
#include "loaders/attesting_body.hpp"

#include <string>

#include "grammar/spelling.hpp"

namespace tdkt::loaders {

bool is_attesting_body(std::string_view declared, std::string_view written) {
  const auto key = grammar::key_of(written);
  if (grammar::key_of(declared) == key) return true;
  const auto bracket = declared.find(" (");
  if (bracket == declared.npos || !declared.ends_with(')')) return false;
  const auto in_brackets = declared.substr(bracket + 2, declared.size() - bracket - 3);
  return grammar::key_of(declared.substr(0, bracket)) == key || grammar::key_of(in_brackets) == key;
}

}  // namespace tdkt::loaders
