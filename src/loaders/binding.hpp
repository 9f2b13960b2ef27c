// SPDX-License-Identifier: Apache-2.0
// What each column of a table means: found from its header, or said in dataset.toml.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "loaders/findings.hpp"
#include "loaders/header_words.hpp"
#include "loaders/raw_table.hpp"
#include "loaders/settings.hpp"
#include "loaders/vocabulary.hpp"

namespace tdkt::loaders {

// A column of references. `backward`: the table is about those that the relation leads to, and its
// cells name whom it leads from (`unit` in a table of persons).
struct Reference {
  RelationId relation;
  bool backward = false;
  friend bool operator==(const Reference&, const Reference&) = default;
};

struct BoundTo {
  bool key = false, name = false;
  std::vector<FactId> facts;
  std::vector<Reference> references;    // of several, the one whose entity has the id
  std::optional<EntityId> second_key;
  std::optional<HeaderWord> word;       // a period, a field of a record, a number or a note
  std::optional<columns::CadenceId> cadence;
  bool ignored = false;                 // dataset.toml says so
  bool nothing() const {
    return !key && !name && facts.empty() && references.empty() && !second_key && !word && !cadence && !ignored;
  }
};

enum class TableKind : std::uint8_t { facts, waivers, attestations, received_cases };

struct Binding {
  TableKind kind = TableKind::facts;
  EntityId subject;
  std::size_t key = 0;                  // column of the subject's ids; of records, of their entity
  bool own = false;                     // the subject's own table: it says which ids there are
  std::optional<EntityId> record_entity;  // of records: from the header of their key
  std::vector<BoundTo> columns;
  std::map<HeaderWord, std::size_t> words;
  std::map<std::uint32_t, std::size_t> cadences;  // declared ones, by CadenceId

  std::optional<std::size_t> column_of(HeaderWord word) const;
  bool has_period() const;              // some column other than `date` says the row's period
};

// A column's header, and what it is to be read as.
struct Header {
  std::string written;
  std::vector<std::string> names;       // that itself, unless dataset.toml says otherwise
  std::optional<std::uint32_t> said_on; // the line of dataset.toml
  bool ignored = false;
};
std::vector<Header> headers_of(const RawTable& table, const TableSettings& settings, const Vocabulary& vocabulary,
                               const std::string& settings_path, Findings& findings);

// `implied`: rows without a period are of periods known otherwise. Without a meaning: nullopt,
// reported.
std::optional<Binding> bound(const RawTable& table, const TableSettings& settings, const std::string& settings_path,
                             const Vocabulary& vocabulary, bool implied, Findings& findings);

// What dataset.toml and the table's own name say of whom it is about.
struct NamedAs {
  std::optional<EntityId> entity;
  std::optional<RelationId> relation;
  std::optional<HeaderWord> record;
};
NamedAs named_as(const RawTable& table, const TableSettings& settings, const std::string& settings_path,
                 const Vocabulary& vocabulary, Findings& findings);

struct Subject {
  EntityId entity;
  std::size_t key;
  bool own;
};
std::optional<Subject> subject_of(const RawTable& table, const std::vector<Header>& headers, const NamedAs& named,
                                  const Vocabulary& vocabulary, Findings& findings);

// Which relations a column of this name may give in a table about `subject`; `hint` is what the
// table itself is named after. Several, where the choice depends on the cell or cannot be made.
struct Choice {
  std::vector<Reference> references;
  bool unclear = false;
};
Choice references(const Vocabulary& vocabulary, EntityId subject, std::string_view name,
                  std::optional<RelationId> hint);
bool single(const columns::Schema& schema, const Reference& reference);  // at most one in a period

std::optional<Binding> bound_records(const RawTable& table, const std::vector<Header>& headers, TableKind kind,
                                     const Vocabulary& vocabulary, Findings& findings);
std::optional<TableKind> record_kind(const std::vector<Header>& headers, const NamedAs& named);

// Says which of the declared names a header may have meant.
void suggest_near(Finding* finding, std::string_view name, const std::vector<std::string>& candidates);

}  // namespace tdkt::loaders
