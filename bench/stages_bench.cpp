// SPDX-License-Identifier: Apache-2.0
// Each stage on its own, on the national workload at scale 0.05 (100 000 people, ten years). The
// argument is the number of threads, where there is one.
#include <benchmark/benchmark.h>

#include "engine/run.hpp"
#include "graph/graph.hpp"
#include "pack_text.hpp"
#include "records.hpp"
#include "reports/explanations.hpp"
#include "reports/verdicts.hpp"
#include "syntax/parse.hpp"
#include "verdicts/explanation.hpp"

namespace {

using namespace tdkt;
using grammar::Language;

graph::Request all_rules(const typed::Program& program, const std::vector<int>& years) {
  auto request = graph::everything(program, years);
  request.first_year = 2015;
  request.last_year = bench::last_year;
  return request;
}
const std::vector<int> judged_years{2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024};

void per_person(benchmark::State& state) {
  state.counters["per_person"] =
      benchmark::Counter(bench::people_on_record(),
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
}

void parse_a_pack(benchmark::State& state) {
  source::Sources sources;
  const auto file = sources.add(
      source::Source("pack.tdkt", bench::pack_text(static_cast<std::size_t>(state.range(0)), bench::Slip::none)));
  for (auto _ : state) {
    diagnostics::Diagnostics diagnostics;
    benchmark::DoNotOptimize(syntax::parse(sources, file, diagnostics));
  }
}
BENCHMARK(parse_a_pack)->Arg(200)->Arg(2000)->Unit(benchmark::kMillisecond);

void compile_the_national_rules(benchmark::State& state) {
  const auto folder = std::filesystem::path(TDKT_SOURCE_DIR) / "bench/national";
  for (auto _ : state) {
    diagnostics::Diagnostics diagnostics;
    benchmark::DoNotOptimize(engine::compile({folder}, diagnostics));
  }
}
BENCHMARK(compile_the_national_rules)->Unit(benchmark::kMillisecond);

void plan_the_national_rules(benchmark::State& state) {
  const auto& program = bench::national_rules().program;
  for (auto _ : state) benchmark::DoNotOptimize(graph::build(program, all_rules(program, judged_years)));
}
BENCHMARK(plan_the_national_rules)->Unit(benchmark::kMillisecond);

void load_csv_files(benchmark::State& state) {
  const auto& schema = bench::national_rules().program.schema;
  const auto& folder = bench::records_folder();
  for (auto _ : state) {
    diagnostics::Diagnostics diagnostics;
    benchmark::DoNotOptimize(loaders::load(
        schema, folder, {.threads = static_cast<unsigned>(state.range(0))}, diagnostics));
  }
  per_person(state);
}
BENCHMARK(load_csv_files)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

void evaluate_the_national_rules(benchmark::State& state) {
  const auto& program = bench::national_rules().program;
  const auto graph = graph::build(program, all_rules(program, judged_years));
  const auto& records = bench::records();
  for (auto _ : state)
    benchmark::DoNotOptimize(evaluate::evaluate(graph, records, {static_cast<unsigned>(state.range(0))}));
  per_person(state);
}
BENCHMARK(evaluate_the_national_rules)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond)->UseRealTime();

// From the evaluated graph to verdicts and nominations.
void judge_one_year(benchmark::State& state) {
  const auto& program = bench::national_rules().program;
  const auto request = all_rules(program, {bench::last_year});
  const auto evaluation = evaluate::evaluate(graph::build(program, request), bench::records(), {});
  for (auto _ : state) benchmark::DoNotOptimize(verdicts::results(program, request, evaluation, bench::records()));
  per_person(state);
}
BENCHMARK(judge_one_year)->Unit(benchmark::kMillisecond);

// Award after award of the pack, entity after entity.
void explain_a_verdict(benchmark::State& state) {
  const auto& program = bench::national_rules().program;
  const auto request = all_rules(program, {bench::last_year});
  const auto evaluation = evaluate::evaluate(graph::build(program, request), bench::records(), {});
  values::Row row = 0;
  std::uint32_t award = 0;
  for (auto _ : state) {
    const auto explanation = verdicts::explain(program, typed::AwardId{award}, request.awards.front().period, row,
                                               evaluation, bench::records());
    benchmark::DoNotOptimize(reports::as_text(explanation, {}));
    award = (award + 1) % static_cast<std::uint32_t>(program.awards.size());
    row = (row + 1) % 500;  // so many blocs there are
  }
}
BENCHMARK(explain_a_verdict)->Unit(benchmark::kMicrosecond);

using Write = void (*)(const reports::Findings&, Language, const reports::Sink&, const reports::Advance&);
void write_one_year(benchmark::State& state, Write write) {
  const auto& program = bench::national_rules().program;
  const auto run = engine::run(program, bench::records(), {{bench::last_year}, {}, 0, {}});
  const auto findings = engine::findings_of(program, bench::records(), run);
  std::size_t bytes = 0;
  for (auto _ : state)
    write(findings, Language::english, [&](std::string_view piece) { bytes += piece.size(); }, {});
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}
BENCHMARK_CAPTURE(write_one_year, verdicts_as_csv, reports::verdicts_as_csv)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_one_year, nominations_as_csv, reports::nominations_as_csv)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(write_one_year, everything_as_json, reports::findings_as_json)->Unit(benchmark::kMillisecond);

}  // namespace
