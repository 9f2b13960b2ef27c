// SPDX-License-Identifier: Apache-2.0
// Documents that can be spent once, award by award in the order of the pack. Whether demands can be
// supplied together is asked of every group of them at once: a group needs as many documents as it
// demands (P. Hall, On representatives of subsets, 1935).
#include <algorithm>
#include <functional>
#include <set>

#include "grammar/spelling.hpp"
#include "oracle.hpp"

namespace tdkt::oracle {

namespace {

int whole_up(const values::Decimal& number) {
  const auto below = number.scaled() / values::Decimal::one;
  const auto whole = static_cast<int>(below) + (number.scaled() > below * values::Decimal::one ? 1 : 0);
  return std::max(0, whole);
}

// What each way of meeting a sentence, or an award, asks for: tried as the words stand, one after another.
using Bundle = std::vector<const typed::Evidence*>;
using Bundles = std::vector<Bundle>;

Bundles joined(const std::vector<Bundles>& parts) {
  Bundles all{{}};
  for (const auto& part : parts) {
    Bundles longer;
    for (const auto& before : all)
      for (const auto& next : part) {
        longer.push_back(before);
        longer.back().insert(longer.back().end(), next.begin(), next.end());
      }
    all = longer;
  }
  return all;
}

// As many of the parts as are wanted, by the number whose bits say which.
Bundles chosen(const std::vector<Bundles>& parts, int wanted) {
  std::vector<std::vector<std::size_t>> ways;
  for (unsigned which = 0; which < 1u << parts.size(); ++which) {
    if (__builtin_popcount(which) != wanted) continue;
    ways.emplace_back();
    for (std::size_t i = 0; i < parts.size(); ++i)
      if (which >> i & 1) ways.back().push_back(i);
  }
  std::sort(ways.begin(), ways.end());
  Bundles all;
  for (const auto& way : ways) {
    std::vector<Bundles> taken;
    for (const auto i : way) taken.push_back(parts[i]);
    for (const auto& bundle : joined(taken)) all.push_back(bundle);
  }
  return all;
}

Bundles bundles(const typed::Expression& expression) {
  if (const auto* evidence = std::get_if<typed::Evidence>(&expression.node)) return {{evidence}};
  if (const auto* defined = std::get_if<typed::Defined>(&expression.node)) return bundles(*defined->meaning);
  std::vector<Bundles> parts;
  if (const auto* all = std::get_if<typed::All>(&expression.node)) {
    for (const auto& part : all->parts) parts.push_back(bundles(*part));
    return joined(parts);
  }
  if (const auto* any = std::get_if<typed::Any>(&expression.node)) {
    for (const auto& part : any->parts) parts.push_back(bundles(*part));
    return chosen(parts, 1);
  }
  return {{}};
}

Bundles bundles(const typed::Criterion& criterion) {
  std::vector<Bundles> parts;
  for (const auto& part : criterion.parts) parts.push_back(bundles(part));
  if (criterion.kind == typed::CriterionKind::require) return bundles(*criterion.condition);
  if (criterion.kind == typed::CriterionKind::all_of) return joined(parts);
  if (criterion.kind == typed::CriterionKind::any_of) return chosen(parts, 1);
  if (criterion.kind == typed::CriterionKind::at_least_n_of) return chosen(parts, criterion.at_least);
  return {{}};
}

// One that needs no documents comes first.
Bundles bundles(const typed::Award& award) {
  std::vector<Bundles> parts;
  for (const auto& criterion : award.criteria) parts.push_back(bundles(criterion));
  auto all = joined(parts);
  std::stable_sort(all.begin(), all.end(), [](const Bundle& a, const Bundle& b) { return a.empty() && !b.empty(); });
  return all;
}

}  // namespace

std::vector<Oracle::Demand> Oracle::demands(const Bundle& bundle, const Environment& at) const {
  std::vector<Demand> found;
  for (const auto* evidence : bundle) {
    Demand demand{number(*evidence->count, at), {}, {}, false};
    const auto documents = members(evidence->set, at);
    demand.more_possible = !documents.known;
    for (const auto& document : documents.members) {
      const std::pair which{evidence->set.of.index, document.row};
      demand.possible.push_back(which);
      if (document.belongs == Truth::yes) demand.sure.push_back(which);
    }
    found.push_back(std::move(demand));
  }
  return found;
}

Truth Oracle::evidence(const typed::Evidence& sentence, const Environment& at) const {
  if (at.assumed) {
    const auto& supplied = at.assumed->supplied;
    return values::truth_of(at.award != at.assumed->award || std::count(supplied.begin(), supplied.end(), &sentence) > 0);
  }
  if (!at.award || at.levels != 1)
    return quantified({{typed::Said::count, false, values::Sign::at_least, sentence.count, nullptr}, sentence.set, nullptr, false}, at);
  const auto can = [](const std::vector<Demand>& demands, bool surely) {
    for (unsigned group = 0; group < 1u << demands.size(); ++group) {
      std::set<std::pair<std::uint32_t, Row>> documents;
      int wanted = 0;
      bool more = false;
      for (std::size_t i = 0; i < demands.size(); ++i) {
        if (!(group >> i & 1)) continue;
        const auto& own = surely ? demands[i].sure : demands[i].possible;
        documents.insert(own.begin(), own.end());
        const auto& count = surely ? demands[i].count.high : demands[i].count.low;
        wanted += count ? whole_up(*count) : surely ? 1'000'000 : 0;
        more = more || (!surely && demands[i].more_possible);
      }
      if (!more && wanted > static_cast<int>(documents.size())) return false;
    }
    return true;
  };
  const auto with = [](std::vector<Demand> demands, const std::vector<Demand>& more) {
    demands.insert(demands.end(), more.begin(), more.end());
    return demands;
  };
  const auto supplied = [&](const std::vector<Demand>& kept, const std::vector<Demand>& not_excluded, const std::vector<Demand>& own) {
    if (can(with(not_excluded, own), true)) return Truth::yes;
    return can(with(kept, own), false) ? Truth::unknown : Truth::no;
  };

  const auto& award = program_[*at.award];
  const auto own = [&](const std::vector<Demand>& kept, const std::vector<Demand>& not_excluded) {
    auto any = Truth::no;
    for (const auto& bundle : bundles(award))
      if (std::count(bundle.begin(), bundle.end(), &sentence) > 0)
        any = values::either(any, supplied(kept, not_excluded, demands(bundle, at)));
    return any;
  };
  const auto own_key = grammar::key_of(award.title.text);
  std::vector<Demand> kept, not_excluded;
  for (const auto& title : program_[award.pack].order_of_awards) {
    const auto key = grammar::key_of(title);
    if (key == own_key) return own(kept, not_excluded);
    for (std::uint32_t i = 0; i < program_.awards.size(); ++i) {
      const auto& rival = program_.awards[i];
      if (grammar::key_of(rival.title.text) != key || rival.scope.entity != award.scope.entity) continue;
      bool sure_so_far = true;  // that no earlier bundle is the one by which it holds
      for (const auto& bundle : bundles(rival)) {
        auto assuming = judging(at.rows[0], at.period, award.scope.entity);
        assuming.assumed = {{i}, bundle};
        const auto wanted = demands(bundle, at);
        const auto truth = values::both(eligible(rival, assuming), wanted.empty() ? Truth::yes : supplied(kept, not_excluded, wanted));
        if (truth == Truth::no) continue;
        not_excluded = with(not_excluded, wanted);
        if (truth == Truth::yes && sure_so_far) kept = with(kept, wanted);
        if (truth == Truth::yes) break;
        sure_so_far = false;
      }
    }
  }
  return own({}, {});
}

}  // namespace tdkt::oracle
