// SPDX-License-Identifier: Apache-2.0
// Dated records: the day before the first that counts, the first, the last, the day after.
#include "card/pivots.hpp"

namespace tdkt::card {

namespace {

Phrase day_words(Date day) { return {day.iso(), day.vietnamese()}; }

// The days around both ends of a window.
std::vector<Date> days_around(const Arranger::Days& days) {
  std::vector<Date> around;
  if (days.first) around = {values::plus_days(*days.first, -1), *days.first};
  if (days.last) {
    if (!days.first || *days.first != *days.last) around.push_back(*days.last);
    around.push_back(values::plus_days(*days.last, 1));
  }
  return around;
}

const typed::Step* dated_step(const columns::Schema& schema, const typed::Set& set) {
  if (set.steps.empty()) return nullptr;
  const auto& last = set.steps.back();
  return schema[last.relation].timing.cadence == values::Cadence::dated ? &last : nullptr;
}

// One record of that day, which would make the difference.
bool with_record_on(Arranger& a, const At& at, const Counted& counted, Date day) {
  const auto& set = *counted.set;
  for (std::size_t all = 0; all <= 20; ++all)
    for (std::size_t yes = 0; yes <= all; ++yes)
      for (const bool counts : {true, false}) {
        if (!counted.predicate && (!counts || yes != all)) continue;
        if (counted.share && all == 0) continue;
        if (counted.holds(yes, all) == counted.holds(yes + (counts ? 1 : 0), all + 1)) continue;
        const auto one = a.new_member(set, at, day);
        if (!one) return false;
        bool arranged = !counted.predicate ||
                        a.condition(counted.predicate, at.with_member(*one, set.level), counts ? Want::yes : Want::no);
        arranged = a.belongs(set, *one, at, Want::yes) && arranged;
        return a.crowd(counted, at, {yes, all - yes, 0, 0, 0}) && arranged;
      }
  return false;
}

}  // namespace

std::vector<Variant> variants_of_days(Arranger& arranger, const At& at, const Expression& expression) {
  std::vector<Variant> variants;
  if (const auto* received = std::get_if<typed::Received>(&expression.node)) {
    if (received->times != 1 || received->consecutive) return variants;
    for (const auto day : days_around(arranger.days_of(received->when, at)))
      variants.push_back({day_words(day), [&expression, day](Arranger& a, const At& here) {
                            const auto& n = std::get<typed::Received>(expression.node);
                            if (const auto who = a.who(*n.subject, here)) a.scene().mention(*who, here.period.year());
                            return a.receive(n, here, day, n.award);
                          }});
    return variants;
  }
  const auto counted = arranger.counted(expression, at);
  const auto* step = counted ? dated_step(arranger.schema(), *counted->set) : nullptr;
  if (!step) return variants;
  for (const auto day : days_around(arranger.days_of(step->when, at)))
    variants.push_back({day_words(day), [&expression, day](Arranger& a, const At& here) {
                          const auto again = a.counted(expression, here);
                          return again && with_record_on(a, here, *again, day);
                        }});
  return variants;
}

}  // namespace tdkt::card
