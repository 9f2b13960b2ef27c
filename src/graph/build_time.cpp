// SPDX-License-Identifier: Apache-2.0
// Periods, windows of years and of days, and the rotation of leaders.
#include "graph/builder.hpp"

#include <algorithm>

#include "values/match.hpp"

namespace tdkt::graph {

namespace {

Days year_days(std::optional<int> from, std::optional<int> to) {
  Days days;
  if (from) days.first = values::first_day(*from);
  if (to) days.last = values::last_day(*to);
  return days;
}

std::optional<Date> literal_date(const Expr& expression) {
  const auto* literal = std::get_if<typed::Literal>(&expression->node);
  const auto* date = literal ? std::get_if<Date>(&literal->value) : nullptr;
  return date ? std::optional(*date) : std::nullopt;
}

Period years_before(Period period, int years) {
  if (period == values::year_period(period.year())) return values::year_period(period.year() - years);
  return {values::plus_years(period.first, -years), values::plus_years(period.last, -years)};
}

}  // namespace

When Builder::when(const columns::Timing& timing, const typed::Span& span, MomentId moment) {
  if (timing.cadence == values::Cadence::dated) return {0, true, days_of(span, moment)};
  return {columns::index_for(schema_, timing, at(moment).period), false, {}};
}

Days days_of(const typed::Program& program, const typed::Span& span, const Moment& then) {
  const auto year = then.period.year();
  const Days judged{then.period.first, then.period.last};
  return std::visit(
      values::match{
          [&](const typed::JudgedPeriod&) { return judged; },
          [&](const typed::LastYears& n) {
            return n.before ? year_days(year - n.years, year - 1) : year_days(year - n.years + 1, year);
          },
          [&](const typed::YearRange& n) { return year_days(n.from, n.to ? n.to : year); },
          [&](const typed::SinceReceiving&) { return then.receipt.value_or(judged); },
          [&](const typed::AfterReceiving&) { return then.receipt.value_or(judged); },
          [&](const typed::DuringPeriod& n) { return Days{program[n.period].days.first, program[n.period].days.last}; },
          [&](const typed::BeforeDay& n) {
            const auto day = literal_date(n.date);
            return day ? Days{Days{}.first, values::plus_days(*day, -1)} : Days{};
          },
          [&](const typed::WithinDays& n) {
            const auto day = literal_date(n.date);
            return day ? Days{*day, values::plus_days(*day, n.days)} : Days{};
          },
          [&](const typed::EnclosingWindow&) { return then.window.value_or(judged); },
          [&](const typed::WholeRecord&) { return Days{Days{}.first, then.period.last}; }},
      span);
}

std::vector<NodeId> Builder::moving_days(const typed::Span& span, ContextId context, MomentId moment) {
  const auto* before = std::get_if<typed::BeforeDay>(&span);
  const auto* within = std::get_if<typed::WithinDays>(&span);
  if (before && !literal_date(before->date)) {
    const auto first = add(Known{Days{}.first}, {}, one, Kind::date);
    return {first, combined(ShiftDays{-1}, {on(before->date, context, moment)}, context, Kind::date)};
  }
  if (within && !literal_date(within->date)) {
    const auto first = on(within->date, context, moment);
    return {first, combined(ShiftDays{within->days}, {first}, context, Kind::date)};
  }
  return {};
}

std::vector<int> Builder::years_of(const typed::Span& span, MomentId moment) {
  const auto days = days_of(span, moment);
  const auto judged = at(moment).period.year();
  const auto begin = days.first == Days{}.first ? std::min(graph_.request_.first_year, judged) : days.first.year();
  const auto end = days.last == Days{}.last ? judged : days.last.year();
  std::vector<int> years;
  for (int year = begin; year <= end; ++year) years.push_back(year);
  return years;
}

Date Builder::law_day(MomentId moment) const {
  const auto& then = at(moment);
  return then.law ? std::min(*then.law, then.period.last) : then.period.last;
}

Period Builder::law_period(MomentId moment) const {
  const auto last = law_day(moment);
  return {std::min(at(moment).period.first, last), last};
}

MomentId Builder::in_year(int year, bool as_then, MomentId moment) {
  auto then = at(moment);
  then.as_then = then.as_then || as_then;
  then.period = values::year_period(year);
  return this->moment(then);
}

MomentId Builder::moved(const typed::Shift& to, bool as_then, MomentId moment) {
  auto then = at(moment);
  then.as_then = then.as_then || as_then;
  then.period = std::visit(values::match{[&](typed::YearsAgo n) { return years_before(then.period, n.years); },
                                         [&](typed::InYear n) { return values::year_period(n.year); },
                                         [&](typed::InPeriod n) { return program_[n.period].days; }},
                           to);
  return this->moment(then);
}

MomentId Builder::without_receipt(MomentId moment) {
  auto then = at(moment);
  if (!then.receipt) return moment;
  then.receipt.reset();
  return this->moment(then);
}

NodeId Builder::build_node(const typed::Moved& n, const Expression&, ContextId context, MomentId moment) {
  return on(n.body, context, moved(n.to, n.as_then_in_force, moment));
}

NodeId Builder::build_node(const typed::InYears& n, const Expression&, ContextId context, MomentId moment) {
  const auto held_in = [&](int from, int to) {
    std::vector<NodeId> years;
    for (int year = from; year <= to; ++year) years.push_back(on(n.body, context, in_year(year, n.as_then_in_force, moment)));
    if (!n.at_least) return both(std::move(years));
    if (*n.at_least == 1) return either(std::move(years));
    if (static_cast<int>(years.size()) < *n.at_least) return known(Truth::no);
    return combined(AtLeast{*n.at_least}, std::move(years), context, Kind::truth);
  };
  const bool from_receipt = std::holds_alternative<typed::SinceReceiving>(n.years) ||
                            std::holds_alternative<typed::AfterReceiving>(n.years);
  if (from_receipt) {
    // Of a receipt before the records begin only the later years are known.
    const auto before_records = [&] {
      const auto first = graph_.request_.first_year, judged = at(moment).period.year();
      const bool since = std::holds_alternative<typed::SinceReceiving>(n.years);
      const auto not_known = unknown(Kind::truth, Reason::before_records);
      if (!since) return not_known;
      const auto rest = held_in(std::min(first, judged), judged);
      return n.at_least ? combined(Any{}, {rest, not_known}, context, Kind::truth)
                        : combined(All{}, {rest, not_known}, context, Kind::truth);
    };
    return by_receipt(n.years, context, moment, Kind::truth, held_in, before_records);
  }
  const auto years = years_of(n.years, moment);
  return years.empty() ? held_in(1, 0) : held_in(years.front(), years.back());
}

NodeId Builder::build_node(const typed::Within& n, const Expression& expression, ContextId context, MomentId moment) {
  const auto with = [&](Days window) {
    auto then = at(moment);
    then.window = window;
    return on(n.body, context, this->moment(then));
  };
  const bool from_receipt = std::holds_alternative<typed::SinceReceiving>(n.years) ||
                            std::holds_alternative<typed::AfterReceiving>(n.years);
  if (!from_receipt) return with(days_of(n.years, moment));
  const auto kind = kind_of(expression.type);
  return by_receipt(
      n.years, context, moment, kind, [&](int from, int to) { return with(year_days(from, to)); },
      [&] { return unknown(kind, Reason::before_records); });
}

NodeId Builder::build_node(const typed::OverPeriods& n, const Expression& expression, ContextId context, MomentId moment) {
  using How = typed::OverPeriods::How;
  std::vector<NodeId> parts;
  for (const auto period : columns::periods_within(schema_, n.each, at(moment).period)) {
    auto then = at(moment);
    then.period = period;
    parts.push_back(on(n.body, context, this->moment(then)));
  }
  const auto kind = kind_of(expression.type);
  if (parts.empty()) return unknown(kind, Reason::other);
  const auto count = Interval::exactly(Decimal(static_cast<std::int64_t>(parts.size())));
  switch (n.how) {
    case How::every: return both(std::move(parts));
    case How::last: return parts.back();
    case How::total: return added(parts);
    case How::average:
      return combined(Arithmetic{typed::Operator::over}, {added(parts), known(count)}, context, kind);
    case How::highest:
    case How::lowest: break;
  }
  auto best = parts.front();
  for (std::size_t i = 1; i < parts.size(); ++i)
    best = combined(Choose{n.how == How::lowest}, {best, parts[i]}, context, kind);
  return best;
}

NodeId Builder::build_node(const typed::Rotates& n, const Expression&, ContextId context, MomentId moment) {
  const auto& leader = schema_[n.relation];
  const auto rows = domain({Domain::Of::rows, leader.of, {}, {}});
  if (!leader.one_of && n.rule != typed::Rotation::deputy_follows) return unknown(Kind::truth, Reason::other);
  const Rotates rotates{n.relation, leader.one_of.value_or(n.relation), n.deputy, n.rule, n.years, n.from,
                        at(moment).period};
  return look_up(add(rotates, {}, rows, Kind::truth), on(n.subject, context, moment));
}

}  // namespace tdkt::graph
