// SPDX-License-Identifier: Apache-2.0
#include "verdicts/subgroup.hpp"

#include "values/match.hpp"

namespace tdkt::verdicts {
namespace {

// Rebuilds the parts of an expression that a quota can hold members in; what reads no members stays
// as it is.
class Narrowed {
 public:
  Narrowed(const typed::Nomination& nomination, typed::Code subgroup)
      : nomination_(nomination), subgroup_(subgroup) {}

  typed::Expr of(const typed::Expr& expression) const {
    if (!expression) return nullptr;
    auto node = expression->node;
    const auto narrow = [this](typed::Expr& part) { part = of(part); };
    std::visit(values::match{[&](typed::Compare& n) { narrow(n.left), narrow(n.right); },
                             [&](typed::Between& n) { narrow(n.value), narrow(n.low), narrow(n.high); },
                             [&](typed::Not& n) { narrow(n.inner); },
                             [&](typed::All& n) {
                               for (auto& part : n.parts) narrow(part);
                             },
                             [&](typed::Any& n) {
                               for (auto& part : n.parts) narrow(part);
                             },
                             [&](typed::Arithmetic& n) { narrow(n.left), narrow(n.right); },
                             [&](typed::PercentOf& n) { narrow(n.percent), narrow(n.of); },
                             [&](typed::Choose& n) { narrow(n.left), narrow(n.right); },
                             [&](typed::Capped& n) { narrow(n.value), narrow(n.ceiling); },
                             [&](typed::Rounded& n) { narrow(n.value); },
                             [&](typed::If& n) { narrow(n.condition), narrow(n.then), narrow(n.otherwise); },
                             [&](typed::Defined& n) { narrow(n.meaning); },
                             [&](typed::Quantified& n) { narrow_set(n.set); },
                             [&](typed::Aggregate& n) { narrow_set(n.set); }, [](auto&) {}},
               node);
    return typed::make(std::move(node), expression->type, expression->written);
  }

 private:
  void narrow_set(typed::Set& set) const {
    if (set.steps.size() != 1 || set.level != 1 || !set.from) return;
    const auto* from = std::get_if<typed::Self>(&set.from->node);
    auto& step = set.steps.front();
    if (!from || from->level != 0 || step.relation != nomination_.members ||
        step.inverse != nomination_.inverse) {
      return;
    }
    const auto code =
        typed::make(typed::Literal{subgroup_}, nomination_.within->type, nomination_.within->written);
    step.filters.push_back(typed::make(typed::Compare{values::Sign::equal, nomination_.within, code},
                                       columns::Type{}, nomination_.within->written));
  }

  const typed::Nomination& nomination_;
  typed::Code subgroup_;
};

}  // namespace

typed::Expr within_subgroup(const typed::Expr& expression, const typed::Nomination& nomination,
                            typed::Code subgroup) {
  return Narrowed(nomination, subgroup).of(expression);
}

}  // namespace tdkt::verdicts
