// SPDX-License-Identifier: Apache-2.0
// Cards of criteria: their cases are bound and judged as tests are.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "card/card.hpp"
#include "source/source.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

// The engine's answer to one made-up data set.
card::Judged judged(const typed::Program& program, const card::Inquiry& inquiry);

struct CardOptions {
  std::optional<std::string> criterion;  // a path such as `4.a)`, or a title; nullopt: all of the award
  std::optional<int> year;
  bool waivers = true;                   // show that one can be waived
};

// Cards of an award or a pledge, with the words of the author.
std::vector<card::Card> cards_of(const typed::Program& program, const source::Sources& sources, typed::AwardId award,
                                 values::Period period, const CardOptions& options);

// The criteria of a rule by their paths and titles, as they may be asked for.
std::vector<std::string> names_of_criteria(const typed::Award& award);
bool has_criterion(const typed::Award& award, const std::string& name);

}  // namespace tdkt::engine
