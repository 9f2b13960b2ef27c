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

void each_evidence(const typed::Expression& expression, const std::function<void(const typed::Evidence&)>& visit) {
  if (const auto* evidence = std::get_if<typed::Evidence>(&expression.node)) visit(*evidence);
  else if (const auto* defined = std::get_if<typed::Defined>(&expression.node)) each_evidence(*defined->meaning, visit);
  else if (std::holds_alternative<typed::All>(expression.node) || std::holds_alternative<typed::Any>(expression.node))
    typed::for_each_part(expression, [&](const typed::Expression& part) { each_evidence(part, visit); });
}

void each_evidence(const std::vector<typed::Criterion>& criteria, const std::function<void(const typed::Evidence&)>& visit) {
  for (const auto& criterion : criteria) {
    if (criterion.condition) each_evidence(*criterion.condition, visit);
    each_evidence(criterion.parts, visit);
  }
}

}  // namespace

std::vector<Oracle::Demand> Oracle::demands(const typed::Award& award, const Environment& at) const {
  std::vector<Demand> found;
  each_evidence(award.criteria, [&](const typed::Evidence& evidence) {
    Demand demand{number(*evidence.count, at), {}, {}, false};
    const auto documents = members(evidence.set, at);
    demand.more_possible = !documents.known;
    for (const auto& document : documents.members) {
      const std::pair which{evidence.set.of.index, document.row};
      demand.possible.push_back(which);
      if (document.belongs == Truth::yes) demand.sure.push_back(which);
    }
    found.push_back(std::move(demand));
  });
  return found;
}

Truth Oracle::evidence(const typed::Evidence& sentence, const Environment& at) const {
  if (at.documents_suffice) return Truth::yes;
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
  const auto own_key = grammar::key_of(award.title.text);
  std::vector<Demand> kept, not_excluded;
  for (const auto& title : program_[award.pack].order_of_awards) {
    const auto key = grammar::key_of(title);
    if (key == own_key) return supplied(kept, not_excluded, demands(award, at));
    for (const auto& rival : program_.awards) {
      if (grammar::key_of(rival.title.text) != key || rival.scope.entity != award.scope.entity) continue;
      auto without = judging(at.rows[0], at.period, award.scope.entity);
      without.documents_suffice = true;
      const auto holds = eligible(rival, without);
      const auto wanted = demands(rival, at);
      const auto truth = values::both(holds, supplied(kept, not_excluded, wanted));
      if (truth != Truth::no) not_excluded = with(not_excluded, wanted);
      if (truth == Truth::yes) kept = with(kept, wanted);
    }
  }
  return supplied({}, {}, demands(award, at));
}

}  // namespace tdkt::oracle
