// SPDX-License-Identifier: Apache-2.0
#include "card/search.hpp"

#include <algorithm>

#include "values/match.hpp"

namespace tdkt::card {

namespace {

constexpr std::size_t most_leaves = 24;
constexpr int most_questions = 600;

class Collector {
 public:
  Collector(Arranger& arranger, std::vector<Leaf>& leaves) : a_(arranger), leaves_(leaves) {}

  void walk(const Expression& e, const At& at) {
    if (leaves_.size() >= most_leaves || ++depth_ > 60) return void(--depth_);
    std::visit(
        values::match{
            [&](const typed::FactOf& n) { fact(e, n, at); },
            [&](const typed::Aggregate& n) { set(n.set, at, n.value, n.predicate); },
            [&](const typed::Quantified& n) { set(n.set, at, n.predicate, nullptr); },
            [&](const typed::Score& n) { scorecard(n.scorecard, *n.subject, at); },
            [&](const typed::ItemsReach& n) { scorecard(n.scorecard, *n.subject, at); },
            [&](const typed::GradeOf& n) {
              if (const auto inner = about(*n.subject, at))
                for (const auto& row : a_.program()[n.grades].rows)
                  if (row.when) walk(*row.when, *inner);
            },
            [&](const typed::Moved& n) { walk(*n.body, a_.moved(n.to, at)); },
            [&](const typed::Defined& n) {
              if (n.meaning) walk(*n.meaning, at);
            },
            [](const typed::Eligible&) {}, [](const typed::Rank&) {}, [](const typed::InTop&) {},
            [&](const auto&) { typed::for_each_part(e, [&](const Expression& part) { walk(part, at); }); }},
        e.node);
    --depth_;
  }

 private:
  std::optional<At> about(const Expression& subject, const At& at) {
    const auto who = a_.who(subject, at);
    if (!who) return std::nullopt;
    auto inner = at;
    inner.rows[0] = *who;
    inner.levels = 1;
    return inner;
  }

  void scorecard(typed::ScorecardId id, const Expression& subject, const At& at) {
    const auto inner = about(subject, at);
    if (!inner || std::find(cards_.begin(), cards_.end(), id) != cards_.end()) return;
    cards_.push_back(id);
    for (const auto& node : a_.program()[id].nodes) {
      if (node.points) walk(*node.points, *inner);
      if (node.applies_when) walk(*node.applies_when, *inner);
    }
  }

  void set(const typed::Set& set, const At& at, const Expr& value, const Expr& predicate) {
    const auto known = a_.members(set, at);
    const auto one = known.empty() ? a_.new_member(set, at) : std::optional(known.front());
    if (!one) return;
    a_.belongs(set, *one, at, Want::yes);
    const auto inner = at.with_member(*one, set.level);
    if (value) walk(*value, inner);
    if (predicate) walk(*predicate, inner);
  }

  void fact(const Expression& e, const typed::FactOf& n, const At& at) {
    const auto of = a_.who(*n.subject, at);
    const auto key = n.key ? a_.who(*n.key, at) : std::nullopt;
    if (!of) return;
    const auto cell = a_.cell(n, *of, key, at);
    if (std::find(cells_.begin(), cells_.end(), cell) != cells_.end()) return;
    const auto choices = choices_of(a_.schema()[n.fact]);
    if (choices.size() < 2) return;
    cells_.push_back(cell);
    leaves_.push_back({&e, at, choices});
  }

  std::vector<Value> choices_of(const columns::Fact& fact) const {
    const auto& type = fact.type;
    std::vector<Value> choices;
    if (type.kind == typed::TypeKind::truth) choices = {false, true};
    if (type.kind == typed::TypeKind::scale)
      for (std::uint8_t code = 0; code < a_.schema()[type.scale].values.size(); ++code)
        choices.push_back(typed::Code{type.scale, code});
    if (type.kind == typed::TypeKind::number) {
      std::vector<Decimal> numbers{Decimal(0), Decimal(1), Decimal(10), Decimal(100)};
      if (type.percent) numbers = {Decimal(0), Decimal::from_scaled(Decimal::one / 2), Decimal(1)};
      for (const auto& bound : {fact.from, fact.to})
        if (bound && bound->number && *bound->number <= Decimal(100)) numbers.push_back(*bound->number);
      std::sort(numbers.begin(), numbers.end());
      numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
      for (const auto number : numbers) {
        const bool low = fact.from && fact.from->number && number < *fact.from->number;
        const bool high = fact.to && fact.to->number && *fact.to->number < number;
        if (!low && !high) choices.push_back(number);
      }
    }
    return choices;
  }

  Arranger& a_;
  std::vector<Leaf>& leaves_;
  std::vector<FactAt> cells_;
  std::vector<typed::ScorecardId> cards_;
  int depth_ = 0;
};

// Asks, and counts how often.
class Search {
 public:
  Search(const std::vector<Leaf>& leaves, const Ask& ask) : leaves_(leaves), ask_(ask) {}

  std::vector<Setting> around() {
    const auto met = reach(true), not_met = reach(false);
    if (!met || !not_met) return {};
    auto from = *not_met;
    for (std::size_t i = 0; i < leaves_.size(); ++i) {
      if (same(from[i], (*met)[i])) continue;
      auto next = from;
      next[i] = (*met)[i];
      const auto said = ask(next);
      if (said && said->truth == Truth::yes) return halved(from, next, i);
      if (said) from = next;
    }
    return {};
  }

 private:
  std::optional<Said> ask(const Setting& setting) { return ++asked_ > most_questions ? std::nullopt : ask_(setting); }

  // A setting that is met, or not.
  std::optional<Setting> reach(bool met) {
    const auto wanted = met ? Truth::yes : Truth::no;
    Setting low, high;
    for (const auto& leaf : leaves_) low.push_back(leaf.choices.front()), high.push_back(leaf.choices.back());
    std::optional<Setting> best;
    std::optional<Said> said;
    // What is not known leads nowhere: anything known is nearer.
    const auto better = [&](const Said& than, const Said& now) {
      const auto rank = [&](const Said& one) { return one.truth == wanted ? 2 : one.truth == Truth::unknown ? 0 : 1; };
      if (rank(now) != rank(than)) return rank(now) > rank(than);
      if (!now.lead || !than.lead) return now.lead.has_value() && !than.lead.has_value();
      return met ? *now.lead > *than.lead : *now.lead < *than.lead;
    };
    const auto look_at = [&](const Setting& setting) {
      const auto now = ask(setting);
      if (!now || (said && !better(*said, *now))) return false;
      best = setting, said = now;
      return true;
    };
    look_at(high);
    look_at(low);
    for (int pass = 0; pass < 3 && best && said->truth != wanted; ++pass) {
      bool changed = false;
      for (std::size_t i = 0; i < leaves_.size() && said->truth != wanted; ++i)
        for (const auto& choice : leaves_[i].choices) {
          auto next = *best;
          next[i] = choice;
          changed = look_at(next) || changed;
        }
      if (!changed) break;
    }
    return best && said->truth == wanted ? best : std::nullopt;
  }

  std::vector<Setting> halved(Setting not_met, Setting met, std::size_t i) {
    const auto *low = std::get_if<Decimal>(&not_met[i]), *high = std::get_if<Decimal>(&met[i]);
    if (!low || !high) return {not_met, met};
    const auto step = leaves_[i].fact->type.whole || leaves_[i].fact->type.year ? Decimal::one
                      : leaves_[i].fact->type.percent                           ? Decimal::one / 100
                                                                                : Decimal::one / 10;
    auto below = low->scaled() / step, above = high->scaled() / step;
    while (below - above > 1 || above - below > 1) {
      const auto middle = (below + above) / 2;
      auto next = met;
      next[i] = Decimal::from_scaled(middle * step);
      const auto said = ask(next);
      if (!said) break;
      if (said->truth == Truth::yes) above = middle, met = next;
      else below = middle, not_met = next;
    }
    return {not_met, met};
  }

  const std::vector<Leaf>& leaves_;
  const Ask& ask_;
  int asked_ = 0;
};

}  // namespace

std::vector<Leaf> leaves_of(Arranger& arranger, const At& at, const Expression& expression) {
  std::vector<Leaf> leaves;
  Collector(arranger, leaves).walk(expression, at);
  return leaves;
}

bool apply(Arranger& arranger, const At& at, const Expression& expression, const Setting& setting) {
  const auto leaves = leaves_of(arranger, at, expression);
  if (leaves.size() != setting.size()) return false;
  bool all = true;
  for (std::size_t i = 0; i < leaves.size(); ++i) all = arranger.assign(*leaves[i].fact, leaves[i].at, setting[i]) && all;
  return all;
}

std::vector<Setting> settings_around(const std::vector<Leaf>& leaves, const Ask& ask) {
  return Search(leaves, ask).around();
}

}  // namespace tdkt::card
