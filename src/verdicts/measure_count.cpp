// SPDX-License-Identifier: Apache-2.0
// Quantified sentences over all rows: how many of each set count.
#include "verdicts/explain_parts.hpp"
#include "verdicts/measure_kinds.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {
namespace {

class Count : public Measure {
 public:
  Count(const Look& look, const Expression& condition, const typed::Quantified& node, evaluate::TallyView tallies,
        typed::EntityId entity, const Environment& at)
      : look_(look), node_(node), at_(at), tallies_(std::move(tallies)),
        holds_(evaluate::Readings(look.evaluation).truths(condition, entity, at)) {
    const evaluate::Readings readings(look.evaluation);
    for (const auto& bound : {node.amount.low, node.amount.high})
      if (bound) bounds_.push_back(readings.cells(*bound, entity, at));
  }

  void read(Row row, evaluate::Reading& reading) const override {
    const auto counts = counts_of(tallies_.tally(row));
    for (const auto count : {counts.yes, counts.no, counts.unknown, counts.perhaps_members})
      reading.push_back(static_cast<std::uint64_t>(count));
    reading.push_back(static_cast<std::uint64_t>(holds_[row]) << 8 | static_cast<std::uint64_t>(tallies_.cause(row)) << 1 |
                      static_cast<std::uint64_t>(tallies_.complete(row)));
    for (const auto& bound : bounds_) bound.read(row, reading);
  }

  std::optional<Phrase> words(Row row) const override {
    const auto bound = [&](std::size_t i) { return std::get<values::Interval>(bounds_[i].cell(row).value); };
    return numbers_of(look_, node_, state_of(holds_[row]),
                      {counts_of(tallies_.tally(row)), tallies_.complete(row), tallies_.cause(row)}, bound(0),
                      bounds_.size() > 1 ? std::optional(bound(1)) : std::nullopt, at_);
  }

 private:
  Look look_;
  const typed::Quantified& node_;
  Environment at_;
  evaluate::TallyView tallies_;
  evaluate::TruthsView holds_;
  std::vector<evaluate::CellView> bounds_;
};

}  // namespace

MeasurePtr measure_of_count(const Look& look, const Expression& condition, const typed::Quantified& node,
                            typed::EntityId entity, const Environment& at) {
  auto tallies = evaluate::Readings(look.evaluation).tallies(condition, entity, at);
  if (!tallies) return nullptr;
  return std::make_unique<Count>(look, condition, node, std::move(*tallies), entity, at);
}

}  // namespace tdkt::verdicts
