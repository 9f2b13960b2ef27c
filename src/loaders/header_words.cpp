// SPDX-License-Identifier: Apache-2.0
#include "loaders/header_words.hpp"

#include <algorithm>
#include <array>
#include <map>

#include "grammar/spelling.hpp"

namespace tdkt::loaders {
namespace {

struct Row {
  std::string_view english, vietnamese;
};

constexpr std::array rows{
#define HEADER(name, english, vietnamese) Row{english, vietnamese},
#include "loaders/header_words.def"
#undef HEADER
};

// Calls `use` for each spelling of a list such as "no. | no".
template <class Use>
void for_each_spelling(std::string_view list, Use use) {
  while (!list.empty()) {
    const std::size_t bar = std::min(list.find(" | "), list.size());
    use(list.substr(0, bar));
    list.remove_prefix(std::min(list.size(), bar + 3));
  }
}

std::map<std::string, HeaderWord> by_key() {
  std::map<std::string, HeaderWord> words;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto add = [&](std::string_view spelling) {
      words.emplace(loose_key(spelling), static_cast<HeaderWord>(i));
    };
    for_each_spelling(rows[i].english, add);
    for_each_spelling(rows[i].vietnamese, add);
  }
  return words;
}

std::string first_of(std::string_view list) { return std::string(list.substr(0, list.find(" | "))); }

}  // namespace

std::string loose_key(std::string_view text) {
  std::string spaced(text);
  std::replace_if(spaced.begin(), spaced.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return grammar::key_of(spaced);
}

std::optional<HeaderWord> header_word(std::string_view header) {
  static const std::map<std::string, HeaderWord> words = by_key();
  const auto found = words.find(loose_key(header));
  return found == words.end() ? std::nullopt : std::optional(found->second);
}

diagnostics::Phrase written(HeaderWord word) {
  const Row& row = rows[static_cast<std::size_t>(word)];
  return {first_of(row.english), first_of(row.vietnamese)};
}

}  // namespace tdkt::loaders
