// SPDX-License-Identifier: Apache-2.0
#include "loaders/work.hpp"

#include <algorithm>

namespace tdkt::loaders {
namespace {

void add_bits(columns::Bits& to, const columns::Bits& more) {
  for (std::size_t w = 0; w < more.words.size(); ++w) to.words[w] |= more.words[w];
}

}  // namespace

RowReader::RowReader(const Table& table, const ByCode<Row>& keys)
    : table_(table), keys_(keys), key_codes_(block_rows), codes_(block_rows) {}

columns::Bits Work::on_record(EntityId entity, const columns::Timing& timing, std::int32_t period) const {
  const columns::EntityTable& table = dataset.entities[entity.index];
  columns::Bits rows = table.seen_always;
  if (timing.cadence == values::Cadence::once) {
    for (const auto& [year, seen] : table.seen) add_bits(rows, seen);
    return rows;
  }
  const auto seen = table.seen.find(columns::period_at(schema, timing, period).year());
  if (seen != table.seen.end()) add_bits(rows, seen->second);
  return rows;
}

Phrase row_phrase(const Work& work, columns::Place place, std::uint32_t source) {
  const std::string row = std::to_string(place.line);
  if (place.source == source) return {"row " + row, "dòng " + row};
  const std::string& path = work.dataset.sources[place.source].path;
  return {"row " + row + " of " + path, "dòng " + row + " của " + path};
}

Phrase in_period(const columns::Schema& schema, const columns::Timing& timing, std::int32_t period) {
  const std::string label = period_label(schema, timing, period);
  return label.empty() ? Phrase("") : Phrase{" in " + label, " trong " + label};
}

void find_number_formats(Work& work, const std::vector<std::optional<NumberFormat>>& said) {
  for (std::size_t t = 0; t < work.tables.size(); ++t) {
    const Table& table = work.tables[t];
    FormatVotes votes;
    for (std::size_t c = 0; !said[t] && c < table.binding.columns.size(); ++c) {
      const auto& facts = table.binding.columns[c].facts;
      const bool numbers = std::any_of(facts.begin(), facts.end(), [&](FactId fact) {
        return work.schema[fact].type.kind == columns::TypeKind::number;
      });
      for (Code code = 0; numbers && code < table.codes(c); ++code) {
        if (table.states[c][code] != CellState::value) continue;
        std::string_view text = table.text(c, code);
        if (text.ends_with('%')) text = trimmed(text.substr(0, text.size() - 1));
        votes.count(text);
      }
    }
    work.formats.push_back(said[t].value_or(votes.format()));
  }
}

}  // namespace tdkt::loaders
