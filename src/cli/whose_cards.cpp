// SPDX-License-Identifier: Apache-2.0
#include "cli/whose_cards.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "engine/cards.hpp"
#include "engine/titles.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"

namespace tdkt::cli {

using diagnostics::Kind;

std::vector<AwardOfUnit> awards_called(const engine::Units& units, const std::vector<std::string>& titles) {
  std::vector<AwardOfUnit> exact, translated;
  for (std::size_t unit = 0; unit < units.units.size(); ++unit) {
    const auto& program = units.units[unit].program;
    for (std::uint32_t i = 0; i < program.awards.size(); ++i) {
      const auto& title = program.awards[i].title;
      if (titles.empty()) exact.push_back({unit, {i}});
      for (const auto& wanted : titles) {
        if (grammar::key_of(title.text) == grammar::key_of(wanted)) exact.push_back({unit, {i}});
        else if (engine::has_title(title, wanted)) translated.push_back({unit, {i}});
      }
    }
  }
  return exact.empty() ? translated : exact;
}

void report_titles(const engine::Units& units, const std::vector<std::string>& titles, diagnostics::Diagnostics& unknown) {
  std::vector<std::string> known;
  for (const auto& unit : units.units)
    for (const auto& award : unit.program.awards) {
      known.push_back(award.title.text);
      if (award.title.translation) known.push_back(*award.title.translation);
    }
  std::sort(known.begin(), known.end());
  known.erase(std::unique(known.begin(), known.end()), known.end());
  for (const auto& title : titles) {
    const bool there = std::any_of(known.begin(), known.end(), [&](const std::string& each) {
      return grammar::key_of(each) == grammar::key_of(title);
    });
    if (there) continue;
    auto& diagnostic = unknown.report_general(Kind::unknown_title, {title});
    for (const auto& near : grammar::nearest(title, known, 3))
      diagnostic.suggest({"did you mean \"" + near + "\"?", "có phải ý bạn là \"" + near + "\"?"});
  }
}

void report_criterion(const engine::Units& units, const std::vector<AwardOfUnit>& found, const std::string& criterion,
                      diagnostics::Diagnostics& unknown) {
  std::vector<std::string> names;
  for (const auto& [unit, award] : found) {
    if (engine::has_criterion(units.units[unit].program[award], criterion)) return;
    const auto more = engine::names_of_criteria(units.units[unit].program[award]);
    names.insert(names.end(), more.begin(), more.end());
  }
  auto& diagnostic = unknown.report_general(Kind::unknown_criterion, {criterion});
  const auto near = grammar::nearest(criterion, names, 3);
  for (const auto& each : near) diagnostic.suggest({"did you mean '" + each + "'?", "có phải ý bạn là '" + each + "'?"});
  if (!near.empty() || names.empty()) return;
  std::string list;
  for (std::size_t i = 0; i < std::min<std::size_t>(names.size(), 12); ++i) list += (i == 0 ? "" : "; ") + names[i];
  diagnostic.note({"there are " + list, "có " + list});
}

}  // namespace tdkt::cli
