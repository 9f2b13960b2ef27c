// SPDX-License-Identifier: Apache-2.0
#include "verdicts/wording.hpp"

#include <fmt/args.h>
#include <fmt/format.h>

#include <array>

namespace tdkt::verdicts {
namespace {

constexpr std::array<Wording, static_cast<std::size_t>(Say::count_)> table{{
#define SAY(name, english, vietnamese) {#name, english, vietnamese},
#include "verdicts/wording.def"
#undef SAY
}};

std::string filled(std::string_view wording, const std::vector<Phrase>& values, grammar::Language language) {
  fmt::dynamic_format_arg_store<fmt::format_context> arguments;
  for (const auto& value : values) arguments.push_back(value.in(language));
  return fmt::vformat(fmt::string_view(wording.data(), wording.size()), arguments);
}

}  // namespace

const Wording& wording(Say say) { return table[static_cast<std::size_t>(say)]; }

Phrase say(Say say, const std::vector<Phrase>& values) {
  const auto& words = wording(say);
  return {filled(words.english, values, grammar::Language::english),
          filled(words.vietnamese, values, grammar::Language::vietnamese)};
}

Phrase number(std::int64_t value) { return std::to_string(value); }

Phrase listed(const std::vector<Phrase>& parts, std::size_t most) {
  Phrase list("");
  for (std::size_t i = 0; i < parts.size() && i < most; ++i)
    list = i == 0 ? parts[i] : joined(list, parts[i]);
  return parts.size() > most ? joined(list, "…") : list;
}

Phrase joined(const Phrase& a, const Phrase& b, std::string_view between) {
  const std::string sign(between);
  return {a.english + sign + b.english, a.vietnamese + sign + b.vietnamese};
}

}  // namespace tdkt::verdicts
