// SPDX-License-Identifier: Apache-2.0
#include "loaders/identity.hpp"

#include <algorithm>
#include <numeric>
#include <unordered_set>

#include "columns/large_pages.hpp"
#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "loaders/sorted_texts.hpp"
#include "loaders/tasks.hpp"
#include "source/source.hpp"

namespace tdkt::loaders {
namespace {

// May the text be anything but what it seems: marks that combine, blanks and quotation marks that
// rule files are rid of?
bool needs_normalising(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte == 0xCC || byte == 0xCD || byte == 0xC2 || byte == 0xE2 || byte == 0xEF || byte == '\n';
  });
}

}  // namespace

std::string id_of(std::string_view text) {
  text = trimmed(text);
  if (!needs_normalising(text)) return std::string(text);
  const source::Source normalised("", std::string(text));
  return std::string(trimmed(normalised.text()));
}

Identity::Identity(const columns::Schema& schema, std::deque<Table>& tables, std::vector<TablePeriods>& periods,
                   ListedIds listed, Findings& findings, unsigned threads)
    : schema_(schema), threads_(threads), known_(schema.entities.size()) {
  for (const Table& table : tables)
    if (table.binding.kind == TableKind::facts && table.binding.own) known_[table.binding.subject.index].own = true;
  for (std::size_t t = 0; t < tables.size(); ++t)
    if (tables[t].binding.kind == TableKind::facts) collect_names(tables[t], periods[t], findings);
  collect_ids(tables, listed);
  for (Known& known : known_) sort_ids(known);
}

// Two names of one id contradict each other in a list without periods; over the years a unit may be
// renamed, and the latest name is shown.
void Identity::collect_names(Table& table, TablePeriods& periods, Findings& findings) {
  std::optional<std::size_t> column;
  for (std::size_t c = 0; c < table.binding.columns.size(); ++c)
    if (table.binding.columns[c].name) column = c;
  if (!column) return;

  struct Current {
    Code name = empty_cell;
    std::int32_t period = no_period;
    std::uint32_t line = 0;
  };
  const std::size_t key = table.binding.key;
  std::vector<Current> current(table.codes(key));
  auto& names = known_[table.binding.subject.index].names;
  const auto timing = periods.timing_of_rows();
  const RowPeriods* when = timing ? &periods.of(*timing, false) : nullptr;
  if (when && !when->by_row()) when = nullptr;
  const auto add = [&](Code id, Code name) {
    names.push_back({id_of(table.text(key, id)), std::string(table.text(*column, name))});
  };

  std::vector<Code> id_buffer(block_rows), name_buffer(block_rows);
  std::vector<std::int32_t> period;
  std::size_t row = 0;
  for (std::size_t b = 0; b < table.raw.block_sizes.size(); ++b) {
    const std::size_t rows = table.raw.block_sizes[b];
    const auto ids = unpacked(table.raw.columns[key].blocks[b], rows, id_buffer.data());
    const auto texts = unpacked(table.raw.columns[*column].blocks[b], rows, name_buffer.data());
    if (when) when->fill(b, period);
    for (std::size_t i = 0; i < rows; ++i, ++row) {
      if (table.states[*column][texts[i]] != CellState::value || table.states[key][ids[i]] != CellState::value) continue;
      Current& now = current[ids[i]];
      const std::int32_t at = when ? period[i] : 0;
      if (now.name == texts[i]) {
        now.period = std::max(now.period, at);
        continue;
      }
      if (now.name != empty_cell && !when && table.text(*column, now.name) != table.text(*column, texts[i])) {
        const std::string id = printable(table.text(key, ids[i]));
        findings.add_value(Kind::names_contradict, table.place(row, *column, id),
                           {id, printable(table.text(*column, texts[i])), printable(table.text(*column, now.name)),
                            Phrase{"row " + std::to_string(now.line), "dòng " + std::to_string(now.line)}});
      }
      const bool newer = now.name == empty_cell || at >= now.period;
      if (now.name != empty_cell) add(ids[i], newer ? now.name : texts[i]);
      if (newer) now = {texts[i], at, table.raw.lines.of(row)};
    }
  }
  for (Code id = 0; id < current.size(); ++id)
    if (current[id].name != empty_cell) add(id, current[id].name);
}

// Ids that are listed as they are to be kept are known from the start.
void Identity::collect_ids(std::deque<Table>& tables, const ListedIds& listed) {
  for (const Table& table : tables)
    if (ListedIds::is_list(table, tables) && listed.of(table.binding.subject) && table.plain[table.binding.key])
      known_[table.binding.subject.index].ids = Dictionary(listed.of(table.binding.subject));
  for (const Table& table : tables) {
    const Binding& binding = table.binding;
    if (binding.kind != TableKind::facts) continue;
    if (binding.own || !known_[binding.subject.index].own) collect_ids(binding.subject, table, binding.key, false);
  }
  for (const Table& table : tables) {
    if (table.binding.kind != TableKind::facts) continue;
    for (std::size_t c = 0; c < table.binding.columns.size(); ++c) {
      const BoundTo& to = table.binding.columns[c];
      if (to.references.size() == 1) {
        const columns::Relation& relation = schema_[to.references[0].relation];
        collect_ids(to.references[0].backward ? relation.of : relation.to, table, c, true);
      }
      if (to.second_key) collect_ids(*to.second_key, table, c, true);
      for (const FactId fact : to.facts)
        if (schema_[fact].type.kind == columns::TypeKind::entity) collect_ids(schema_[fact].type.entity, table, c, true);
    }
  }
}

// `may_be_names`: a cell that holds a known name is no new id.
void Identity::collect_ids(EntityId entity, const Table& table, std::size_t column, bool may_be_names) {
  Known& known = known_[entity.index];
  if (may_be_names && known.own) return;
  std::unordered_set<std::string> names;
  for (const NamePair& pair : known.names)
    if (may_be_names) names.insert(grammar::key_of(pair.name));
  const Dictionary& texts = table.raw.columns[column].texts;
  for (Code code = texts.begins_like(known.ids) ? static_cast<Code>(texts.known()) : 0; code < table.codes(column); ++code) {
    if (table.states[column][code] != CellState::value) continue;
    std::string normalised;
    std::string_view id = table.text(column, code);
    if (needs_normalising(id)) id = normalised = id_of(id);
    if (names.empty() || known.ids.find(id) || !names.contains(grammar::key_of(id))) known.ids.code_of(id);
  }
}

void Identity::sort_ids(Known& known) {
  const auto order = in_byte_order(known.ids, flawed_cell + 1, threads_);
  known.row_of = columns::large_array<Row>(known.ids.size(), values::no_row);
  constexpr std::size_t stretch = std::size_t{1} << 16;
  const std::size_t stretches = (order.size() + stretch - 1) / stretch;
  const auto each = [&](std::size_t s, auto visit) {
    for (auto row = s * stretch; row < std::min(order.size(), (s + 1) * stretch); ++row) visit(row, order[row]);
  };
  std::vector<std::size_t> begins(stretches + 1);
  in_parallel(stretches, threads_, [&](std::size_t s) {
    each(s, [&](std::size_t, const SortedText& text) { begins[s + 1] += text.size; });
  });
  std::partial_sum(begins.begin(), begins.end(), begins.begin());
  columns::StringsToFill sorted(order.size(), begins.back());
  in_parallel(stretches, threads_, [&](std::size_t s) {
    auto at = begins[s];
    each(s, [&](std::size_t row, const SortedText& text) {
      known.row_of[text.code] = static_cast<Row>(row);
      const std::uint64_t bytes = __builtin_bswap64(text.word);
      at = sorted.put(row, at, text.size <= sizeof bytes ? std::string_view(reinterpret_cast<const char*>(&bytes), text.size)
                                                         : known.ids.text(text.code));
    });
  });
  known.sorted = sorted.finish();
  if (known.names.empty()) {
    known.display = columns::Strings(order.size(), {}, {});
    return;
  }
  columns::StringsBuilder display;
  std::vector<std::string_view> names(order.size());
  for (const NamePair& pair : known.names)
    if (const auto code = known.ids.find(pair.id)) names[known.row_of[*code]] = pair.name;
  for (const std::string_view name : names) display.add(name);
  known.display = display.finish();
}

void Identity::read_names(Known& known) {
  if (known.names_read) return;
  known.names_read = true;
  for (const NamePair& pair : known.names) {
    const auto code = known.ids.find(pair.id);
    if (!code) continue;
    const Row row = known.row_of[*code];
    const auto [at, fresh] = known.by_name.emplace(grammar::key_of(pair.name), row);
    if (!fresh && at->second != row) at->second = values::no_row;
  }
}

Identity::Found Identity::find(EntityId entity, std::string_view text) {
  Known& known = known_[entity.index];
  std::string normalised;
  std::string_view id = trimmed(text);
  if (needs_normalising(id)) id = normalised = id_of(id);
  if (const auto code = known.ids.find(id); code && known.row_of[*code] != values::no_row) return {known.row_of[*code]};
  if (known.names.empty()) return {};
  read_names(known);
  const auto named = known.by_name.find(grammar::key_of(id));
  if (named == known.by_name.end()) return {};
  if (named->second == values::no_row) return {std::nullopt, true};
  return {named->second};
}

// Most cells hold an id as it is kept; those are found on several threads.
void Identity::Known::rows_of_ids(const Table& table, std::size_t column, std::vector<Row>& rows, unsigned threads) const {
  constexpr std::size_t stretch = std::size_t{1} << 16;
  const Dictionary& texts = table.raw.columns[column].texts;
  const std::size_t begin = texts.begins_like(ids) ? texts.known() : 0;
  std::copy_n(row_of.begin(), begin, rows.begin());
  in_parallel((rows.size() - begin + stretch - 1) / stretch, threads, [&](std::size_t i) {
    const auto end = static_cast<Code>(std::min(rows.size(), begin + (i + 1) * stretch));
    for (auto code = static_cast<Code>(begin + i * stretch); code < end; ++code) {
      if (table.states[column][code] != CellState::value) continue;
      const std::string_view text = table.text(column, code);
      if (needs_normalising(text)) continue;
      if (const auto id = ids.find(text)) rows[code] = row_of[*id];
    }
  });
}

ByCode<Row> Identity::rows(Table& table, std::size_t column, EntityId entity, Findings& findings) {
  return std::move(rows(table, column, std::vector{entity}, findings).front());
}

std::vector<ByCode<Row>> Identity::rows(Table& table, std::size_t column, const std::vector<EntityId>& entities,
                                        Findings& findings) {
  std::vector<ByCode<Row>> all(entities.size());
  for (auto& each : all) {
    each.states = table.states[column];
    each.values.assign(table.codes(column), values::no_row);
  }
  TextFaults faults(table, column);
  Phrase any("");
  for (const EntityId entity : entities) {
    const Phrase name = phrase(schema_[entity].name);
    any.english += (any.english.empty() ? "" : " or ") + name.english;
    any.vietnamese += (any.vietnamese.empty() ? "" : " hoặc ") + name.vietnamese;
  }
  if (entities.size() == 1) known_[entities[0].index].rows_of_ids(table, column, all[0].values, threads_);
  for (Code code = 0; code < table.codes(column); ++code) {
    if (table.states[column][code] != CellState::value || all[0].values[code] != values::no_row) continue;
    const std::string_view text = table.text(column, code);
    std::vector<std::size_t> owners;
    bool unclear = false;
    for (std::size_t e = 0; e < entities.size(); ++e) {
      const Found found = find(entities[e], text);
      unclear |= found.unclear;
      if (!found.row) continue;
      owners.push_back(e);
      all[e].values[code] = *found.row;
    }
    if (owners.size() == 1 && !unclear) {
      for (std::size_t e = 0; e < all.size(); ++e)
        if (e != owners[0]) all[e].states[code] = CellState::empty;
      continue;
    }
    for (auto& each : all) {
      each.states[code] = CellState::bad;
      each.values[code] = values::no_row;
    }
    const bool several = unclear || !owners.empty();
    faults.add(code, several ? Kind::reference_unclear : Kind::not_on_record,
               several ? std::vector<Phrase>{printable(text), any} : std::vector<Phrase>{any, printable(text)});
  }
  faults.report(findings, [&](Finding& finding, Code code) {
    for (const EntityId entity : entities) suggest(finding, entity, table.text(column, code));
  });
  return all;
}

void Identity::suggest(Finding& finding, EntityId entity, std::string_view text) const {
  constexpr std::size_t worth_searching = 20000;
  const auto& ids = known_[entity.index].sorted;
  if (ids.size() <= worth_searching && is_utf8(text)) suggest_near(&finding, text, {ids.begin(), ids.end()});
}

void Identity::forget_texts() {
  for (Known& known : known_) {
    known.ids = {};
    known.row_of = {};
    known.names = {};
    known.by_name = {};
  }
}

std::vector<columns::EntityTable> Identity::seen_nowhere() const {
  std::vector<columns::EntityTable> tables(known_.size());
  for (std::size_t e = 0; e < known_.size(); ++e) tables[e].seen_always = columns::Bits(known_[e].sorted.size());
  return tables;
}

void Identity::move_into(std::vector<columns::EntityTable>& tables) {
  for (std::size_t e = 0; e < known_.size(); ++e) {
    tables[e].ids = std::move(known_[e].sorted);
    tables[e].names = std::move(known_[e].display);
  }
}

}  // namespace tdkt::loaders
