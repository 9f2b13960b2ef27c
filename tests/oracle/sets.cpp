// SPDX-License-Identifier: Apache-2.0
// Sets, quantifiers and aggregates, by trying every way the unknown members could turn out.
#include <algorithm>
#include <functional>
#include <map>

#include "oracle.hpp"

namespace tdkt::oracle {

namespace {

struct Seen {
  Truth belongs, holds;
  Interval value;
};

// Calls visit(chosen) for every completion of who belongs and for whom the predicate holds.
// `chosen` holds, for each member, 0 out, 1 in and not holding, 2 in and holding.
void every_completion(const std::vector<Seen>& members, const std::function<void(const std::vector<int>&)>& visit) {
  std::vector<int> chosen(members.size());
  const std::function<void(std::size_t)> choose = [&](std::size_t i) {
    if (i == members.size()) return visit(chosen);
    const auto& member = members[i];
    if (member.belongs != Truth::yes) chosen[i] = 0, choose(i + 1);
    if (member.belongs == Truth::no) return;
    if (member.holds != Truth::yes) chosen[i] = 1, choose(i + 1);
    if (member.holds != Truth::no) chosen[i] = 2, choose(i + 1);
  };
  choose(0);
}

bool satisfies(values::Sign sign, values::int128 left, values::int128 right) {
  switch (sign) {
    case values::Sign::equal: return left == right;
    case values::Sign::unequal: return left != right;
    case values::Sign::at_least: return left >= right;
    case values::Sign::at_most: return left <= right;
    case values::Sign::above: return left > right;
    case values::Sign::below: return left < right;
  }
  return false;
}

}  // namespace

Members Oracle::members(const typed::Set& set, const Environment& at) const {
  Members result;
  std::map<Row, Truth> now;
  if (set.keys_of) {
    const auto subject = set.from ? entity(*set.from, at) : std::nullopt;
    if (!subject) return {false, {}};
    bool some_table_speaks = false;
    for (const auto fact : set.key_facts) {
      const auto& timeline = dataset_.facts[fact.index];
      const auto index = columns::index_for(schema_, schema_[fact].timing, at.period);
      if (!timeline.given || std::count(timeline.covered.begin(), timeline.covered.end(), index) == 0) continue;
      some_table_speaks = true;
      const auto found = timeline.at.find(index);
      if (found == timeline.at.end()) continue;
      for (const auto& cell : found->second.keys)
        if (cell.row == *subject) now[static_cast<Row>(cell.key)] = Truth::yes;
    }
    if (!some_table_speaks) return {false, {}};
    for (auto& [row, belongs] : now)
      for (const auto& filter : set.key_filters) belongs = values::both(belongs, truth(*filter, at.with_member(row, set.of)));
  } else {
    const auto start = entity(*set.from, at);
    if (!start) return {false, {}};
    now[*start] = Truth::yes;
    for (const auto& step : set.steps) {
      const auto& declared = schema_[step.relation];
      const auto& timeline = dataset_.relations[step.relation.index];
      if (!timeline.given) return {false, {}};
      const bool dated = declared.timing.cadence == values::Cadence::dated;
      const auto index = dated ? 0 : columns::index_for(schema_, declared.timing, at.period);
      if (!dated && std::find(timeline.covered.begin(), timeline.covered.end(), index) == timeline.covered.end())
        return {false, {}};
      const auto member = step.inverse ? declared.of : declared.to;
      std::map<Row, Truth> next;
      const auto found = timeline.at.find(index);
      for (const auto& [row, belongs] : now) {
        if (belongs == Truth::no) continue;
        std::size_t count = 0;
        if (found != timeline.at.end()) {
          const auto& way = step.inverse ? found->second.backward : found->second.forward;
          count = way.end(row) - way.first(row);
          for (auto i = way.first(row); i < way.end(row); ++i) {
            if (dated) {
              const auto [first, last] = days_of(step.when, at);
              if (way.dates[i] < first || way.dates[i] > last) continue;
            }
            Truth truth_here = belongs;
            for (const auto& filter : step.filters)
              truth_here = values::both(truth_here, truth(*filter, at.with_member(way.targets[i], member)));
            auto& entry = next.try_emplace(way.targets[i], Truth::no).first->second;
            entry = values::either(entry, truth_here);
          }
        }
        if (count == 0 && declared.never_empty && !step.inverse) return {false, {}};
      }
      now = std::move(next);
    }
  }
  for (const auto& [row, belongs] : now)
    if (belongs != Truth::no) result.members.push_back({row, belongs});
  return result;
}

Truth Oracle::quantified(const typed::Quantified& sentence, const Environment& at) const {
  const auto all = members(sentence.set, at);
  const auto low = number(*sentence.amount.low, at);
  const auto high = sentence.amount.high ? number(*sentence.amount.high, at) : low;
  if (!all.known) return Truth::unknown;
  std::vector<Seen> seen;
  for (const auto& member : all.members)
    seen.push_back({member.belongs,
                    sentence.predicate ? truth(*sentence.predicate, at.with_member(member.row, sentence.set.of)) : Truth::yes, {}});
  bool can_hold = false, can_fail = false, can_be_open = false;
  every_completion(seen, [&](const std::vector<int>& chosen) {
    const values::int128 in = std::count_if(chosen.begin(), chosen.end(), [](int c) { return c > 0; });
    const values::int128 holding = std::count(chosen.begin(), chosen.end(), 2);
    if (sentence.amount.share && in == 0) {
      (sentence.or_when_none ? can_hold : can_be_open) = true;
      return;
    }
    if (!low.known() || !high.known()) {
      auto counted = Interval::exactly(values::Decimal(static_cast<std::int64_t>(holding)));
      if (sentence.amount.share)
        counted = values::quotient(counted, Interval::exactly(values::Decimal(static_cast<std::int64_t>(in))));
      const auto holds = sentence.amount.high ? values::both(values::compared(values::Sign::at_least, counted, low),
                                                             values::compared(values::Sign::at_most, counted, high))
                                              : values::compared(sentence.amount.sign, counted, low);
      (holds == Truth::yes ? can_hold : holds == Truth::no ? can_fail : can_be_open) = true;
      return;
    }
    // A share k/n against p: k·10^12 against p·n, in whole numbers.
    const values::int128 left = holding * values::Decimal::one, scale = sentence.amount.share ? in : 1;
    const bool holds = sentence.amount.high
                           ? left >= low.low->scaled() * scale && left <= high.low->scaled() * scale
                           : satisfies(sentence.amount.sign, left, low.low->scaled() * scale);
    (holds ? can_hold : can_fail) = true;
  });
  if (can_be_open || (can_hold && can_fail)) return Truth::unknown;
  return values::truth_of(can_hold);
}

Interval Oracle::aggregate(const typed::Aggregate& aggregate, const Environment& at) const {
  const auto all = members(aggregate.set, at);
  if (!all.known) return Interval::anything();
  std::vector<Seen> seen;
  for (const auto& member : all.members) {
    const auto inside = at.with_member(member.row, aggregate.set.of);
    Seen one{member.belongs, Truth::yes, {}};
    if (aggregate.predicate) one.holds = truth(*aggregate.predicate, inside);
    if (aggregate.value) one.value = number(*aggregate.value, inside);
    if (aggregate.known_only && !one.value.known()) continue;
    seen.push_back(one);
  }
  std::optional<Interval> result;
  every_completion(seen, [&](const std::vector<int>& chosen) {
    std::vector<Interval> in;
    std::int64_t holding = 0;
    for (std::size_t i = 0; i < chosen.size(); ++i)
      if (chosen[i] > 0) in.push_back(seen[i].value), holding += chosen[i] == 2;
    const auto count = Interval::exactly(values::Decimal(static_cast<std::int64_t>(in.size())));
    const auto total = [&] {
      Interval sum = Interval::exactly(values::Decimal(0));
      for (const auto& value : in) sum = values::sum(sum, value);
      return sum;
    };
    const auto middle = [&](bool low) -> std::optional<values::Decimal> {  // nullopt: without a bound
      std::vector<values::Decimal> bounded;
      for (const auto& value : in)
        if (const auto& bound = low ? value.low : value.high) bounded.push_back(*bound);
      std::sort(bounded.begin(), bounded.end());
      // Those without a bound stand beyond all others, before them or behind.
      const auto before = low ? in.size() - bounded.size() : 0;
      const auto nth = [&](std::size_t i) {
        return i >= before && i - before < bounded.size() ? std::optional(bounded[i - before]) : std::nullopt;
      };
      const auto n = in.size();
      if (n % 2) return nth(n / 2);
      const auto first = nth(n / 2 - 1), second = nth(n / 2);
      const auto both = first && second ? values::sum(*first, *second) : std::nullopt;
      return both ? values::quotient(*both, values::Decimal(2)) : std::nullopt;
    };
    Interval here;
    switch (aggregate.function) {
      case typed::Function::number: here = count; break;
      case typed::Function::total: here = total(); break;
      case typed::Function::share:
        here = in.empty() ? Interval::anything()
                          : values::quotient(Interval::exactly(values::Decimal(holding)), count);
        break;
      case typed::Function::average: here = in.empty() ? Interval::anything() : values::quotient(total(), count); break;
      case typed::Function::highest:
      case typed::Function::lowest: {
        if (in.empty()) break;
        here = in[0];
        for (const auto& value : in)
          here = aggregate.function == typed::Function::highest ? values::larger(here, value) : values::smaller(here, value);
        break;
      }
      case typed::Function::median: {
        if (in.empty()) break;
        here = {middle(true), middle(false)};
        break;
      }
    }
    result = result ? values::hull(*result, here) : here;
  });
  return result.value_or(Interval::anything());
}

}  // namespace tdkt::oracle
