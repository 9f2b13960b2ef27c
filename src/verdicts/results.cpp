// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <bit>
#include <tuple>

#include "verdicts/nominations.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::verdicts {

namespace {

columns::Word rows_at(const Verdicts::Case& one, std::size_t word) {
  return one.columns->judged.words[word] | one.columns->scope_unknown.words[word];
}

template <class Case, class Id>
std::vector<Case> in_order(std::vector<Case> cases, Id Case::*id) {
  std::stable_sort(cases.begin(), cases.end(), [id](const Case& a, const Case& b) {
    return std::tie(a.period, a.*id) < std::tie(b.period, b.*id);
  });
  return cases;
}

}  // namespace

Verdicts::Iterator::Iterator(const Case* at, const Case* end) : case_(at), end_(end) {
  if (case_ == end_) return;
  if (!case_->columns->judged.words.empty()) rows_ = rows_at(*case_, 0);
  find();
}

void Verdicts::Iterator::find() {
  while (rows_ == 0) {
    if (++word_ >= case_->columns->judged.words.size()) {
      word_ = 0;
      if (++case_ == end_) return;
      if (case_->columns->judged.words.empty()) continue;
    }
    rows_ = rows_at(*case_, word_);
  }
}

Verdict Verdicts::Iterator::operator*() const {
  const auto row = static_cast<Row>(word_ * 64 + static_cast<std::size_t>(std::countr_zero(rows_)));
  return {case_->award, case_->period, row, outcome_of(case_->kind, *case_->columns, row)};
}

Verdicts::Iterator& Verdicts::Iterator::operator++() {
  rows_ &= rows_ - 1;
  if (rows_ == 0) find();
  return *this;
}

std::size_t Verdicts::size() const {
  std::size_t size = 0;
  for (const auto& one : cases_) size += size_of(one);
  return size;
}

std::size_t size_of(const Verdicts::Case& one) {
  std::size_t size = 0;
  for (std::size_t word = 0; word < one.columns->judged.words.size(); ++word)
    size += static_cast<std::size_t>(std::popcount(rows_at(one, word)));
  return size;
}

std::array<std::size_t, 6> counts_of(const Verdicts::Case& one) {
  std::array<std::size_t, 6> counts{};
  const auto add = [&](Outcome outcome, columns::Word rows) {
    counts[static_cast<std::size_t>(outcome)] += static_cast<std::size_t>(std::popcount(rows));
  };
  const auto& columns = *one.columns;
  const bool pledge = one.kind == typed::RuleKind::pledge;
  for (std::size_t word = 0; word < columns.judged.words.size(); ++word) {
    const auto judged = columns.judged.words[word];
    const auto met = columns.requirements.yes.words[word], failed = judged & columns.requirements.no.words[word];
    const auto deferred = pledge ? 0 : judged & ~failed & columns.deferral.yes.words[word];
    const auto eligible = judged & ~failed & met & (pledge ? ~columns::Word{0} : columns.deferral.no.words[word]);
    add(pledge ? Outcome::kept : Outcome::eligible, eligible);
    add(pledge ? Outcome::broken : Outcome::ineligible, failed);
    add(Outcome::deferred, deferred);
    add(Outcome::undetermined, rows_at(one, word) & ~failed & ~deferred & ~eligible);
  }
  return counts;
}

// ---- nominations --------------------------------------------------------------------------------

Nominations::Nominations(const typed::Program& program, std::shared_ptr<const graph::InForce> in_force,
                         evaluate::Evaluation evaluation, const columns::Dataset& dataset,
                         std::vector<graph::NominationCase> cases)
    : cases_(in_order(std::move(cases), &graph::NominationCase::nomination)),
      inside_(std::make_shared<Inside>(program, std::move(in_force), std::move(evaluation), dataset)) {}

Contests Nominations::contests(graph::NominationCase one) const {
  return {inside_->program, *inside_->in_force, one, inside_->evaluation, inside_->dataset, inside_->rounds};
}

bool Nominations::for_each_while(graph::NominationCase one, const std::function<bool(const NominationOutcome&)>& visit) const {
  // Worked out by several threads, told in their order.
  constexpr std::size_t at_a_time = 512;
  const auto contests = this->contests(one);
  std::vector<std::vector<NominationOutcome>> outcomes;
  for (std::size_t first = 0; first < contests.size(); first += at_a_time) {
    outcomes.assign(std::min(at_a_time, contests.size() - first), {});
    inside_->evaluation.in_ranges(outcomes.size(), 32, [&](std::size_t begin, std::size_t end) {
      for (auto i = begin; i < end; ++i) outcomes[i] = contests.outcomes(first + i);
    });
    for (const auto& pool : outcomes)
      for (const auto& outcome : pool)
        if (!visit(outcome)) return false;
  }
  return true;
}

std::vector<NominationOutcome> Nominations::about(graph::NominationCase one, Row member) const {
  const auto contests = this->contests(one);
  std::vector<NominationOutcome> outcomes;
  for (const auto pool : contests.pools_with(member))
    for (auto& outcome : contests.outcomes(pool)) outcomes.push_back(std::move(outcome));
  return outcomes;
}

const Standings& Nominations::standings(graph::NominationCase one) const { return inside_->rounds.standings(one); }

Nominations::Counts Nominations::counts(graph::NominationCase one) const {
  const auto& standings = this->standings(one);
  return {standings.nominated.count(), standings.tied.count(), standings.undetermined.count()};
}

const std::vector<NominationOutcome>& Nominations::all() const {
  static const std::vector<NominationOutcome> none;
  if (!inside_) return none;
  if (!inside_->all) {
    inside_->all.emplace();
    for_each([&](const NominationOutcome& outcome) { inside_->all->push_back(outcome); });
  }
  return *inside_->all;
}

Results results(const typed::Program& program, const graph::Request& request,
                const evaluate::Evaluation& evaluation, const columns::Dataset& dataset) {
  Results results;
  for (const auto& asked : in_order(request.awards, &graph::AwardCase::award))
    results.verdicts.add({asked.award, asked.period, program[asked.award].kind, &evaluation.rule(asked.award, asked.period)});
  results.in_force = std::make_shared<const graph::InForce>(program);
  results.nominations = Nominations(program, results.in_force, evaluation, dataset, request.nominations);
  return results;
}

}  // namespace tdkt::verdicts
