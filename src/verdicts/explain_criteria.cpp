// SPDX-License-Identifier: Apache-2.0
// Criteria: requirements, bars, deferrals, groups; exceptions and waivers.
#include <algorithm>

#include "grammar/spelling.hpp"
#include "verdicts/explain_parts.hpp"
#include "verdicts/numbers.hpp"

namespace tdkt::verdicts {
namespace {

using typed::CriterionKind;
using values::Truth;

bool is_exclusion(const typed::Criterion& criterion) {
  return criterion.kind == CriterionKind::bar || criterion.kind == CriterionKind::defer;
}

// `met` of a bar or deferral means that it is off.
State state_in(const Look& look, const typed::Criterion& criterion, const Environment& at) {
  return state_of(look.evaluation.criterion(criterion, at));
}

// ---- waivers ----------------------------------------------------------------------------------

// A waiver names the award in any of its forms, and the criterion by its label or title.
std::vector<const columns::Waiver*> waivers_of(const Look& look, const typed::Award& award,
                                               const typed::Criterion& criterion, Row row) {
  const auto names = [](const std::string& text, const std::string& name) {
    return !name.empty() && grammar::key_of(text) == grammar::key_of(name);
  };
  const auto forms = look.in_force.award_forms(award.title.text);
  std::vector<const columns::Waiver*> found;
  for (const auto& waiver : look.dataset.waivers) {
    if (waiver.row != row || waiver.entity != award.scope.entity) continue;
    const bool of_award = std::find(forms.begin(), forms.end(), grammar::key_of(waiver.award)) != forms.end();
    const bool of_criterion = names(waiver.criterion, criterion.path) ||
                              (criterion.title && names(waiver.criterion, criterion.title->text));
    if (of_award && of_criterion) found.push_back(&waiver);
  }
  return found;
}

bool in_force(const columns::Waiver& waiver, values::Date day) {
  return (!waiver.from || *waiver.from <= day) && (!waiver.until || day <= *waiver.until);
}

// The verdict stands with the waiver; what it would be without is told beside it.
void tell_waivers(const Look& look, const typed::Award& award, const typed::Criterion& criterion,
                  const Environment& at, State without, Reason& reason) {
  for (const auto* waiver : waivers_of(look, award, criterion, at.rows[0])) {
    Reason told{State::value, {}, {}, {}, Phrase(""), {}, {}, {}, {}, record_of(look, waiver->place), {}, {}};
    if (in_force(*waiver, at.period.last)) {
      told.sentence = say(Say::waived_by, {waiver->authority, waiver->reason});
      if (waiver->until) told.numbers = say(Say::waived_until, {text_of(*waiver->until)});
      const auto word = without == State::met       ? Say::met
                        : without == State::not_met ? Say::not_met
                                                    : Say::unknown;
      const auto comparison = say(Say::is_value, {say(Say::without_waiver), say(word)});
      told.numbers = told.numbers ? joined(*told.numbers, comparison, "; ") : comparison;
    } else {
      told.sentence = say(Say::waiver_not_in_force, {waiver->authority, text_of(at.period)});
    }
    reason.reasons.push_back(std::move(told));
  }
}

// ---- the kinds of criteria --------------------------------------------------------------------

Reason explain_criterion(const Look& look, const typed::Award& award, const typed::Criterion& criterion,
                         const Environment& at);

Reason explain_group(const Look& look, const typed::Award& award, const typed::Criterion& criterion,
                     const Environment& at) {
  Reason reason{State::unknown, {}, {}, {}, group_sentence(criterion), {}, {}, {}, {}, {}, {}, {}};
  Held held;
  for (const auto& part : criterion.parts) {
    reason.reasons.push_back(explain_criterion(look, award, part, at));
    const auto& told = reason.reasons.back();
    count(told.state, held);
  }
  reason.numbers = numbers_of_group(held);
  return reason;
}

Reason explain_single(const Look& look, const typed::Criterion& criterion, const Environment& at) {
  if (!is_exclusion(criterion)) {
    auto reason = reason_of(look, *criterion.condition, at);
    if (criterion.kind == CriterionKind::vote) reason.sentence = say(Say::vote, {reason.sentence});
    return reason;
  }
  // That the condition holds is what excludes.
  auto reason = turned_round(reason_of(look.without_shortfalls(), *criterion.condition, at));
  reason.sentence =
      say(criterion.kind == CriterionKind::bar ? Say::bar_when : Say::defer_when, {reason.sentence});
  reason.numbers = numbers_of_exclusion(reason.state, reason.numbers);
  return reason;
}

void tell_exception(const Look& look, const typed::Criterion& criterion, const Environment& at,
                    Reason& reason) {
  if (!criterion.except_when) return;
  auto exception = reason_of(look, *criterion.except_when, at);
  exception.sentence = say(Say::except_when, {exception.sentence});
  if (exception.state == State::unknown) add_new(reason.would_settle, exception.would_settle);
  if (exception.state == State::met) {
    reason.numbers =
        reason.numbers ? joined(*reason.numbers, say(Say::exception_holds), "; ") : say(Say::exception_holds);
  }
  reason.reasons.push_back(std::move(exception));
}

Phrase short_name(const typed::Criterion& criterion) {
  if (!criterion.path.empty()) return criterion.path;
  return criterion.title ? quoted(title_of(*criterion.title)) : Phrase("");
}

Reason explain_criterion(const Look& look, const typed::Award& award, const typed::Criterion& criterion,
                         const Environment& at) {
  auto reason =
      criterion.condition ? explain_single(look, criterion, at) : explain_group(look, award, criterion, at);
  const auto without = reason.state;
  tell_exception(look, criterion, at, reason);
  reason.state = state_in(look, criterion, at);
  if (reason.state != State::unknown) reason.would_settle.clear();
  if (criterion.condition) clear_inner_settling(reason);
  tell_waivers(look, award, criterion, at, without, reason);
  reason.label = criterion.label;
  reason.citation = criterion.citation;
  if (criterion.title) reason.title = title_of(*criterion.title);
  return reason;
}

// The criteria of the award, then those of packs that add to it.
template <class Visit>
void for_each_criterion(const Look& look, typed::AwardId id, const Environment& at, Visit visit) {
  const auto each = [&](typed::AwardId award) {
    for (const auto& criterion : look.program[award].criteria) visit(look.program[award], criterion);
  };
  each(id);
  for (const auto addition : look.in_force.additions(id, law_period(at))) each(addition);
}

// ---- only what concerns somebody ----------------------------------------------------------------

// The parts of a group come first among its reasons, in their order; exceptions and waivers follow.
template <class Keep>
void keep_parts(const typed::Criterion& criterion, Reason& reason, bool with_the_rest, Keep keep) {
  std::vector<Reason> kept;
  for (std::size_t i = 0; i < reason.reasons.size(); ++i) {
    const bool is_part = i < criterion.parts.size();
    if (is_part ? keep(criterion.parts[i], reason.reasons[i]) : with_the_rest)
      kept.push_back(std::move(reason.reasons[i]));
  }
  reason.reasons = std::move(kept);
}

bool keep_path(const typed::Criterion& criterion, Reason& reason, const std::string& key) {
  if (!criterion.path.empty() && grammar::key_of(criterion.path) == key) return true;
  keep_parts(criterion, reason, false,
             [&](const typed::Criterion& part, Reason& told) { return keep_path(part, told, key); });
  return !criterion.parts.empty() && !reason.reasons.empty();
}

bool keep_state(const typed::Criterion& criterion, Reason& reason, State state) {
  if (reason.state != state) return false;
  if (!criterion.parts.empty())
    keep_parts(criterion, reason, true,
               [&](const typed::Criterion& part, Reason& told) { return keep_state(part, told, state); });
  return true;
}

// Whether a criterion in this state is why there is no yes.
bool is_behind(const typed::Criterion& criterion, State state, Outcome outcome) {
  const bool defers = criterion.kind == CriterionKind::defer;
  switch (outcome) {
    case Outcome::eligible:
    case Outcome::kept: return false;
    case Outcome::ineligible:
    case Outcome::broken: return !defers && state == State::not_met;
    case Outcome::deferred: return defers && state == State::not_met;
    case Outcome::undetermined: break;
  }
  return state == State::unknown;
}

bool keep_deciding(const typed::Criterion& criterion, Reason& reason, Outcome outcome) {
  if (outcome == Outcome::eligible || outcome == Outcome::kept) return true;
  return is_behind(criterion, reason.state, outcome) && keep_state(criterion, reason, reason.state);
}

bool concerns(const Concern& concern, Outcome outcome, const typed::Criterion& criterion, Reason& reason) {
  switch (concern.with) {
    case Concern::With::everything: return true;
    case Concern::With::deciding: return keep_deciding(criterion, reason, outcome);
    case Concern::With::criterion: break;
  }
  return keep_path(criterion, reason, grammar::key_of(concern.path));
}

}  // namespace

Phrase group_sentence(const typed::Criterion& criterion) {
  switch (criterion.kind) {
    case CriterionKind::any_of:
      return say(Say::any_of);
    case CriterionKind::at_least_n_of:
      return say(Say::at_least_n_of, {number(criterion.at_least)});
    default:
      return say(Say::all_of);
  }
}

Phrase numbers_of_group(const Held& parts) {
  return parts.open > 0 ? say(Say::parts_met_unknown, {number(parts.met), number(parts.all), number(parts.open)})
                        : say(Say::parts_met, {number(parts.met), number(parts.all)});
}

std::optional<Phrase> numbers_of_exclusion(State state, const std::optional<Phrase>& numbers) {
  if (state == State::unknown) return numbers;
  const auto word = say(state == State::met ? Say::bar_is_off : Say::bar_is_on);
  return numbers ? joined(word, *numbers, ": ") : word;
}

std::vector<Reason> explain_criteria(const Look& look, typed::AwardId award, const Environment& at,
                                     Outcome outcome, const Concern& concern) {
  std::vector<Reason> reasons;
  for_each_criterion(look, award, at, [&](const typed::Award& of, const typed::Criterion& criterion) {
    auto told = explain_criterion(look.of_award(award), of, criterion, at);
    if (concerns(concern, outcome, criterion, told)) reasons.push_back(std::move(told));
  });
  return reasons;
}

std::vector<Phrase> criteria_behind(const Look& look, typed::AwardId award, const Environment& at, Outcome outcome) {
  std::vector<Phrase> found;
  for_each_criterion(look, award, at, [&](const typed::Award&, const typed::Criterion& criterion) {
    if (!is_behind(criterion, state_in(look, criterion, at), outcome)) return;
    auto name = short_name(criterion);
    if (name.english.empty() && criterion.condition) name = sentence_of(look, *criterion.condition);
    if (!name.english.empty()) found.push_back(std::move(name));
  });
  return found;
}

}  // namespace tdkt::verdicts
