// SPDX-License-Identifier: Apache-2.0
#include "card/pivots.hpp"

#include "typed/print.hpp"
#include "values/match.hpp"

namespace tdkt::card {

namespace {

using grammar::Language;

class Finder {
 public:
  Finder(const typed::Program& program, std::vector<Pivot>& found) : program_(program), found_(found) {}

  void criterion(const typed::Criterion& criterion) {
    if (criterion.condition) {
      walk(*criterion.condition);
    } else if (!criterion.parts.empty()) {
      found_.push_back({&criterion, nullptr, &criterion, Vary::value, {"its parts together", "các điều kiện bên trong"}});
    }
    if (criterion.except_when) walk(*criterion.except_when);
  }

 private:
  void add(const Expression& e, Vary vary, std::optional<Phrase> about = {}) {
    found_.push_back({&e, &e, nullptr, vary, about ? *about : words(program_, e)});
  }

  bool is_dated(const typed::Set& set) const {
    return !set.steps.empty() &&
           program_.schema[set.steps.back().relation].timing.cadence == values::Cadence::dated;
  }

  void set(const Expression& e, const typed::Set& set, const Expr& predicate) {
    add(e, Vary::value);
    if (is_dated(set)) {
      const auto& relation = program_.schema[set.steps.back().relation].name;
      const Phrase name(relation.in(Language::english), relation.in(Language::vietnamese));
      add(e, Vary::days, joined({"the day of ", "ngày của "}, "", name));
    }
    for (const auto& step : set.steps)
      for (const auto& filter : step.filters) walk(*filter);
    for (const auto& filter : set.key_filters) walk(*filter);
    if (predicate) walk(*predicate);
  }

  static const typed::Aggregate* count_in(const Expression& e) {
    const auto of = [](const Expression& part) -> const typed::Aggregate* {
      const auto* aggregate = std::get_if<typed::Aggregate>(&part.node);
      const bool counts = aggregate && (aggregate->function == typed::Function::number || aggregate->function == typed::Function::share);
      return counts ? aggregate : nullptr;
    };
    if (const auto* compare = std::get_if<typed::Compare>(&e.node)) {
      const auto *left = of(*compare->left), *right = of(*compare->right);
      return !left == !right ? nullptr : left ? left : right;
    }
    if (const auto* between = std::get_if<typed::Between>(&e.node)) return of(*between->value);
    return nullptr;
  }

  void walk(const Expression& e) {
    if (const auto* aggregate = count_in(e)) return set(e, aggregate->set, aggregate->predicate);
    const auto each = [&](const std::vector<Expr>& parts) {
      for (const auto& part : parts) walk(*part);
    };
    std::visit(values::match{[](const typed::Literal&) {}, [&](const typed::All& n) { each(n.parts); },
                             [&](const typed::Any& n) { each(n.parts); }, [&](const typed::Not& n) { walk(*n.inner); },
                             [&](const typed::If& n) { walk(*n.condition), walk(*n.then), walk(*n.otherwise); },
                             [&](const typed::Moved& n) { add(e, Vary::value), walk(*n.body); },
                             [&](const typed::InYears& n) { add(e, Vary::value), walk(*n.body); },
                             [&](const typed::Within& n) { walk(*n.body); },
                             [&](const typed::Defined& n) {
                               if (n.meaning) walk(*n.meaning);
                             },
                             [&](const typed::Quantified& n) { set(e, n.set, n.predicate); },
                             [&](const typed::Evidence& n) { set(e, n.set, nullptr); },
                             [&](const typed::Received&) {
                               add(e, Vary::value);
                               add(e, Vary::days, Phrase("the day of the decision", "ngày quyết định"));
                             },
                             [&](const auto&) { add(e, Vary::value); }},
               e.node);
  }

  const typed::Program& program_;
  std::vector<Pivot>& found_;
};

}  // namespace

std::vector<Pivot> pivots_of(const typed::Program& program, const typed::Criterion& criterion) {
  std::vector<Pivot> found;
  Finder(program, found).criterion(criterion);
  return found;
}

Phrase words(const typed::Program& program, const Expression& expression) {
  return {typed::as_sentence(program, expression, Language::english),
          typed::as_sentence(program, expression, Language::vietnamese)};
}

Phrase words(const typed::Program& program, const Scene& scene, const Value& value, const typed::Type& type) {
  return {cell_of(program, scene, value, type, Language::english),
          cell_of(program, scene, value, type, Language::vietnamese)};
}

Phrase joined(const Phrase& a, const char* between, const Phrase& b) {
  return {a.english + between + b.english, a.vietnamese + between + b.vietnamese};
}

Phrase numbered(std::size_t number) { return std::to_string(number); }

}  // namespace tdkt::card
