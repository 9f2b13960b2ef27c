// SPDX-License-Identifier: Apache-2.0
// What came of the `test` statements of rules.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"
#include "reports/coverage.hpp"
#include "reports/mutations.hpp"
#include "verdicts/explanation.hpp"

namespace tdkt::reports {

struct CheckedExpectation {
  std::string place;                       // `law.tdkt:34`
  std::string text;                        // as written, without its first word
  bool held = false;
  diagnostics::Phrase expected{""}, actual{""};
  // Why it is as it is, as far as the expectation is concerned; nothing where it held.
  std::variant<std::monostate, verdicts::Explanation, verdicts::NominationExplanation, verdicts::ValueExplanation> why;
};

struct TestResult {
  std::string title, path;
  std::size_t line = 0;
  grammar::Language language = grammar::Language::english;
  std::vector<CheckedExpectation> expectations;
  std::string faults;                      // of its tables, as text; empty where there are none
  bool passed() const;
  std::string place() const;               // `law.tdkt:34`
};

struct TestResultOptions {
  std::optional<grammar::Language> language;  // nullopt: that of the test
  bool colour = false;
  grammar::Language reader = grammar::Language::english;  // of the summary, where language is nullopt
};

// What is wrong with its tables, or each expectation that did not hold, with the explanation.
std::string failures_of(const TestResult& result, grammar::Language language, bool colour);

// All that `tdkt test` found out.
struct TestReport {
  std::vector<TestResult> results;
  std::optional<Coverage> coverage;        // where it was asked for
  std::optional<Mutations> mutations;      // where they were asked for

  bool passed() const;                     // every test
};

// Failed tests with the explanation of what came instead, how many passed, and what else was asked for.
std::string as_text(const TestReport& report, const TestResultOptions& options);

// A page for a browser or for paper, in one file.
std::string as_html(const TestReport& report, const TestResultOptions& options);

// JUnit's XML, as servers of continuous integration read it: a suite a file, a case a test. Times are
// left out: nothing that is written here depends on the clock.
std::string as_junit(const std::vector<TestResult>& results, const TestResultOptions& options);

// docs/schema/test-results.schema.json
std::string as_json(const TestReport& report, const TestResultOptions& options);

}  // namespace tdkt::reports
