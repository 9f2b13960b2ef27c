// SPDX-License-Identifier: Apache-2.0
// Proofs from one condition to another. A condition is met where it is surely true; one that is unknown
// is not met. A count moves up with what it counts: who meets more is among those who meet less.
#include <algorithm>

#include "lints/claim.hpp"

namespace tdkt::lints {

using values::Decimal;

namespace {

template <class Of>
const Of* as(const Claim& claim) {
  return std::get_if<Of>(&claim.what);
}

template <class Check>
bool all_parts(const std::vector<Claim>& parts, Check check) {
  return std::all_of(parts.begin(), parts.end(), check);
}
template <class Check>
bool any_part(const std::vector<Claim>& parts, Check check) {
  return std::any_of(parts.begin(), parts.end(), check);
}

// ---- values --------------------------------------------------------------------------------------

bool implies(const InValues& a, const InValues& b) {
  if (a.topic != b.topic || a.values.index() != b.values.index()) return false;
  if (const auto* numbers = std::get_if<Numbers>(&a.values)) return within(*numbers, std::get<Numbers>(b.values));
  return (std::get<Codes>(a.values).values & ~std::get<Codes>(b.values).values).none();
}
bool exclude(const InValues& a, const InValues& b) {
  if (a.topic != b.topic || a.values.index() != b.values.index()) return false;
  if (const auto* numbers = std::get_if<Numbers>(&a.values)) return apart(*numbers, std::get<Numbers>(b.values));
  return (std::get<Codes>(a.values).values & std::get<Codes>(b.values).values).none();
}

bool implies(const Compared& a, const Compared& b) {
  return a.left == b.left && a.right == b.right && (!a.less || b.less) && (!a.equal || b.equal) && (!a.greater || b.greater);
}
bool exclude(const Compared& a, const Compared& b) {
  return a.left == b.left && a.right == b.right && !(a.less && b.less) && !(a.equal && b.equal) && !(a.greater && b.greater);
}

// ---- quantifiers ---------------------------------------------------------------------------------

const Numbers one_or_more = numbers(values::Sign::at_least, Decimal(1));

// Whoever counts for `a` counts for `b`.
bool counts_for(const ClaimPtr& a, const ClaimPtr& b) { return !b || (a && implies(*a, *b)); }
bool same(const ClaimPtr& a, const ClaimPtr& b) { return a == b || (a && b && a->meaning == b->meaning); }

bool true_of_nobody(const SoMany& n) { return n.or_when_none || (!n.share && holds(n.amount, Decimal(0))); }
bool needs_somebody(const SoMany& n) { return !holds(n.amount, Decimal(0)) && !n.or_when_none; }

bool implies(const SoMany& a, const SoMany& b) {
  if (a.set != b.set || (true_of_nobody(a) && !true_of_nobody(b))) return false;
  if (a.share == b.share)
    return (same(a.met, b.met) && within(a.amount, b.amount)) ||
           (counts_for(a.met, b.met) && within(and_above(a.amount), b.amount)) ||
           (counts_for(b.met, a.met) && within(and_below(a.amount), b.amount));
  return a.share && needs_somebody(a) && counts_for(a.met, b.met) && within(one_or_more, b.amount);
}

bool leave_nobody(const SoMany& a, const SoMany& b) {
  if (!a.met || !b.met || !exclude(*a.met, *b.met)) return false;
  const auto least = [](const SoMany& n) { return n.amount.empty() ? std::nullopt : n.amount.front().low; };
  const auto low_a = least(a), low_b = least(b);
  if (!low_a || !low_b) return false;
  // 60% and 50% of the same cannot be different people.
  if (a.share && b.share) {
    const auto sum = values::sum(*low_a, *low_b);
    const bool open = a.amount.front().low_open || b.amount.front().low_open;
    return sum && (*sum > Decimal(1) || (*sum == Decimal(1) && open));
  }
  if (a.share) return *low_a >= Decimal(1) && needs_somebody(b);
  return b.share && *low_b >= Decimal(1) && needs_somebody(a);
}

bool exclude_one_way(const SoMany& a, const SoMany& b) {
  if (!counts_for(a.met, b.met)) return false;
  if (a.share == b.share) return apart(and_above(a.amount), b.amount);
  return a.share && needs_somebody(a) && apart(one_or_more, b.amount);
}

bool exclude(const SoMany& a, const SoMany& b) {
  if (a.set != b.set || (true_of_nobody(a) && true_of_nobody(b))) return false;
  if (a.share == b.share && same(a.met, b.met) && apart(a.amount, b.amount)) return true;
  return exclude_one_way(a, b) || exclude_one_way(b, a) || leave_nobody(a, b);
}

// ---- years ---------------------------------------------------------------------------------------

struct Years {
  int first, last, at_least;
  const Claim* inner;
  int count() const { return last - first + 1; }
};

// A condition without a time is that of the judged year.
Years years_of(const Claim& claim) {
  if (const auto* n = as<InYearsAgo>(claim)) return {n->first, n->last, n->at_least, n->inner.get()};
  return {0, 0, 1, &claim};
}

int shared(const Years& a, const Years& b) { return std::max(0, std::min(a.last, b.last) - std::max(a.first, b.first) + 1); }

bool implies_over_years(const Claim& one, const Claim& two) {
  const auto a = years_of(one), b = years_of(two);
  const auto in_both = shared(a, b);
  return in_both > 0 && a.at_least - (a.count() - in_both) >= b.at_least && implies(*a.inner, *b.inner);
}
bool exclude_over_years(const Claim& one, const Claim& two) {
  const auto a = years_of(one), b = years_of(two);
  const auto in_both = shared(a, b);
  const auto of_a = a.at_least - (a.count() - in_both), of_b = b.at_least - (b.count() - in_both);
  return of_a > 0 && of_b > 0 && of_a + of_b > in_both && exclude(*a.inner, *b.inner);
}

template <class Of, class Prove>
bool prove_of(const Claim& a, const Claim& b, Prove prove) {
  const auto* one = as<Of>(a);
  const auto* two = as<Of>(b);
  return one && two && prove(*one, *two);
}

}  // namespace

bool implies(const Claim& a, const Claim& b) {
  if (a.meaning == b.meaning) return true;
  if (const auto* all = as<AllOf>(b)) return all_parts(all->parts, [&](const Claim& part) { return implies(a, part); });
  if (const auto* any = as<AnyOf>(a)) return all_parts(any->parts, [&](const Claim& part) { return implies(part, b); });
  if (const auto* all = as<AllOf>(a); all && any_part(all->parts, [&](const Claim& part) { return implies(part, b); })) return true;
  if (const auto* any = as<AnyOf>(b); any && any_part(any->parts, [&](const Claim& part) { return implies(a, part); })) return true;
  if (as<InYearsAgo>(a) || as<InYearsAgo>(b)) return implies_over_years(a, b);
  return prove_of<InValues>(a, b, [](const auto& x, const auto& y) { return implies(x, y); }) ||
         prove_of<Compared>(a, b, [](const auto& x, const auto& y) { return implies(x, y); }) ||
         prove_of<SoMany>(a, b, [](const auto& x, const auto& y) { return implies(x, y); }) ||
         prove_of<NotSo>(a, b, [](const auto& x, const auto& y) { return implies(*y.inner, *x.inner); });
}

bool exclude(const Claim& a, const Claim& b) {
  if (const auto* any = as<AnyOf>(a)) return all_parts(any->parts, [&](const Claim& part) { return exclude(part, b); });
  if (const auto* any = as<AnyOf>(b)) return all_parts(any->parts, [&](const Claim& part) { return exclude(a, part); });
  if (const auto* all = as<AllOf>(a)) return any_part(all->parts, [&](const Claim& part) { return exclude(part, b); });
  if (const auto* all = as<AllOf>(b)) return any_part(all->parts, [&](const Claim& part) { return exclude(a, part); });
  if (const auto* no = as<NotSo>(a)) return implies(b, *no->inner);
  if (const auto* no = as<NotSo>(b)) return implies(a, *no->inner);
  if (as<InYearsAgo>(a) || as<InYearsAgo>(b)) return exclude_over_years(a, b);
  return prove_of<InValues>(a, b, [](const auto& x, const auto& y) { return exclude(x, y); }) ||
         prove_of<Compared>(a, b, [](const auto& x, const auto& y) { return exclude(x, y); }) ||
         prove_of<SoMany>(a, b, [](const auto& x, const auto& y) { return exclude(x, y); });
}

}  // namespace tdkt::lints
