// SPDX-License-Identifier: Apache-2.0
// How long the shipped packs take: `tdkt check rules/` and `tdkt test rules/`, without the start of the
// process.
#include <benchmark/benchmark.h>

#include "engine/compile.hpp"
#include "engine/tests.hpp"

namespace {

const std::filesystem::path rules = std::filesystem::path(TDKT_SOURCE_DIR) / "rules";

void check_the_shipped_packs(benchmark::State& state) {
  for (auto _ : state) {
    tdkt::diagnostics::Diagnostics diagnostics;
    benchmark::DoNotOptimize(tdkt::engine::compile_each({rules}, diagnostics));
  }
}
BENCHMARK(check_the_shipped_packs)->Unit(benchmark::kMillisecond);

void test_the_shipped_packs(benchmark::State& state) {
  tdkt::diagnostics::Diagnostics diagnostics;
  const auto packs = tdkt::engine::compile_each({rules}, diagnostics);
  for (auto _ : state)
    for (const auto& pack : packs.units) benchmark::DoNotOptimize(tdkt::engine::run_tests(pack.program, packs.sources));
}
BENCHMARK(test_the_shipped_packs)->Unit(benchmark::kMillisecond);

}  // namespace
