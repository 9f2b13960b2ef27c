// SPDX-License-Identifier: Apache-2.0
// What one operation of the graph costs: an award of one sentence that is hardly anything else, evaluated for
// one year with one thread. Operations are reached through sentences, so that the measure stays when the
// kernels behind them change.
#include <benchmark/benchmark.h>

#include <array>
#include <string>
#include <string_view>

#include "evaluate/evaluation.hpp"
#include "graph/graph.hpp"
#include "records.hpp"

namespace {

using namespace tdkt;

struct Operation {
  std::string_view name, entity, sentence;
};

constexpr std::array operations = {
    Operation{"fact_at_least", "person", "rating is at least good"},
    Operation{"is_known", "person", "rating is known"},
    Operation{"in_codes", "person", "rating is one of completed; excellent"},
    Operation{"compare_numbers", "person", "months worked is at least 6"},
    Operation{"not", "person", "not (rating is good)"},
    Operation{"all", "person", "rating is good and months worked is at least 6"},
    Operation{"any", "person", "rating is good or months worked is at least 6"},
    Operation{"at_least_of_years", "person", "rating is good in at least 3 of the last 5 years"},
    Operation{"consecutive_years", "person", "achieve LDTT for 5 consecutive years"},
    Operation{"look_up_related", "person", "rating of its unit is at least good"},
    Operation{"quantify_count", "unit", "at least 3 of staff achieve LDTT"},
    Operation{"quantify_share", "unit", "at least 70% of staff achieve LDTT or when there are none"},
    Operation{"quantify_filtered", "unit",
              "at least 70% of staff who have months worked of at least 6 achieve LDTT or when there are none"},
    Operation{"quantify_over_years", "unit",
              "(at least 70% of staff achieve LDTT or when there are none) for 5 consecutive years"},
    Operation{"number_of", "unit", "number of staff is at least 10"},
    Operation{"average", "unit", "average months worked of staff is at least 11"},
    Operation{"total", "unit", "total months worked of staff is at least 100"},
    Operation{"median", "unit", "median months worked of staff is at least 11"},
    Operation{"member_with_the_highest", "bloc", "the member with the highest targets met is registered"},
    Operation{"arithmetic", "unit", "6 000 000 * targets met / targets planned is at least 5 000 000"},
    Operation{"round", "unit", "(targets met / targets planned rounded down to 2 decimals) is at least 0.9"},
    Operation{"choose", "unit", "the smaller of (targets met) and (targets planned) is at least 10"},
    Operation{"pick", "unit", "(if reports late > 2 then 0 otherwise targets met) is above 5"},
    Operation{"place_among_members", "unit", "is in the top 1 of members of its bloc by targets met"},
    Operation{"contains", "unit", "leader of its bloc is one of members of its bloc"},
    Operation{"two_steps", "bloc", "any of staff of members has discipline of at least warning"},
    Operation{"rotates", "bloc", "leader rotates annually"},
    Operation{"rotates_within_five_years", "bloc", "leader rotates annually with no repeat within 5 years"},
};

void evaluate_a_sentence(benchmark::State& state, const Operation& operation) {
  const auto rules = bench::rules_of("award \"Measured\" for a " + std::string(operation.entity) +
                                     ", every year\n  require " + std::string(operation.sentence) + "\n");
  auto request = graph::everything(rules.program, {bench::last_year});
  request.first_year = 2015;
  request.last_year = bench::last_year;
  const auto graph = graph::build(rules.program, request);
  const auto& records = bench::records();
  for (auto _ : state) benchmark::DoNotOptimize(evaluate::evaluate(graph, records, {1}));
  state.counters["per_person"] =
      benchmark::Counter(bench::people_on_record(),
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

[[maybe_unused]] const bool registered = [] {
  for (const auto& operation : operations)
    benchmark::RegisterBenchmark(("operation/" + std::string(operation.name)).c_str(), evaluate_a_sentence, operation)
        ->Unit(benchmark::kMicrosecond);
  return true;
}();

}  // namespace
