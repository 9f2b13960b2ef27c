// SPDX-License-Identifier: Apache-2.0
// Which clauses can stand in which statement: a clause word counts only where its clause can stand.
#pragma once

#include <span>

#include "grammar/keywords.hpp"

namespace tdkt::grammar {

// What a line without a clause word of its own may be.
enum class Unnamed : std::uint8_t {
  nothing,    // a continuation of the line above
  value,      // each line is one
  table_row,  // a line with `->`, or one not deeper than the row above
  grade_row,  // a line that begins with a quoted grade and `when`, or with a quote and is not deeper
  criterion,  // in a group: see Group
};

struct Place {
  std::span<const Keyword> words;
  Unnamed unnamed = Unnamed::nothing;
};

namespace places {

namespace words {
using K = Keyword;
inline constexpr Keyword vocabulary[] = {K::version, K::uses_vocabulary, K::cites, K::wording};
inline constexpr Keyword pack[] = {
    K::version,         K::in_force, K::cites,     K::wording,
    K::uses_vocabulary, K::adds_to,  K::overrides, K::order_of_awards, K::cases_received_before,
    K::open_define};
inline constexpr Keyword parameter[] = {K::dated_value, K::cites, K::wording};
inline constexpr Keyword cited[] = {K::cites, K::wording};
inline constexpr Keyword rows[] = {K::first_match, K::no_match_is_a_gap, K::otherwise_row, K::cites,
                                   K::wording};
inline constexpr Keyword scorecard[] = {K::part,
                                        K::item,
                                        K::bonus_item,
                                        K::penalty_item,
                                        K::up_to,
                                        K::out_of,
                                        K::all_or_nothing,
                                        K::without_a_ceiling,
                                        K::applies_when,
                                        K::scaled_to,
                                        K::rounding,
                                        K::bonus_above_the_ceiling,
                                        K::cites,
                                        K::wording};
// What a part or item says of its points besides its formula.
inline constexpr Keyword modifiers[] = {
    K::up_to,        K::out_of,    K::all_or_nothing, K::without_a_ceiling,
    K::applies_when, K::scaled_to, K::rounding,       K::bonus_above_the_ceiling};
inline constexpr Keyword award[] = {K::require, K::bar, K::defer, K::end, K::cites, K::wording};
inline constexpr Keyword group[] = {K::end, K::cites, K::wording};
inline constexpr Keyword nomination[] = {
    K::among,    K::within_each,      K::rank_by,       K::offer, K::one_offer_each, K::tie_for_place,
    K::list_all, K::for_all_together, K::in_two_rounds, K::vote,  K::cites,          K::wording};
inline constexpr Keyword check[] = {K::warn_when, K::error_when, K::cites, K::wording};
inline constexpr Keyword test[] = {K::judged_in, K::given, K::expect};
}  // namespace words

inline constexpr Place nothing{};
inline constexpr Place values{{}, Unnamed::value};
inline constexpr Place vocabulary{words::vocabulary};
inline constexpr Place pack{words::pack};
inline constexpr Place parameter{words::parameter};
inline constexpr Place cited{words::cited};
inline constexpr Place table{words::rows, Unnamed::table_row};
inline constexpr Place grades{words::rows, Unnamed::grade_row};
inline constexpr Place scorecard{words::scorecard};
inline constexpr Place award{words::award};
inline constexpr Place group{words::group, Unnamed::criterion};
inline constexpr Place nomination{words::nomination};
inline constexpr Place check{words::check};
inline constexpr Place test{words::test};

}  // namespace places

// What begins at the margin.
inline constexpr Keyword statement_words[] = {
    Keyword::vocabulary, Keyword::entity,    Keyword::scale,           Keyword::kinds,
    Keyword::fact,       Keyword::relation,  Keyword::verb,            Keyword::cadence,
    Keyword::unit_of_measure, Keyword::pack, Keyword::parameter,       Keyword::define,
    Keyword::open_define, Keyword::period,   Keyword::table,           Keyword::scorecard,
    Keyword::grades,     Keyword::award,     Keyword::pledge,          Keyword::nomination,
    Keyword::report,     Keyword::check,     Keyword::test};

// Whether a quoted name follows the word.
constexpr bool wants_title(Keyword keyword) {
  switch (keyword) {
    case Keyword::vocabulary: case Keyword::pack: case Keyword::period: case Keyword::scorecard:
    case Keyword::grades: case Keyword::award: case Keyword::pledge: case Keyword::nomination:
    case Keyword::report: case Keyword::check: case Keyword::test: case Keyword::version:
    case Keyword::uses_vocabulary: case Keyword::adds_to: case Keyword::overrides: case Keyword::cites:
    case Keyword::wording: case Keyword::part: case Keyword::item: case Keyword::bonus_item:
    case Keyword::penalty_item: case Keyword::offer:
      return true;
    default:
      return false;
  }
}

constexpr bool is_modifier(Keyword keyword) {
  for (const auto modifier : places::words::modifiers)
    if (modifier == keyword) return true;
  return false;
}

// Words of group places that an open group leaves to the statement around it.
constexpr bool ends_a_group(Keyword keyword) {
  return keyword != Keyword::end && keyword != Keyword::cites && keyword != Keyword::wording;
}

// Clause words that can stand in an expression, too, and so begin a line within brackets.
constexpr bool stands_in_expressions(Keyword keyword) {
  switch (keyword) {
    case Keyword::part: case Keyword::item: case Keyword::bonus_item: case Keyword::penalty_item: case Keyword::up_to:
    case Keyword::out_of: case Keyword::rounding: case Keyword::otherwise_row: case Keyword::dated_value:
    case Keyword::judged_in: case Keyword::among: case Keyword::end:
      return true;
    default:
      return false;
  }
}

}  // namespace tdkt::grammar
