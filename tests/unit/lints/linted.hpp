// SPDX-License-Identifier: Apache-2.0
// Rules over a small vocabulary, and what the lints say of them.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "diagnostics/render.hpp"
#include "lints/lints.hpp"
#include "source/source.hpp"
#include "syntax/parse.hpp"
#include "typed/from_syntax.hpp"

namespace tdkt::lints_tests {

inline const std::string words = R"(vocabulary "v"

entity person
entity unit
entity initiative

scale rating
  poor
  good
  excellent

relation staff of unit: many person, yearly, never empty, inverse unit
relation helpers of unit: many person, yearly, inverse many helped unit
relation initiatives of person: many initiative, dated, inverse author

fact task rating of person: rating, yearly
fact task rating of unit: rating, yearly
fact months worked of person: whole number from 0 to 12, yearly
fact points of unit: number, yearly
fact planned of unit: whole number from 0 to 100, yearly
fact met of unit: whole number from 0 to planned, yearly
fact registered of unit: yes/no, yearly
fact helps, help of person: yes/no, yearly

verb achieve, achieves: task rating of person, task rating of unit, means at least
)";

struct Linted {
  source::Sources sources;
  std::vector<syntax::File> files;
  typed::Program program;
  diagnostics::Diagnostics diagnostics;

  std::string said() const { return diagnostics::as_text(diagnostics, sources, {}); }
  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const auto& diagnostic : diagnostics.all()) all.emplace_back(diagnostics::text_of(diagnostic.kind).code);
    return all;
  }
};

inline Linted linted(const std::vector<std::pair<std::string, std::string>>& texts) {
  Linted result;
  for (const auto& [path, text] : texts) {
    const auto file = result.sources.add(source::Source(path, text));
    result.files.push_back(syntax::parse(result.sources, file, result.diagnostics));
  }
  result.program = typed::from_syntax(result.files, result.sources, result.diagnostics);
  if (!result.diagnostics.has_errors()) {
    lints::Run run{&result.program, {}};
    for (const auto& file : result.files) run.files.push_back(&file);
    lints::lint({run}, result.sources, result.diagnostics);
  }
  result.diagnostics.sort();
  return result;
}

// A pack with these statements; its vocabulary is in a folder of its own.
inline Linted pack(const std::string& statements) {
  return linted({{"words/v.tdkt", words},
                 {"rules/p.tdkt", "pack \"P\"\n  version \"1\"\n  in force from 2020-01-01\n  uses vocabulary \"v\"\n\n" + statements}});
}

// An award for a unit that asks for these criteria.
inline Linted award(const std::vector<std::string>& criteria) {
  std::string text = "award \"A\" for a unit, every year\n";
  for (const auto& criterion : criteria) text += "  require " + criterion + "\n";
  return pack(text);
}

using Codes = std::vector<std::string>;

}  // namespace tdkt::lints_tests
