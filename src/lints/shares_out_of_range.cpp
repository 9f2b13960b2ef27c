// SPDX-License-Identifier: Apache-2.0
// `at least 120% of staff`: nobody has more than all.
#include "diagnostics/kinds.hpp"
#include "lints/lint.hpp"
#include "typed/print.hpp"

namespace tdkt::lints {

namespace {

const values::Decimal* number_in(const Expr& expression) {
  const auto* literal = expression ? std::get_if<typed::Literal>(&expression->node) : nullptr;
  return literal ? std::get_if<values::Decimal>(&literal->value) : nullptr;
}

void look_at(Lint& lint, const Expr& threshold, PackId pack) {
  const auto* number = number_in(threshold);
  if (!number || (*number >= values::Decimal(0) && *number <= values::Decimal(1))) return;
  auto percent = threshold->type;
  percent.percent = true;
  const auto text = [&](Language language) { return typed::as_text(lint.program, *number, percent, language); };
  lint.report(Kind::share_out_of_range, threshold->written, pack, {{text(Language::english), text(Language::vietnamese)}});
}

bool is_share(const Expr& expression) {
  const auto* aggregate = std::get_if<typed::Aggregate>(&expression->node);
  return aggregate && aggregate->function == typed::Function::share;
}

}  // namespace

void shares_out_of_range(Lint& lint) {
  for_each_stated(lint.program, [&](const Expression& e, PackId pack) {
    if (const auto* quantified = std::get_if<typed::Quantified>(&e.node); quantified && quantified->amount.share) {
      look_at(lint, quantified->amount.low, pack);
      look_at(lint, quantified->amount.high, pack);
    } else if (const auto* compare = std::get_if<typed::Compare>(&e.node)) {
      if (is_share(compare->left)) look_at(lint, compare->right, pack);
      if (is_share(compare->right)) look_at(lint, compare->left, pack);
    } else if (const auto* between = std::get_if<typed::Between>(&e.node); between && is_share(between->value)) {
      look_at(lint, between->low, pack);
      look_at(lint, between->high, pack);
    }
  });
}

}  // namespace tdkt::lints
