// SPDX-License-Identifier: Apache-2.0
// Years: another year than the judged, a gap in each year, records that begin too late.
#include <algorithm>

#include "card/pivots.hpp"

namespace tdkt::card {

namespace {

Phrase listed(const std::vector<int>& years) {
  std::string list;
  for (const auto year : years) list += (list.empty() ? "" : ", ") + std::to_string(year);
  return list;
}

Phrase in(const std::vector<int>& years) { return joined({"in ", "năm "}, "", listed(years)); }

std::vector<Variant> of_moved(Arranger& arranger, const At& at, const typed::Moved& n) {
  std::vector<Variant> variants;
  const auto there = arranger.moved(n.to, at);
  if (there.period == at.period) return variants;
  const auto then = numbered(static_cast<std::size_t>(there.period.year()));
  const auto now = numbered(static_cast<std::size_t>(at.period.year()));
  const auto add = [&](bool met_then) {
    const auto& met = met_then ? then : now;
    const auto& not_met = met_then ? now : then;
    Phrase label("met in " + met.english + ", not in " + not_met.english,
                 "đạt năm " + met.vietnamese + ", không đạt năm " + not_met.vietnamese);
    variants.push_back({label, [&n, met_then](Arranger& a, const At& here) {
                          const auto moved = a.moved(n.to, here);
                          const bool decisive = a.condition(n.body, moved, met_then ? Want::yes : Want::no);
                          a.attempt([&] { return a.condition(n.body, here, met_then ? Want::no : Want::yes); });
                          return decisive;
                        }});
  };
  add(true);
  add(false);
  return variants;
}

std::vector<Variant> of_years(Arranger& arranger, const At& at, const typed::InYears& n) {
  std::vector<Variant> variants;
  const auto years = arranger.years_of(n.years, at);
  constexpr std::size_t most_years = 12, most_gaps = 6;
  if (years.empty() || years.size() > most_years) return variants;
  const auto with = [&n](std::vector<Want> wants, std::optional<int> first = {}) {
    return [&n, wants = std::move(wants), first](Arranger& a, const At& here) {
      const auto all = a.years_of(n.years, here);
      if (all.size() != wants.size()) return false;
      bool arranged = true;
      for (std::size_t i = 0; i < all.size(); ++i)
        if (!first || all[i] >= *first) arranged = a.condition(n.body, here.in(values::year_period(all[i])), wants[i]) && arranged;
      if (first) a.scene().forget_before(*first);
      return arranged;
    };
  };
  const std::vector<Want> all_met(years.size(), Want::yes);
  if (!n.at_least) {
    variants.push_back({joined({"met ", "đạt "}, "", in(years)), with(all_met)});
    for (std::size_t gap = 0; gap < years.size() && gap < most_gaps; ++gap) {
      auto wants = all_met;
      wants[gap] = Want::no;
      variants.push_back({joined({"not met only ", "chỉ không đạt "}, "", in({years[gap]})), with(wants)});
    }
  } else {
    const auto needed = static_cast<std::size_t>(std::max(*n.at_least, 0));
    const auto met = [&](std::size_t from, std::size_t number) {
      std::vector<Want> wants(years.size(), Want::no);
      std::vector<int> which;
      for (std::size_t i = from; i < from + number && i < years.size(); ++i) wants[i] = Want::yes, which.push_back(years[i]);
      auto label = which.empty() ? Phrase("met in no year", "không đạt năm nào")
                                 : joined({"met only ", "chỉ đạt "}, "", in(which));
      variants.push_back({label, with(wants)});
    };
    if (needed > 0) met(0, needed - 1);
    met(0, needed);
    if (needed < years.size()) met(years.size() - needed, needed);
  }
  auto open = all_met;
  if (n.at_least) {
    const auto needed = static_cast<std::size_t>(std::max(*n.at_least, 0));
    for (std::size_t i = 0; i < open.size(); ++i) open[i] = i + 1 < needed ? Want::yes : Want::no;
    open.back() = Want::unknown;
  } else {
    open.front() = Want::unknown;
  }
  variants.push_back({joined({"not known ", "chưa rõ "}, "", in({n.at_least ? years.back() : years.front()})), with(open)});
  if (years.size() > 1) {
    const auto first = years[1];
    const auto year = std::to_string(first);
    auto wants = all_met;
    std::vector<int> which;
    if (n.at_least) {
      const auto needed = static_cast<std::size_t>(std::max(*n.at_least, 0));
      for (std::size_t i = 1; i < wants.size(); ++i) {
        wants[i] = i < needed ? Want::yes : Want::no;
        if (i < needed) which.push_back(years[i]);
      }
    }
    Phrase label("records begin in " + year + ", met since", "số liệu chỉ có từ năm " + year + ", từ đó đều đạt");
    if (n.at_least && which.empty()) label = {"records begin in " + year + ", not met since", "số liệu chỉ có từ năm " + year + ", từ đó không đạt"};
    else if (n.at_least) label = joined({"records begin in " + year + ", met only ", "số liệu chỉ có từ năm " + year + ", chỉ đạt "}, "", in(which));
    variants.push_back({label, with(wants, first)});
  }
  return variants;
}

}  // namespace

std::vector<Variant> variants_of_time(Arranger& arranger, const At& at, const Expression& expression) {
  if (const auto* moved = std::get_if<typed::Moved>(&expression.node)) return of_moved(arranger, at, *moved);
  if (const auto* years = std::get_if<typed::InYears>(&expression.node)) return of_years(arranger, at, *years);
  return {};
}

}  // namespace tdkt::card
