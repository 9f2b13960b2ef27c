// SPDX-License-Identifier: Apache-2.0
#include "loaders/findings.hpp"

#include "diagnostics/kinds.hpp"

#include <algorithm>

namespace tdkt::loaders {
namespace {

Phrase rest(std::uint64_t values, std::uint64_t rows) {
  return {"and " + std::to_string(values) + " more like it, in " + std::to_string(rows) + (rows == 1 ? " row" : " rows"),
          "và " + std::to_string(values) + " trường hợp tương tự nữa, ở " + std::to_string(rows) + " dòng"};
}

Phrase wording(Kind kind, const std::vector<Phrase>& values) {
  diagnostics::Diagnostic plain{};
  plain.kind = kind;
  plain.values = values;
  return {message(plain, grammar::Language::english), message(plain, grammar::Language::vietnamese)};
}

}  // namespace

Finding* Findings::add(Kind kind, DataPlace place, std::vector<Phrase> values, std::uint64_t times) {
  return put(kind, std::move(place), std::move(values), times, false);
}

Finding* Findings::add_value(Kind kind, DataPlace place, std::vector<Phrase> values, std::uint64_t times) {
  return put(kind, std::move(place), std::move(values), times, lenient_);
}

Finding* Findings::put(Kind kind, DataPlace place, std::vector<Phrase> values, std::uint64_t times,
                       bool softened) {
  Group& group = groups_[{place.file, place.sheet, place.column, kind}];
  group.softened = softened;
  const auto known = group.by_value.find(place.value);
  if (known != group.by_value.end()) {
    Finding& finding = group.shown[known->second];
    finding.times += times;
    if (place.row < finding.place.row) finding.place.row = place.row;
    return nullptr;
  }
  if (group.shown.size() == most_shown) {
    ++group.more_values;
    group.more_rows += times;
    return nullptr;
  }
  group.by_value.emplace(place.value, group.shown.size());
  return &group.shown.emplace_back(Finding{std::move(place), std::move(values), {}, times});
}

void Findings::add_more(Kind kind, const DataPlace& place, std::uint64_t values, std::uint64_t rows) {
  Group& group = groups_[{place.file, place.sheet, place.column, kind}];
  group.more_values += values;
  group.more_rows += rows;
}

void Findings::report_to(diagnostics::Diagnostics& diagnostics) const {
  for (const auto& [key, group] : groups_) report(group, std::get<Kind>(key), diagnostics);
}

void Findings::report(const Group& group, Kind kind, diagnostics::Diagnostics& diagnostics) const {
  auto in_order = group.shown;
  std::stable_sort(in_order.begin(), in_order.end(), [](const Finding& a, const Finding& b) {
    return a.place.row < b.place.row;
  });
  for (const Finding& finding : in_order) {
    auto& said = group.softened
                     ? diagnostics.report_data(Kind::read_as_unknown, finding.place, {wording(kind, finding.values)})
                     : diagnostics.report_data(kind, finding.place, finding.values);
    said.language = language_;
    said.times = finding.times;
    for (const Phrase& suggestion : finding.suggestions) said.suggest(suggestion);
    const bool last = &finding == &in_order.back();
    if (last && group.more_values != 0) said.note(rest(group.more_values, group.more_rows));
  }
}

}  // namespace tdkt::loaders
