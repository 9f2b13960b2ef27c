// SPDX-License-Identifier: Apache-2.0
// The same condition in several years or shorter periods, over all rows: in how many of them it holds.
#include <functional>

#include "verdicts/explain_parts.hpp"
#include "verdicts/measure_kinds.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {
namespace {

class Times : public Measure {
 public:
  using Words = std::function<Phrase(State, const Held&)>;
  Times(std::vector<evaluate::TruthsView> times, std::optional<evaluate::TruthsView> holds, Words words)
      : times_(std::move(times)), holds_(std::move(holds)), words_(std::move(words)) {}

  void read(Row row, evaluate::Reading& reading) const override {
    const auto held = held_at(row);
    reading.push_back(static_cast<std::uint64_t>(held.met) << 32 | static_cast<std::uint64_t>(held.open));
    if (holds_) reading.push_back(static_cast<std::uint64_t>((*holds_)[row]));
  }

  std::optional<Phrase> words(Row row) const override {
    return words_(holds_ ? state_of((*holds_)[row]) : State::value, held_at(row));
  }

 private:
  Held held_at(Row row) const {
    Held held;
    for (const auto& time : times_) count(state_of(time[row]), held);
    return held;
  }

  std::vector<evaluate::TruthsView> times_;
  std::optional<evaluate::TruthsView> holds_;
  Words words_;
};

// Which years count is not the same for every row.
bool begins_with_a_receipt(const typed::Span& span, const Environment& at) {
  const bool of_window = std::holds_alternative<typed::EnclosingWindow>(span);
  if (of_window) return !at.window || begins_with_a_receipt(*at.window, {});
  return std::holds_alternative<typed::SinceReceiving>(span) || std::holds_alternative<typed::AfterReceiving>(span);
}

}  // namespace

MeasurePtr measure_of_years(const Look& look, const Expression& condition, const typed::InYears& node, typed::EntityId entity,
                            const Environment& at) {
  if (begins_with_a_receipt(node.years, at)) return nullptr;
  const auto years = years_of(look, node.years, *node.body, at);
  if (!years) return nullptr;
  const evaluate::Readings readings(look.evaluation);
  std::vector<evaluate::TruthsView> times;
  for (const int year : *years) times.push_back(readings.truths(*node.body, entity, in_year(year, node, at)));
  return std::make_unique<Times>(std::move(times), readings.truths(condition, entity, at),
                                 [look, &node](State state, const Held& held) { return numbers_of(look, node, state, held); });
}

MeasurePtr measure_of_periods(const Look& look, const typed::OverPeriods& node, typed::EntityId entity, const Environment& at) {
  if (node.how != typed::OverPeriods::How::every) return nullptr;
  const evaluate::Readings readings(look.evaluation);
  std::vector<evaluate::TruthsView> times;
  for (const auto period : columns::periods_within(look.program.schema, node.each, at.period))
    times.push_back(readings.truths(*node.body, entity, in_period(period, at)));
  return std::make_unique<Times>(std::move(times), std::nullopt,
                                 [&node](State, const Held& held) { return numbers_of(node, held); });
}

}  // namespace tdkt::verdicts
