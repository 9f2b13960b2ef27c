// SPDX-License-Identifier: Apache-2.0
// How many: who is counted, and crowds on either side of a boundary.
#include <algorithm>

#include "card/arranger.hpp"
#include "values/sign.hpp"

namespace tdkt::card {

namespace {

constexpr std::size_t most_members = 40;

std::optional<Decimal> number_in(const std::optional<Value>& value) {
  const auto* number = value ? std::get_if<Decimal>(&*value) : nullptr;
  return number ? std::optional(*number) : std::nullopt;
}

}  // namespace

std::optional<bool> Counted::holds(std::size_t yes, std::size_t all) const {
  if (share && all == 0) return std::nullopt;
  // A share meets its threshold in whole numbers: yes ⋚ threshold · all.
  const auto beside = [&](Decimal threshold) -> std::optional<std::strong_ordering> {
    const auto scale = share ? static_cast<std::int64_t>(all) : 1;
    const auto wanted = values::product(threshold, Decimal(scale));
    if (!wanted) return std::nullopt;
    return Decimal(static_cast<std::int64_t>(yes)) <=> *wanted;
  };
  const auto least = beside(low);
  if (!least) return std::nullopt;
  if (!high) return values::holds(sign, *least);
  const auto most = beside(*high);
  if (!most) return std::nullopt;
  return *least >= 0 && *most <= 0;
}

std::optional<Counted> Arranger::counted(const Expression& e, const At& at) {
  Counted counted;
  if (const auto* quantified = std::get_if<typed::Quantified>(&e.node)) {
    counted.set = &quantified->set;
    counted.predicate = quantified->predicate;
    const auto& amount = quantified->amount;
    counted.share = amount.share;
    counted.sign = amount.high ? Sign::equal : amount.sign;
    std::optional<Decimal> low;
    if (amount.low) low = number_in(settled(*amount.low, at));
    else if (amount.share) low = Decimal(1);
    else low = Decimal(amount.sign == Sign::at_least ? 1 : 0);
    if (!low) return std::nullopt;
    counted.low = *low;
    if (amount.high) {
      counted.high = number_in(settled(*amount.high, at));
      if (!counted.high) return std::nullopt;
    }
    return counted;
  }
  if (const auto* evidence = std::get_if<typed::Evidence>(&e.node)) {
    const auto low = number_in(settled(*evidence->count, at));
    if (!low) return std::nullopt;
    counted.set = &evidence->set;
    counted.low = *low;
    return counted;
  }
  const auto of_aggregate = [&](const Expression& part) -> const typed::Aggregate* {
    const auto* aggregate = std::get_if<typed::Aggregate>(&part.node);
    const bool counts = aggregate && (aggregate->function == typed::Function::number || aggregate->function == typed::Function::share);
    return counts ? aggregate : nullptr;
  };
  const auto take = [&](const typed::Aggregate& aggregate) {
    counted.set = &aggregate.set;
    counted.predicate = aggregate.predicate;
    counted.share = aggregate.function == typed::Function::share;
    counted.known_only = aggregate.known_only;
  };
  if (const auto* compare = std::get_if<typed::Compare>(&e.node)) {
    const auto *left = of_aggregate(*compare->left), *right = of_aggregate(*compare->right);
    if (!left == !right) return std::nullopt;
    const auto limit = number_in(settled(left ? *compare->right : *compare->left, at));
    if (!limit) return std::nullopt;
    take(left ? *left : *right);
    counted.low = *limit;
    counted.sign = left ? compare->sign : turned(compare->sign);
    return counted;
  }
  if (const auto* between = std::get_if<typed::Between>(&e.node)) {
    const auto* aggregate = of_aggregate(*between->value);
    if (!aggregate) return std::nullopt;
    const auto low = number_in(settled(*between->low, at)), high = number_in(settled(*between->high, at));
    if (!low || !high) return std::nullopt;
    take(*aggregate);
    counted.low = *low;
    counted.high = *high;
    counted.sign = Sign::equal;
    return counted;
  }
  return std::nullopt;
}

bool Arranger::crowd(const Counted& counted, const At& at, const Crowd& crowd) {
  const auto& set = *counted.set;
  bool arranged = true;
  const auto add = [&](std::size_t number, Want belongs, Want counts) {
    for (std::size_t i = 0; i < number; ++i) {
      const auto one = new_member(set, at);
      if (!one) return void(arranged = false);
      if (counted.predicate) arranged = condition(counted.predicate, at.with_member(*one, set.level), counts) && arranged;
      arranged = this->belongs(set, *one, at, belongs) && arranged;
    }
  };
  add(crowd.yes, Want::yes, Want::yes);
  add(crowd.no, Want::yes, Want::no);
  add(crowd.open, Want::yes, Want::unknown);
  add(crowd.filter_open, Want::unknown, Want::no);
  add(crowd.outside, Want::no, Want::yes);
  // Somebody in between, so that whoever is asked about is on record.
  if (crowd.yes + crowd.no + crowd.open + crowd.filter_open + crowd.outside == 0 && set.steps.size() > 1) {
    auto before = set;
    before.steps.pop_back();
    if (members(before, at).empty()) new_member(before, at);
  }
  close(set, at);
  return arranged;
}

namespace {

// The fewest members, at least `fewest`, with which it turns out as wanted; the most or the fewest
// of them count, whichever is farther from the boundary.
std::optional<Crowd> crowd_for(const Counted& counted, Want want, std::size_t fewest, bool closed) {
  std::vector<std::size_t> sizes;
  for (auto all = fewest; all <= (closed ? fewest : std::max(fewest, most_members)); ++all) sizes.push_back(all);
  // That nobody is there may not be known; one is better, if one does.
  if (sizes.front() == 0) std::rotate(sizes.begin(), sizes.begin() + 1, sizes.end());
  for (const auto all : sizes) {
    std::optional<Crowd> found;
    if (want == Want::unknown) {
      if (all > 0 && counted.predicate)
        for (std::size_t yes = 0; yes < all && !found; ++yes)
          if (counted.holds(yes, all) != counted.holds(yes + 1, all)) found = Crowd{yes, all - yes - 1, 1, 0, 0};
    } else {
      const auto wanted = want == Want::yes;
      for (std::size_t yes = 0; yes <= all; ++yes) {
        if (!counted.predicate && yes != all) continue;
        if (counted.holds(yes, all) != wanted) continue;
        const bool more = counted.sign == Sign::at_least || counted.sign == Sign::above;
        if (!found || more == wanted) found = Crowd{yes, all - yes, 0, 0, 0};
      }
    }
    if (found) return found;
  }
  return std::nullopt;
}

}  // namespace

bool Arranger::counted_as(const Counted& counted, const At& at, Want want) {
  const auto& set = *counted.set;
  bool closed = false;
  if (!set.keys_of && set.from && !set.steps.empty()) {
    auto before = set;
    before.steps.pop_back();
    const auto& last = set.steps.back();
    const auto& relation = schema_[last.relation];
    for (const auto from : members(before, at))
      closed = closed || scene_.closed(last.relation, last.inverse, from.number,
                                       is_dated(relation) ? 0 : index_of(relation.timing, at));
  }
  std::vector<Who> inside;
  for (const auto one : members(set, at))
    if (attempt([&] { return belongs(set, one, at, Want::yes); })) inside.push_back(one);
  auto wanted = crowd_for(counted, want, inside.size(), closed);
  // Too many belong: some may be kept out.
  while (!wanted && !inside.empty()) {
    if (!attempt([&] { return belongs(set, inside.back(), at, Want::no); })) return false;
    inside.pop_back();
    wanted = crowd_for(counted, want, inside.size(), closed);
  }
  if (!wanted) return false;
  bool arranged = true;
  auto left = *wanted;
  const auto next = [&](Who one) {
    for (const auto& [number, counts] : {std::pair{&left.yes, Want::yes}, {&left.no, Want::no}, {&left.open, Want::unknown}})
      if (*number > 0 && (!counted.predicate || attempt([&] {
                            return condition(counted.predicate, at.with_member(one, set.level), counts);
                          }))) {
        --*number;
        return true;
      }
    return false;
  };
  for (const auto one : inside) arranged = next(one) && arranged;
  for (auto more = left.yes + left.no + left.open; more > 0; --more) {
    const auto one = new_member(set, at);
    if (!one) return false;
    arranged = next(*one) && arranged;
    arranged = belongs(set, *one, at, Want::yes) && arranged;
  }
  return arranged;
}

bool Arranger::counted_around_probe(const Counted& counted, const At& at) {
  const auto& set = *counted.set;
  const auto probe_member = [&](auto arrange) {
    const auto one = new_member(set, at);
    if (!one) return false;
    const bool arranged = arrange(at.with_member(*one, set.level), *one);
    scene_.pin();
    return arranged;
  };
  const auto others = [&](std::size_t yes, std::size_t no) {
    const bool arranged = crowd(counted, at, {yes, no, 0, 0, 0});
    scene_.pin();
    return arranged;
  };

  if (counted.predicate && reaches(*counted.predicate)) {
    // The one who is probed makes the difference.
    for (std::size_t all = 1; all <= most_members; ++all)
      for (std::size_t yes = 0; yes < all; ++yes) {
        if (counted.holds(yes, all) == counted.holds(yes + 1, all)) continue;
        const bool arranged = probe_member([&](const At& inner, Who one) {
          const bool met = condition(counted.predicate, inner, Want::probe);
          return belongs(set, one, at, Want::yes) && met;
        });
        return others(yes, all - yes - 1) && arranged;
      }
    return false;
  }
  // Whether the one who is probed belongs makes the difference.
  for (const bool from_nobody : {false, true})
    for (std::size_t all = from_nobody ? 0 : 1; all <= (from_nobody ? 0 : most_members); ++all)
      for (std::size_t yes = 0; yes <= all; ++yes)
        for (const bool counts : {true, false}) {
          if (!counted.predicate && (!counts || yes != all)) continue;
          if (counted.holds(yes, all) == counted.holds(yes + (counts ? 1 : 0), all + 1)) continue;
          probed_membership_ = counts;
          const bool arranged = probe_member([&](const At& inner, Who one) {
            const bool in = belongs(set, one, at, Want::probe);
            scene_.pin();
            return (!counted.predicate || condition(counted.predicate, inner, counts ? Want::yes : Want::no)) && in;
          });
          return others(yes, all - yes) && arranged;
        }
  return false;
}

bool Arranger::member(const typed::MemberOf& n, const At& at, Want want) {
  const auto one = who(*n.entity, at);
  if (!one || want == Want::unknown || want == Want::probe || n.set.steps.empty()) return false;
  const auto all = members(n.set, at);
  const bool is = std::find(all.begin(), all.end(), *one) != all.end();
  if (is == (want == Want::yes)) return true;
  if (n.set.steps.size() != 1 || !n.set.from) return false;
  const auto from = who(*n.set.from, at);
  const auto& step = n.set.steps.front();
  const auto& relation = schema_[step.relation];
  if (!from) return false;
  const auto when = is_dated(relation) ? day_in(step.when, at).days : index_of(relation.timing, at);
  if (want == Want::yes) return link(step.relation, step.inverse, *from, *one, when) && belongs(n.set, *one, at, Want::yes);
  const auto of = step.inverse ? one->number : from->number, to = step.inverse ? from->number : one->number;
  // A group without anybody on record is not known.
  if (all.size() == 1 && !new_member(n.set, at)) return false;
  return scene_.unlink({step.relation, of, to, when});
}

}  // namespace tdkt::card
