// SPDX-License-Identifier: Apache-2.0
// national_limit: how fast the national workload can be judged on this machine by a program that knows its
// eight rules and nothing else. Prints one line of JSON.
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <exception>
#include <fstream>
#include <iostream>
#include <string_view>
#include <vector>

#include "clock.hpp"
#include "results.hpp"

namespace {

using namespace tdkt::bench::national;

constexpr std::string_view usage =
    "usage: national_limit (--csv FOLDER | --snapshot FILE) [--threads N] [--repeat N]\n"
    "                      [--summary FILE] [--write-snapshot FILE]\n";

int whole(std::string_view text) {  // 0 if it is none
  int number = 0;
  const auto end = text.data() + text.size();
  return std::from_chars(text.data(), end, number).ptr == end ? number : 0;
}

struct Arguments {
  std::filesystem::path csv, snapshot, summary, write_snapshot;
  int threads = 2, repeat = 1;

  bool read(int count, char** words) {
    for (int i = 1; i < count; i += 2) {
      const std::string_view option = words[i];
      if (i + 1 == count) return false;
      if (option == "--csv") csv = words[i + 1];
      else if (option == "--snapshot") snapshot = words[i + 1];
      else if (option == "--summary") summary = words[i + 1];
      else if (option == "--write-snapshot") write_snapshot = words[i + 1];
      else if (option == "--threads") threads = whole(words[i + 1]);
      else if (option == "--repeat") repeat = whole(words[i + 1]);
      else return false;
    }
    return csv.empty() != snapshot.empty() && threads > 0 && repeat > 0;
  }
};

// Of the middle one by its sum.
Times median(std::vector<Times> times) {
  const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
  std::nth_element(times.begin(), middle, times.end(), [](auto& one, auto& other) { return one.all() < other.all(); });
  return *middle;
}

void measure(const Arguments& arguments) {
  const auto threads = static_cast<unsigned>(arguments.threads);
  Stopwatch watch;
  LoadTimes loading;
  const auto records =
      arguments.csv.empty() ? open_snapshot(arguments.snapshot) : load(arguments.csv, threads, loading);
  const double loaded = watch.lap();
  Results results(records.columns.shape);
  std::vector<Times> times;
  times.reserve(static_cast<std::size_t>(arguments.repeat));
  for (int i = 0; i < arguments.repeat; ++i) times.push_back(evaluate(records.columns, results, threads));
  const auto middle = median(times);
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  std::cout << R"({"load":)" << loaded << R"(,"small_tables":)" << loading.small_tables << R"(,"parse":)"
            << loading.parse << R"(,"cluster":)" << loading.cluster << R"(,"first_eval":)" << times.front().all()
            << R"(,"eval":)" << middle.all() << R"(,"staff_rules":)" << middle.staff << R"(,"unit_rules":)"
            << middle.units << R"(,"person_rules":)" << middle.people << R"(,"rss_kib":)" << used.ru_maxrss << "}\n";
  if (!arguments.summary.empty()) {
    std::ofstream out(arguments.summary);
    write_summary(records.columns, results, out);
    if (!out.flush()) fail(arguments.summary);
  }
  if (!arguments.write_snapshot.empty()) write_snapshot(records, arguments.write_snapshot);
}

}  // namespace

int main(int count, char** words) try {
  Arguments arguments;
  if (!arguments.read(count, words)) return std::cerr << usage, 2;
  measure(arguments);
} catch (const std::exception& error) {
  std::cerr << "national_limit: " << error.what() << '\n';
  return 5;
}
