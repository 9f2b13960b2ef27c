// SPDX-License-Identifier: Apache-2.0
// Which small changes of rules the tests notice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.hpp"
#include "grammar/language.hpp"

namespace tdkt::reports {

struct TriedChange {
  enum class Fate : std::uint8_t {
    noticed,                         // some test that passes would fail
    unnoticed,
    untested                         // no test that passes expects anything of what it changes
  } fate = Fate::untested;
  diagnostics::Phrase change{""};    // `70% became 69%`
  diagnostics::Phrase sentence{""};  // `c) at least 70% of staff …`
  diagnostics::Phrase rule{""};
  std::string path;
  std::size_t line = 0, column = 0;
  grammar::Language language = grammar::Language::english;  // of its pack
  std::string noticed_by;            // the first test, in the order written
};

struct Mutations {
  std::vector<TriedChange> changes;  // by file and place
  std::size_t failing_tests = 0;     // left aside: they fail as it is

  std::size_t count(TriedChange::Fate fate) const;
  bool all_noticed() const;

  // A change that is there already, of a file that several packs use, is noticed where one notices it.
  void add(const Mutations& more);
};

struct MutationOptions {
  std::optional<grammar::Language> language;  // of rules; nullopt: their own
  bool colour = false;
  grammar::Language reader = grammar::Language::english;  // of everything else
};

// The changes that no test notices, at their places, and how many were tried.
std::string as_text(const Mutations& mutations, const MutationOptions& options);

}  // namespace tdkt::reports
