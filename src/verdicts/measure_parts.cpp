// SPDX-License-Identifier: Apache-2.0
// `and`, `or` and groups of criteria over all rows: of the parts those that stand in the way, by name.
#include "verdicts/explain_parts.hpp"
#include "verdicts/measure_kinds.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {
namespace {

using typed::CriterionKind;
using values::Truth;

constexpr std::size_t most_parts_told = 3;

// `c) staff`; the sentence where it has no title.
Phrase name_of(const Look& look, const typed::Criterion& criterion) {
  const auto name = criterion.title       ? title_of(*criterion.title)
                    : criterion.condition ? sentence_of(look, *criterion.condition)
                                          : group_sentence(criterion);
  return criterion.label.empty() || criterion.label == "-" ? name : joined(criterion.label, name, " ");
}

struct Part {
  Phrase name;
  bool names_its_parts;  // and needs no name itself
  evaluate::TruthsView holds;
  MeasurePtr measure;
};

Phrase words_of(const Part& part, Row row) {
  const auto words = part.measure ? part.measure->words(row) : std::nullopt;
  const auto state = state_of(part.holds[row]);
  const auto word = state == State::met ? Say::met : state == State::not_met ? Say::not_met : Say::unknown;
  if (words && part.names_its_parts) return *words;
  return say(Say::is_value, {part.name, words.value_or(say(word))});
}

void read_part(const Part& part, std::size_t index, Row row, evaluate::Reading& reading) {
  reading.push_back(index << 2 | static_cast<std::uint64_t>(part.holds[row]));
  if (part.measure) part.measure->read(row, reading);
}

// One part where it settles the whole; else those that are open, or all.
class Parts : public Measure {
 public:
  Parts(std::vector<Part> parts, Truth settling) : parts_(std::move(parts)), settling_(settling) {}

  void read(Row row, evaluate::Reading& reading) const override {
    for_each_told(row, [&](std::size_t i) { read_part(parts_[i], i, row, reading); });
  }

  std::optional<Phrase> words(Row row) const override {
    std::vector<Phrase> told;
    for_each_told(row, [&](std::size_t i) { told.push_back(words_of(parts_[i], row)); });
    auto all = told.front();
    for (std::size_t i = 1; i < std::min(told.size(), most_parts_told); ++i) all = joined(all, told[i], "; ");
    return told.size() > most_parts_told ? joined(all, "…", "; ") : all;
  }

 private:
  template <class Visit>
  void for_each_told(Row row, Visit visit) const {
    bool some_open = false;
    for (std::size_t i = 0; i < parts_.size(); ++i) {
      const auto truth = parts_[i].holds[row];
      if (truth == settling_) return visit(i);
      some_open = some_open || truth == Truth::unknown;
    }
    for (std::size_t i = 0; i < parts_.size(); ++i)
      if (!some_open || parts_[i].holds[row] == Truth::unknown) visit(i);
  }

  std::vector<Part> parts_;
  Truth settling_;
};

// A group of criteria: how many of them are met; where all have to be, the first that is not.
class Group : public Measure {
 public:
  Group(std::vector<Part> parts, bool all) : parts_(std::move(parts)), all_(all) {}

  void read(Row row, evaluate::Reading& reading) const override {
    const auto held = held_at(row);
    reading.push_back(static_cast<std::uint64_t>(held.met) << 32 | static_cast<std::uint64_t>(held.open));
    if (const auto first = first_in_the_way(row)) read_part(parts_[*first], *first, row, reading);
  }

  std::optional<Phrase> words(Row row) const override {
    const auto first = first_in_the_way(row);
    return first ? words_of(parts_[*first], row) : numbers_of_group(held_at(row));
  }

 private:
  Held held_at(Row row) const {
    Held held;
    for (const auto& part : parts_) count(state_of(part.holds[row]), held);
    return held;
  }

  std::optional<std::size_t> first_in_the_way(Row row) const {
    if (!all_) return std::nullopt;
    for (const auto sought : {Truth::no, Truth::unknown})
      for (std::size_t i = 0; i < parts_.size(); ++i)
        if (parts_[i].holds[row] == sought) return i;
    return std::nullopt;
  }

  std::vector<Part> parts_;
  bool all_;
};

// That a bar or deferral applies, and why.
class Exclusion : public Measure {
 public:
  Exclusion(evaluate::TruthsView applies, MeasurePtr inner) : applies_(std::move(applies)), inner_(std::move(inner)) {}

  void read(Row row, evaluate::Reading& reading) const override {
    reading.push_back(static_cast<std::uint64_t>(applies_[row]));
    if (inner_) inner_->read(row, reading);
  }

  std::optional<Phrase> words(Row row) const override {
    return numbers_of_exclusion(state_of(values::opposite(applies_[row])), inner_ ? inner_->words(row) : std::nullopt);
  }

 private:
  evaluate::TruthsView applies_;
  MeasurePtr inner_;
};

}  // namespace

MeasurePtr measure_of_parts(const Look& look, const std::vector<typed::Expr>& parts, Truth settling, typed::EntityId entity,
                            const Environment& at) {
  const evaluate::Readings readings(look.evaluation);
  std::vector<Part> measured;
  for (const auto& part : parts)
    measured.push_back({sentence_of(look, *part), names_its_parts(*part), readings.truths(*part, entity, at), measure_of(look, *part, entity, at)});
  return std::make_unique<Parts>(std::move(measured), settling);
}

MeasurePtr measure_of(const Look& look, const typed::Criterion& criterion, typed::AwardId award, const Environment& at) {
  const evaluate::Readings readings(look.evaluation);
  const auto entity = look.program[award].scope.entity;
  if (criterion.kind == CriterionKind::bar || criterion.kind == CriterionKind::defer)
    return std::make_unique<Exclusion>(readings.truths(*criterion.condition, entity, at),
                                       measure_of(look.without_shortfalls(), *criterion.condition, entity, at));
  if (criterion.condition) return measure_of(look, *criterion.condition, entity, at);
  std::vector<Part> parts;
  for (const auto& part : criterion.parts)
    parts.push_back({name_of(look, part), false, readings.truths(part, award, at), measure_of(look, part, award, at)});
  const bool all = criterion.kind != CriterionKind::any_of && criterion.kind != CriterionKind::at_least_n_of;
  return std::make_unique<Group>(std::move(parts), all);
}

}  // namespace tdkt::verdicts
