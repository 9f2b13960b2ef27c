// SPDX-License-Identifier: Apache-2.0
#include "random_changes.hpp"

#include <iterator>

namespace tdkt::differential {

namespace {

using columns::CellValue;
using columns::TypeKind;

std::optional<CellValue> random_value(const columns::Schema& schema, const columns::Dataset& dataset, const columns::Fact& fact, Random& random) {
  if (random.percent(20)) return std::nullopt;
  switch (fact.type.kind) {
    case TypeKind::truth: return static_cast<std::uint8_t>(random.below(2));
    case TypeKind::scale: return static_cast<std::uint8_t>(random.below(static_cast<int>(schema[fact.type.scale].values.size())));
    case TypeKind::number: {
      const auto whole = random.percent(95) ? random.between(0, 12) : random.between(-100'000, 100'000);
      if (fact.type.whole || random.percent(80)) return values::Decimal(whole);
      return values::Decimal::from_scaled(values::Decimal(whole).scaled() + values::Decimal::one / 4);
    }
    case TypeKind::date: return values::plus_days(values::first_day(2020), random.between(-600, 600));
    case TypeKind::text:
      if (dataset.texts.empty()) return std::nullopt;
      return dataset.texts[static_cast<std::size_t>(random.below(static_cast<int>(dataset.texts.size())))];
    case TypeKind::entity: break;
  }
  return static_cast<values::Row>(random.below(static_cast<int>(dataset.entities[fact.type.entity.index].ids.size())));
}

}  // namespace

columns::Change random_change(const columns::Schema& schema, const columns::Dataset& dataset, Random& random) {
  columns::Change change;
  for (int tries = 0; tries < 30; ++tries) {  // as a rule one with records
    change.fact.index = static_cast<std::uint32_t>(random.below(static_cast<int>(schema.facts.size())));
    if (!dataset.facts[change.fact.index].at.empty()) break;
  }
  const auto& fact = schema[change.fact];
  const auto rows = [&](columns::EntityId entity) { return static_cast<int>(dataset.entities[entity.index].ids.size()); };
  change.row = static_cast<values::Row>(random.below(rows(fact.of) + (random.percent(3) ? 1 : 0)));
  const auto& covered = dataset.facts[change.fact.index].covered;
  if (!covered.empty()) change.period = *std::next(covered.begin(), random.below(static_cast<int>(covered.size())));
  const bool dated = fact.timing.cadence == values::Cadence::dated;
  if (dated || fact.timing.cadence == values::Cadence::once) change.period = 0;
  if (fact.per) change.key = random.below(rows(*fact.per));
  if (dated) change.key = values::plus_days(values::first_day(2020), random.between(-600, 600)).days;
  change.value = random_value(schema, dataset, fact, random);
  return change;
}

}  // namespace tdkt::differential
