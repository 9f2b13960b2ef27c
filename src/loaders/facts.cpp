// SPDX-License-Identifier: Apache-2.0
// Every fact from its tables to its columns, by its type.
#include <algorithm>
#include <bit>
#include <limits>
#include <optional>

#include "loaders/coverage.hpp"
#include "loaders/dense_facts.hpp"
#include "loaders/fact_columns.hpp"

namespace tdkt::loaders {
namespace {

using columns::TypeKind;
using values::Decimal;
using values::int128;

std::vector<Given> given_of(const Work& work, FactId fact) {
  std::vector<Given> all;
  for (std::size_t t = 0; t < work.tables.size(); ++t) {
    const Binding& binding = work.tables[t].binding;
    for (std::size_t c = 0; c < binding.columns.size(); ++c) {
      const auto& facts = binding.columns[c].facts;
      if (std::find(facts.begin(), facts.end(), fact) != facts.end()) all.push_back({t, c});
    }
  }
  return all;
}

// Codes of yes/no facts and of scales.
void load_codes(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given) {
  const columns::Fact& declared = work.schema[fact];
  const bool truth = declared.type.kind == TypeKind::truth;
  const auto shown = [&](std::uint8_t code) -> std::string {
    if (truth) return code ? "yes" : "no";
    return work.schema[declared.type.scale].values[code].in(grammar::Language::english);
  };
  const auto hold = [](columns::Column& column, std::vector<std::uint8_t> cells) {
    for (std::size_t w = 0; w < column.present.words.size(); ++w)
      for (columns::Word open = ~column.present.words[w]; open != 0; open &= open - 1) {
        const std::size_t cell = w * 64 + static_cast<std::size_t>(std::countr_zero(open));
        if (cell < cells.size()) cells[cell] = columns::missing_code;
      }
    column.cells = columns::Codes(std::move(cells));
  };
  if (const TableRows* rows = dense_rows(work, identity, fact, given)) {
    const auto absent = declared.absent ? std::optional(declared.absent->code) : std::nullopt;
    return load_dense(work, identity, fact, given[0], *rows,
                      truth ? truths(work, given[0], fact) : scale_codes(work, given[0], fact), absent, hold);
  }
  FactColumns<std::uint8_t> to(work, identity, fact, shown);
  for (const Given& from : given) to.take(from, truth ? truths(work, from, fact) : scale_codes(work, from, fact));
  for (const auto& attestation : work.dataset.attestations)
    if (attestation.fact == fact && !declared.per)
      if (const auto code = attested_code(work, attestation)) to.take(attestation, *code);
  if (declared.absent) to.fill_absent(declared.absent->code);
  to.finish(work.dataset.facts[fact.index], hold);
}

// The fewest digits after the point that hold every number of the fact, and the greatest of them.
struct Extent {
  int places = 0;
  int128 most = 0;  // |number| in units of 10^-12

  void add(Decimal number) {
    if (number.scaled() < std::numeric_limits<std::int64_t>::max() && number.scaled() >= 0 &&
        static_cast<std::int64_t>(number.scaled()) % Decimal::one == 0) {
      most = std::max(most, number.scaled());
      return;
    }
    int128 scaled = number.scaled() < 0 ? -number.scaled() : number.scaled();
    most = std::max(most, scaled);
    int needed = scaled == 0 ? 0 : Decimal::digits;
    for (; needed > 0 && scaled % 10 == 0; scaled /= 10) --needed;
    places = std::max(places, needed);
  }
  int128 unit() const {
    int128 power = 1;
    for (int i = places; i < Decimal::digits; ++i) power *= 10;
    return power;
  }
};

template <class Whole>
void load_whole(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given,
                const std::vector<ByCode<Decimal>>& read, const Extent& extent) {
  const int128 unit = extent.unit();
  const auto narrowed = [unit, short_unit = static_cast<std::int64_t>(unit)](Decimal number) {
    const auto scaled = static_cast<std::int64_t>(number.scaled());
    return scaled == number.scaled() ? static_cast<Whole>(scaled / short_unit) : static_cast<Whole>(number.scaled() / unit);
  };
  const auto narrow = [&](const ByCode<Decimal>& wide) {
    ByCode<Whole> all(wide.states.size());
    all.states = wide.states;
    for (std::size_t code = 0; code < all.states.size(); ++code)
      if (all.states[code] == CellState::value) all.values[code] = narrowed(wide.values[code]);
    return all;
  };
  std::optional<Whole> absent;
  if (work.schema[fact].absent) absent = narrowed(work.schema[fact].absent->number);
  const auto hold = [places = static_cast<std::uint8_t>(extent.places)](columns::Column& column, std::vector<Whole> cells) {
    column.cells = columns::Numbers{places, columns::Array<Whole>(std::move(cells))};
  };
  if (const TableRows* rows = dense_rows(work, identity, fact, given))
    return load_dense(work, identity, fact, given[0], *rows, narrow(read[0]), absent, hold);
  FactColumns<Whole> to(work, identity, fact, [&](const Whole& whole) {
    return Decimal::from_scaled(static_cast<int128>(whole) * unit).text();
  });
  for (std::size_t i = 0; i < given.size(); ++i) to.take(given[i], narrow(read[i]));
  if (absent) to.fill_absent(*absent);
  to.finish(work.dataset.facts[fact.index], hold);
}

template <class Whole>
bool fits(int128 most) { return most <= std::numeric_limits<Whole>::max(); }

void load_numbers(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given) {
  std::vector<ByCode<Decimal>> read;
  Extent extent;
  for (const Given& from : given) {
    read.push_back(numbers(work, from, fact));
    for (std::size_t code = 0; code < read.back().states.size(); ++code)
      if (read.back().states[code] == CellState::value) extent.add(read.back().values[code]);
  }
  if (work.schema[fact].absent) extent.add(work.schema[fact].absent->number);
  const int128 most = extent.most / extent.unit();
  if (fits<std::int8_t>(most)) return load_whole<std::int8_t>(work, identity, fact, given, read, extent);
  if (fits<std::int16_t>(most)) return load_whole<std::int16_t>(work, identity, fact, given, read, extent);
  if (fits<std::int32_t>(most)) return load_whole<std::int32_t>(work, identity, fact, given, read, extent);
  if (fits<std::int64_t>(most)) return load_whole<std::int64_t>(work, identity, fact, given, read, extent);
  load_whole<int128>(work, identity, fact, given, read, extent);
}

void load_dates(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given) {
  std::optional<values::Date> absent;
  if (work.schema[fact].absent) absent = work.schema[fact].absent->date;
  const auto hold = [](columns::Column& column, std::vector<values::Date> cells) { column.cells = columns::Dates(std::move(cells)); };
  if (const TableRows* rows = dense_rows(work, identity, fact, given))
    return load_dense(work, identity, fact, given[0], *rows, dates(work, given[0], fact), absent, hold);
  FactColumns<values::Date> to(work, identity, fact, [](const values::Date& date) { return date.iso(); });
  for (const Given& from : given) to.take(from, dates(work, from, fact));
  if (absent) to.fill_absent(*absent);
  to.finish(work.dataset.facts[fact.index], hold);
}

void load_texts(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given, Texts& all) {
  const auto hold = [](columns::Column& column, std::vector<std::uint32_t> ids) { column.cells = columns::Texts{std::move(ids)}; };
  const auto absent = [&] {
    const auto& declared = work.schema[fact].absent;
    return declared ? std::optional(all.index_of(declared->text)) : std::nullopt;
  };
  if (const TableRows* rows = dense_rows(work, identity, fact, given)) {
    auto read = texts(work, given[0], fact, all);
    return load_dense(work, identity, fact, given[0], *rows, std::move(read), absent(), hold);
  }
  FactColumns<std::uint32_t> to(work, identity, fact, [&](std::uint32_t index) { return work.dataset.texts[index]; });
  for (const Given& from : given) to.take(from, texts(work, from, fact, all));
  if (const auto index = absent()) to.fill_absent(*index);
  to.finish(work.dataset.facts[fact.index], hold);
}

void load_entities(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given) {
  const EntityId entity = work.schema[fact].type.entity;
  const auto referred = [&](Given from) -> const ByCode<Row>& {
    const auto& facts = work.tables[from.table].binding.columns[from.column].facts;
    const auto at = static_cast<std::size_t>(std::find(facts.begin(), facts.end(), fact) - facts.begin());
    return work.referred[from.table][from.column].facts[at];
  };
  const auto hold = [](columns::Column& column, std::vector<Row> rows) { column.cells = columns::Entities{std::move(rows)}; };
  if (const TableRows* rows = dense_rows(work, identity, fact, given))
    return load_dense(work, identity, fact, given[0], *rows, referred(given[0]), std::optional<Row>(), hold);
  FactColumns<Row> to(work, identity, fact, [&](Row row) { return std::string(identity.id(entity, row)); });
  for (const Given& from : given) to.take(from, referred(from));
  to.finish(work.dataset.facts[fact.index], hold);
}

bool states_values(const Work& work, FactId fact) {
  const auto kind = work.schema[fact].type.kind;
  if (work.schema[fact].per || (kind != TypeKind::truth && kind != TypeKind::scale)) return false;
  return std::any_of(work.dataset.attestations.begin(), work.dataset.attestations.end(),
                     [&](const columns::Attestation& a) { return a.fact == fact && !a.value.empty(); });
}

void cover_attested(columns::Timeline<columns::Column>& timeline, const Work& work, FactId fact) {
  auto& covered = timeline.covered;
  const bool dated = work.schema[fact].timing.cadence == values::Cadence::dated;
  for (const auto& attestation : work.dataset.attestations)
    if (attestation.fact == fact && !attestation.value.empty()) covered.push_back(dated ? 0 : attestation.period);
  std::sort(covered.begin(), covered.end());
  covered.erase(std::unique(covered.begin(), covered.end()), covered.end());
}

}  // namespace

const TableRows* dense_rows(Work& work, const Identity& identity, FactId fact, const std::vector<Given>& given) {
  const columns::Fact& declared = work.schema[fact];
  if (given.size() != 1 || declared.per || declared.timing.cadence == values::Cadence::dated) return nullptr;
  for (const auto& attestation : work.dataset.attestations)
    if (attestation.fact == fact) return nullptr;
  if (work.tables[given[0].table].raw.rows == 0) return nullptr;
  const TableRows& rows = work.rows_of(given[0].table, declared.timing, identity.count(declared.of));
  if (!rows.once) return nullptr;
  ++work.uses[given[0].table][given[0].column];
  return &rows;
}

void load_facts(Work& work, Identity& identity) {
  Texts all(work.dataset.texts);
  work.dataset.facts.resize(work.schema.facts.size());
  work.dataset.attested_by_table.assign(work.schema.facts.size(), work.everything_given);
  for (std::uint32_t f = 0; f < work.schema.facts.size(); ++f) {
    const FactId fact{f};
    const auto given = given_of(work, fact);
    auto& timeline = work.dataset.facts[f];
    const bool stated = states_values(work, fact);
    timeline.given = !given.empty() || stated || work.everything_given;
    if (!timeline.given) continue;
    std::vector<std::size_t> tables;
    for (const Given& from : given) tables.push_back(from.table);
    cover(timeline, work, work.schema[fact].timing, tables);
    if (stated) cover_attested(timeline, work, fact);
    if (!given.empty() && !stated)
      work.dataset.attested_by_table[f] =
          work.everything_given || std::all_of(given.begin(), given.end(), [&](const Given& from) {
            return work.tables[from.table].settings.attested;
          });
    switch (work.schema[fact].type.kind) {
      case TypeKind::truth:
      case TypeKind::scale: load_codes(work, identity, fact, given); break;
      case TypeKind::number: load_numbers(work, identity, fact, given); break;
      case TypeKind::date: load_dates(work, identity, fact, given); break;
      case TypeKind::text: load_texts(work, identity, fact, given, all); break;
      case TypeKind::entity: load_entities(work, identity, fact, given); break;
    }
  }
}

}  // namespace tdkt::loaders
