// SPDX-License-Identifier: Apache-2.0
// Writes expressions in words that the reader understands as the same.
//
// Brackets are set where a neighbour could otherwise take in what is not its own, and where the
// author set them. One file for each kind of phrase: conditions.cpp, predicates.cpp, sets.cpp,
// values.cpp, numbers.cpp, times.cpp; clauses.cpp for what clauses hold besides expressions.
#pragma once

#include <initializer_list>
#include <string>

#include "grammar/keywords.hpp"
#include "typed/print.hpp"
#include "typed/program.hpp"

namespace tdkt::typed::printing {

using grammar::Keyword;

// Of whom a condition is said: of the judged entity, of one member of a set, of its members.
enum class Of : std::uint8_t { judged, member, members };

// What a phrase stands in.
struct Around {
  std::uint8_t innermost = 0;   // the level whose facts need no owner
  Of said_of = Of::judged;
  bool none_of = false;         // `cán bộ nào` of Vietnamese, in the last noun of a set
};

// How tightly a condition holds together; a looser one is bracketed.
enum class Hold : std::uint8_t { either, both, timed, simple };
// The same of numbers.
enum class Grip : std::uint8_t { whole, sum, product, factor };

class Printer {
 public:
  Printer(const Program& program, Language language, const Wording& wording)
      : program_(program), schema_(program.schema), language_(language), wording_(wording) {}

  std::string condition(const Expression& e, Around around, Hold least = Hold::either) const;
  std::string value(const Expression& e, Around around, Grip least = Grip::whole) const;
  std::string any(const Expression& e, Around around) const;
  std::string scope(const Scope& scope) const;
  std::string population(const Set& population) const { return set(population, {}); }
  std::string among(const Reader::Among& among, EntityId of) const;
  std::string keys(const std::vector<RankKey>& keys) const;
  std::string offer(const Reader::OfferTerms& terms, const Nomination& nomination) const;
  std::string expectation(const Expectation& expected) const;
  std::string number(const Decimal& value, const Type& type) const;

 private:
  // ---- words (printer.cpp)
  bool english() const { return language_ == Language::english; }
  std::string word(Keyword keyword, std::size_t spelling = 0) const;
  std::string name(const columns::Name& name) const;
  std::string entity(EntityId id) const { return name(schema_[id].name); }
  std::string title(const Title& title) const;
  std::string award(const std::string& written) const;
  // Where a line may be broken: instead of a blank, or before what `joined` sets apart.
  std::string rather(const Expression& behind) const;
  std::string break_before(const std::string& text, const Expression& behind) const {
    return wording_.breaks ? rather(behind) + text : text;
  }
  std::string may_break_before(const std::string& text) const { return wording_.breaks ? may_break + text : text; }
  static std::string quoted(const std::string& text);
  static std::string bracketed(const std::string& text) { return '(' + text + ')'; }
  // Joined by blanks, empty ones left out.
  static std::string joined(std::initializer_list<std::string> words);
  bool begins_with(const std::string& text, Keyword keyword) const;
  bool starts_with_vowel(const std::string& text) const;
  std::string plural(std::string noun) const;

  // ---- conditions.cpp
  std::string parts(const std::vector<Expr>& parts, Keyword between, Hold each, Around around) const;
  bool takes_in_what_follows(const Expression& e) const;
  bool begins_outside(const Expression& before, const Expression& next) const;
  std::string negation(const Not& n, Around around) const;
  std::string quantified(const Quantified& n, Around around) const;
  std::string head(const Amount& amount, Around around) const;
  std::string amount(const Expression& e, Around around) const;
  std::string chosen(const If& n, Around around) const;
  std::string rotates(const Rotates& n, Around around) const;

  // ---- predicates.cpp
  std::string compared(const Compare& n, Around around) const;
  std::string with_verb(const Compare& n, const FactOf& fact, Around around) const;
  std::string sign(Sign said) const;
  std::string sign_and_value(Sign sign, const Expression& right, Around around, bool several = false) const;
  std::string right_side(const Expression& right, Around around, bool plainly = true) const;
  std::string truth(const Expression& e, Around around, bool negated) const;
  std::string received(const Received& n, Around around) const;
  std::string subject(const Expr& subject, Around around) const;
  std::string done(const columns::Name& declared, const std::string& text, Around around, bool negated) const;
  std::optional<std::string> inflected(const columns::Name& declared, Of said_of) const;
  std::string agreeing(const columns::Name& declared, Of said_of) const;
  bool is_plural(const std::string& noun) const;
  bool is_plural(const Expression& value) const;
  std::string is(Of said_of) const { return english() ? word(Keyword::copula, said_of == Of::members ? 1 : 0) : ""; }
  std::string has(Of said_of) const { return word(Keyword::copula, !english() ? 0 : said_of == Of::members ? 3 : 2); }
  std::string article(const std::string& noun) const;
  std::string equals(const Type& type, bool denied) const;
  std::string in_top(const InTop& n, Around around) const;

  // ---- sets.cpp
  std::string set(const Set& set, Around around, bool singular = false) const;
  std::string path(const Set& set, std::size_t step, Around around, bool singular) const;
  std::string filter(const Expression& e, std::uint8_t level, Of said_of = Of::members) const;
  static Around inside(const Set& set, Of said_of = Of::members) { return {set.level, said_of}; }

  // ---- values.cpp
  std::string literal(const Literal& literal, const Type& type) const;
  std::string code(const Code& code) const;
  std::string counted(const columns::Name& unit, bool one) const;
  std::string owner(const Expr& subject, Around around) const;
  std::string fact(const FactOf& n, Around around) const;
  std::string related(const Related& n, Around around) const;
  std::string node_title(const Scorecard& card, std::uint32_t index) const;
  std::string score(const Score& n, Around around) const;
  // Whether a sentence of this pack need not name which of them it means.
  template <class Things>
  bool only_of_pack(const Things& things, PackId pack) const {
    if (wording_.pack != pack) return false;
    std::size_t count = 0;
    for (const auto& thing : things) count += thing.pack == pack;
    return count == 1;
  }
  std::string arguments(const std::vector<Expr>& arguments, Around around) const;
  std::string lookup(const Lookup& n, Around around) const;
  std::string moved_value(const Moved& n, Around around) const;

  // ---- numbers.cpp
  std::string arithmetic(const Arithmetic& n, Around around) const;
  std::string aggregate(const Aggregate& n, Around around) const;
  std::string member_with(const MemberWith& n, Around around) const;
  std::string rank(const Rank& n, Around around) const;
  std::string ordering(bool high_to_low) const;
  std::string rounding(values::Rounding rounding, int places) const;
  Grip grip(const Expression& e) const;

  // ---- times.cpp
  std::string shift(const Shift& to) const;
  std::string in_years(const InYears& n) const;
  std::string periods(const columns::Timing& each, bool several) const;
  std::string over_periods(const OverPeriods& n, Around around) const;
  std::string span(const Span& when, Around around) const;
  std::string window(const Span& when, Around around) const;
  bool ends_with_dated_name(const Expression& e) const;

  // ---- clauses.cpp
  std::string quota(const Quota& quota, const Nomination& nomination) const;
  std::string id(const std::string& text) const;

  const Program& program_;
  const columns::Schema& schema_;
  Language language_;
  const Wording& wording_;
};

}  // namespace tdkt::typed::printing
