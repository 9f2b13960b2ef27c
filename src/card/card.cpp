// SPDX-License-Identifier: Apache-2.0
#include "card/card.hpp"

#include <algorithm>

#include "card/pivots.hpp"
#include "card/reading.hpp"
#include "card/search.hpp"
#include "graph/request.hpp"
#include "typed/print.hpp"

namespace tdkt::card {

using grammar::Language;
using typed::Criterion;
using typed::CriterionKind;

std::optional<values::Period> period_of(const typed::Program& program, typed::AwardId award, std::optional<int> year) {
  const auto& rule = program[award];
  const auto judged_in = [&](int wanted) -> std::optional<values::Period> {
    std::optional<values::Period> found;
    for (const auto& asked : graph::everything(program, {wanted}).awards)
      if (asked.award == award) found = asked.period;
    return found;
  };
  if (year) return judged_in(*year);
  if (rule.scope.period) return judged_in(program[*rule.scope.period].days.year());
  if (rule.scope.year) return judged_in(*rule.scope.year);
  const auto& force = program[rule.pack].in_force;
  const typed::InForce always;
  // The last whole year of a pack that has run out, else the first.
  std::vector<int> years;
  if (force.until < always.until) years = {force.until.year(), force.until.year() - 1};
  if (always.from < force.from) years.insert(years.end(), {force.from.year(), force.from.year() + 1});
  constexpr int any_year = 2024;
  years.push_back(any_year);
  for (const auto candidate : years)
    if (const auto found = judged_in(candidate)) return found;
  return std::nullopt;
}

namespace {

void collect(const std::vector<Criterion>& criteria, std::vector<const Criterion*>& all) {
  for (const auto& criterion : criteria) {
    all.push_back(&criterion);
    collect(criterion.parts, all);
  }
}

bool contains(const Criterion& outer, const Criterion& inner) {
  return &outer == &inner || std::any_of(outer.parts.begin(), outer.parts.end(),
                                         [&](const Criterion& part) { return contains(part, inner); });
}

bool is_exclusion(const Criterion& criterion) {
  return criterion.kind == CriterionKind::bar || criterion.kind == CriterionKind::defer;
}

bool has_own_label(const Criterion& criterion) { return !criterion.label.empty() && criterion.label != "-"; }

Phrase in_both(const typed::Title& title) { return {title.in(Language::english), title.in(Language::vietnamese)}; }

class Maker {
 public:
  Maker(const typed::Program& program, typed::AwardId award, const Criterion& criterion, values::Period period,
        const Judge& judge, const Options& options)
      : program_(program), rule_(program[award]), criterion_(criterion), in_force_(program), judge_(judge),
        options_(options), start_(program.schema) {
    card_.award = award;
    card_.criterion = &criterion;
    card_.period = period;
    card_.rule = in_both(rule_.title);
    card_.citation = criterion.citation;
    if (has_own_label(criterion)) card_.path = card_.place = criterion.path;
    else if (!criterion.path.empty()) card_.place = criterion.path + " -";
    if (criterion.title) card_.title = in_both(*criterion.title);
    card_.sentence = sentence_of(program, criterion);
    card_.bracketed = brackets_of(program, criterion);
    // Without a label only the award's verdict can be asked for; a bar or a deferral shows in it.
    card_.by_outcome = card_.path.empty() || is_exclusion(criterion);
    top_ = &criterion;
    for (const auto& each : rule_.criteria)
      if (card_.by_outcome && contains(each, criterion)) top_ = &each;

    at_.period = period;
    at_.rows[0] = rule_.scope.only ? start_.named(rule_.scope.entity, *rule_.scope.only) : start_.add(rule_.scope.entity);
    start_.mention(at_.rows[0], period.year());
    if (const auto condition = condition_of(criterion)) negation_ = negated(condition);
  }

  Card make() {
    for (const auto& pivot : pivots_of(program_, criterion_)) boundary(pivot);
    if (options_.waivers && !is_exclusion(criterion_) && (has_own_label(criterion_) || criterion_.title)) waivers();
    card_.negation = negation_of(program_, criterion_, !negation_holds_);
    return std::move(card_);
  }

 private:
  Scene arranged(const Probe& probe) {
    Arranger arranger(program_, in_force_, start_, probe);
    arranger.criterion(*top_, at_, Want::probe);
    membership_ = arranger.probed_membership();
    if (rule_.scope.filter) arranger.condition(rule_.scope.filter, at_, Want::yes);
    if (card_.by_outcome) arranger.rule(card_.award, at_, Want::yes, top_);
    return arranger.scene();
  }

  Inquiry inquiry(const Scene& scene) const {
    Inquiry asked;
    asked.year = card_.period.year();
    asked.tables = tables_of(program_, scene, program_[rule_.pack].language, asked.year);
    asked.award = card_.award;
    asked.criterion = &criterion_;
    asked.period = card_.period;
    asked.subject = scene.id(at_.rows[0]);
    if (negation_) asked.beside.push_back(negation_);
    return asked;
  }

  std::optional<Case> judged(Phrase label, const Scene& scene, bool waived = false) {
    auto asked = inquiry(scene);
    const auto said = judge_(asked);
    if (!said.possible) return std::nullopt;
    if (negation_ && !waived) {
      const auto wanted = is_exclusion(criterion_) ? said.truth : values::opposite(said.truth);
      if (said.beside.front() != wanted) negation_holds_ = false;
    }
    return Case{std::move(label), std::move(asked.tables), std::move(asked.subject), said.truth, said.outcome};
  }

  bool same_verdict(const Case& a, const Case& b) const {
    return card_.by_outcome ? a.outcome == b.outcome : a.truth == b.truth;
  }
  bool differ(const std::vector<Case>& cases) const {
    return std::any_of(cases.begin(), cases.end(), [&](const Case& one) { return !same_verdict(one, cases.front()); });
  }
  bool decided_both_ways(const std::vector<Case>& cases) const {
    const auto any = [&](Truth truth) {
      return std::any_of(cases.begin(), cases.end(), [&](const Case& one) { return one.truth == truth; });
    };
    return any(Truth::yes) && any(Truth::no);
  }

  void keep(Phrase about, std::vector<Case> cases) {
    if (cases.empty() || !differ(cases)) return;
    Boundary boundary{std::move(about), {}};
    for (auto& one : cases) {
      const bool twice = std::any_of(boundary.cases.begin(), boundary.cases.end(),
                                     [&](const Case& other) { return other.tables == one.tables; });
      if (twice) continue;
      if (shown_ == options_.most_cases) ++card_.left_out;
      else ++shown_, boundary.cases.push_back(std::move(one));
    }
    if (!boundary.cases.empty()) card_.boundaries.push_back(std::move(boundary));
  }

  std::vector<Variant> variants(const Pivot& pivot) {
    std::vector<Variant> found;
    arranged({pivot.where, [&](Arranger& a, const At& at) {
                if (pivot.criterion) {
                  found = variants_of_group(a, at, *pivot.criterion);
                  return true;
                }
                const auto& e = *pivot.expression;
                if (pivot.vary == Vary::days) found = variants_of_days(a, at, e);
                else if (found = variants_of_amount(a, at, e); found.empty()) {
                  for (const auto of : {variants_of_values, variants_of_time, variants_of_records})
                    if (found.empty()) found = of(a, at, e);
                }
                return true;
              }});
    return found;
  }

  void boundary(const Pivot& pivot) {
    std::vector<Case> cases;
    for (auto& variant : variants(pivot)) {
      bool done = false;
      const auto scene = arranged({pivot.where, [&](Arranger& a, const At& at) { return done = variant.act(a, at); }});
      if (!done) continue;
      if (auto one = judged(std::move(variant.label), scene)) cases.push_back(std::move(*one));
    }
    if (pivot.expression && pivot.vary == Vary::value && !decided_both_ways(cases)) {
      auto found = searched(pivot);
      if (decided_both_ways(found)) {
        for (auto& one : cases)
          if (one.truth == Truth::unknown) found.push_back(std::move(one));
        cases = std::move(found);
      }
    }
    keep(about(pivot), std::move(cases));
  }

  // Of whom a filter is varied depends on what would make a difference.
  Phrase about(const Pivot& pivot) const {
    if (!membership_) return pivot.about;
    const Phrase who = *membership_ ? Phrase(" (of one who meets the rest)", " (trường hợp đạt các điều kiện khác)")
                                    : Phrase(" (of one who fails the rest)", " (trường hợp không đạt điều kiện còn lại)");
    return joined(joined({"who belongs: ", "ai thuộc diện tính: "}, "", pivot.about), "", who);
  }

  // ---- what cannot be arranged directly

  std::vector<Case> searched(const Pivot& pivot) {
    const auto& e = *pivot.expression;
    const auto* compare = std::get_if<typed::Compare>(&e.node);
    if (!compare && !std::holds_alternative<typed::ItemsReach>(e.node)) return {};
    std::vector<Leaf> leaves;
    arranged({pivot.where, [&](Arranger& a, const At& at) {
                leaves = leaves_of(a, at, e);
                return true;
              }});
    if (leaves.empty()) return {};
    const Ask ask = [&](const Setting& setting) -> std::optional<Said> {
      At seen;
      bool done = false;
      const auto scene = arranged({pivot.where, [&](Arranger& a, const At& at) {
                                     seen = at;
                                     return done = apply(a, at, e, setting);
                                   }});
      return done ? ask_about(scene, seen, compare, leaves, setting) : std::nullopt;
    };
    std::vector<Case> cases;
    for (const auto& setting : settings_around(leaves, ask)) {
      const auto said = ask(setting);
      const auto scene = arranged({pivot.where, [&](Arranger& a, const At& at) { return apply(a, at, e, setting); }});
      if (!said) continue;
      if (auto one = judged(said->label, scene)) cases.push_back(std::move(*one));
    }
    return cases;
  }

  std::optional<Said> ask_about(const Scene& scene, const At& at, const typed::Compare* compare,
                                const std::vector<Leaf>& leaves, const Setting& setting) {
    auto asked = inquiry(scene);
    if (compare)
      for (const auto& side : {compare->left, compare->right}) {
        Inquiry::Number number{side.get(), {}, {}, at.period};
        for (std::uint8_t level = 0; level < at.levels; ++level) {
          number.ids.push_back(scene.id(at.rows[level]));
          number.entities.push_back(at.rows[level].entity);
        }
        asked.numbers.push_back(std::move(number));
      }
    const auto judged = judge_(asked);
    if (!judged.possible) return std::nullopt;
    Said said{judged.truth, std::nullopt, Phrase("")};
    if (compare && judged.numbers.size() == 2 && judged.numbers[0].known() && judged.numbers[1].known()) {
      said.lead = values::difference(*judged.numbers[0].low, *judged.numbers[1].low);
      if (said.lead && (compare->sign == values::Sign::at_most || compare->sign == values::Sign::below))
        said.lead = values::difference(Decimal(0), *said.lead);
      said.label = told(scene, *compare->left, *judged.numbers[0].low);
      if (!std::holds_alternative<typed::Literal>(compare->right->node))
        said.label = joined(said.label, "; ", told(scene, *compare->right, *judged.numbers[1].low));
    } else {
      constexpr std::size_t most = 4;
      for (std::size_t i = 0; i < std::min(most, leaves.size()); ++i)
        said.label = joined(said.label, i == 0 ? "" : "; ", told(scene, *leaves[i].fact, setting[i]));
    }
    return said;
  }

  Phrase told(const Scene& scene, const Expression& what, const Value& value) const {
    auto shown = value;
    if (const auto* place = std::get_if<Decimal>(&value); place && what.type.kind == typed::TypeKind::scale)
      shown = typed::Code{what.type.scale, static_cast<std::uint8_t>(place->scaled() / Decimal::one)};
    return joined(words(program_, what), ": ", words(program_, scene, shown, what.type));
  }

  void waivers() {
    std::vector<Case> cases;
    for (const bool expired : {false, true}) {
      auto variant = waiver_variant(criterion_, rule_, expired);
      bool done = false;
      const auto scene = arranged({&criterion_, [&](Arranger& a, const At& at) { return done = variant.act(a, at); }});
      if (!done) continue;
      if (auto one = judged(std::move(variant.label), scene, true)) cases.push_back(std::move(*one));
    }
    keep({"a waiver on record", "miễn trừ theo quyết định"}, std::move(cases));
  }

  const typed::Program& program_;
  const typed::Award& rule_;
  const Criterion& criterion_;
  graph::InForce in_force_;
  const Judge& judge_;
  const Options& options_;
  Scene start_;
  At at_;
  const Criterion* top_;
  typed::Expr negation_;
  bool negation_holds_ = true;
  std::optional<bool> membership_;
  std::size_t shown_ = 0;
  Card card_;
};

}  // namespace

std::vector<const Criterion*> criteria_of(const typed::Award& award) {
  std::vector<const Criterion*> all;
  collect(award.criteria, all);
  return all;
}

Card make_card(const typed::Program& program, typed::AwardId award, const Criterion& criterion, values::Period period,
               const Judge& judge, const Options& options) {
  return Maker(program, award, criterion, period, judge, options).make();
}

}  // namespace tdkt::card
