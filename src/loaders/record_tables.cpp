// SPDX-License-Identifier: Apache-2.0
// Tables of records that every vocabulary knows: waivers, attestations, received cases.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "loaders/binding.hpp"

namespace tdkt::loaders {
namespace {

using W = HeaderWord;

struct RecordTable {
  TableKind kind;
  W name;
  std::vector<W> needed, others;
};

const std::vector<RecordTable>& record_tables() {
  static const std::vector<RecordTable> all{
      {TableKind::waivers, W::waiver, {W::award, W::criterion, W::authority}, {W::reason, W::from, W::until}},
      {TableKind::attestations, W::attestation, {W::fact, W::body}, {W::period, W::year, W::value, W::document}},
      {TableKind::received_cases, W::received_case, {W::award, W::received}, {}}};
  return all;
}

bool is(const Header& header, W word) {
  return std::any_of(header.names.begin(), header.names.end(),
                     [&](const std::string& name) { return header_word(name) == word; });
}

bool has(const std::vector<Header>& headers, W word) {
  return std::any_of(headers.begin(), headers.end(), [&](const Header& header) { return is(header, word); });
}

// The column that says of whom a record is: `entity`, or an entity's own name.
bool bind_entity(const std::vector<Header>& headers, const Vocabulary& vocabulary, Binding& binding) {
  for (std::size_t c = 0; c < headers.size(); ++c) {
    for (const std::string& name : headers[c].names) {
      const auto& entities = vocabulary.meaning(name).entities;
      if (!is(headers[c], W::entity) && entities.empty()) continue;
      if (!is(headers[c], W::entity)) binding.record_entity = entities.front();
      binding.key = c;
      binding.columns[c].key = true;
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<TableKind> record_kind(const std::vector<Header>& headers, const NamedAs& named) {
  for (const RecordTable& table : record_tables()) {
    const bool headed = has(headers, table.name);
    const bool complete = std::all_of(table.needed.begin(), table.needed.end(), [&](W w) { return has(headers, w); });
    if (named.record == table.name && !named.entity) return table.kind;
    if (complete && (headed || named.record == table.name || !named.entity)) return table.kind;
  }
  return std::nullopt;
}

std::optional<Binding> bound_records(const RawTable& table, const std::vector<Header>& headers, TableKind kind,
                                     const Vocabulary& vocabulary, Findings& findings) {
  const auto& all = record_tables();
  const RecordTable& wanted = *std::find_if(all.begin(), all.end(), [&](const auto& t) { return t.kind == kind; });
  Binding binding;
  binding.kind = kind;
  binding.columns.resize(headers.size());
  std::vector<W> fields = wanted.needed;
  fields.insert(fields.end(), wanted.others.begin(), wanted.others.end());
  fields.push_back(wanted.name);

  for (std::size_t c = 0; c < headers.size(); ++c) {
    binding.columns[c].ignored = headers[c].ignored;
    for (const W field : fields) {
      if (!is(headers[c], field) || !binding.words.try_emplace(field, c).second) continue;
      binding.columns[c].word = field;
      break;
    }
    for (const W open : {W::ordinal, W::notes})
      if (binding.columns[c].nothing() && is(headers[c], open)) binding.columns[c].word = open;
  }

  const DataPlace place{table.path, table.sheet, "", "", table.header_line};
  bool usable = true;
  const auto missing = [&](W word) {
    usable = false;
    DataPlace here = place;
    here.value = written(word).english;
    findings.add(Kind::field_column_missing, here, {written(wanted.name), written(word)});
  };
  for (const W needed : wanted.needed)
    if (!binding.words.contains(needed)) missing(needed);
  if (!bind_entity(headers, vocabulary, binding)) missing(W::entity);
  for (std::size_t c = 0; c < headers.size(); ++c) {
    if (!binding.columns[c].nothing() || headers[c].written.empty()) continue;
    DataPlace here = place;
    here.column = headers[c].written;
    findings.add(Kind::column_not_used, here, {headers[c].written, written(wanted.name)});
  }
  if (!usable) return std::nullopt;
  return binding;
}

}  // namespace tdkt::loaders
