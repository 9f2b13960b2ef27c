// SPDX-License-Identifier: Apache-2.0
// What looks at other rules and at records of another kind: awards, grades, tables, receipts, leaders.
#include <algorithm>

#include "card/arranger.hpp"
#include "values/match.hpp"

namespace tdkt::card {

At Arranger::moved(const typed::Shift& to, const At& at) const {
  return std::visit(values::match{[&](typed::YearsAgo n) {
                                    const auto year = at.period.year();
                                    if (at.period == values::year_period(year)) return at.in(values::year_period(year - n.years));
                                    return at.in({values::plus_years(at.period.first, -n.years),
                                                  values::plus_years(at.period.last, -n.years)});
                                  },
                                  [&](typed::InYear n) { return at.in(values::year_period(n.year)); },
                                  [&](typed::InPeriod n) { return at.in(program_[n.period].days); }},
                    to);
}

namespace {

std::optional<int> latest_receipt(Arranger& arranger, const std::string& award) {
  std::optional<int> latest;
  for (const auto& link : arranger.scene().links()) {
    const auto& relation = arranger.schema()[link.relation];
    if (relation.timing.cadence != values::Cadence::dated) continue;
    for (const auto& verb : arranger.schema().verbs)
      for (const auto& use : verb.uses) {
        if (use.records != link.relation || !use.by) continue;
        const auto* cell = arranger.scene().find({*use.by, link.to, {}, 0});
        const auto* text = cell && cell->value ? std::get_if<std::string>(&*cell->value) : nullptr;
        if (!text || *text != award) continue;
        latest = std::max(latest.value_or(-100000), Date{link.when}.year());
      }
  }
  return latest;
}

}  // namespace

std::vector<int> Arranger::years_of(const typed::Span& span, const At& at) {
  const int judged = at.period.year();
  const auto from_to = [](int from, int to) {
    std::vector<int> years;
    for (int year = from; year <= to && years.size() < 60; ++year) years.push_back(year);
    return years;
  };
  return std::visit(
      values::match{[&](const typed::LastYears& n) {
                      const int end = n.before ? judged - 1 : judged;
                      return from_to(end - n.years + 1, end);
                    },
                    [&](const typed::YearRange& n) { return from_to(n.from.value_or(judged - 2), n.to.value_or(judged)); },
                    [&](const typed::SinceReceiving& n) {
                      auto received = latest_receipt(*this, n.award);
                      if (!received && receive(at.rows[at.levels - 1].entity, at.rows[at.levels - 1], {}, n.award,
                                               values::first_day(judged - 2)))
                        received = judged - 2;
                      return received ? from_to(*received + 1, judged) : std::vector<int>{};
                    },
                    [&](const typed::AfterReceiving& n) {
                      auto received = latest_receipt(*this, n.award);
                      if (!received && receive(at.rows[at.levels - 1].entity, at.rows[at.levels - 1], {}, n.award,
                                               values::first_day(judged - n.years)))
                        received = judged - n.years;
                      return received ? from_to(*received + 1, *received + n.years) : std::vector<int>{};
                    },
                    [&](const typed::EnclosingWindow&) {
                      if (!at.window || std::holds_alternative<typed::EnclosingWindow>(*at.window)) return from_to(judged, judged);
                      return years_of(*at.window, at);
                    },
                    [&](const auto&) { return from_to(judged, judged); }},
      span);
}

Arranger::Days Arranger::days_of(const typed::Span& span, const At& at) {
  const auto of_years = [&]() -> Days {
    const auto years = years_of(span, at);
    if (years.empty()) return {at.period.first, at.period.last};
    return {values::first_day(years.front()), values::last_day(years.back())};
  };
  const auto day = [&](const Expr& date) -> std::optional<Date> {
    const auto value = settled(*date, at);
    const auto* found = value ? std::get_if<Date>(&*value) : nullptr;
    return found ? std::optional(*found) : std::nullopt;
  };
  return std::visit(
      values::match{[&](const typed::JudgedPeriod&) -> Days { return {at.period.first, at.period.last}; },
                    [&](const typed::YearRange& n) -> Days {
                      Days days{{}, values::last_day(n.to.value_or(at.period.year()))};
                      if (n.from) days.first = values::first_day(*n.from);
                      return days;
                    },
                    [&](const typed::DuringPeriod& n) -> Days {
                      return {program_[n.period].days.first, program_[n.period].days.last};
                    },
                    [&](const typed::BeforeDay& n) -> Days {
                      const auto end = day(n.date);
                      return {{}, end ? std::optional(values::plus_days(*end, -1)) : std::nullopt};
                    },
                    [&](const typed::WithinDays& n) -> Days {
                      const auto begin = day(n.date);
                      if (!begin) return {};
                      return {*begin, values::plus_days(*begin, n.days)};
                    },
                    [&](const typed::WholeRecord&) -> Days { return {{}, at.period.last}; },
                    [&](const typed::EnclosingWindow&) -> Days {
                      if (!at.window || std::holds_alternative<typed::EnclosingWindow>(*at.window))
                        return {at.period.first, at.period.last};
                      return days_of(*at.window, at);
                    },
                    [&](const auto&) -> Days { return of_years(); }},
      span);
}

// A day that surely falls in it, in the judged period where that is possible.
Date Arranger::day_in(const typed::Span& span, const At& at) {
  const auto days = days_of(span, at);
  auto day = values::plus_days(at.period.first, (at.period.last.days - at.period.first.days) / 2);
  if (days.last && *days.last < day) day = *days.last;
  if (days.first && day < *days.first) day = *days.first;
  return day;
}

// ---- receipts ---------------------------------------------------------------------------------

bool Arranger::receive(columns::EntityId entity, Who who, std::optional<columns::VerbId> verb, const std::string& award,
                       Date day) {
  for (std::uint32_t i = 0; i < schema_.verbs.size(); ++i) {
    if (verb && verb->index != i) continue;
    for (const auto& use : schema_.verbs[i].uses) {
      if (use.subject != entity || !use.records || !use.by) continue;
      const auto record = scene_.add(schema_[*use.records].to);
      return scene_.link({*use.records, who.number, record.number, day.days}) &&
             scene_.set({*use.by, record.number, {}, 0}, award);
    }
  }
  return false;
}

bool Arranger::receive(const typed::Received& n, const At& at, Date day, const std::string& award) {
  const auto one = who(*n.subject, at);
  return one && receive(n.subject->type.entity, *one, n.verb, award, day);
}

bool Arranger::received(const typed::Received& n, const At& at, Want want) {
  if (want == Want::unknown || want == Want::probe) return false;
  const auto holds = [&](int times) {
    return satisfies(n.sign, Decimal(times), Decimal(n.times)) == (want == Want::yes);
  };
  int times = n.times;
  for (const int choice : {n.times, n.times + 1, n.times - 1, 0})
    if (choice >= 0 && holds(choice)) {
      times = choice;
      break;
    }
  const auto days = days_of(n.when, at);
  auto day = day_in(n.when, at);
  for (int i = 0; i < times; ++i) {
    if (!receive(n, at, day, n.award)) return false;
    day = values::plus_years(day, -1);
    if (days.first && day < *days.first) day = values::plus_days(day_in(n.when, at), -i - 1);
  }
  if (const auto one = who(*n.subject, at)) scene_.mention(*one, at.period.year());
  return true;
}

// ---- leaders ----------------------------------------------------------------------------------

std::optional<Who> Arranger::member_of_group(RelationId leader, Who group, std::size_t number, int year) {
  const auto& relation = schema_[leader];
  if (!relation.one_of) return std::nullopt;
  const auto& members = schema_[*relation.one_of];
  const auto when = columns::index_for(schema_, members.timing, values::year_period(year));
  const auto all = scene_.related(*relation.one_of, false, group.number);
  std::vector<std::uint32_t> known;
  for (const auto& one : all)
    if (std::find(known.begin(), known.end(), one.who) == known.end()) known.push_back(one.who);
  while (known.size() <= number) known.push_back(scene_.add(members.to).number);
  if (!scene_.link({*relation.one_of, group.number, known[number], when})) return std::nullopt;
  return Who{members.to, known[number]};
}

bool Arranger::lead(RelationId id, Who group, std::optional<Who> leader, int year) {
  const auto& relation = schema_[id];
  const auto when = columns::index_for(schema_, relation.timing, values::year_period(year));
  if (!leader) {
    scene_.leave_open({id, group.number, when});
    return true;
  }
  for (const auto& other : scene_.related(id, false, group.number)) {
    if (other.when != when) continue;
    if (other.who == leader->number) return true;
    if (!scene_.unlink({id, group.number, other.who, when})) return false;
  }
  return scene_.link({id, group.number, leader->number, when});
}

bool Arranger::rotates(const typed::Rotates& n, const At& at, Want want) {
  const auto group = who(*n.subject, at);
  if (!group || want == Want::probe) return false;
  const int judged = at.period.year();
  const auto member = [&](std::size_t number, int year) { return member_of_group(n.relation, *group, number, year); };
  if (n.rule == typed::Rotation::deputy_follows) {
    if (!n.deputy) return false;
    const auto before = member(0, judged - 1), now = member(want == Want::no ? 1 : 0, judged);
    if (!before || !now) return false;
    return lead(*n.deputy, *group, want == Want::unknown ? std::nullopt : before, judged - 1) &&
           lead(n.relation, *group, now, judged);
  }
  const int first = n.from ? *n.from : judged - std::max(1, n.years - 1);
  bool arranged = true;
  for (int year = first; year < judged; ++year) {
    const auto number = static_cast<std::size_t>(year - first + 1);
    const bool again = want == Want::no && year == judged - 1;
    const bool open = want == Want::unknown && year == judged - 1;
    const auto leader = member(again ? 0 : number, year);
    arranged = leader && lead(n.relation, *group, open ? std::nullopt : leader, year) && arranged;
  }
  const auto now = member(0, judged);
  // Somebody else is there, who has not led yet.
  return now && lead(n.relation, *group, now, judged) && member(static_cast<std::size_t>(judged - first + 1), judged) && arranged;
}

// ---- places, other awards, grades, tables -----------------------------------------------------

bool Arranger::in_top(const typed::InTop& n, const At& at, Want want) {
  if (want == Want::probe || want == Want::unknown) return false;
  const auto top = settled(*n.top, at);
  const auto* number = top ? std::get_if<Decimal>(&*top) : nullptr;
  if (!number) return false;
  Expression rank = *n.rank.subject;
  rank.node = n.rank;
  rank.type = {};
  rank.type.kind = typed::TypeKind::number;
  if (!n.share) {
    const auto place = want == Want::yes ? std::optional(Decimal(1)) : values::sum(*number, Decimal(1));
    return place && assign(rank, at, *place);
  }
  // Of two, one is in the top half and one is not; of more, the first and the last.
  return assign(rank, at, want == Want::yes ? Decimal(1) : Decimal(10));
}

bool Arranger::eligible(const typed::Eligible& n, const At& at, Want want) {
  const auto one = who(*n.subject, at);
  const auto award = in_force_.award(n.awards, n.subject->type.entity, at.period);
  if (!one || !award || want == Want::probe) return false;
  auto inner = at;
  inner.rows[0] = *one;
  inner.levels = 1;
  scene_.mention(*one, at.period.year());
  return rule(*award, inner, want);
}

bool Arranger::graded(typed::GradesId id, Who who, const At& at, std::uint8_t code) {
  auto inner = at;
  inner.rows[0] = who;
  inner.levels = 1;
  const auto& rows = program_[id].rows;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].code != code) continue;
    const bool arranged = attempt([&] {
      bool all = !rows[i].when || condition(rows[i].when, inner, Want::yes);
      for (std::size_t before = 0; before < i; ++before)
        if (rows[before].when) all = condition(rows[before].when, inner, Want::no) && all;
      return all;
    });
    if (arranged) return true;
  }
  return false;
}

bool Arranger::looked_up(const typed::Lookup& n, const At& at, const Value& value) {
  const auto& table = program_[n.table];
  const auto fits = [&](const typed::TableRow& row) {
    if (row.cells.size() != n.inputs.size()) return false;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const auto& cell = row.cells[i];
      if (cell.kind == typed::TableCell::Kind::any) {
        if (!settled(*n.inputs[i], at)) return false;
      } else if (cell.kind == typed::TableCell::Kind::equal) {
        const auto wanted = value_of(*cell.value, at);
        if (!wanted || !assign(*n.inputs[i], at, *wanted)) return false;
      } else {
        const auto& edge = cell.low ? cell.low : cell.high;
        if (!edge) return false;
        const auto beside = neighbours(schema_, n.inputs[i]->type, *edge);
        const bool open = cell.low ? cell.low_open : cell.high_open;
        const auto inside = !open ? std::optional<Value>(*edge) : cell.low ? beside.above : beside.below;
        if (!inside || !assign(*n.inputs[i], at, *inside)) return false;
      }
    }
    return true;
  };
  for (const auto& row : table.rows) {
    const auto outcome = row.outcome ? value_of(*row.outcome, at) : std::nullopt;
    if (!outcome || !same(*outcome, value)) continue;
    if (attempt([&] { return fits(row); })) return true;
  }
  return false;
}

}  // namespace tdkt::card
