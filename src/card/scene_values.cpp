// SPDX-License-Identifier: Apache-2.0
// What expressions are worth in the scene so far: whom they name, their cells, their values.
#include <algorithm>

#include "card/arranger.hpp"
#include "values/match.hpp"

namespace tdkt::card {

namespace {

const Decimal* number_in(const std::optional<Value>& value) { return value ? std::get_if<Decimal>(&*value) : nullptr; }

}  // namespace

std::optional<Value> computed(typed::Operator op, const Value& left, const Value& right) {
  const auto *a = std::get_if<Decimal>(&left), *b = std::get_if<Decimal>(&right);
  if (!a || !b) return std::nullopt;
  std::optional<Decimal> result;
  switch (op) {
    case typed::Operator::plus: result = values::sum(*a, *b); break;
    case typed::Operator::minus: result = values::difference(*a, *b); break;
    case typed::Operator::times: result = values::product(*a, *b); break;
    case typed::Operator::over: result = values::quotient(*a, *b); break;
  }
  return result ? std::optional<Value>(*result) : std::nullopt;
}

FactAt Arranger::cell(const typed::FactOf& fact, Who of, std::optional<Who> key, const At& at) const {
  const auto& timing = schema_[fact.fact].timing;
  const auto when = timing.cadence == values::Cadence::dated ? at.period.last.days : index_of(timing, at);
  return {fact.fact, of.number, key ? std::optional(key->number) : std::nullopt, when};
}

// Who is named is on record.
Who Arranger::named(const typed::EntityName& name, const At& at) {
  const auto one = scene_.named(name.entity, name.text);
  scene_.mention(one, at.period.year());
  return one;
}

std::optional<Who> Arranger::who(const Expression& e, const At& at) {
  return std::visit(
      values::match{
          [&](const typed::Self& n) -> std::optional<Who> {
            return n.level < at.levels ? std::optional(at.rows[n.level]) : std::nullopt;
          },
          [&](const typed::Literal& n) -> std::optional<Who> {
            const auto* named = std::get_if<typed::EntityName>(&n.value);
            return named ? std::optional(this->named(*named, at)) : std::nullopt;
          },
          [&](const typed::Related& n) -> std::optional<Who> {
            const auto from = who(*n.subject, at);
            if (!from) return std::nullopt;
            const auto& relation = schema_[n.relation];
            const bool dated = relation.timing.cadence == values::Cadence::dated;
            const auto target = n.inverse ? relation.of : relation.to;
            const auto when = dated ? day_in(typed::JudgedPeriod{}, at).days : index_of(relation.timing, at);
            for (const auto& other : scene_.related(n.relation, n.inverse, from->number))
              if (dated || other.when == when) return Who{target, other.who};
            std::optional<Who> to;
            if (relation.one_of && !n.inverse) to = member_of_group(n.relation, *from, 0, at.period.year());
            if (!to) to = scene_.add(target);
            return link(n.relation, n.inverse, *from, *to, when) ? to : std::nullopt;
          },
          [&](const typed::FactOf&) -> std::optional<Who> {
            if (e.type.kind != typed::TypeKind::entity) return std::nullopt;
            const auto value = settled(e, at);
            const auto* one = value ? std::get_if<Who>(&*value) : nullptr;
            return one ? std::optional(*one) : std::nullopt;
          },
          [&](const typed::MemberWith& n) -> std::optional<Who> {
            const auto known = members(n.set, at);
            const auto one = known.empty() ? new_member(n.set, at) : std::optional(known.front());
            if (one) belongs(n.set, *one, at, Want::yes), settled(*n.value, at.with_member(*one, n.set.level));
            return one;
          },
          [&](const typed::Moved& n) -> std::optional<Who> { return who(*n.body, moved(n.to, at)); },
          [&](const typed::Defined& n) -> std::optional<Who> { return n.meaning ? who(*n.meaning, at) : std::nullopt; },
          [](const auto&) -> std::optional<Who> { return std::nullopt; }},
      e.node);
}

std::optional<Value> Arranger::value_of(const Expression& e, const At& at) {
  using Result = std::optional<Value>;
  const auto both = [&](typed::Operator op, const Expression& a, const Expression& b) -> Result {
    const auto left = value_of(a, at), right = value_of(b, at);
    return left && right ? computed(op, *left, *right) : std::nullopt;
  };
  return std::visit(
      values::match{
          [&](const typed::Literal& n) -> Result {
            return std::visit(values::match{[&](const typed::EntityName& v) -> Result { return named(v, at); },
                                            [](const auto& v) -> Result { return v; }},
                              n.value);
          },
          [&](const typed::Parameter& n) -> Result {
            const auto& history = program_[n.parameter];
            auto value = in_force_.parameter(n.parameter, at.period.last);
            if (!value && !history.values.empty()) value = history.values.front().value;
            return value ? value_of(*value, at) : std::nullopt;
          },
          [&](const typed::JudgedYear&) -> Result { return Decimal(at.period.year()); },
          [&](const typed::Arithmetic& n) -> Result { return both(n.op, *n.left, *n.right); },
          [&](const typed::PercentOf& n) -> Result { return both(typed::Operator::times, *n.percent, *n.of); },
          [&](const typed::Capped& n) -> Result {
            const auto value = value_of(*n.value, at), most = value_of(*n.ceiling, at);
            const auto *a = number_in(value), *b = number_in(most);
            return a && b ? Result(std::min(*a, *b)) : std::nullopt;
          },
          [&](const typed::Choose& n) -> Result {
            const auto left = value_of(*n.left, at), right = value_of(*n.right, at);
            const auto *a = number_in(left), *b = number_in(right);
            return a && b ? Result(n.smaller ? std::min(*a, *b) : std::max(*a, *b)) : std::nullopt;
          },
          [&](const typed::Rounded& n) -> Result {
            const auto value = value_of(*n.value, at);
            const auto* a = number_in(value);
            const auto result = a ? values::rounded(*a, n.places, n.rounding) : std::nullopt;
            return result ? Result(*result) : std::nullopt;
          },
          [&](const typed::FactOf& n) -> Result {
            const auto of = who(*n.subject, at);
            const auto key = n.key ? who(*n.key, at) : std::nullopt;
            const auto* cell = of ? scene_.find(this->cell(n, *of, key, at)) : nullptr;
            return cell ? cell->value : std::nullopt;
          },
          [&](const typed::Self&) -> Result {
            const auto one = who(e, at);
            return one ? Result(*one) : std::nullopt;
          },
          [&](const typed::Related& n) -> Result {
            const auto from = who(*n.subject, at);
            if (!from) return std::nullopt;
            const auto& relation = schema_[n.relation];
            const bool dated = relation.timing.cadence == values::Cadence::dated;
            for (const auto& other : scene_.related(n.relation, n.inverse, from->number))
              if (dated || other.when == index_of(relation.timing, at))
                return Who{n.inverse ? relation.of : relation.to, other.who};
            return std::nullopt;
          },
          [&](const typed::Moved& n) -> Result { return value_of(*n.body, moved(n.to, at)); },
          [&](const typed::Defined& n) -> Result { return n.meaning ? value_of(*n.meaning, at) : std::nullopt; },
          [](const auto&) -> Result { return std::nullopt; }},
      e.node);
}

std::optional<Value> Arranger::settled(const Expression& e, const At& at) {
  if (const auto known = value_of(e, at)) return known;
  std::vector<Value> choices;
  switch (e.type.kind) {
    case typed::TypeKind::truth: choices = {true}; break;
    case typed::TypeKind::number:
      if (e.type.year) choices = {Decimal(at.period.year())};
      else if (e.type.percent) choices = {Decimal::from_scaled(Decimal::one / 2)};
      else choices = {Decimal(10), Decimal(1), Decimal(0), Decimal(100)};
      break;
    case typed::TypeKind::scale: {
      const auto last = static_cast<std::uint8_t>(schema_[e.type.scale].values.size() - 1);
      choices = {typed::Code{e.type.scale, static_cast<std::uint8_t>(last > 0 ? 1 : 0)}, typed::Code{e.type.scale, 0}};
      break;
    }
    case typed::TypeKind::date: choices = {day_in(typed::JudgedPeriod{}, at)}; break;
    case typed::TypeKind::text: choices = {std::string("A")}; break;
    case typed::TypeKind::entity: {
      if (std::holds_alternative<typed::Related>(e.node) || std::holds_alternative<typed::Self>(e.node) ||
          std::holds_alternative<typed::MemberWith>(e.node)) {
        const auto one = who(e, at);
        return one ? std::optional<Value>(*one) : std::nullopt;
      }
      choices = {scene_.count(e.type.entity) > 0 ? Who{e.type.entity, 0} : scene_.add(e.type.entity)};
      break;
    }
  }
  if (std::holds_alternative<typed::Arithmetic>(e.node)) {
    // Each of its parts is given a value.
    bool all = true;
    typed::for_each_part(e, [&](const Expression& part) { all = settled(part, at).has_value() && all; });
    return all ? value_of(e, at) : std::nullopt;
  }
  for (const auto& choice : choices)
    if (attempt([&] { return assign(e, at, choice); })) return choice;
  return std::nullopt;
}

}  // namespace tdkt::card
