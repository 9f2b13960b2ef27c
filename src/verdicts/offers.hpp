// SPDX-License-Identifier: Apache-2.0
// Who is offered what, on plain arrays: bounds that never give a wrong place.
//
// Offers are made in order, down the ranking, each to the best that qualify and are still free,
// until its quota is spent. Keys, conditions, quotas and who stands at all may be known only within
// bounds, and equals have no order. For every contender and offer two things are bounded: whether it
// *can* get the offer under some way of settling all that is open, and whether it *surely holds* one
// of a run of offers under every way. With one offer and independent unknowns both are exact, by
// counting; with several they are sound. The general question resembles possible and necessary
// allocation by sequential mechanisms (Aziz, Walsh, Xia, IJCAI 2015).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "verdicts/ranking.hpp"
#include "verdicts/verdict.hpp"

namespace tdkt::verdicts {

// How many an offer may go to, within bounds that hold whatever the ranking turns out to be.
struct QuotaTerms {
  enum class Base : std::uint8_t { none, members, remaining, offered, number } base = Base::none;
  values::Interval amount;    // a count (none), else a share
  values::Interval number;    // of number: what the share is of
  std::uint32_t offered = 0;  // of offered: an earlier offer
  values::Rounding rounding = values::Rounding::down;
  std::optional<values::Interval> floor;  // `but at least 1`
  bool known() const;                     // as far as it does not hang on the ranking
};

struct Contest {
  std::vector<KeyOrder> keys;
  std::vector<Contender> contenders;
  std::vector<QuotaTerms> quotas;              // by offer
  std::int64_t members = 0, most_members = 0;  // of the group: surely, and perhaps
  bool one_offer_each = false;
  bool maybe_more = false;  // contenders may be missing from the records
};

// What may come of one contender if it stands.
struct Chance {
  std::vector<bool> can, surely;  // by offer
  bool may_get_nothing = true;
  Standing standing = Standing::undetermined;  // nominated, not_nominated, tied or undetermined
  Places places;
};

struct ContestOutcome {
  std::vector<Chance> chances;           // by contender
  std::vector<values::Interval> quotas;  // whole numbers, by offer
};

ContestOutcome settled(const Contest& contest);
// The same for any contest, by bounds alone.
ContestOutcome settled_within_bounds(const Contest& contest);

}  // namespace tdkt::verdicts
