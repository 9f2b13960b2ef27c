// SPDX-License-Identifier: Apache-2.0
// Why a candidate was or wasn't nominated: its place and who is ahead, its keys, and each offer with
// its quota and what became of it.
#include <algorithm>

#include "verdicts/explain_parts.hpp"
#include "verdicts/nominate.hpp"

namespace tdkt::verdicts {
namespace {

using values::Truth;

Reason line(State state, Phrase sentence) {
  return {state, {}, {}, {}, std::move(sentence), {}, {}, {}, {}, {}, {}, {}};
}

class Told {
 public:
  Told(const Look& look, const NominationOutcome& outcome, const Candidate& candidate)
      : look_(look),
        outcome_(outcome),
        candidate_(candidate),
        nomination_(look.program[outcome.nomination]),
        field_(field_of(look.program, look.in_force, outcome, look.evaluation, look.dataset)),
        ranking_(ranked(field_.contest.keys, field_.contest.contenders)),
        awards_(awards_of(look.program, nomination_, look.in_force, outcome.period)),
        rounds_(look.program, look.in_force, look.evaluation, look.dataset),
        self_(static_cast<std::size_t>(std::find(field_.rows.begin(), field_.rows.end(), candidate.row) -
                                       field_.rows.begin())) {
    if (stands()) settled_ = settled(field_.contest);
  }

  std::vector<Reason> reasons(const std::optional<std::vector<std::uint32_t>>& offers) const {
    std::vector<Reason> reasons;
    tell_among(reasons);
    tell_subgroup(reasons);
    if (!stands()) return reasons;
    reasons.push_back(place());
    for (std::size_t k = 0; k < nomination_.keys.size(); ++k) reasons.push_back(key(k));
    for (std::size_t j = 0; j < nomination_.offers.size(); ++j)
      if (!offers || has(*offers, j) || has(candidate_.offers, j)) reasons.push_back(offer(j));
    return reasons;
  }

  Phrase verdict() const {
    switch (candidate_.standing) {
      case Standing::nominated:
        return say(Say::nominated_for, {titles(candidate_.offers)});
      case Standing::not_nominated:
        return nomination_.offers.empty() ? places() : say(Say::not_nominated);
      case Standing::tied:
        return say(Say::tied_verdict);
      case Standing::not_among:
        return say(Say::not_among);
      case Standing::undetermined:
        break;
    }
    return say(Say::undetermined);
  }

 private:
  bool stands() const { return self_ < field_.rows.size(); }
  const Chance& chance() const { return settled_.chances[self_]; }

  typed::EntityId entity() const { return members_of(look_.program, nomination_); }
  Phrase name(Row row) const { return text_of(look_, entity(), row); }
  Phrase names(const std::vector<Row>& rows) const {
    std::vector<Phrase> all;
    for (const auto row : rows) all.push_back(name(row));
    return listed(all);
  }
  Phrase titles(const std::vector<std::uint32_t>& offers) const {
    std::vector<Phrase> all;
    for (const auto j : offers) all.push_back(quoted(title_of(nomination_.offers[j].title)));
    return listed(all);
  }

  Environment at() const {
    if (stands()) return candidate_in(outcome_.period, field_.groups[self_], candidate_.row);
    const auto group =
        group_of(look_.program, look_.in_force, outcome_, candidate_.row, look_.evaluation, look_.dataset);
    return candidate_in(outcome_.period, group.value_or(outcome_.group), candidate_.row);
  }

  // Conditions that keep it out, or may.
  void tell_among(std::vector<Reason>& reasons) const {
    for (std::size_t i = 0; i < nomination_.among.size(); ++i) {
      auto told = reason_of(look_, *nomination_.among[i], at());
      if (told.state == State::met) continue;
      told.sentence = say(Say::among_condition, {told.sentence});
      reasons.push_back(std::move(told));
    }
    if (nomination_.first_round && first_round(std::nullopt) != Truth::yes) reasons.push_back(proposal(std::nullopt));
  }

  // Whether it was proposed in the first round: for this offer, or at all.
  Truth first_round(const std::optional<typed::Title>& offer) const {
    const auto rows = look_.dataset.entities[entity().index].ids.size();
    return rounds_.proposed(*nomination_.first_round, outcome_.period, rows, offer)[candidate_.row];
  }
  Reason proposal(const std::optional<typed::Title>& offer) const {
    const auto where = quoted(title_of(look_.program[*nomination_.first_round].title));
    return line(state_of(first_round(offer)),
                offer ? say(Say::proposed_for, {where, quoted(title_of(*offer))}) : say(Say::proposed, {where}));
  }

  void tell_subgroup(std::vector<Reason>& reasons) const {
    if (!nomination_.within || !outcome_.subgroup) return;
    const auto group = text_of(look_, {*outcome_.subgroup, {}}, nomination_.within->type);
    auto told = value_of(look_, *nomination_.within, at());
    told.sentence = say(Say::subgroup, {group});
    if (told.state == State::unknown)
      told.numbers = joined(say(Say::in_subgroup_unknown), *told.numbers, "; ");
    reasons.push_back(std::move(told));
  }

  Phrase places() const {
    const auto [best, worst] = candidate_.places;
    const auto all = number(static_cast<std::int64_t>(field_.rows.size()));
    if (worst == no_worst_place) return say(Say::place_open, {number(best)});
    return best == worst ? say(Say::place_among, {number(best), all})
                         : say(Say::place_between, {number(best), number(worst), all});
  }

  // `total of "Bloc scorecard": 95; votes: 10`
  Phrase keys_of(std::size_t z) const {
    Phrase told("");
    for (std::size_t k = 0; k < nomination_.keys.size(); ++k) {
      const auto& key = *nomination_.keys[k].value;
      const auto one = say(Say::is_value, {sentence_of(look_, key),
                                           text_of(look_, field_.contest.contenders[z].keys[k], key.type)});
      told = k == 0 ? one : joined(told, one, "; ");
    }
    return told;
  }

  // A rival on a line of its own, with the keys that it is compared by.
  Reason rival(std::size_t z, Say relation) const {
    auto told = line(relation == Say::perhaps_ahead ? State::unknown : State::value,
                     say(relation, {name(field_.rows[z])}));
    if (!nomination_.keys.empty()) told.numbers = keys_of(z);
    return told;
  }

  Reason place() const {
    const bool settled = candidate_.places.best == candidate_.places.worst;
    auto told = line(settled ? State::value : State::unknown, places());
    std::int64_t ahead = 0, equal = 0, perhaps = 0;
    for (std::size_t z = 0; z < field_.rows.size(); ++z) {
      if (z == self_ || ranking_.surely_ahead(self_, z)) continue;
      const bool sure = field_.contest.contenders[z].sure;
      const auto relation = !sure                            ? Say::perhaps_ahead
                            : ranking_.surely_ahead(z, self_) ? Say::ahead
                            : ranking_.surely_equal(z, self_) ? Say::equal
                                                              : Say::perhaps_ahead;
      ++(relation == Say::ahead ? ahead : relation == Say::equal ? equal : perhaps);
      told.reasons.push_back(rival(z, relation));
    }
    told.numbers = ahead == 0 ? say(Say::nobody_ahead) : say(Say::count_ahead, {number(ahead)});
    if (equal > 0) told.numbers = joined(*told.numbers, say(Say::count_equal, {number(equal)}));
    if (perhaps > 0) {
      told.numbers = joined(*told.numbers, say(Say::count_perhaps_ahead, {number(perhaps)}));
      add_rivals_unknowns(told);
    }
    return told;
  }

  // What would settle who is ahead: the keys and conditions of those whose place beside it is open.
  void add_rivals_unknowns(Reason& told) const {
    for (std::size_t z = 0; z < field_.rows.size(); ++z) {
      if (z == self_ || ranking_.surely_ahead(self_, z)) continue;
      const auto there = candidate_in(outcome_.period, field_.groups[z], field_.rows[z]);
      for (const auto& condition : nomination_.among)
        add_new(told.would_settle, would_settle(look_, *condition, there));
      if (nomination_.within) add_new(told.would_settle, would_settle(look_, *nomination_.within, there));
      if (ranking_.low[z] == ranking_.high[z]) continue;
      for (const auto& key : nomination_.keys)
        add_new(told.would_settle, would_settle(look_, *key.value, there));
    }
  }

  Reason key(std::size_t k) const {
    const auto& key = nomination_.keys[k];
    auto told = value_of(look_, *key.value, at());
    const auto which = number(static_cast<std::int64_t>(k + 1));
    told.sentence = key.only_place ? say(Say::key_at_place, {which, number(*key.only_place), told.sentence})
                                   : say(Say::key, {which, told.sentence});
    return told;
  }

  Phrase quota(std::size_t j) const {
    const auto& quota = settled_.quotas[j];
    const auto& terms = nomination_.offers[j].quota;
    if (!terms.number && !terms.share) return say(Say::no_quota);
    columns::Type whole;
    whole.kind = columns::TypeKind::number;
    whole.whole = true;
    if (quota.known()) return say(Say::quota_is, {text_of(look_, *quota.low, whole)});
    if (!quota.high) return say(Say::quota_at_least, {text_of(look_, *quota.low, whole)});
    return say(Say::quota_open, {text_of(look_, *quota.low, whole), text_of(look_, *quota.high, whole)});
  }

  Reason offer(std::size_t j) const {
    const auto& offer = nomination_.offers[j];
    const bool gets = has(candidate_.offers, j);
    const bool settled_not = !chance().can[j];
    const bool is_settled = gets || settled_not || candidate_.standing == Standing::nominated;
    auto told = line(gets         ? State::met
                     : is_settled ? State::not_met
                                  : State::unknown,
                     say(Say::offer, {quoted(title_of(offer.title))}));
    told.numbers = joined(quota(j), outcome_of_offer(j, told.state), "; ");
    tell_conditions(j, told);
    if (offer.quota.base == typed::Quota::Base::first_places) told.reasons.push_back(first_places_counted(j));
    tell_quota(offer.quota, told);
    return told;
  }

  static bool has(const std::vector<std::uint32_t>& offers, std::size_t j) {
    return std::find(offers.begin(), offers.end(), j) != offers.end();
  }

  Phrase outcome_of_offer(std::size_t j, State state) const {
    if (state == State::met) return say(Say::offer_given);
    const auto qualified = field_.contest.contenders[self_].qualifies[j];
    if (qualified == Truth::no) return say(Say::offer_not_qualified);
    if (state == State::unknown) {
      if (candidate_.standing == Standing::tied) return joined(say(Say::offer_tied), tied_with(j), ": ");
      return say(qualified == Truth::unknown ? Say::offer_may_not_qualify : Say::offer_open);
    }
    if (nomination_.one_offer_each && !candidate_.offers.empty() && candidate_.offers.front() < j) {
      return say(Say::offer_has_other, {titles(candidate_.offers)});
    }
    const auto& given = outcome_.offers[j].given;
    return given.empty() ? say(Say::offer_spent_ahead) : say(Say::offer_spent, {names(given)});
  }

  // Those with whom it competes for the offer and whom its keys don't set apart.
  Phrase tied_with(std::size_t j) const {
    std::vector<Row> rivals;
    for (std::size_t z = 0; z < field_.rows.size(); ++z) {
      if (z != self_ && settled_.chances[z].can[j] && ranking_.surely_equal(z, self_))
        rivals.push_back(field_.rows[z]);
    }
    return say(Say::tied_with, {rivals.empty() ? say(Say::nobody) : names(rivals)});
  }

  // Its own conditions, as far as they stand in the way.
  void tell_conditions(std::size_t j, Reason& told) const {
    const auto& offer = nomination_.offers[j];
    const auto add = [&](Reason reason) {
      if (reason.state == State::met) return;
      if (reason.state == State::unknown && told.state == State::unknown) {
        add_new(told.would_settle, reason.would_settle);
      }
      told.reasons.push_back(std::move(reason));
    };
    if (awards_[j]) add(eligibility(*awards_[j]));
    if (nomination_.first_round && makes_offer(look_.program[*nomination_.first_round], offer.title)) add(proposal(offer.title));
    if (offer.condition) add(reason_of(look_, *offer.condition, at()));
    if (!nomination_.vote || vote_on(nomination_, look_.evaluation, at()) == Truth::yes) return;
    auto vote = reason_of(look_, *nomination_.vote->condition, at());
    vote.sentence = say(Say::vote, {vote.sentence});
    add(std::move(vote));
  }

  Reason eligibility(typed::AwardId award) const {
    const auto truth = eligible(look_.program, award, candidate_.row, outcome_.period, look_.evaluation);
    auto told = line(state_of(truth), say(Say::eligible_for, {quoted(title_of(look_.program[award].title))}));
    tell_eligibility(look_, {award}, entity(), candidate_.row, outcome_.period, told);
    for (const auto& part : told.reasons) add_new(told.would_settle, part.would_settle);
    return told;
  }

  Reason first_places_counted(std::size_t j) const {
    const auto& counted = field_.contest.quotas[j].number;
    columns::Type whole;
    whole.kind = columns::TypeKind::number;
    whole.whole = true;
    const auto where = quoted(title_of(look_.program[nomination_.offers[j].quota.ranking].title));
    auto told = line(counted.known() ? State::value : State::unknown, say(Say::first_places, {where}));
    told.numbers = text_of(look_, counted, whole);
    return told;
  }

  void tell_quota(const typed::Quota& quota, Reason& told) const {
    // Within a subgroup, what is said of the group's members is of the subgroup's: only the quota is told.
    if (outcome_.subgroup) return;
    const auto group = judging(field_.groups[self_], outcome_.period);
    for (const auto* part : {&quota.number, &quota.share, &quota.base_number, &quota.at_least}) {
      if (*part) add_parts(look_, **part, group, told.reasons);
    }
  }

  Look look_;
  const NominationOutcome& outcome_;
  const Candidate& candidate_;
  const typed::Nomination& nomination_;
  Field field_;
  Ranking ranking_;
  Awards awards_;
  mutable Rounds rounds_;
  std::size_t self_;  // among the contenders
  ContestOutcome settled_;
};

}  // namespace

NominationExplanation explain(const typed::Program& program, const NominationOutcome& outcome,
                              const Candidate& candidate, const evaluate::Evaluation& evaluation,
                              const columns::Dataset& dataset,
                              const std::optional<std::vector<std::uint32_t>>& offers) {
  const graph::InForce in_force(program);
  const Look look{program, evaluation, dataset, in_force};
  const auto& nomination = program[outcome.nomination];
  const Told told(look, outcome, candidate);
  auto reasons = told.reasons(offers);
  for (auto& reason : reasons) clear_inner_settling(reason);
  const auto& table = dataset.entities[members_of(program, nomination).index];
  return {std::string(table.ids[candidate.row]),
          std::string(candidate.row < table.names.size() ? table.names[candidate.row] : ""),
          title_of(nomination.title),
          told.verdict(),
          outcome.period,
          std::move(reasons)};
}

}  // namespace tdkt::verdicts
