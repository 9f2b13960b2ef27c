// SPDX-License-Identifier: Apache-2.0
// How long an author waits for `tdkt check`, by the number of criteria in a pack, and what mistakes in
// it add to that.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <fstream>

#include "engine/compile.hpp"
#include "pack_text.hpp"

namespace {

using tdkt::bench::Slip;
namespace fs = std::filesystem;

void check_a_pack(benchmark::State& state, Slip slip) {
  const fs::path folder = fs::temp_directory_path() / ("tdkt-bench-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto pack = folder / "pack.tdkt", vocabulary = folder / "emulation.tdkt";
  fs::copy_file(fs::path(TDKT_SOURCE_DIR) / "rules/vocabulary/emulation.tdkt", vocabulary,
                fs::copy_options::overwrite_existing);
  std::ofstream(pack) << tdkt::bench::pack_text(static_cast<std::size_t>(state.range(0)), slip);
  std::size_t errors = 0;
  for (auto _ : state) {
    tdkt::diagnostics::Diagnostics diagnostics;
    benchmark::DoNotOptimize(tdkt::engine::compile({pack, vocabulary}, diagnostics));
    errors = diagnostics.count(tdkt::diagnostics::Severity::error);
  }
  state.counters["errors"] = static_cast<double>(errors);
  state.counters["us_per_criterion"] = benchmark::Counter(
      static_cast<double>(state.range(0)) * 1e-6,
      benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  fs::remove_all(folder);
}
BENCHMARK_CAPTURE(check_a_pack, without_mistakes, Slip::none)
    ->Arg(200)->Arg(2000)->Arg(5000)->Arg(10000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check_a_pack, with_one_mistake, Slip::one)
    ->Arg(200)->Arg(2000)->Arg(20000)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(check_a_pack, with_a_mistake_in_each, Slip::everywhere)
    ->Arg(200)->Arg(2000)->Arg(5000)->Unit(benchmark::kMillisecond);

}  // namespace
