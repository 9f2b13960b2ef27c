// SPDX-License-Identifier: Apache-2.0
// One value: just below what it is held against, at it, just above; a yes and a no; nothing on record.
#include <algorithm>

#include "card/pivots.hpp"
#include "values/match.hpp"

namespace tdkt::card {

namespace {

bool is_constant(const Expression& e) {
  return std::holds_alternative<typed::Literal>(e.node) || std::holds_alternative<typed::Parameter>(e.node) ||
         std::holds_alternative<typed::JudgedYear>(e.node);
}

// `task rating: good`
Phrase told(Arranger& a, const Expression& what, const Value& value) {
  return joined(words(a.program(), what), ": ", words(a.program(), a.scene(), value, what.type));
}

const std::string* attesting_body(const Arranger& a, const Expression& e) {
  const auto* fact = std::get_if<typed::FactOf>(&e.node);
  if (!fact) return nullptr;
  const auto& body = a.schema()[fact->fact].attested_by;
  return body ? &*body : nullptr;
}

Phrase nothing_on_record(const Arranger& a, const Expression& of) {
  if (const auto* body = attesting_body(a, of))
    return {"no attestation by \"" + *body + "\"", "chưa có xác nhận của \"" + *body + "\""};
  return joined(words(a.program(), of), ": ", {"not on record", "chưa có số liệu"});
}

// Sets `moving` beside the limit that `fixed` gives.
Variant beside(Arranger& arranger, const Expression& moving, const Expression& fixed, const Value& limit, const Value& value) {
  auto label = told(arranger, moving, value);
  if (!is_constant(fixed)) label = joined(label, "; ", told(arranger, fixed, limit));
  return {label, [&moving, &fixed, limit, value](Arranger& a, const At& at) {
            return a.assign(fixed, at, limit) && a.assign(moving, at, value);
          }};
}

bool is_ordered(const columns::Schema& schema, const typed::Type& type) {
  if (type.kind == typed::TypeKind::scale) return schema[type.scale].ordered;
  return type.kind == typed::TypeKind::number || type.kind == typed::TypeKind::date;
}

// A value that is unlike all of these.
std::optional<Value> another(Arranger& a, const typed::Type& type, const std::vector<Value>& than) {
  const auto listed = [&](const Value& value) {
    return std::any_of(than.begin(), than.end(), [&](const Value& one) { return same(one, value); });
  };
  if (type.kind == typed::TypeKind::scale)
    for (std::uint8_t code = 0; code < a.schema()[type.scale].values.size(); ++code)
      if (const Value value = typed::Code{type.scale, code}; !listed(value)) return value;
  if (type.kind == typed::TypeKind::text) return Value(std::string("B"));
  return std::nullopt;
}

// What is counted or measured from nothing upwards is never less.
bool may_be(const Arranger& a, const Expression& moving, const Value& limit, const Value& value) {
  const auto *number = std::get_if<Decimal>(&value), *edge = std::get_if<Decimal>(&limit);
  if (!number || !edge || *number >= Decimal(0) || *edge < Decimal(0)) return true;
  const auto* fact = std::get_if<typed::FactOf>(&moving.node);
  const auto& from = fact ? a.schema()[fact->fact].from : std::nullopt;
  return from && from->number && *from->number < Decimal(0);
}

std::vector<Variant> of_compare(Arranger& arranger, const At& at, const typed::Compare& n) {
  std::vector<Variant> variants;
  const bool turned = is_constant(*n.left);
  const auto &moving = turned ? *n.right : *n.left, &fixed = turned ? *n.left : *n.right;
  if (moving.type.kind == typed::TypeKind::entity) {
    variants.push_back({{"the same", "trùng nhau"}, [&](Arranger& a, const At& here) {
                          const auto one = a.settled(fixed, here);
                          return one && a.assign(moving, here, *one);
                        }});
    variants.push_back({{"another", "khác nhau"}, [&](Arranger& a, const At& here) {
                          const auto one = a.settled(fixed, here);
                          const auto* whom = one ? std::get_if<Who>(&*one) : nullptr;
                          if (!whom) return false;
                          for (std::uint32_t other = 0; other < a.scene().count(whom->entity); ++other)
                            if (other != whom->number &&
                                a.attempt([&] { return a.assign(moving, here, Who{whom->entity, other}); }))
                              return true;
                          return a.assign(moving, here, a.scene().add(whom->entity));
                        }});
  } else {
    const auto limit = arranger.settled(fixed, at);
    if (!limit) return variants;
    const auto near = neighbours(arranger.schema(), moving.type, *limit);
    if (is_ordered(arranger.schema(), moving.type)) {
      if (near.below && may_be(arranger, moving, *limit, *near.below))
        variants.push_back(beside(arranger, moving, fixed, *limit, *near.below));
      variants.push_back(beside(arranger, moving, fixed, *limit, *limit));
      if (near.above) variants.push_back(beside(arranger, moving, fixed, *limit, *near.above));
    } else {
      variants.push_back(beside(arranger, moving, fixed, *limit, *limit));
      if (const auto other = moving.type.kind == typed::TypeKind::truth ? (near.below ? near.below : near.above)
                                                                        : another(arranger, moving.type, {*limit}))
        variants.push_back(beside(arranger, moving, fixed, *limit, *other));
    }
  }
  variants.push_back({nothing_on_record(arranger, moving), [&](Arranger& a, const At& here) {
                        a.settled(fixed, here);
                        a.clear(moving, here);
                        return true;
                      }});
  return variants;
}

std::vector<Variant> of_list(Arranger& arranger, const At& at, const typed::OneOf& n) {
  std::vector<Variant> variants;
  std::vector<Value> list;
  const auto add = [&](const Value& value) {
    variants.push_back({told(arranger, *n.left, value),
                        [&n, value](Arranger& a, const At& here) { return a.assign(*n.left, here, value); }});
  };
  for (const auto& item : n.list)
    if (const auto value = arranger.settled(*item, at)) list.push_back(*value);
  constexpr std::size_t most = 4;
  for (std::size_t i = 0; i < std::min(list.size(), most); ++i) add(list[i]);
  if (const auto other = another(arranger, n.left->type, list)) add(*other);
  else if (!list.empty())
    for (const auto& one : {neighbours(arranger.schema(), n.left->type, list.back()).above,
                            neighbours(arranger.schema(), n.left->type, list.front()).below})
      if (one && std::none_of(list.begin(), list.end(), [&](const Value& each) { return same(each, *one); })) add(*one);
  variants.push_back({nothing_on_record(arranger, *n.left), [&n](Arranger& a, const At& here) {
                        a.clear(*n.left, here);
                        return true;
                      }});
  return variants;
}

std::vector<Variant> of_between(Arranger& arranger, const At& at, const typed::Between& n) {
  std::vector<Variant> variants;
  const auto low = arranger.settled(*n.low, at), high = arranger.settled(*n.high, at);
  if (!low || !high) return variants;
  const auto add = [&](const std::optional<Value>& value, const Expression& edge, const Value& limit) {
    if (value) variants.push_back(beside(arranger, *n.value, edge, limit, *value));
  };
  add(neighbours(arranger.schema(), n.value->type, *low).below, *n.low, *low);
  add(low, *n.low, *low);
  if (!same(*low, *high)) add(high, *n.high, *high);
  add(neighbours(arranger.schema(), n.value->type, *high).above, *n.high, *high);
  variants.push_back({nothing_on_record(arranger, *n.value), [&n](Arranger& a, const At& here) {
                        a.clear(*n.value, here);
                        return true;
                      }});
  return variants;
}

}  // namespace

std::vector<Variant> variants_of_values(Arranger& arranger, const At& at, const Expression& e) {
  return std::visit(
      values::match{
          [&](const typed::Compare& n) { return of_compare(arranger, at, n); },
          [&](const typed::OneOf& n) { return of_list(arranger, at, n); },
          [&](const typed::Between& n) { return of_between(arranger, at, n); },
          [&](const typed::IsKnown& n) {
            return std::vector<Variant>{
                {{"on record", "đã có số liệu"}, [&n](Arranger& a, const At& here) { return a.settled(*n.of, here).has_value(); }},
                {{"not on record", "chưa có số liệu"}, [&n](Arranger& a, const At& here) { return a.clear(*n.of, here); }}};
          },
          [&](const typed::FactOf&) {
            const auto set = [&e](Want want) {
              return [&e, want](Arranger& a, const At& here) { return a.condition(e, here, want) || want == Want::unknown; };
            };
            std::vector<Variant> variants{{{"yes", "có"}, set(Want::yes)}, {{"no", "không"}, set(Want::no)}};
            if (attesting_body(arranger, e)) variants.push_back({nothing_on_record(arranger, e), set(Want::unknown)});
            else variants.push_back({{"not on record", "chưa có số liệu"}, set(Want::unknown)});
            return variants;
          },
          [&](const typed::MemberOf&) {
            const auto set = [&e](Want want) {
              return [&e, want](Arranger& a, const At& here) { return a.condition(e, here, want); };
            };
            return std::vector<Variant>{{{"one of them", "thuộc trong số đó"}, set(Want::yes)},
                                        {{"none of them", "không thuộc trong số đó"}, set(Want::no)}};
          },
          [](const auto&) { return std::vector<Variant>{}; }},
      e.node);
}

}  // namespace tdkt::card
