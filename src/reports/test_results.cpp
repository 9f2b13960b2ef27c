// SPDX-License-Identifier: Apache-2.0
#include "reports/test_results.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/coverage_json.hpp"
#include "reports/explanation_json.hpp"
#include "reports/layout.hpp"
#include "reports/mutation_json.hpp"
#include "reports/words.hpp"
#include "values/match.hpp"

namespace tdkt::reports {

namespace {

std::string why_as_text(const CheckedExpectation& checked, const ExplanationOptions& options) {
  return std::visit(values::match{[](std::monostate) { return std::string(); },
                                  [&](const auto& explanation) { return as_text(explanation, options); }},
                    checked.why);
}

void add_failure(std::string& text, const CheckedExpectation& checked, Language language, bool colour) {
  text += fmt::format("{}: {}\n", checked.place, checked.text);
  text += fmt::format("  {}: {}\n", either(language, "expected", "cần có"), checked.expected.in(language));
  text += fmt::format("  {}: {}\n", either(language, "actual", "thực tế"), checked.actual.in(language));
  text += indented(why_as_text(checked, {language, colour, 10}), 4);
}

Json expectation_of(const CheckedExpectation& checked, Language language) {
  Json json{{"place", checked.place},
            {"text", checked.text},
            {"held", checked.held},
            {"expected", checked.expected.in(language)},
            {"actual", checked.actual.in(language)}};
  std::visit(values::match{[](std::monostate) {},
                           [&](const auto& explanation) { json["explanation"] = json_of(explanation, language); }},
             checked.why);
  return json;
}

std::size_t passed_of(const std::vector<TestResult>& results) {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [](const TestResult& result) { return result.passed(); }));
}

}  // namespace

std::string TestResult::place() const { return fmt::format("{}:{}", path, line); }

bool TestResult::passed() const {
  return faults.empty() && std::all_of(expectations.begin(), expectations.end(),
                                       [](const CheckedExpectation& checked) { return checked.held; });
}

std::string failures_of(const TestResult& result, Language language, bool colour) {
  auto text = result.faults;
  for (const auto& checked : result.expectations)
    if (!checked.held) add_failure(text, checked, language, colour);
  return text;
}

bool TestReport::passed() const { return passed_of(results) == results.size(); }

std::string as_text(const TestReport& report, const TestResultOptions& options) {
  const auto& results = report.results;
  std::string text;
  for (const auto& result : results) {
    if (result.passed()) continue;
    const auto language = options.language.value_or(result.language);
    text += toned(either(language, "failed", "không đạt"), Tone::bad, options.colour) +
            fmt::format(": {} ({})\n", result.title, result.place());
    text += indented(failures_of(result, language, options.colour), 2) + '\n';
  }
  const auto language = options.language.value_or(options.reader);
  const auto passed = passed_of(results), failed = results.size() - passed;
  if (language == Language::english)
    text += fmt::format("{} {} passed, {} failed\n", passed, passed == 1 ? "test" : "tests", failed);
  else
    text += fmt::format("{} ví dụ đạt, {} ví dụ không đạt\n", passed, failed);
  if (report.coverage) text += '\n' + as_text(*report.coverage, {options.language, options.colour, language});
  if (report.mutations) text += '\n' + as_text(*report.mutations, {options.language, options.colour, language});
  return text;
}

std::string as_json(const TestReport& report, const TestResultOptions& options) {
  const auto& results = report.results;
  const auto passed = passed_of(results);
  Json json{{"schema", "tdkt/test-results"},
            {"version", 2},
            {"passed", passed},
            {"failed", results.size() - passed},
            {"tests", Json::array()}};
  for (const auto& result : results) {
    const auto language = options.language.value_or(result.language);
    Json test{{"title", result.title}, {"place", result.place()}, {"passed", result.passed()}};
    if (!result.faults.empty()) test["faults"] = result.faults;
    test["expectations"] = Json::array();
    for (const auto& checked : result.expectations) test["expectations"].push_back(expectation_of(checked, language));
    json["tests"].push_back(std::move(test));
  }
  if (report.coverage) json["coverage"] = json_of(*report.coverage, options.language);
  if (report.mutations) json["mutations"] = json_of(*report.mutations, options.language);
  return written(json, 2) + '\n';
}

}  // namespace tdkt::reports
