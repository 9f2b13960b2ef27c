// SPDX-License-Identifier: Apache-2.0
// A fact of months in a rule of years: which of the months is meant has to be said.
#include <set>

#include "diagnostics/kinds.hpp"
#include "typed/check.hpp"
#include "typed/rule_expressions.hpp"

namespace tdkt::typed {

namespace {

using values::Cadence;

// How many of its periods a year has, about.
int in_a_year(const columns::Timing& timing) {
  switch (timing.cadence) {
    case Cadence::half_yearly: return 2;
    case Cadence::quarterly: return 4;
    case Cadence::monthly: return 12;
    case Cadence::weekly: return 52;
    default: return 1;
  }
}

class Cadences {
 public:
  Cadences(Build& build, Language language) : build_(build), language_(language) {}

  void look_at(const Expression& e, const columns::Timing& judged) {
    if (const auto* over = std::get_if<OverPeriods>(&e.node)) return look_at(*over->body, over->each);
    if (const auto* of = std::get_if<FactOf>(&e.node)) check(e, *of, judged);
    for_each_part(e, [&](const Expression& part) { look_at(part, judged); });
  }

 private:
  void check(const Expression& e, const FactOf& of, const columns::Timing& judged) {
    const auto& fact = build_.schema[of.fact];
    if (in_a_year(fact.timing) <= in_a_year(judged)) return;
    if (!told_.insert({e.written.file, e.written.span.begin}).second) return;
    const auto name = fact.name.in(language_);
    const auto noun = noun_of(fact.timing.cadence);
    build_.diagnostics.report(Kind::finer_cadence, e.written, language_,
                              {name, diagnostics::Phrase(noun.first, noun.second), diagnostics::Phrase(noun.first, noun.second),
                               diagnostics::Phrase(noun.first + "s", noun.second)});
  }

  static std::pair<std::string, std::string> noun_of(Cadence cadence) {
    const auto keyword = cadence == Cadence::monthly     ? Keyword::each_month
                         : cadence == Cadence::quarterly ? Keyword::each_quarter
                         : cadence == Cadence::weekly    ? Keyword::each_week
                                                         : Keyword::each_half_year;
    return {grammar::spellings(keyword, Language::english).front(), grammar::spellings(keyword, Language::vietnamese).front()};
  }

  Build& build_;
  Language language_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_;
};

}  // namespace

void check_cadences(Build& build) {
  const auto look_at = [&](const auto& rules) {
    for (const auto& rule : rules) {
      if (rule.scope.period) continue;
      const auto judged = rule.scope.year ? columns::Timing{} : rule.scope.every;
      Cadences cadences(build, build.program[rule.pack].language);
      for_each_expression(rule, [&](const Expression& e, const source::Where&, const std::string&) { cadences.look_at(e, judged); });
    }
  };
  look_at(build.program.awards);
  look_at(build.program.scorecards);
  look_at(build.program.grades);
  look_at(build.program.nominations);
  look_at(build.program.reports);
  look_at(build.program.checks);
}

}  // namespace tdkt::typed
