// SPDX-License-Identifier: Apache-2.0
// Comparisons and Kleene's logic. What is known without looking at a row is settled here.
#include "graph/builder.hpp"

#include <algorithm>

#include "values/match.hpp"
#include "values/sign.hpp"

namespace tdkt::graph {

std::optional<Truth> Builder::as_known(NodeId node) const {
  const auto* known = std::get_if<Known>(&(*this)[node].operation);
  if (!known) return std::nullopt;
  const auto* truth = std::get_if<Truth>(&known->value);
  return truth ? std::optional(*truth) : std::nullopt;
}

namespace {

// Without those that change nothing; only `settles` where one of them settles it.
std::vector<NodeId> reduced(const std::vector<NodeId>& parts, const std::function<std::optional<Truth>(NodeId)>& known,
                            Truth settles) {
  std::vector<NodeId> rest;
  for (const auto part : parts) {
    const auto truth = known(part);
    if (truth == settles) return {part};
    if (truth && *truth != Truth::unknown) continue;
    if (std::find(rest.begin(), rest.end(), part) == rest.end()) rest.push_back(part);
  }
  return rest;
}

}  // namespace

NodeId Builder::both(std::vector<NodeId> parts) {
  parts = reduced(parts, [&](NodeId node) { return as_known(node); }, Truth::no);
  if (parts.empty()) return known(Truth::yes);
  if (parts.size() == 1) return parts.front();
  std::sort(parts.begin(), parts.end());
  const auto wide = std::find_if(parts.begin(), parts.end(), [&](NodeId part) { return (*this)[part].domain != one; });
  const auto over = wide == parts.end() ? one : (*this)[*wide].domain;
  return add(All{}, std::move(parts), over, Kind::truth);
}

NodeId Builder::either(std::vector<NodeId> parts) {
  parts = reduced(parts, [&](NodeId node) { return as_known(node); }, Truth::yes);
  if (parts.empty()) return known(Truth::no);
  if (parts.size() == 1) return parts.front();
  std::sort(parts.begin(), parts.end());
  const auto wide = std::find_if(parts.begin(), parts.end(), [&](NodeId part) { return (*this)[part].domain != one; });
  const auto over = wide == parts.end() ? one : (*this)[*wide].domain;
  return add(Any{}, std::move(parts), over, Kind::truth);
}

NodeId Builder::opposite(NodeId node) {
  if (const auto truth = as_known(node)) return known(values::opposite(*truth));
  if (std::holds_alternative<Not>((*this)[node].operation)) return (*this)[node].inputs.front();
  return add(Not{}, {node}, (*this)[node].domain, Kind::truth);
}

namespace {

std::optional<std::uint8_t> known_code(const Node& node) {
  const auto* known = std::get_if<Known>(&node.operation);
  const auto* code = known ? std::get_if<std::uint8_t>(&known->value) : nullptr;
  return code ? std::optional(*code) : std::nullopt;
}

const typed::Aggregate* as_share(const Expr& expression) {
  const auto* aggregate = std::get_if<typed::Aggregate>(&expression->node);
  return aggregate && aggregate->function == typed::Function::share ? aggregate : nullptr;
}

}  // namespace

// Requires: both of `type`, over one domain or `one`.
NodeId Builder::compare(Sign sign, NodeId left, NodeId right, const columns::Type& type) {
  if (type.kind == columns::TypeKind::scale) {
    const auto values = static_cast<std::uint8_t>(schema_[type.scale].values.size());
    auto column = left;
    auto constant = known_code((*this)[right]);
    if (!constant && (constant = known_code((*this)[left]))) column = right, sign = turned(sign);
    if (constant) {
      InCodes table{{}, values};
      for (int code = 0; code < values; ++code)
        if (values::holds(sign, code <=> int{*constant})) table.codes[static_cast<std::size_t>(code / 64)] |= std::uint64_t{1} << code % 64;
      return add(table, {column}, (*this)[column].domain, Kind::truth);
    }
  }
  const auto over = (*this)[left].domain == one ? (*this)[right].domain : (*this)[left].domain;
  const bool of_scale = type.kind == columns::TypeKind::scale;
  const auto values = static_cast<std::uint8_t>(of_scale ? schema_[type.scale].values.size() : 0);
  return add(Compare{sign, values}, {left, right}, over, Kind::truth);
}

NodeId Builder::build_node(const typed::Compare& n, const Expression&, ContextId context, MomentId moment) {
  const auto* left = as_share(n.left);
  const auto* right = as_share(n.right);
  if ((left != nullptr) != (right != nullptr)) {
    // A share against a threshold: whole numbers are compared, nothing is rounded.
    const auto sign = left ? n.sign : turned(n.sign);
    const auto& share = left ? *left : *right;
    const auto counts = counted(share.set, share.predicate, true, false, sign == Sign::unequal ? Sign::equal : sign,
                                left ? n.right : n.left, nullptr, context, moment);
    return sign == Sign::unequal ? opposite(counts) : counts;
  }
  return compare(n.sign, on(n.left, context, moment), on(n.right, context, moment), n.left->type);
}

NodeId Builder::build_node(const typed::OneOf& n, const Expression&, ContextId context, MomentId moment) {
  const auto left = on(n.left, context, moment);
  if (n.left->type.kind == columns::TypeKind::scale) {
    InCodes table{{}, static_cast<std::uint8_t>(schema_[n.left->type.scale].values.size())};
    std::vector<NodeId> rest;
    for (const auto& item : n.list) {
      const auto value = on(item, context, moment);
      if (const auto code = known_code((*this)[value])) table.codes[*code / 64] |= std::uint64_t{1} << *code % 64;
      else rest.push_back(compare(Sign::equal, left, value, n.left->type));
    }
    rest.push_back(add(table, {left}, (*this)[left].domain, Kind::truth));
    return either(std::move(rest));
  }
  std::vector<NodeId> parts;
  for (const auto& item : n.list) parts.push_back(compare(Sign::equal, left, on(item, context, moment), n.left->type));
  return either(std::move(parts));
}

NodeId Builder::build_node(const typed::Between& n, const Expression&, ContextId context, MomentId moment) {
  if (const auto* share = as_share(n.value))
    return counted(share->set, share->predicate, true, false, Sign::equal, n.low, n.high, context, moment);
  const auto value = on(n.value, context, moment), low = on(n.low, context, moment), high = on(n.high, context, moment);
  const auto& type = n.value->type;
  const auto low_code = known_code((*this)[low]), high_code = known_code((*this)[high]);
  if (type.kind == columns::TypeKind::scale && low_code && high_code) {
    InCodes table{{}, static_cast<std::uint8_t>(schema_[type.scale].values.size())};
    for (unsigned code = *low_code; code <= *high_code; ++code) table.codes[code / 64] |= std::uint64_t{1} << code % 64;
    return add(table, {value}, (*this)[value].domain, Kind::truth);
  }
  return both({compare(Sign::at_least, value, low, type), compare(Sign::at_most, value, high, type)});
}

NodeId Builder::build_node(const typed::IsKnown& n, const Expression&, ContextId context, MomentId moment) {
  return combined(IsKnown{}, {on(n.of, context, moment)}, context, Kind::truth);
}

NodeId Builder::build_node(const typed::Not& n, const Expression&, ContextId context, MomentId moment) {
  return opposite(on(n.inner, context, moment));
}

NodeId Builder::build_node(const typed::All& n, const Expression&, ContextId context, MomentId moment) {
  std::vector<NodeId> parts;
  for (const auto& part : n.parts) parts.push_back(on(part, context, moment));
  return both(std::move(parts));
}

NodeId Builder::build_node(const typed::Any& n, const Expression&, ContextId context, MomentId moment) {
  std::vector<NodeId> parts;
  for (const auto& part : n.parts) parts.push_back(on(part, context, moment));
  return either(std::move(parts));
}

NodeId Builder::made(const Expression& expression, ContextId context, MomentId moment) {
  if (const auto cases = by_receipt_of_span(expression, context, moment)) return *cases;
  return std::visit([&](const auto& node) { return build_node(node, expression, context, moment); }, expression.node);
}

}  // namespace tdkt::graph
