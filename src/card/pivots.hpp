// SPDX-License-Identifier: Apache-2.0
// Where the boundaries of a criterion lie: the parts that can be varied by themselves, and how.
#pragma once

#include <functional>
#include <vector>

#include "card/arranger.hpp"
#include "card/card.hpp"

namespace tdkt::card {

// One way to arrange the part, and what to call it.
struct Variant {
  Phrase label;
  std::function<bool(Arranger&, const At&)> act;
};

enum class Vary : std::uint8_t {
  value,    // the part itself: a comparison, a quantifier, a fact
  days,     // when its dated records came about
  search,   // facts far below it, found by asking the engine
};

struct Pivot {
  const void* where;                    // an Expression, or a Criterion
  const Expression* expression;         // nullptr of a criterion
  const typed::Criterion* criterion;
  Vary vary;
  Phrase about;
};

// From the outside in.
std::vector<Pivot> pivots_of(const typed::Program& program, const typed::Criterion& criterion);

// The variants, seen from where the part stands. One file each.
std::vector<Variant> variants_of_amount(Arranger& arranger, const At& at, const Expression& expression);
std::vector<Variant> variants_of_days(Arranger& arranger, const At& at, const Expression& expression);
std::vector<Variant> variants_of_values(Arranger& arranger, const At& at, const Expression& expression);
std::vector<Variant> variants_of_time(Arranger& arranger, const At& at, const Expression& expression);
std::vector<Variant> variants_of_records(Arranger& arranger, const At& at, const Expression& expression);
std::vector<Variant> variants_of_group(Arranger& arranger, const At& at, const typed::Criterion& criterion);
Variant waiver_variant(const typed::Criterion& criterion, const typed::Award& award, bool expired);

// ---- words that several of them use

Phrase words(const typed::Program& program, const Expression& expression);
Phrase words(const typed::Program& program, const Scene& scene, const Value& value, const typed::Type& type);
Phrase joined(const Phrase& a, const char* between, const Phrase& b);
Phrase numbered(std::size_t number);

}  // namespace tdkt::card
