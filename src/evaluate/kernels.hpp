// SPDX-License-Identifier: Apache-2.0
// How each operation is worked out on columns: which file does what.
#pragma once

#include <optional>

#include "evaluate/work.hpp"

namespace tdkt::evaluate {

// run.cpp: whatever the node's operation is; nullopt: its first input as it is.
std::optional<Column> worked_out(const Work& work);

// constants.cpp
Column worked_out(const graph::Known& known, const Work& work);
Column worked_out(const graph::Unknown& unknown, const Work& work);
Column worked_out(const graph::Named& named, const Work& work);
Column worked_out(const graph::OneRow& row, const Work& work);
Column worked_out(const graph::Itself& itself, const Work& work);

// facts.cpp, related.cpp
Column worked_out(const graph::ReadFact& fact, const Work& work);
Column worked_out(const graph::ReadKeyed& fact, const Work& work);
Column worked_out(const graph::ReadRelated& related, const Work& work);

// receipts.cpp
Column worked_out(const graph::LatestReceipt& latest, const Work& work);
Column worked_out(const graph::Receipts& receipts, const Work& work);

// rotation.cpp, dates.cpp, lift.cpp
Column worked_out(const graph::Rotates& rotates, const Work& work);
Column worked_out(const graph::ShiftDays& shift, const Work& work);
std::optional<Column> lifted(const graph::Lift& lift, const Work& work);

// gather.cpp
Column worked_out(const graph::At& at, const Work& work);
Column worked_out(const graph::FromSource& from, const Work& work);
Column worked_out(const graph::Target& target, const Work& work);
Column worked_out(const graph::Belongs& belongs, const Work& work);

// follow.cpp, keys.cpp
Column worked_out(const graph::Follow& follow, const Work& work);
Column worked_out(const graph::FollowOn& follow, const Work& work);
Column worked_out(const graph::Keys& keys, const Work& work);

// gather_truths.cpp: of each row of `at` what each column has at the row that stands there. All of them
// together take at most most_planes planes: one of a column of which every row is known, else two.
bool all_known(const TruthView& truths, std::size_t rows);
std::size_t planes_of(const Truths& truths);
std::vector<Truths> gathered(const std::vector<const Truths*>& columns, const RowColumn& at, Pool& pool);

// logic.cpp
Column worked_out(const graph::Not& none, const Work& work);
Column worked_out(const graph::All& all, const Work& work);
Column worked_out(const graph::Any& any, const Work& work);
Column worked_out(const graph::AtLeast& at_least, const Work& work);
Column worked_out(const graph::ByCase& by_case, const Work& work);
Column worked_out(const graph::IsKnown& is_known, const Work& work);
Column worked_out(const graph::Eligibility& eligibility, const Work& work);

// compare.cpp
Column worked_out(const graph::Compare& compare, const Work& work);
Column worked_out(const graph::InCodes& in_codes, const Work& work);

// arithmetic.cpp, pick.cpp, scaled.cpp
Column worked_out(const graph::Arithmetic& arithmetic, const Work& work);
Column worked_out(const graph::Choose& choose, const Work& work);
Column worked_out(const graph::Round& round, const Work& work);
Column worked_out(const graph::Pick& pick, const Work& work);
Column worked_out(const graph::Scaled& scaled, const Work& work);

// count.cpp, sum.cpp, rank.cpp
Column worked_out(const graph::Count& count, const Work& work);
Column worked_out(const graph::Aggregate& aggregate, const Work& work);
Column worked_out(const graph::Best& best, const Work& work);
Column worked_out(const graph::Contains& contains, const Work& work);
Column worked_out(const graph::Place& place, const Work& work);

// supply.cpp
Column worked_out(const graph::Supply& supply, const Work& work);

// transition.cpp
Column worked_out(const graph::ReceivedBefore& received, const Work& work);
Column worked_out(const graph::Favourable& favourable, const Work& work);

}  // namespace tdkt::evaluate
