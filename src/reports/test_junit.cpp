// SPDX-License-Identifier: Apache-2.0
#include <fmt/format.h>

#include <algorithm>

#include "reports/markup.hpp"
#include "reports/test_results.hpp"
#include "reports/words.hpp"

namespace tdkt::reports {

namespace {

using Results = std::vector<const TestResult*>;

std::string counts_of(const Results& results) {
  const auto count = [&](auto is) { return std::count_if(results.begin(), results.end(), is); };
  const auto errors = count([](const TestResult* result) { return !result->faults.empty(); });
  const auto failed = count([](const TestResult* result) { return !result->passed(); });
  return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="0")", results.size(), failed - errors, errors);
}

// The first that did not hold, on one line.
std::string message_of(const TestResult& result, Language language) {
  const auto checked = std::find_if(result.expectations.begin(), result.expectations.end(),
                                    [](const CheckedExpectation& each) { return !each.held; });
  if (checked == result.expectations.end()) return {};
  return fmt::format("{}: {} {}; {} {}", checked->text, either(language, "expected", "cần có"),
                     checked->expected.in(language), either(language, "actual", "thực tế"),
                     checked->actual.in(language));
}

std::string case_of(const TestResult& result, const TestResultOptions& options) {
  const auto language = options.language.value_or(result.language);
  auto text = fmt::format(R"(    <testcase classname="{}" name="{}" file="{}" line="{}" assertions="{}")",
                          escaped(result.path), escaped(result.title), escaped(result.path), result.line,
                          result.expectations.size());
  if (result.passed()) return text + "/>\n";
  const bool faulty = !result.faults.empty();
  const auto message = faulty ? std::string(either(language, "its tables have faults", "bảng số liệu của ví dụ có lỗi"))
                              : message_of(result, language);
  const auto* tag = faulty ? "error" : "failure";
  text += fmt::format(">\n      <{0} type=\"{1}\" message=\"{2}\">{3}</{0}>\n", tag, faulty ? "tables" : "expectation",
                      escaped(message), escaped(failures_of(result, language, false)));
  return text + "    </testcase>\n";
}

}  // namespace

std::string as_junit(const std::vector<TestResult>& results, const TestResultOptions& options) {
  Results all;
  for (const auto& result : results) all.push_back(&result);
  auto text = fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"tdkt test\" {}>\n",
                          counts_of(all));
  std::stable_sort(all.begin(), all.end(), [](const auto* a, const auto* b) { return a->path < b->path; });
  for (auto begin = all.begin(); begin != all.end();) {
    const auto end = std::find_if(begin, all.end(), [&](const auto* each) { return each->path != (*begin)->path; });
    text += fmt::format("  <testsuite name=\"{}\" {}>\n", escaped((*begin)->path), counts_of(Results(begin, end)));
    for (; begin != end; ++begin) text += case_of(**begin, options);
    text += "  </testsuite>\n";
  }
  return text + "</testsuites>\n";
}

}  // namespace tdkt::reports
