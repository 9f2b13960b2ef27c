// SPDX-License-Identifier: Apache-2.0
// Records in columns: for each fact and period one dense column over the rows of its entity, for
// each relation and period its sorted adjacency. What is missing is a bit, not a value.
//
// Three things are kept apart: a value on record; no value although a table covers the period
// (`absent means` may speak for it); and no table at all (unknown, whatever is declared).
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "columns/array.hpp"
#include "columns/bits.hpp"
#include "columns/places.hpp"
#include "columns/schema.hpp"
#include "columns/strings.hpp"

namespace tdkt::columns {

struct Source {
  std::string path;   // as the user named it
  std::string sheet;  // empty for a file with one table
};

inline constexpr std::uint8_t missing_code = 255;

using Codes = Array<std::uint8_t>;  // scale codes, or 0/1 of yes/no; missing_code where missing

// Whole multiples of 10^-places in the narrowest type that fits the column.
struct Numbers {
  std::uint8_t places = 0;
  std::variant<Array<std::int8_t>, Array<std::int16_t>, Array<std::int32_t>, Array<std::int64_t>,
               Array<values::int128>> values;
  values::Decimal at(values::Row row) const;
};
using Dates = Array<values::Date>;
struct Texts {
  Array<std::uint32_t> ids;                   // into Dataset::texts
};
struct Entities {
  Array<values::Row> rows;                    // of the entity that the fact's type names
};

// Values under a second key: sorted by row, then key. For facts `per` an entity, and for dated
// facts (`key` is then the day).
struct KeyedCell {
  values::Row row;
  std::int32_t key;
  friend auto operator<=>(const KeyedCell&, const KeyedCell&) = default;
};

struct Column {
  std::variant<Codes, Numbers, Dates, Texts, Entities> cells;  // one a row; of `keys` where keyed
  Bits present;                    // which cells hold a value
  Bits filled;                     // which hold what `absent means` says though a row is there; empty: none
  Array<KeyedCell> keys;           // empty unless keyed; else cells[i] belongs to keys[i]
  Places places;                   // of each cell
  bool keyed = false;

  // Nowhere for what is not on record.
  Place place(std::size_t cell) const { return filled.rows != 0 && filled[cell] ? Place{} : places[cell]; }
};

// From the rows of one entity to those of another: one way of a relation. The targets of a row are
// targets[first(row)] … targets[end(row) - 1], ascending.
//
// Where no row has several, `targets` has one for each row, no_row where it has none, and `offsets` is
// empty. `dates` is parallel to targets for dated relations, else empty.
struct Adjacency {
  Array<std::uint32_t> offsets;
  Array<values::Row> targets;
  Array<values::Date> dates;
  Places places;
  // What `places` counts: targets, rows of this side, or rows of the other side.
  enum class PlacedBy : std::uint8_t { target, row, other } placed_by = PlacedBy::target;

  std::size_t rows() const { return offsets.empty() ? targets.size() : offsets.size() - 1; }
  std::uint32_t first(std::size_t row) const { return offsets.empty() ? static_cast<std::uint32_t>(row) : offsets[row]; }
  std::uint32_t end(std::size_t row) const {
    if (!offsets.empty()) return offsets[row + 1];
    return static_cast<std::uint32_t>(row) + (targets[row] == values::no_row ? 0 : 1);
  }
  // Of the target at `at`, which is one of `row`.
  Place place(std::size_t row, std::size_t at) const {
    return places[placed_by == PlacedBy::target ? at : placed_by == PlacedBy::row ? row : targets[at]];
  }
};

struct BothWays {
  Adjacency forward, backward;
  Bits incomplete;           // rows of `of` whose targets are not all known
  Bits incomplete_backward;  // rows of `to` whose way back is not known (an empty reference)
  bool maybe_more = false;   // an empty reference may belong to any row (`--lenient`)
};

// A fact's or relation's records, by period index of its timing (0 for `once`; a dated relation or
// fact has all its records at index 0).
template <class Record>
struct Timeline {
  bool given = false;                      // some table was bound to it
  std::map<std::int32_t, Record> at;       // periods with rows
  std::vector<std::int32_t> covered;       // periods that a table covers, ascending; a superset of at
};

struct Waiver {
  std::string award, criterion, authority, reason;
  EntityId entity;
  values::Row row;
  std::optional<values::Date> from, until;
  Place place;
};

struct Attestation {
  FactId fact;
  values::Row row;
  std::int32_t period;
  std::string body, value, document;
  Place place;
};

struct ReceivedCase {
  EntityId entity;
  values::Row row;
  std::string award;
  values::Date received;
  Place place;
};

struct EntityTable {
  Strings ids;                              // by row; the order is that of the ids' bytes
  Strings names;                            // display names, empty where none is given
  std::map<std::int32_t, Bits> seen;        // by year: rows that some table has a row about or refers to
  Bits seen_always;                         // rows of tables that have no period
  std::map<std::int32_t, Bits> listed;      // by year: rows to be judged though no table has a row about them
  std::optional<values::Row> find(std::string_view id) const;  // by id as written
};

struct Dataset {
  std::vector<EntityTable> entities;        // by EntityId
  std::vector<Timeline<Column>> facts;      // by FactId
  std::vector<Timeline<BothWays>> relations;  // by RelationId
  std::vector<std::string> texts;           // dictionary of Texts, each once
  std::vector<Source> sources;
  std::vector<Waiver> waivers;
  std::vector<Attestation> attestations;
  std::vector<ReceivedCase> cases;

  // Facts given in a `test`, or by tables that `dataset.toml` declares as attested, need no
  // attestation row.
  std::vector<bool> attested_by_table;      // by FactId
};

}  // namespace tdkt::columns
