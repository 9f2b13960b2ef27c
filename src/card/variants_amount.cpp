// SPDX-License-Identifier: Apache-2.0
// Shares and counts: one fewer than needed, just enough, one more; nobody; somebody of whom it is not
// known.
#include <algorithm>

#include "card/pivots.hpp"
#include "typed/print.hpp"

namespace tdkt::card {

namespace {

constexpr std::size_t most_for_share = 20, most_for_count = 40;

struct Edge {
  std::size_t yes, all;
};

// `6 of 10 = 60%`
Phrase share_of(const typed::Program& program, Edge edge) {
  const auto count = std::to_string(edge.yes), all = std::to_string(edge.all);
  Phrase text(count + " of " + all, count + " trên " + all);
  const auto quotient = values::quotient(Decimal(static_cast<std::int64_t>(edge.yes)), Decimal(static_cast<std::int64_t>(edge.all)));
  if (!quotient) return text;
  typed::Type percent;
  percent.kind = typed::TypeKind::number;
  percent.percent = true;
  const auto rounded = values::rounded(*quotient, 4, values::Rounding::half_away).value_or(*quotient);
  const std::string equals = rounded == *quotient ? " = " : " ≈ ";
  return {text.english + equals + typed::as_text(program, rounded, percent, grammar::Language::english),
          text.vietnamese + equals + typed::as_text(program, rounded, percent, grammar::Language::vietnamese)};
}

Phrase count_of(Edge edge, bool all_count) {
  const auto yes = std::to_string(edge.yes), all = std::to_string(edge.all);
  if (all_count) return {yes, yes};
  return {yes + " of " + all, yes + " trên " + all};
}

// The smallest group whose share is exactly the threshold, and the shares nearest to it.
std::vector<Edge> edges_of_share(const Counted& counted, Decimal threshold) {
  std::vector<Edge> edges;
  const auto beside = [&](Edge edge) {
    return Decimal(static_cast<std::int64_t>(edge.yes)) <=>
           values::product(threshold, Decimal(static_cast<std::int64_t>(edge.all))).value_or(Decimal());
  };
  const auto add = [&](std::size_t yes, std::size_t all) {
    if (yes <= all && std::none_of(edges.begin(), edges.end(), [&](Edge e) { return e.yes == yes && e.all == all; }))
      edges.push_back({yes, all});
  };
  std::optional<Edge> exact;
  for (std::size_t all = 1; all <= most_for_share && !exact; ++all)
    for (std::size_t yes = 0; yes <= all && !exact; ++yes)
      if (beside({yes, all}) == 0) exact = Edge{yes, all};
  // Of `100%` and `0%` a second member shows more than one alone.
  if (exact && exact->all == 1) exact = Edge{exact->yes * 2, 2};
  std::optional<Edge> below, above;
  for (std::size_t all = 1; all <= most_for_share; ++all)
    for (std::size_t yes = 0; yes <= all; ++yes) {
      const auto nearer = [&](const std::optional<Edge>& than, bool more) {
        if (!than) return true;
        const auto mine = yes * than->all, other = than->yes * all;
        return more ? mine > other : mine < other;
      };
      if (beside({yes, all}) < 0 && nearer(below, true)) below = Edge{yes, all};
      if (beside({yes, all}) > 0 && nearer(above, false)) above = Edge{yes, all};
    }
  if (exact && exact->yes > 0) add(exact->yes - 1, exact->all);
  // Where all must, how near it comes says nothing more.
  if (below && threshold < Decimal(1)) add(below->yes, below->all);
  if (exact) add(exact->yes, exact->all);
  const bool more_matters = !exact || counted.holds(exact->yes + 1, exact->all) != counted.holds(exact->yes, exact->all);
  if (more_matters && exact) add(exact->yes + 1, exact->all);
  if (more_matters && above) add(above->yes, above->all);
  return edges;
}

std::vector<Edge> edges_of_count(const Counted& counted, Decimal threshold) {
  std::vector<Edge> edges;
  const auto whole = values::rounded(threshold, 0, values::Rounding::up).value_or(threshold);
  if (whole < Decimal(0) || Decimal(static_cast<std::int64_t>(most_for_count)) < whole) return edges;
  const auto number = static_cast<std::size_t>(whole.scaled() / Decimal::one);
  const auto all = [&](std::size_t yes, std::size_t least) { return counted.predicate ? std::max(yes, least) : yes; };
  const auto least = std::max<std::size_t>(number, 1);
  if (number > 0) edges.push_back({number - 1, all(number - 1, least)});
  edges.push_back({number, all(number, least)});
  if (counted.holds(number + 1, number + 1) != counted.holds(number, number)) edges.push_back({number + 1, number + 1});
  return edges;
}

std::vector<Edge> edges_of(const Counted& counted) {
  const auto of = [&](Decimal threshold) {
    return counted.share ? edges_of_share(counted, threshold) : edges_of_count(counted, threshold);
  };
  auto edges = of(counted.low);
  if (counted.high)
    for (const auto& edge : of(*counted.high))
      if (std::none_of(edges.begin(), edges.end(), [&](Edge e) { return e.yes == edge.yes && e.all == edge.all; }))
        edges.push_back(edge);
  return edges;
}

}  // namespace

std::vector<Variant> variants_of_amount(Arranger& arranger, const At& at, const Expression& expression) {
  std::vector<Variant> variants;
  const auto counted = arranger.counted(expression, at);
  if (!counted) return variants;
  const auto& program = arranger.program();
  const auto act = [&expression](const Crowd& crowd) {
    return [&expression, crowd](Arranger& a, const At& here) {
      const auto again = a.counted(expression, here);
      return again && a.crowd(*again, here, crowd);
    };
  };
  const auto edges = edges_of(*counted);
  for (const auto& edge : edges)
    if (edge.all > 0)
      variants.push_back({counted->share ? share_of(program, edge) : count_of(edge, !counted->predicate),
                          act({edge.yes, edge.all - edge.yes, 0, 0, 0})});

  const auto& set = *counted->set;
  const bool filtered = set.steps.empty() ? !set.key_filters.empty() : !set.steps.back().filters.empty();
  variants.push_back({counted->share || counted->predicate ? Phrase("nobody: 0 of 0", "không có ai: 0 trên 0") : Phrase("nobody", "không có ai"), act({})});
  if (filtered)
    variants.push_back({{"one, whom the condition leaves out", "có một, nhưng không thuộc diện tính"}, act({0, 0, 0, 0, 1})});

  // One who makes the difference, and of whom it is not known.
  for (const auto& edge : edges) {
    if (!counted->predicate || edge.all == 0 || edge.yes == edge.all) continue;
    if (counted->holds(edge.yes, edge.all) == counted->holds(edge.yes + 1, edge.all)) continue;
    const auto yes = std::to_string(edge.yes), all = std::to_string(edge.all);
    variants.push_back({{yes + " of " + all + ", one not known", yes + " trên " + all + ", một trường hợp chưa rõ"},
                        act({edge.yes, edge.all - edge.yes - 1, 1, 0, 0})});
    break;
  }
  if (filtered)
    for (const auto& edge : edges) {
      if (edge.all == 0 || counted->holds(edge.yes, edge.all) == counted->holds(edge.yes, edge.all + 1)) continue;
      const auto yes = std::to_string(edge.yes), all = std::to_string(edge.all);
      variants.push_back({{yes + " of " + all + "; whether one more belongs, who would fail, is not known",
                           yes + " trên " + all + "; chưa rõ có tính thêm một trường hợp không đạt hay không"},
                          act({edge.yes, edge.all - edge.yes, 0, 1, 0})});
      break;
    }
  return variants;
}

}  // namespace tdkt::card
