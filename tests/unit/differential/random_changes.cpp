// SPDX-License-Identifier: Apache-2.0
#include "random_changes.hpp"

#include <iterator>

namespace tdkt::differential {

namespace {

using columns::CellValue;
using columns::TypeKind;

// One of so many, and 0 of none, which is refused.
int one_of(Random& random, std::size_t count) { return count == 0 ? 0 : random.below(static_cast<int>(count)); }

std::optional<CellValue> random_value(const columns::Schema& schema, const columns::Dataset& dataset, const columns::Fact& fact, Random& random) {
  if (random.percent(20)) return std::nullopt;
  switch (fact.type.kind) {
    case TypeKind::truth: return static_cast<std::uint8_t>(random.below(2));
    case TypeKind::scale: return static_cast<std::uint8_t>(one_of(random, schema[fact.type.scale].values.size()));
    case TypeKind::number: {
      const auto whole = random.percent(95) ? random.between(0, 12) : random.between(-100'000, 100'000);
      if (fact.type.whole || random.percent(80)) return values::Decimal(whole);
      return values::Decimal::from_scaled(values::Decimal(whole).scaled() + values::Decimal::one / 4);
    }
    case TypeKind::date: return values::plus_days(values::first_day(2020), random.between(-600, 600));
    case TypeKind::text:
      if (dataset.texts.empty()) return std::nullopt;
      return dataset.texts[static_cast<std::size_t>(one_of(random, dataset.texts.size()))];
    case TypeKind::entity: break;
  }
  return static_cast<values::Row>(one_of(random, dataset.entities[fact.type.entity.index].ids.size()));
}

}  // namespace

columns::Change random_change(const columns::Schema& schema, const columns::Dataset& dataset, Random& random) {
  columns::Change change;
  for (int tries = 0; tries < 100; ++tries) {  // as a rule one that some table has
    change.fact.index = static_cast<std::uint32_t>(one_of(random, schema.facts.size()));
    const auto& at = dataset.facts[change.fact.index].at;
    if (!at.empty() && !at.begin()->second.places.empty()) break;
  }
  const auto& fact = schema[change.fact];
  const auto rows = [&](columns::EntityId entity) { return dataset.entities[entity.index].ids.size(); };
  change.row = static_cast<values::Row>(one_of(random, rows(fact.of) + (random.percent(3) ? 1 : 0)));
  const auto& covered = dataset.facts[change.fact.index].covered;
  if (!covered.empty()) change.period = *std::next(covered.begin(), one_of(random, covered.size()));
  const bool dated = fact.timing.cadence == values::Cadence::dated;
  if (dated || fact.timing.cadence == values::Cadence::once) change.period = 0;
  if (fact.per) change.key = one_of(random, rows(*fact.per));
  if (dated) change.key = values::plus_days(values::first_day(2020), random.between(-600, 600)).days;
  change.value = random_value(schema, dataset, fact, random);
  return change;
}

}  // namespace tdkt::differential
