// SPDX-License-Identifier: Apache-2.0
// Awards on record, and windows that start from the latest of them.
//
// The year of the latest receipt differs from row to row. What hangs on it is worked out for each
// year that it may be, and each row takes the value of its own; where the year is not known, a value
// that is the same in every case.
#include "graph/builder.hpp"

#include <algorithm>

#include "values/match.hpp"

namespace tdkt::graph {

std::optional<Receipt> Builder::receipt_of(const std::string& award, EntityId subject,
                                           std::optional<columns::VerbId> verb) {
  const auto use_in = [&](const columns::Verb& candidate) -> const columns::VerbUse* {
    for (const auto& use : candidate.uses)
      if (use.subject == subject && use.records && use.by) return &use;
    return nullptr;
  };
  const columns::VerbUse* found = nullptr;
  if (verb) found = use_in(schema_[*verb]);
  for (std::size_t i = 0; !found && !verb && i < schema_.verbs.size(); ++i) found = use_in(schema_.verbs[i]);
  if (!found) return std::nullopt;
  return Receipt{*found->records, *found->by, graph_.in_force_.award_forms(award)};
}

NodeId Builder::build_node(const typed::Received& n, const Expression&, ContextId context, MomentId moment) {
  const auto receipt = receipt_of(n.award, n.subject->type.entity, n.verb);
  if (!receipt) return unknown(Kind::truth, Reason::other);
  Receipts receipts{*receipt, days_of(n.when, moment), n.sign, n.times, std::nullopt};
  if (n.consecutive)
    receipts.occasions = graph_.in_force_.award_cadence(n.award).value_or(columns::Timing{});
  const auto rows = domain({Domain::Of::rows, n.subject->type.entity, {}, {}});
  return look_up(add(std::move(receipts), {}, rows, Kind::truth), on(n.subject, context, without_receipt(moment)));
}

NodeId Builder::by_receipt(const typed::Span& span, ContextId context, MomentId moment, Kind kind,
                           const std::function<NodeId(int from, int to)>& in_years,
                           const std::function<NodeId()>& before_records) {
  const auto here = (*this)[context];
  if (here.depth == 0 || (kind != Kind::truth && kind != Kind::number)) return unknown(kind, Reason::other);
  const auto level = static_cast<std::uint8_t>(here.depth - 1);
  const auto entity = entity_at(level, context);
  const auto* since = std::get_if<typed::SinceReceiving>(&span);
  const auto* after = std::get_if<typed::AfterReceiving>(&span);
  const auto receipt = receipt_of(since ? since->award : after->award, entity, std::nullopt);
  if (!receipt) return unknown(kind, Reason::other);

  const auto then = at(moment);
  const auto judged = then.period.year();
  const auto rows = domain({Domain::Of::rows, entity, {}, {}});
  const auto row = row_at(level, context);
  std::vector<NodeId> cases;
  const auto in_case = [&](std::optional<std::int32_t> year, bool or_before, NodeId value) {
    const LatestReceipt latest{*receipt, then.period.last, year, or_before};
    cases.push_back(look_up(add(latest, {}, rows, Kind::truth), row));
    cases.push_back(value);
  };
  const auto first = std::clamp(graph_.request_.first_year, judged - 60, judged);
  in_case(std::nullopt, false, kind == Kind::truth ? known(Truth::no) : unknown(kind, Reason::nobody));
  in_case(first - 1, true, before_records());
  for (int year = first; year <= judged; ++year)
    in_case(year, false, in_years(year + 1, since ? judged : year + after->years));
  return combined(ByCase{}, std::move(cases), context, kind);
}

namespace {

const typed::Span* receipt_span(const typed::Set& set) {
  for (const auto& step : set.steps)
    if (std::holds_alternative<typed::SinceReceiving>(step.when) ||
        std::holds_alternative<typed::AfterReceiving>(step.when))
      return &step.when;
  return nullptr;
}

const typed::Span* receipt_span(const Expression& expression) {
  return std::visit(
      values::match{[](const typed::Quantified& n) { return receipt_span(n.set); },
                    [](const typed::Aggregate& n) { return receipt_span(n.set); },
                    [](const typed::MemberWith& n) { return receipt_span(n.set); },
                    [](const typed::MemberOf& n) { return receipt_span(n.set); },
                    [](const typed::Rank& n) { return receipt_span(n.among); },
                    [](const typed::InTop& n) { return receipt_span(n.rank.among); },
                    [](const typed::Evidence& n) { return receipt_span(n.set); },
                    [](const typed::Received& n) -> const typed::Span* {
                      const bool from_receipt = std::holds_alternative<typed::SinceReceiving>(n.when) ||
                                                std::holds_alternative<typed::AfterReceiving>(n.when);
                      return from_receipt ? &n.when : nullptr;
                    },
                    [](const auto&) -> const typed::Span* { return nullptr; }},
      expression.node);
}

}  // namespace

std::optional<NodeId> Builder::by_receipt_of_span(const Expression& expression, ContextId context, MomentId moment) {
  const auto* span = receipt_span(expression);
  if (!span || at(moment).receipt) return std::nullopt;
  const auto in_years = [&](int from, int to) {
    auto then = at(moment);
    then.receipt = from > to ? Days{values::first_day(from), values::plus_days(values::first_day(from), -1)}
                             : Days{values::first_day(from), values::last_day(to)};
    return on(expression, context, this->moment(then));
  };
  const auto kind = kind_of(expression.type);
  return by_receipt(*span, context, moment, kind, in_years, [&] { return unknown(kind, Reason::before_records); });
}

}  // namespace tdkt::graph
