// SPDX-License-Identifier: Apache-2.0
// Awards received, leaders who take turns, places, other awards; groups of criteria and waivers.
#include <algorithm>

#include "card/pivots.hpp"
#include "values/match.hpp"

namespace tdkt::card {

namespace {

Phrase times(int number) {
  const auto text = std::to_string(number);
  return {number == 1 ? "received once" : "received " + text + " times", "được tặng " + text + " lần"};
}

// On one day of each of these years; of one year alone on days that follow one another.
bool receive_in(Arranger& a, const At& at, const typed::Received& n, const std::vector<int>& years, const std::string& award) {
  const auto day = a.day_in(n.when, at);
  if (const auto who = a.who(*n.subject, at)) a.scene().mention(*who, at.period.year());
  const auto days = a.days_of(n.when, at);
  const bool one_year = days.first && days.last && days.first->year() == days.last->year();
  int same_year = 0;
  for (const auto year : years) {
    const auto on = one_year ? values::plus_days(day, -same_year++) : values::plus_years(day, year - day.year());
    if (!a.receive(n, at, on, award)) return false;
  }
  return true;
}

std::vector<int> years_back(int from, int number, int gap_after = 0) {
  std::vector<int> years;
  for (int i = 0; i < number; ++i) years.push_back(from - i - (gap_after > 0 && i >= gap_after ? 1 : 0));
  std::reverse(years.begin(), years.end());
  return years;
}

std::vector<Variant> of_receipts(Arranger& arranger, const At& at, const typed::Received& n) {
  std::vector<Variant> variants;
  constexpr int most = 12;
  if (n.times > most) return variants;
  const int last = arranger.day_in(n.when, at).year();
  const auto add = [&](Phrase label, std::vector<int> years, std::string award) {
    variants.push_back({std::move(label), [&n, years = std::move(years), award = std::move(award)](Arranger& a, const At& here) {
                          return receive_in(a, here, n, years, award);
                        }});
  };
  for (const int number : {n.times - 1, n.times, n.times + 1}) {
    const bool more = number > n.times && (n.sign == Sign::at_least || n.sign == Sign::below);
    if (number >= 0 && !more) add(times(number), years_back(last, number), n.award);
  }
  if (n.consecutive && n.times > 1) {
    const auto text = std::to_string(n.times);
    add({"received " + text + " times, with a year between", "được tặng " + text + " lần, cách quãng một năm"},
        years_back(last, n.times, 1), n.award);
  }
  add({"received another award", "được tặng hình thức khác"}, years_back(last, std::max(1, n.times)), "A");
  return variants;
}

// ---- leaders ----------------------------------------------------------------------------------

struct Lead {
  int year;
  std::optional<std::size_t> member;   // nullopt: not on record
};

Variant led_by(const typed::Rotates& n, Phrase label, std::vector<Lead> leads, std::size_t members) {
  return {std::move(label), [&n, leads = std::move(leads), members](Arranger& a, const At& at) {
            const auto group = a.who(*n.subject, at);
            if (!group) return false;
            for (const auto& lead : leads) {
              for (std::size_t number = 0; number < members; ++number)
                if (!a.member_of_group(n.relation, *group, number, lead.year)) return false;
              const auto leader = lead.member ? a.member_of_group(n.relation, *group, *lead.member, lead.year) : std::nullopt;
              if (!a.lead(n.relation, *group, leader, lead.year)) return false;
            }
            return true;
          }};
}

std::vector<Variant> of_rotation(const At& at, const typed::Rotates& n) {
  const int judged = at.period.year();
  const auto year = [](int number) { return std::to_string(number); };
  std::vector<Variant> variants;
  if (n.rule == typed::Rotation::deputy_follows) {
    const auto deputy = [&](Phrase label, std::optional<std::size_t> before) {
      variants.push_back({std::move(label), [&n, before, judged](Arranger& a, const At& here) {
                            const auto group = a.who(*n.subject, here);
                            if (!group || !n.deputy) return false;
                            const auto now = a.member_of_group(n.relation, *group, 0, judged);
                            const auto was = before ? a.member_of_group(n.relation, *group, *before, judged - 1) : std::nullopt;
                            return a.lead(*n.deputy, *group, was, judged - 1) && now && a.lead(n.relation, *group, now, judged);
                          }});
    };
    deputy({"the deputy of " + year(judged - 1) + " leads", "khối phó năm " + year(judged - 1) + " làm khối trưởng"}, 0);
    deputy({"another leads", "đơn vị khác làm khối trưởng"}, 1);
    deputy({"the deputy of " + year(judged - 1) + " is not on record", "chưa rõ khối phó năm " + year(judged - 1)}, std::nullopt);
    return variants;
  }
  const Lead now{judged, 0};
  const auto repeated = [&](int ago) {
    std::vector<Lead> leads{now};
    for (int other = judged - std::max(1, std::max(ago, n.years - 1)); other < judged; ++other)
      leads.push_back({other, other == judged - ago ? 0 : static_cast<std::size_t>(judged - other)});
    return leads;
  };
  const auto again = [&](int ago) {
    return led_by(n, {"the leader of " + year(judged - ago) + " leads again", "đơn vị đã dẫn đầu năm " + year(judged - ago) + " lại làm trưởng"},
                  repeated(ago), 2);
  };
  switch (n.rule) {
    case typed::Rotation::annually:
      variants.push_back(led_by(n, {"another than in " + year(judged - 1) + " leads", "khác với năm " + year(judged - 1)},
                                {now, {judged - 1, 1}}, 2));
      variants.push_back(again(1));
      break;
    case typed::Rotation::no_repeat_within:
      for (int last = 0; const int ago : {1, n.years - 1, n.years})
        if (ago > last) variants.push_back(again(last = ago));
      break;
    case typed::Rotation::until_all_have_led: {
      const int first = n.from ? std::min(*n.from, judged - 1) : judged - 2;
      const auto before = static_cast<std::size_t>(judged - first);
      if (before > 12) break;
      std::vector<Lead> leads;
      for (std::size_t i = 0; i < before; ++i) leads.push_back({first + static_cast<int>(i), i});
      auto fresh = leads, round = leads, early = leads;
      fresh.push_back({judged, before});
      round.push_back({judged, 0});
      early.push_back({judged, 0});
      variants.push_back(led_by(n, {"one who has not led yet leads", "đơn vị chưa từng dẫn đầu làm trưởng"}, fresh, before + 1));
      variants.push_back(led_by(n, {"all have led, the first leads again", "tất cả đã luân phiên, đơn vị đầu tiên làm lại"}, round, before));
      variants.push_back(led_by(n, {"the first leads again, one has not led yet", "đơn vị đầu tiên làm lại khi còn đơn vị chưa dẫn đầu"}, early, before + 1));
      break;
    }
    case typed::Rotation::deputy_follows: break;
  }
  if (n.rule != typed::Rotation::until_all_have_led)
    variants.push_back(led_by(n, {"the leader of " + year(judged - 1) + " is not on record", "chưa rõ trưởng năm " + year(judged - 1)},
                              {now, {judged - 1, std::nullopt}}, 2));
  return variants;
}

// ---- places -----------------------------------------------------------------------------------

std::vector<Variant> of_places(Arranger& arranger, const At& at, const typed::InTop& n) {
  std::vector<Variant> variants;
  const auto top = arranger.settled(*n.top, at);
  const auto* number = top ? std::get_if<Decimal>(&*top) : nullptr;
  if (!number) return variants;
  constexpr int group = 10;
  const auto size = n.share ? Decimal(group) : Decimal(1);
  const auto exact = values::product(*number, size);
  const auto quota = exact ? values::rounded(*exact, 0, n.share ? n.rounding : values::Rounding::down) : std::nullopt;
  if (!quota || *quota < Decimal(1) || Decimal(group) < *quota) return variants;
  const auto places = static_cast<std::size_t>(quota->scaled() / Decimal::one);
  const auto all = n.share ? static_cast<std::size_t>(group) : places + 1;
  const auto add = [&](std::size_t place, bool tied) {
    const auto text = std::to_string(place), of = std::to_string(all);
    Phrase label("place " + text + " of " + of, "thứ " + text + " trên " + of);
    if (tied) label = joined(label, ", ", {"shared", "đồng hạng"});
    variants.push_back({label, [&n, place, tied, all](Arranger& a, const At& here) {
                          const auto one = a.who(*n.rank.subject, here);
                          if (!one) return false;
                          const auto& set = n.rank.among;
                          // Better is a greater value, or a smaller one.
                          const auto points = [&](Who who, int better) {
                            const int value = n.rank.high_to_low ? 50 + better : 50 - better;
                            return a.belongs(set, who, here, Want::yes) &&
                                   a.assign(*n.rank.value, here.with_member(who, set.level), Decimal(value));
                          };
                          if (a.members(set, here).empty()) return false;
                          bool arranged = points(*one, 0);
                          for (std::size_t i = 1; i < all; ++i) {
                            const auto other = a.new_member(set, here);
                            const int better = i < place ? 1 : tied && i == place ? 0 : -1;
                            arranged = other && points(*other, better) && arranged;
                          }
                          a.close(set, here);
                          return arranged;
                        }});
  };
  add(places, false);
  if (places < all) add(places, true), add(places + 1, false);
  return variants;
}

std::string name_of(const typed::Criterion& part, std::size_t number) {
  return part.label.empty() || part.label == "-" ? std::to_string(number + 1) : part.label;
}

}  // namespace

std::vector<Variant> variants_of_records(Arranger& arranger, const At& at, const Expression& e) {
  return std::visit(values::match{[&](const typed::Received& n) { return of_receipts(arranger, at, n); },
                                  [&](const typed::Rotates& n) { return of_rotation(at, n); },
                                  [&](const typed::InTop& n) { return of_places(arranger, at, n); },
                                  [&](const typed::Eligible&) {
                                    const auto set = [&e](Want want) {
                                      return [&e, want](Arranger& a, const At& here) { return a.condition(e, here, want); };
                                    };
                                    return std::vector<Variant>{{{"yes", "có"}, set(Want::yes)}, {{"no", "không"}, set(Want::no)}};
                                  },
                                  [](const auto&) { return std::vector<Variant>{}; }},
                    e.node);
}

std::vector<Variant> variants_of_group(Arranger&, const At&, const typed::Criterion& criterion) {
  std::vector<Variant> variants;
  const auto size = criterion.parts.size();
  const auto needed = criterion.kind == typed::CriterionKind::all_of   ? size
                      : criterion.kind == typed::CriterionKind::any_of ? std::size_t{1}
                                                                       : static_cast<std::size_t>(std::max(criterion.at_least, 0));
  const auto with = [&](Phrase label, std::vector<Want> wants) {
    variants.push_back({std::move(label), [&criterion, wants = std::move(wants)](Arranger& a, const At& at) {
                          bool arranged = true;
                          for (std::size_t i = 0; i < wants.size(); ++i)
                            arranged = a.criterion(criterion.parts[i], at, wants[i]) && arranged;
                          return arranged;
                        }});
  };
  if (size == 0 || needed == 0 || needed > size) return variants;
  constexpr std::size_t most_parts = 12;
  if (needed == size) {
    const std::vector<Want> all(size, Want::yes);
    with({"all parts met", "đạt tất cả các điều kiện"}, all);
    for (std::size_t i = 0; i < std::min(size, most_parts); ++i) {
      auto wants = all;
      wants[i] = Want::no;
      const auto name = name_of(criterion.parts[i], i);
      with({"all but " + name + " met", "chỉ không đạt " + name}, wants);
    }
    auto open = all;
    open.back() = Want::unknown;
    const auto name = name_of(criterion.parts.back(), size - 1);
    with({"all met, of " + name + " it is not known", "đạt tất cả, riêng " + name + " chưa rõ"}, open);
    return variants;
  }
  const std::vector<Want> none(size, Want::no);
  if (needed == 1) {
    with({"no part met", "không đạt điều kiện nào"}, none);
    for (std::size_t i = 0; i < std::min(size, most_parts); ++i) {
      auto wants = none;
      wants[i] = Want::yes;
      const auto name = name_of(criterion.parts[i], i);
      with({"only " + name + " met", "chỉ đạt " + name}, wants);
    }
    return variants;
  }
  const auto count = [&](std::size_t number) {
    auto wants = none;
    std::fill_n(wants.begin(), number, Want::yes);
    const auto text = std::to_string(number), of = std::to_string(size);
    with({text + " of " + of + " parts met", "đạt " + text + " trên " + of + " điều kiện"}, wants);
  };
  count(needed - 1);
  count(needed);
  return variants;
}

Variant waiver_variant(const typed::Criterion& criterion, const typed::Award& award, bool expired) {
  Phrase label("not met, but waived", "không đạt, nhưng được miễn");
  if (expired) label = {"not met, and the waiver has run out", "không đạt, quyết định miễn đã hết hạn"};
  return {label, [&criterion, &award, expired](Arranger& a, const At& at) {
            if (!a.criterion(criterion, at, Want::no)) return false;
            a.scene().mention(at.rows[0], at.period.year());
            const auto year = at.period.year() - (expired ? 1 : 0);
            const bool own = !criterion.label.empty() && criterion.label != "-";
            a.scene().waive({at.rows[0], award.title.text, own ? criterion.path : criterion.title->text,
                             values::first_day(year), values::last_day(year)});
            return true;
          }};
}

}  // namespace tdkt::card
