// SPDX-License-Identifier: Apache-2.0
// What verdict files tell of a criterion is what an explanation tells of it, on random packs over random data.
#include <gtest/gtest.h>

#include <map>

#include "compiled.hpp"
#include "evaluate/evaluation.hpp"
#include "graph/graph.hpp"
#include "random_pack.hpp"
#include "values/match.hpp"
#include "verdicts/explanation.hpp"
#include "verdicts/measure.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::differential {
namespace {

// Of `and`, `or` and definitions an explanation tells the parts below, the files beside.
bool is_told_alike(const typed::Expression& condition) {
  return std::visit(values::match{[](const typed::All&) { return false; }, [](const typed::Any&) { return false; },
                                  [](const typed::Defined&) { return false; },
                                  [](const typed::Not& n) { return is_told_alike(*n.inner); },
                                  [](const typed::Moved& n) { return is_told_alike(*n.body); },
                                  [](const typed::Within& n) { return is_told_alike(*n.body); },
                                  [](const auto&) { return true; }},
                    condition.node);
}

std::string english(const std::optional<diagnostics::Phrase>& words) { return words ? words->english : ""; }

class Comparison {
 public:
  Comparison(const Rules& rules, const columns::Dataset& dataset)
      : program_(rules.program), dataset_(dataset), request_(request_for(rules, {2020, last_year})), in_force_(program_),
        evaluation_(evaluate::evaluate(graph::build(program_, request_), dataset, {1})) {}

  // How many numbers were compared.
  std::size_t compare() const {
    std::size_t compared = 0;
    const auto results = verdicts::results(program_, request_, evaluation_, dataset_);
    for (const auto& one : results.verdicts.cases()) {
      const auto measures = measures_of(one);
      std::vector<std::map<evaluate::Reading, std::string>> said(measures.size());
      for (values::Row row = 0; row < one.columns->judged.rows; ++row) {
        if (!one.columns->judged[row]) continue;
        const auto told = verdicts::explain(program_, one.award, one.period, row, evaluation_, dataset_);
        for (std::size_t i = 0; i < measures.size(); ++i) {
          const auto& [measure, alike] = measures[i];
          if (!measure) continue;
          const auto words = english(measure->words(row));
          evaluate::Reading reading;
          measure->read(row, reading);
          EXPECT_EQ(said[i].try_emplace(reading, words).first->second, words) << "of one reading";
          if (!alike) continue;
          EXPECT_EQ(words, english(told.root.reasons[i].numbers)) << told.root.reasons[i].sentence.english;
          ++compared;
        }
      }
    }
    return compared;
  }

 private:
  struct Told {
    verdicts::MeasurePtr measure;
    bool alike;  // in explanations
  };
  std::vector<Told> measures_of(const verdicts::Verdicts::Case& one) const {
    const verdicts::Look look{program_, evaluation_, dataset_, in_force_};
    evaluate::Environment at;
    at.period = one.period;
    const auto is_measured = [&](const typed::Expression& condition) {
      return verdicts::measure_of(look, condition, program_[one.award].scope.entity, at) != nullptr;
    };
    std::vector<Told> measures;
    for (const auto& criterion : program_[one.award].criteria) {
      const bool alike = criterion.condition && !criterion.except_when && is_told_alike(*criterion.condition) &&
                         is_measured(*criterion.condition);
      measures.push_back({verdicts::measure_of(look, criterion, one.award, at), alike});
    }
    return measures;
  }

  const typed::Program& program_;
  const columns::Dataset& dataset_;
  graph::Request request_;
  graph::InForce in_force_;
  evaluate::Evaluation evaluation_;
};

TEST(Measures, TellWhatExplanationsTell) {
  std::size_t compared = 0;
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    SCOPED_TRACE("seed " + std::to_string(seed));
    Random random(seed);
    const auto rules = compiled(random_pack(random));
    if (!rules->complaints.empty()) continue;
    const auto dataset = bound(*rules, with_gaps(random_data(random), random, 15, true));
    compared += Comparison(*rules, dataset).compare();
    if (testing::Test::HasFailure()) FAIL() << rules->text;
  }
  EXPECT_GT(compared, 1000u);
}

}  // namespace
}  // namespace tdkt::differential
