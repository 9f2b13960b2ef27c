// SPDX-License-Identifier: Apache-2.0
// Comparisons over all rows: the values of their sides.
#include "values/match.hpp"
#include "verdicts/explain_parts.hpp"
#include "verdicts/measure_kinds.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {
namespace {

// The values that the words are made of, in the order in which words_of() takes them.
std::vector<const Expression*> sides_of(const Expression& condition) {
  return std::visit(
      values::match{[](const typed::Compare& n) { return std::vector{n.left.get(), n.right.get()}; },
                    [](const typed::OneOf& n) { return std::vector{n.left.get()}; },
                    [](const typed::Between& n) { return std::vector{n.value.get(), n.low.get(), n.high.get()}; },
                    [](const typed::MemberOf& n) { return std::vector{n.entity.get()}; },
                    [&](const typed::FactOf&) { return std::vector{&condition}; },
                    [](const auto&) { return std::vector<const Expression*>{}; }},
      condition.node);
}

class Values : public Measure {
 public:
  Values(const Look& look, const Expression& condition, typed::EntityId entity, const Environment& at)
      : look_(look), condition_(condition), at_(at),
        holds_(evaluate::Readings(look.evaluation).truths(condition, entity, at)) {
    for (const auto* side : sides_of(condition)) sides_.push_back(evaluate::Readings(look.evaluation).cells(*side, entity, at));
  }

  void read(Row row, evaluate::Reading& reading) const override {
    reading.push_back(static_cast<std::uint64_t>(holds_[row]));
    for (const auto& side : sides_) side.read(row, reading);
  }

  std::optional<Phrase> words(Row row) const override {
    std::vector<evaluate::Cell> cells;
    for (const auto& side : sides_) cells.push_back(side.cell(row));
    return words_of(cells, state_of(holds_[row]));
  }

 private:
  Phrase words_of(const std::vector<evaluate::Cell>& cells, State state) const {
    return std::visit(
        values::match{
            [&](const typed::Compare& n) { return numbers_of(look_, n, state, cells[0], cells[1], at_); },
            [&](const typed::OneOf& n) { return numbers_of(look_, n, cells[0], at_); },
            [&](const typed::Between& n) { return numbers_of(look_, n, state, cells[0], cells[1], cells[2], at_); },
            [&](const typed::IsKnown& n) { return numbers_of(n, state); },
            [&](const typed::MemberOf& n) { return value_in_words(look_, *n.entity, cells[0], at_); },
            [&](const auto&) { return value_in_words(look_, condition_, cells[0], at_); }},
        condition_.node);
  }

  Look look_;
  const Expression& condition_;
  Environment at_;
  evaluate::TruthsView holds_;
  std::vector<evaluate::CellView> sides_;
};

}  // namespace

MeasurePtr measure_of_values(const Look& look, const Expression& condition, typed::EntityId entity, const Environment& at) {
  return std::make_unique<Values>(look, condition, entity, at);
}

}  // namespace tdkt::verdicts
