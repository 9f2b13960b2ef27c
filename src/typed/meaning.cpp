// SPDX-License-Identifier: Apache-2.0
// When two expressions mean the same.
//
// Each is written down as a plain row of bytes in which wording has no place: a verb is its fact,
// `every` is `all`, brackets around an `and` inside an `and` vanish. Equal rows, equal meaning.
#include <functional>
#include <string>

#include "grammar/spelling.hpp"
#include "typed/expression.hpp"
#include "values/match.hpp"

namespace tdkt::typed {

namespace {

class Row {
 public:
  explicit Row(const std::function<std::string(const std::string&)>* title) : title_(title) {}

  void expression(const Expression& e) {
    if (std::holds_alternative<All>(e.node)) return connected<All>(e, 'A');
    if (std::holds_alternative<Any>(e.node)) return connected<Any>(e, 'O');
    bytes += '(';
    number(e.node.index());
    number(static_cast<std::uint64_t>(e.type.kind));
    own(e);
    if (const auto* defined = std::get_if<Defined>(&e.node)) {
      optional(defined->subject);
      list(defined->arguments);
    } else {
      for_each_part(e, [&](const Expression& part) { expression(part); });
    }
    bytes += ')';
  }

  std::string bytes;

 private:
  template <class Connective>
  void connected(const Expression& e, char mark) {
    if (std::get<Connective>(e.node).parts.size() == 1)
      return expression(*std::get<Connective>(e.node).parts.front());
    bytes += '(';
    bytes += mark;
    flattened<Connective>(e);
    bytes += ')';
  }
  template <class Connective>
  void flattened(const Expression& e) {
    const auto* same = std::get_if<Connective>(&e.node);
    if (!same) return expression(e);
    for (const auto& part : same->parts) flattened<Connective>(*part);
  }

  void optional(const Expr& e) {
    flag(e != nullptr);
    if (e) expression(*e);
  }
  void list(const std::vector<Expr>& parts) {
    number(parts.size());
    for (const auto& part : parts) expression(*part);
  }

  void flag(bool value) { bytes += value ? '1' : '0'; }
  void number(std::uint64_t value) {
    bytes += std::to_string(value);
    bytes += ',';
  }
  void whole(std::int64_t value) { number(static_cast<std::uint64_t>(value)); }
  void text(std::string_view value) {
    number(value.size());
    bytes += value;
  }
  void title(const std::string& value) { text(grammar::key_of(title_ ? (*title_)(value) : value)); }
  template <class Enum>
  void choice(Enum value) {
    number(static_cast<std::uint64_t>(value));
  }
  template <class Thing>
  void id(values::Id<Thing> value) {
    number(value.index);
  }

  void span(const Span& span) {
    number(span.index());
    std::visit(values::match{[&](const LastYears& s) { whole(s.years), flag(s.before); },
                             [&](const YearRange& s) {
                               flag(s.from.has_value()), flag(s.to.has_value());
                               whole(s.from.value_or(0)), whole(s.to.value_or(0));
                             },
                             [&](const SinceReceiving& s) { title(s.award); },
                             [&](const AfterReceiving& s) { whole(s.years), title(s.award); },
                             [&](const DuringPeriod& s) { id(s.period); },
                             [&](const WithinDays& s) { whole(s.days); }, [](const auto&) {}},
               span);
  }
  // Filters that follow one another hold together, however they were joined.
  void set(const Set& set) {
    flag(set.from != nullptr);
    number(set.steps.size());
    for (const auto& step : set.steps) {
      id(step.relation), flag(step.inverse), span(step.when), number(step.filters.size());
    }
    flag(set.keys_of.has_value());
    if (set.keys_of) id(*set.keys_of);
    number(set.key_facts.size());
    for (const auto fact : set.key_facts) id(fact);
    number(set.key_filters.size());
    id(set.of), number(set.level);
  }
  void rank(const Rank& rank) { set(rank.among), flag(rank.high_to_low); }

  // What a node says beside its parts.
  void own(const Expression& e) {
    std::visit(
        values::match{
            [&](const Literal& n) { literal(n); },
            [&](const Parameter& n) { id(n.parameter); },
            [&](const Self& n) { number(n.level); },
            [&](const FactOf& n) { id(n.fact), flag(n.subject != nullptr), flag(n.key != nullptr); },
            [&](const Related& n) { id(n.relation), flag(n.inverse); },
            [&](const Compare& n) { choice(n.sign); },
            [&](const Arithmetic& n) { choice(n.op); },
            [&](const Choose& n) { flag(n.smaller); },
            [&](const Rounded& n) { choice(n.rounding), whole(n.places); },
            [&](const Moved& n) {
              flag(n.as_then_in_force);
              number(n.to.index());
              std::visit(values::match{[&](YearsAgo s) { whole(s.years); },
                                       [&](InYear s) { whole(s.year); },
                                       [&](InPeriod s) { id(s.period); }},
                         n.to);
            },
            [&](const InYears& n) {
              span(n.years), flag(n.at_least.has_value()), whole(n.at_least.value_or(0)), flag(n.as_then_in_force);
            },
            [&](const Within& n) { span(n.years); },
            [&](const OverPeriods& n) {
              choice(n.how), choice(n.each.cadence), flag(n.each.declared.has_value());
              if (n.each.declared) id(*n.each.declared);
            },
            [&](const Quantified& n) {
              flag(n.amount.share), choice(n.amount.high ? Sign::equal : n.amount.sign);
              flag(n.amount.low != nullptr), flag(n.amount.high != nullptr);
              set(n.set), flag(n.predicate != nullptr), flag(n.or_when_none);
            },
            [&](const Aggregate& n) {
              choice(n.function), set(n.set), flag(n.value != nullptr);
              flag(n.predicate != nullptr), flag(n.known_only);
            },
            [&](const MemberWith& n) { flag(n.highest), set(n.set); },
            [&](const MemberOf& n) { set(n.set); },
            [&](const Rank& n) { rank(n); },
            [&](const InTop& n) {
              rank(n.rank), flag(n.share);
              if (n.share) choice(n.rounding);
            },
            [&](const Received& n) {
              id(n.verb), title(n.award), choice(n.sign), whole(n.times), flag(n.consecutive);
              span(n.when);
            },
            [&](const Eligible& n) { title(n.award); },
            [&](const Score& n) {
              id(n.scorecard), choice(n.what);
              if (n.what == ScoreOf::part || n.what == ScoreOf::item) number(n.node);
            },
            [&](const ItemsReach& n) { id(n.scorecard), text(n.share.text()); },
            [&](const GradeOf& n) { id(n.grades); },
            [&](const Lookup& n) { id(n.table); },
            [&](const Defined& n) { id(n.definition); },
            [&](const Rotates& n) {
              id(n.relation), choice(n.rule);
              if (n.rule == Rotation::no_repeat_within) whole(n.years);
              flag(n.from.has_value()), whole(n.from.value_or(0));
              flag(n.deputy.has_value());
              if (n.deputy) id(*n.deputy);
            },
            [&](const Evidence& n) { set(n.set); },
            [](const auto&) {}},
        e.node);
  }

  void literal(const Literal& literal) {
    number(literal.value.index());
    std::visit(values::match{[&](bool v) { flag(v); }, [&](const Decimal& v) { text(v.text()); },
                             [&](const Code& v) { id(v.scale), number(v.code); },
                             [&](const values::Date& v) { whole(v.days); },
                             [&](const std::string& v) { text(v); },
                             [&](const EntityName& v) { id(v.entity), text(v.text); }},
               literal.value);
  }

  const std::function<std::string(const std::string&)>* title_;
};

std::string row_of(const Expression& expression, const std::function<std::string(const std::string&)>* title = nullptr) {
  Row row(title);
  row.expression(expression);
  return std::move(row.bytes);
}

}  // namespace

bool same_meaning(const Expression& a, const Expression& b) {
  if (&a == &b) return true;
  return row_of(a) == row_of(b);
}

bool same_meaning(const Expression& a, const Expression& b,
                  const std::function<std::string(const std::string&)>& title) {
  return row_of(a, &title) == row_of(b, &title);
}

std::size_t meaning_hash(const Expression& expression) {
  return std::hash<std::string>{}(row_of(expression));
}

}  // namespace tdkt::typed
