// SPDX-License-Identifier: Apache-2.0
// What came of the `test` statements of rules.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"
#include "verdicts/explanation.hpp"

namespace tdkt::reports {

struct CheckedExpectation {
  std::string place;                       // `law.tdkt:34`
  std::string text;                        // as written, without its first word
  bool held = false;
  diagnostics::Phrase expected{""}, actual{""};
  // Why it is as it is, where an award or a nomination is concerned.
  std::variant<std::monostate, verdicts::Explanation, verdicts::NominationExplanation> why;
};

struct TestResult {
  std::string title, place;
  grammar::Language language = grammar::Language::english;
  std::vector<CheckedExpectation> expectations;
  std::string faults;                      // of its tables, as text; empty where there are none
  bool passed() const;
};

struct TestResultOptions {
  std::optional<grammar::Language> language;  // nullopt: that of the test
  bool colour = false;
  grammar::Language reader = grammar::Language::english;  // of the summary, where language is nullopt
};

// Failed tests with the explanation of what came instead, and how many passed.
std::string as_text(const std::vector<TestResult>& results, const TestResultOptions& options);

// docs/schema/test-results.schema.json
std::string as_json(const std::vector<TestResult>& results, const TestResultOptions& options);

}  // namespace tdkt::reports
