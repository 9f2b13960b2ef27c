// SPDX-License-Identifier: Apache-2.0
#include "typed/reader/spellings.hpp"

#include <algorithm>
#include <map>

#include "grammar/keywords.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::typed::reading {

namespace {

// So many answers are kept; a file with more different words than that is no file of rules.
constexpr std::size_t most_asked = 20'000;

}  // namespace

std::ptrdiff_t negations_in(std::string_view bare) {
  std::ptrdiff_t count = 0;
  while (!bare.empty()) {
    const auto word = bare.substr(0, bare.find(' '));
    for (const std::string_view negation : {"not", "no", "without", "khong", "chua"}) count += word == negation ? 1 : 0;
    bare.remove_prefix(std::min(bare.size(), word.size() + 1));
  }
  return count;
}

Spellings::Spellings(grammar::Language language) {
  for (const auto keyword : grammar::all_keywords()) {
    std::map<std::string, const Spelt*> first;  // `hang nam` is `hằng năm`, of which `hàng năm` is another spelling
    for (const auto& spelling : grammar::spellings(keyword, language)) {
      add(spelling, nullptr);
      const auto meant = marked_.find(grammar::bare_key_of(spelling));
      if (meant == marked_.end()) continue;
      const auto [kept, fresh] = first.try_emplace(meant->first, meant->second);
      if (!fresh) meant->second = kept->second;
    }
  }
}

void Spellings::take_up(const Phrases& phrases) {
  if (taken_ < phrases.all().size()) asked_.clear();
  for (; taken_ < phrases.all().size(); ++taken_) add(phrases.all()[taken_]->text, phrases.all()[taken_]);
}

void Spellings::add(const std::string& text, const Named* named) {
  all_.push_back({text, grammar::key_of(text), grammar::bare_key_of(text), named});
  const auto& spelt = all_.back();
  shapes_.push_back(shape_of(spelt.bare));
  if (spelt.bare == spelt.key) return;
  const auto [first, fresh] = marked_.try_emplace(spelt.bare, &spelt);
  if (!fresh && first->second && first->second->key != spelt.key) first->second = nullptr;  // it may be either
}

Spellings::Shape Spellings::shape_of(std::string_view bare) {
  const auto words = static_cast<std::size_t>(std::count(bare.begin(), bare.end(), ' ')) + 1;
  return {grammar::letters_of(bare), words, negations_in(bare)};
}

const std::vector<Spellings::Near>& Spellings::near(const std::string& key) {
  if (asked_.size() >= most_asked) asked_.clear();
  const auto [answer, fresh] = asked_.try_emplace(key);
  if (!fresh) return answer->second;
  const auto bare = grammar::bare_key_of(key);
  const auto shape = shape_of(bare);
  const auto allowed = std::max<std::size_t>(bare.size() / 3, bare.size() > 3 ? 1 : 0);
  for (std::size_t i = 0; i < shapes_.size(); ++i) {
    const auto& other = shapes_[i];
    if (shape.words > other.words + 1 || other.words > shape.words + 1) continue;
    // A word that denies may itself be misspelt: `nott`.
    const bool one_word = shape.words == 1 && other.words == 1;
    if (!one_word && shape.negations != other.negations) continue;
    if (grammar::least_distance(shape.letters, other.letters) > allowed) continue;
    const auto& spelt = all_[i];
    const auto distance = grammar::distance(bare, spelt.bare, allowed);
    if (distance > allowed || (distance == 0 && spelt.key == key)) continue;
    answer->second.push_back({&spelt, distance});
  }
  return answer->second;
}

const Spelt* Spellings::without_marks(const std::string& key) const {
  const auto found = marked_.find(key);
  return found == marked_.end() ? nullptr : found->second;
}

}  // namespace tdkt::typed::reading
