// SPDX-License-Identifier: Apache-2.0
// A rule file with a `test` statement, judged on what that test gives: the shortest way from a text
// to verdicts and their explanations.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "diagnostics/diagnostic.hpp"
#include "evaluate/evaluation.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"
#include "verdicts/explanation.hpp"

namespace tdkt::verdicts {

class Judged {
 public:
  // `rules`: a file below the source folder's tests or rules, or text; the words of emulation and
  // commendation are loaded with them. The data are those of the test with this number.
  explicit Judged(const std::string& text, std::size_t test = 0);
  ~Judged();

  // What is wrong with the rules or data; empty where nothing is.
  const std::string& mistakes() const { return mistakes_; }
  const typed::Program& program() const { return program_; }
  const Results& results() const { return results_; }

  // The explanation as reports print it; of the award's or nomination's first form in English.
  std::string why(const std::string& entity, const std::string& rule, int year, grammar::Language language) const;
  std::optional<Explanation> explanation(const std::string& entity, const std::string& rule, int year) const;

  // `U1: nominated A; U2: tied`: every candidate's standing, in the outcome's order.
  std::string standings(const std::string& nomination, int year) const;

 private:
  source::Sources sources_;
  diagnostics::Diagnostics diagnostics_;
  std::string mistakes_;
  typed::Program program_;
  columns::Dataset dataset_;
  std::optional<evaluate::Evaluation> evaluation_;
  Results results_;
};

}  // namespace tdkt::verdicts
