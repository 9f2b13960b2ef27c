// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <tuple>

#include "verdicts/nominate.hpp"
#include "verdicts/outcome.hpp"

namespace tdkt::verdicts {
namespace {

// Calls visit for every row of either set, ascending.
template <class Visit>
void for_each_row(const columns::Bits& a, const columns::Bits& b, Visit visit) {
  for (std::size_t word = 0; word < a.words.size(); ++word) {
    for (auto bits = a.words[word] | b.words[word]; bits != 0; bits &= bits - 1) {
      visit(static_cast<Row>(word * 64 + static_cast<std::size_t>(__builtin_ctzll(bits))));
    }
  }
}

void add_verdicts(const typed::Program& program, graph::AwardCase asked,
                  const evaluate::Evaluation& evaluation, std::vector<Verdict>& verdicts) {
  const auto& columns = evaluation.rule(asked.award, asked.period);
  const auto kind = program[asked.award].kind;
  for_each_row(columns.judged, columns.scope_unknown, [&](Row row) {
    verdicts.push_back({asked.award, asked.period, row, outcome_of(kind, columns, row)});
  });
}

template <class Case, class Id>
std::vector<Case> in_order(std::vector<Case> cases, Id Case::*id) {
  std::stable_sort(cases.begin(), cases.end(), [id](const Case& a, const Case& b) {
    return std::tie(a.period, a.*id) < std::tie(b.period, b.*id);
  });
  return cases;
}

}  // namespace

Results results(const typed::Program& program, const graph::Request& request,
                const evaluate::Evaluation& evaluation, const columns::Dataset& dataset) {
  Results results;
  for (const auto& asked : in_order(request.awards, &graph::AwardCase::award)) {
    add_verdicts(program, asked, evaluation, results.verdicts);
  }
  const auto in_force = std::make_shared<const graph::InForce>(program);
  results.in_force = in_force;
  Rounds rounds(program, *in_force, evaluation, dataset);
  for (const auto& asked : in_order(request.nominations, &graph::NominationCase::nomination)) {
    const auto& outcomes = rounds.of(asked);
    results.nominations.insert(results.nominations.end(), outcomes.begin(), outcomes.end());
  }
  return results;
}

}  // namespace tdkt::verdicts
