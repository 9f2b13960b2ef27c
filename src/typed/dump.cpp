// SPDX-License-Identifier: Apache-2.0
#include "typed/dump.hpp"

#include "values/match.hpp"

namespace tdkt::typed {

namespace {

std::string_view sign_text(Sign sign) {
  switch (sign) {
    case Sign::equal: return "=";
    case Sign::unequal: return "<>";
    case Sign::at_least: return ">=";
    case Sign::at_most: return "<=";
    case Sign::above: return ">";
    case Sign::below: return "<";
  }
  return "";
}

std::string_view rounding_text(values::Rounding rounding) {
  switch (rounding) {
    case values::Rounding::half_away: return "half-away";
    case values::Rounding::up: return "up";
    case values::Rounding::down: return "down";
  }
  return "";
}

std::string_view function_text(Function function) {
  switch (function) {
    case Function::number: return "number";
    case Function::share: return "share";
    case Function::total: return "total";
    case Function::average: return "average";
    case Function::highest: return "highest";
    case Function::lowest: return "lowest";
    case Function::median: return "median";
  }
  return "";
}

class Tree {
 public:
  explicit Tree(const Program& program) : program_(program) {}

  std::string of(const Expression& e) const {
    return std::visit(values::match{
        [&](const Literal& n) { return literal(n, e.type); },
        [&](const Parameter& n) { return name(program_[n.parameter].name); },
        [&](const JudgedYear&) { return std::string("judged-year"); },
        [&](const Self& n) { return '@' + std::to_string(n.level); },
        [&](const FactOf& n) {
          return row({name(program_.schema[n.fact].name), of(n.subject), n.key ? "key " + of(n.key) : ""});
        },
        [&](const Related& n) { return row({relation(n.relation, n.inverse), of(n.subject)}); },
        [&](const Compare& n) { return row({sign_text(n.sign), of(n.left), of(n.right)}); },
        [&](const OneOf& n) { return row({"one-of", of(n.left), list(n.list)}); },
        [&](const Between& n) { return row({"between", of(n.value), of(n.low), of(n.high)}); },
        [&](const IsKnown& n) { return row({"known", of(n.of)}); },
        [&](const Not& n) { return row({"not", of(n.inner)}); },
        [&](const All& n) { return row({"and", list(n.parts)}); },
        [&](const Any& n) { return row({"or", list(n.parts)}); },
        [&](const Arithmetic& n) {
          constexpr std::string_view signs[] = {"+", "-", "*", "/"};
          return row({signs[static_cast<int>(n.op)], of(n.left), of(n.right)});
        },
        [&](const PercentOf& n) { return row({"percent-of", of(n.percent), of(n.of)}); },
        [&](const Choose& n) { return row({n.smaller ? "smaller" : "larger", of(n.left), of(n.right)}); },
        [&](const Capped& n) { return row({"capped", of(n.value), of(n.ceiling)}); },
        [&](const Rounded& n) {
          return row({"rounded", rounding_text(n.rounding), std::to_string(n.places), of(n.value)});
        },
        [&](const If& n) { return row({"if", of(n.condition), of(n.then), of(n.otherwise)}); },
        [&](const Moved& n) { return row({shift(n.to), n.as_then_in_force ? "as-then" : "", of(n.body)}); },
        [&](const InYears& n) {
          return row({n.at_least ? "in-years>=" + std::to_string(*n.at_least) : "in-years", span(n.years),
                      n.as_then_in_force ? "as-then" : "", of(n.body)});
        },
        [&](const Within& n) { return row({"within", span(n.years), of(n.body)}); },
        [&](const OverPeriods& n) {
          constexpr std::string_view names[] = {"every-period", "total-over-periods", "average-over-periods",
                                                "highest-over-periods", "lowest-over-periods", "last-period"};
          return row({std::string(names[static_cast<int>(n.how)]), of(n.body)});
        },
        [&](const Quantified& n) {
          const auto& amount = n.amount;
          return row({amount.share ? "share" : "count", amount.high ? "between" : sign_text(amount.sign), of(amount.low),
                      of(amount.high), set(n.set), of(n.predicate), n.or_when_none ? "or-none" : ""});
        },
        [&](const Aggregate& n) {
          return row({function_text(n.function), of(n.value), set(n.set), of(n.predicate), n.known_only ? "known-only" : ""});
        },
        [&](const MemberWith& n) { return row({n.highest ? "with-highest" : "with-lowest", of(n.value), set(n.set)}); },
        [&](const MemberOf& n) { return row({"member-of", of(n.entity), set(n.set)}); },
        [&](const Rank& n) { return rank(n); },
        [&](const InTop& n) {
          return row({"in-top", of(n.top), n.share ? rounding_text(n.rounding) : "", rank(n.rank)});
        },
        [&](const Received& n) {
          return row({"received", '"' + n.award + '"', sign_text(n.sign), std::to_string(n.times),
                      n.consecutive ? "consecutive" : "", span(n.when), of(n.subject)});
        },
        [&](const Eligible& n) { return row({"eligible", '"' + n.award + '"', of(n.subject)}); },
        [&](const Score& n) {
          constexpr std::string_view whats[] = {"total-points", "points-of-part", "points-of-item", "bonus", "penalty"};
          const bool part = n.what == ScoreOf::part || n.what == ScoreOf::item;
          const auto& card = program_[n.scorecard];
          return row({whats[static_cast<int>(n.what)], part ? '"' + card.nodes[n.node].title.text + '"' : "",
                      '"' + card.title.text + '"', of(n.subject)});
        },
        [&](const ItemsReach& n) {
          return row({"items-reach", n.share.text(), '"' + program_[n.scorecard].title.text + '"', of(n.subject)});
        },
        [&](const GradeOf& n) { return row({"grade", '"' + program_[n.grades].title.text + '"', of(n.subject)}); },
        [&](const Lookup& n) { return row({"lookup", name(program_[n.table].name), list(n.inputs)}); },
        [&](const Defined& n) {
          return row({"define", name(program_[n.definition].name), of(n.subject), list(n.arguments)});
        },
        [&](const Rotates& n) { return rotates(n); },
        [&](const Evidence& n) { return row({"spend", of(n.count), set(n.set)}); }}, e.node);
  }

 private:
  std::string of(const Expr& e) const { return e ? of(*e) : std::string(); }

  static std::string row(std::initializer_list<std::string_view> parts) {
    std::string text = "(";
    for (const auto part : parts) {
      if (part.empty()) continue;
      if (text.size() > 1) text += ' ';
      text += part;
    }
    return text + ')';
  }
  std::string list(const std::vector<Expr>& parts) const {
    std::string text;
    for (const auto& part : parts) text += (text.empty() ? "" : " ") + of(part);
    return text;
  }

  std::string name(const columns::Name& name) const {
    auto text = name.in(Language::english);
    return text.find(' ') == std::string::npos ? text : '\'' + text + '\'';
  }
  std::string relation(RelationId id, bool inverse) const {
    const auto& declared = program_.schema[id];
    return inverse && declared.inverse ? name(*declared.inverse) : name(declared.name);
  }

  std::string literal(const Literal& n, const Type& type) const {
    return std::visit(values::match{
        [](bool v) { return std::string(v ? "yes" : "no"); },
        [&](const Decimal& v) {
          const auto hundredfold = type.percent ? values::product(v, Decimal(100)) : std::nullopt;
          return hundredfold ? hundredfold->text() + '%' : v.text();
        },
        [&](const Code& v) { return name(program_.schema[v.scale].values[v.code]); },
        [](const values::Date& v) { return v.iso(); },
        [](const std::string& v) { return '"' + v + '"'; },
        [](const EntityName& v) { return '"' + v.text + '"'; }}, n.value);
  }

  std::string set(const Set& set) const {
    std::string text = set.keys_of ? "(keys " + name(program_.schema[*set.keys_of].name) : "(";
    for (const auto& step : set.steps) {
      if (text.size() > 1) text += ' ';
      text += relation(step.relation, step.inverse);
      if (!std::holds_alternative<JudgedPeriod>(step.when)) text += ' ' + span(step.when);
      if (!step.filters.empty()) text += " [" + list(step.filters) + ']';
    }
    if (!set.key_filters.empty()) text += " [" + list(set.key_filters) + ']';
    return text + " @" + std::to_string(set.level) + " from " + of(set.from) + ')';
  }

  std::string rank(const Rank& n) const {
    return row({"rank", of(n.subject), of(n.value), n.high_to_low ? "" : "low-to-high", set(n.among)});
  }

  std::string rotates(const Rotates& n) const {
    constexpr std::string_view rules[] = {"annually", "no-repeat-within", "until-all-have-led", "deputy-follows"};
    return row({"rotates", rules[static_cast<int>(n.rule)], n.years > 0 ? std::to_string(n.years) : "",
                n.from ? "from " + std::to_string(*n.from) : "", n.deputy ? relation(*n.deputy, false) : "",
                relation(n.relation, false), of(n.subject)});
  }

  std::string shift(const Shift& to) const {
    return std::visit(values::match{[](YearsAgo s) { return "years-ago " + std::to_string(s.years); },
                                    [](InYear s) { return "in-year " + std::to_string(s.year); },
                                    [&](InPeriod s) { return "in-period \"" + program_[s.period].title.text + '"'; }},
                      to);
  }

  std::string span(const Span& when) const {
    const auto year = [](const std::optional<int>& y) { return y ? std::to_string(*y) : std::string("…"); };
    return std::visit(values::match{
        [](const LastYears& s) { return "last-" + std::to_string(s.years) + (s.before ? "-before" : ""); },
        [&](const YearRange& s) { return year(s.from) + ".." + year(s.to); },
        [](const SinceReceiving& s) { return "since \"" + s.award + '"'; },
        [](const AfterReceiving& s) { return std::to_string(s.years) + "-after \"" + s.award + '"'; },
        [&](const DuringPeriod& s) { return "during \"" + program_[s.period].title.text + '"'; },
        [&](const BeforeDay& s) { return "before " + of(s.date); },
        [&](const WithinDays& s) { return "within-" + std::to_string(s.days) + "-days " + of(s.date); },
        [](const JudgedPeriod&) { return std::string("judged"); },
        [](const EnclosingWindow&) { return std::string("window"); },
        [](const WholeRecord&) { return std::string("ever"); }}, when);
  }

  const Program& program_;
};

}  // namespace

std::string as_tree(const Program& program, const Expression& expression) { return Tree(program).of(expression); }

}  // namespace tdkt::typed
