// SPDX-License-Identifier: Apache-2.0
// What tests saw of rules: of every point, in how many cases it was met, not met and unknown.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"

namespace tdkt::reports {

enum class Sight : std::uint8_t { met, not_met, unknown };

// A statement that may hold, not hold or be unknown: a requirement, a bar that is on, a class that is
// given, an offer that is made.
struct CoveragePoint {
  enum class Of : std::uint8_t {
    verdict, scope, requirement, group, bar, deferral, exception, vote, item, applies, grade, table_row,
    candidates, condition, offer, warning
  } of;
  std::size_t depth = 0;                     // within groups and parts
  diagnostics::Phrase words{""};
  std::size_t line = 0;
  std::array<bool, 3> possible{true, true, true};  // by Sight: whether a test could see it so at all
  std::array<std::size_t, 3> times{};        // by Sight: cases (a test, an entity, a period) that did

  std::size_t seen() const;                  // how many of the possible sights were had
  std::size_t all() const;
};

struct CoveredRule {
  enum class Kind : std::uint8_t { award, pledge, scorecard, grades, table, nomination, check } kind;
  diagnostics::Phrase title{""};
  std::string path;
  std::size_t line = 0;
  grammar::Language language = grammar::Language::english;  // of its pack
  std::vector<CoveragePoint> points;         // in the order written

  std::size_t seen() const;
  std::size_t all() const;
};

struct Coverage {
  std::vector<CoveredRule> rules;            // by file and line

  std::size_t seen() const;
  std::size_t all() const;

  // A rule that is there already, of a file that several packs use, is counted together.
  void add(const Coverage& more);
};

struct CoverageOptions {
  std::optional<grammar::Language> language;  // of rules; nullopt: their own
  bool colour = false;
  grammar::Language reader = grammar::Language::english;  // of everything else
};

// Every rule with its points, and a table of all rules at the end.
std::string as_text(const Coverage& coverage, const CoverageOptions& options);

}  // namespace tdkt::reports
