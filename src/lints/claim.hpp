// SPDX-License-Identifier: Apache-2.0
// A condition as far as proofs can follow it: which values of one thing make it true, how many of a
// set must meet what, in which years. What cannot be followed is known by its meaning alone.
#pragma once

#include <bitset>
#include <memory>
#include <optional>
#include <unordered_map>
#include <variant>
#include <vector>

#include "lints/numbers.hpp"
#include "typed/program.hpp"

namespace tdkt::lints {

// A number for each meaning, the same for equal ones.
using Topic = std::uint32_t;

// Values of a scale, or no and yes, of so many.
struct Codes {
  std::bitset<256> values;
  std::size_t of;
};

struct Claim;
using ClaimPtr = std::shared_ptr<const Claim>;

// `topic` has one of these values.
struct InValues {
  Topic topic;
  std::variant<Numbers, Codes> values;
};
// So many of a set meet `met` (nullptr: are there at all).
struct SoMany {
  Topic set;
  bool share;
  Numbers amount;
  bool or_when_none;
  ClaimPtr met;
};
// `inner` in so many of the years from `first` to `last` years ago.
struct InYearsAgo {
  int first, last, at_least;
  ClaimPtr inner;
};
// Two things compare in one of these ways.
struct Compared {
  Topic left, right;
  bool less, equal, greater;
};
struct AllOf { std::vector<Claim> parts; };
struct AnyOf { std::vector<Claim> parts; };
struct NotSo { ClaimPtr inner; };
struct Opaque {};

struct Claim {
  Topic meaning;
  std::variant<Opaque, InValues, SoMany, InYearsAgo, Compared, AllOf, AnyOf, NotSo> what;
};

class Claims {
 public:
  explicit Claims(const typed::Program& program) : program_(program) {}
  // The expression stays where it is as long as the claims are made.
  Claim of(const typed::Expression& condition);
  Claim all_of(std::vector<Claim> parts) { return {next_++, AllOf{std::move(parts)}}; }
  Claim any_of(std::vector<Claim> parts) { return {next_++, AnyOf{std::move(parts)}}; }
  Claim opaque() { return {next_++, Opaque{}}; }
  // What holds where `claim` surely does not.
  Claim opposite(Claim claim);

 private:
  using What = decltype(Claim::what);
  What what(const typed::Expression& e);
  What is_true(const typed::Expression& e);
  What compared(values::Sign sign, const typed::Expression& left, const typed::Expression& right);
  std::optional<What> compared_with(values::Sign sign, const typed::Expression& left, const typed::Literal& literal);
  What between(const typed::Between& n, const typed::Expression& e);
  What one_of(const typed::OneOf& n, const typed::Expression& e);
  What so_many(const typed::Quantified& n, const typed::Expression& e);
  What in_years(const typed::InYears& n, const typed::Expression& e);
  What moved(const typed::Moved& n, const typed::Expression& e);
  What received(const typed::Received& n, const typed::Expression& e);
  Topic topic(const typed::Expression& e);
  Topic topic_of(typed::Node node, const typed::Expression& like);

  const typed::Program& program_;
  std::unordered_multimap<std::size_t, std::pair<const typed::Expression*, Topic>> topics_;
  std::vector<typed::Expr> made_;
  Topic next_ = 0;
};

// Whoever meets `a` meets `b`. False where it cannot be proved.
bool implies(const Claim& a, const Claim& b);
// Nobody meets both.
bool exclude(const Claim& a, const Claim& b);

}  // namespace tdkt::lints
