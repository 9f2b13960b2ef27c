// SPDX-License-Identifier: Apache-2.0
#include "reports/mutations.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

#include "reports/layout.hpp"
#include "reports/mutation_words.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

namespace {

using Fate = TriedChange::Fate;

auto place_of(const TriedChange& change) {
  return std::tie(change.path, change.line, change.column, change.change.english, change.sentence.english);
}

bool same_sentence(const TriedChange& a, const TriedChange& b) {
  return a.path == b.path && a.line == b.line && a.sentence.english == b.sentence.english;
}

}  // namespace

std::size_t Mutations::count(Fate fate) const {
  return static_cast<std::size_t>(
      std::count_if(changes.begin(), changes.end(), [=](const TriedChange& change) { return change.fate == fate; }));
}

bool Mutations::all_noticed() const { return count(Fate::noticed) == changes.size(); }

void Mutations::add(const Mutations& more) {
  failing_tests += more.failing_tests;
  changes.insert(changes.end(), more.changes.begin(), more.changes.end());
  std::stable_sort(changes.begin(), changes.end(), [](const TriedChange& a, const TriedChange& b) {
    return std::tuple(place_of(a), a.fate) < std::tuple(place_of(b), b.fate);
  });
  changes.erase(std::unique(changes.begin(), changes.end(),
                            [](const TriedChange& a, const TriedChange& b) { return place_of(a) == place_of(b); }),
                changes.end());
}

std::string would_notice(const TriedChange& change, Language language) {
  return language == Language::english ? fmt::format("no test would notice if {}", change.change.english)
                                       : fmt::format("không ví dụ nào phát hiện nếu {}", change.change.vietnamese);
}

std::string counts_of(const Mutations& mutations, Language language) {
  const auto noticed = mutations.count(Fate::noticed), untested = mutations.count(Fate::untested);
  const auto rest = mutations.count(Fate::unnoticed) + untested;
  auto text = language == Language::english
                  ? fmt::format("{} small changes tried: {} noticed, {} not noticed", mutations.changes.size(), noticed, rest)
                  : fmt::format("đã thử {} thay đổi nhỏ: {} bị phát hiện, {} không bị phát hiện", mutations.changes.size(),
                                noticed, rest);
  if (untested > 0)
    text += language == Language::english ? fmt::format(", {} of them in rules that no test asks about", untested)
                                          : fmt::format(", trong đó {} ở những quy tắc chưa có ví dụ nào xét đến", untested);
  return text;
}

std::string as_text(const Mutations& mutations, const MutationOptions& options) {
  std::string text;
  const TriedChange* last = nullptr;
  for (const auto& change : mutations.changes) {
    if (change.fate == Fate::noticed) continue;
    const auto language = options.language.value_or(change.language);
    if (!last || !same_sentence(*last, change))
      text += toned(fmt::format("{}:{}", change.path, change.line), Tone::faint, options.colour) +
              fmt::format(" {}: {}\n", toned(change.rule.in(language), Tone::heading, options.colour),
                          change.sentence.in(language));
    last = &change;
    text += "  " + would_notice(change, language) + '\n';
  }
  if (last) text += '\n';
  text += counts_of(mutations, options.reader) + '\n';
  if (mutations.failing_tests > 0)
    text += options.reader == Language::english
                ? fmt::format("left aside: {} that {}\n",
                              mutations.failing_tests == 1 ? "1 test" : fmt::format("{} tests", mutations.failing_tests),
                              mutations.failing_tests == 1 ? "fails as it is" : "fail as they are")
                : fmt::format("không dùng {} ví dụ vốn không đạt\n", mutations.failing_tests);
  return text;
}

}  // namespace tdkt::reports
