// SPDX-License-Identifier: Apache-2.0
// Awards on record, by trying every way that records which name no award could turn out.
#include <algorithm>
#include <functional>
#include <set>

#include "grammar/spelling.hpp"
#include "oracle.hpp"

namespace tdkt::oracle {

using values::Date;

namespace {

// A title as written names an award, or whatever else is called so.
bool same_award(const typed::Program& program, const std::string& written, const std::string& on_record) {
  const auto a = grammar::key_of(written), b = grammar::key_of(on_record);
  if (a == b) return true;
  for (const auto& award : program.awards) {
    std::set<std::string> names{grammar::key_of(award.title.text)};
    if (award.title.translation) names.insert(grammar::key_of(*award.title.translation));
    if (names.count(a) && names.count(b)) return true;
  }
  return false;
}

const columns::VerbUse* use_of(const columns::Verb& verb, columns::EntityId subject) {
  for (const auto& use : verb.uses)
    if (use.records && use.by && use.subject == subject) return &use;
  return nullptr;
}

template <class Receipts>
void each_completion(const Receipts& receipts, const std::function<void(const std::vector<Date>&)>& visit) {
  std::vector<Date> taken;
  const std::function<void(std::size_t)> choose = [&](std::size_t i) {
    if (i == receipts.size()) return visit(taken);
    if (receipts[i].is_one != Truth::yes) choose(i + 1);
    if (receipts[i].is_one == Truth::no) return;
    taken.push_back(receipts[i].date);
    choose(i + 1);
    taken.pop_back();
  };
  choose(0);
}

}  // namespace

std::optional<std::vector<Oracle::Receipt>> Oracle::receipts(const columns::VerbUse& use, const std::string& award, Row row) const {
  const auto& timeline = dataset_.relations[use.records->index];
  if (!timeline.given) return std::nullopt;
  std::vector<Receipt> found;
  const auto all = timeline.at.find(0);
  if (all == timeline.at.end()) return found;
  const auto& way = all->second.forward;
  for (auto i = way.first(row); i < way.end(row); ++i) {
    const auto name = read(*use.by, way.targets[i], std::nullopt, values::year_period(way.dates[i].year()));
    const auto text = name.absent   ? std::optional(schema_[*use.by].absent->text)
                      : name.column ? std::optional(dataset_.texts[std::get<columns::Texts>(name.column->cells).ids[name.cell]])
                                    : std::nullopt;
    found.push_back({way.dates[i], text ? values::truth_of(same_award(program_, award, *text)) : Truth::unknown});
  }
  return found;
}

Truth Oracle::received(const typed::Received& sentence, const Environment& at) const {
  const auto row = entity(*sentence.subject, at);
  if (!row) return Truth::unknown;
  const auto* use = use_of(schema_.verbs[sentence.verb.index], sentence.subject->type.entity);
  const auto all = receipts(*use, sentence.award, *row);
  if (!all) return Truth::unknown;
  const auto [first, last] = days_of(sentence.when, at);
  columns::Timing given;
  for (const auto& award : program_.awards)
    if (award.cadence && same_award(program_, sentence.award, award.title.text)) given = *award.cadence;

  bool can_hold = false, can_fail = false;
  each_completion(*all, [&](const std::vector<Date>& dates) {
    std::set<int> occasions;
    int times = 0;
    for (const auto date : dates)
      if (first <= date && date <= last) ++times, occasions.insert(columns::index_containing(schema_, given, date));
    if (sentence.consecutive) {
      times = 0;
      for (const int begin : occasions) {
        int length = 0;
        while (occasions.count(begin + length)) ++length;
        times = std::max(times, length);
      }
    }
    const auto holds = values::compared(sentence.sign, Interval::exactly(values::Decimal(times)),
                                        Interval::exactly(values::Decimal(sentence.times)));
    (holds == Truth::yes ? can_hold : can_fail) = true;
  });
  return can_hold && can_fail ? Truth::unknown : values::truth_of(can_hold);
}

// Whoever stands innermost is the one who received it, up to the end of the period.
std::optional<std::vector<std::optional<int>>> Oracle::latest_receipts(const std::string& award, const Environment& at) const {
  const auto subject = at.entities[at.levels - 1];
  for (const auto& verb : schema_.verbs)
    if (const auto* use = use_of(verb, subject)) {
      const auto all = receipts(*use, award, at.rows[at.levels - 1]);
      if (!all) return std::nullopt;
      std::vector<std::optional<int>> years;
      each_completion(*all, [&](const std::vector<Date>& dates) {
        std::optional<int> latest;
        for (const auto date : dates)
          if (date <= at.period.last) latest = std::max(latest.value_or(date.year()), date.year());
        years.push_back(latest);
      });
      return years;
    }
  return std::nullopt;
}

std::vector<std::optional<Environment>> Oracle::cases_by_receipt(const typed::Expression& expression, const typed::Span& span,
                                                                const Environment& at, bool& nobody_can_say) const {
  const auto* since = std::get_if<typed::SinceReceiving>(&span);
  const auto* after = std::get_if<typed::AfterReceiving>(&span);
  const auto years = latest_receipts(since ? since->award : after->award, at);
  nobody_can_say = !years;
  std::vector<std::optional<Environment>> cases;
  if (!years) return cases;
  for (const auto& year : *years) {
    cases.emplace_back();
    if (!year) continue;
    cases.back() = at;
    cases.back()->starts_from_receipt = &expression;
    cases.back()->receipt_years = {*year + 1, since ? at.period.year() : *year + after->years};
  }
  return cases;
}

}  // namespace tdkt::oracle
