// SPDX-License-Identifier: Apache-2.0
// Waivers, attestations and received cases, a row each.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "loaders/attesting_body.hpp"
#include "loaders/work.hpp"

namespace tdkt::loaders {
namespace {

using W = HeaderWord;

class RecordRows {
 public:
  RecordRows(Work& work, Identity& identity, Table& table) : work_(work), identity_(identity), table_(table) {
    for (std::uint32_t e = 0; e < work.schema.entities.size(); ++e)
      if (!table.binding.record_entity || *table.binding.record_entity == EntityId{e}) entities_.push_back({e});
  }

  void load() {
    const bool by_fact = table_.binding.kind == TableKind::attestations;
    if (!by_fact) rows_ = identity_.rows(table_, table_.binding.key, entities_, work_.findings);
    for (row_ = 0; row_ < table_.raw.rows; ++row_) {
      switch (table_.binding.kind) {
        case TableKind::waivers: waiver(); break;
        case TableKind::attestations: attestation(); break;
        case TableKind::received_cases: received_case(); break;
        case TableKind::facts: break;
      }
    }
  }

 private:
  struct Whom {
    EntityId entity;
    Row row;
  };

  std::string field(W word) const {
    const auto column = table_.binding.column_of(word);
    if (!column) return "";
    const Code code = code_at(table_.raw, *column, row_);
    return table_.states[*column][code] == CellState::value ? std::string(table_.text(*column, code)) : "";
  }

  std::string needed(W word) {
    std::string text = field(word);
    if (text.empty()) {
      usable_ = false;
      const std::size_t column = table_.binding.column_of(word).value_or(table_.binding.key);
      work_.findings.add_value(Kind::field_missing, table_.place(row_, column), {written(word)});
    }
    return text;
  }

  std::optional<values::Date> date(W word, std::string text) {
    if (text.empty()) return std::nullopt;
    const auto found = date_in(text);
    if (!found) {
      usable_ = false;
      text = printable(text);
      work_.findings.add_value(Kind::cell_not_a_date, table_.place(row_, *table_.binding.column_of(word), text), {text});
    }
    return found;
  }

  columns::Place place() const { return {table_.source, table_.raw.lines.of(row_)}; }

  std::optional<Whom> whom() {
    const Code code = code_at(table_.raw, table_.binding.key, row_);
    for (std::size_t e = 0; e < entities_.size(); ++e)
      if (rows_[e].states[code] == CellState::value) return Whom{entities_[e], rows_[e].values[code]};
    if (table_.states[table_.binding.key][code] == CellState::empty)
      work_.findings.add_value(Kind::field_missing, table_.place(row_, table_.binding.key), {written(W::entity)});
    return std::nullopt;
  }

  void waiver() {
    usable_ = true;
    columns::Waiver record{needed(W::award), needed(W::criterion), needed(W::authority), field(W::reason), {}, {},
                           date(W::from, field(W::from)), date(W::until, field(W::until)), place()};
    const auto of = whom();
    if (!of || !usable_) return;
    record.entity = of->entity;
    record.row = of->row;
    work_.dataset.waivers.push_back(std::move(record));
  }

  void received_case() {
    usable_ = true;
    const std::string award = needed(W::award);
    const auto received = date(W::received, needed(W::received));
    const auto of = whom();
    if (of && received && usable_) work_.dataset.cases.push_back({of->entity, of->row, award, *received, place()});
  }

  // The fact says whose ids the row may have: the fact of that name of the entity that has the id.
  void attestation() {
    usable_ = true;
    const std::string name = needed(W::fact);
    const Code code = code_at(table_.raw, table_.binding.key, row_);
    if (table_.states[table_.binding.key][code] == CellState::empty) {
      work_.findings.add_value(Kind::field_missing, table_.place(row_, table_.binding.key), {written(W::entity)});
      usable_ = false;
    }
    if (!usable_ || table_.states[table_.binding.key][code] != CellState::value) return;
    const auto& facts = work_.vocabulary.meaning(name).facts;
    if (facts.empty()) {
      auto* finding = work_.findings.add_value(
          Kind::not_a_fact, table_.place(row_, *table_.binding.column_of(W::fact), printable(name)), {printable(name)});
      suggest_near(finding, name, work_.vocabulary.all_names());
      return;
    }
    const std::string_view id = table_.text(table_.binding.key, code);
    std::optional<std::pair<FactId, Row>> of;
    bool unclear = false;
    for (const FactId fact : facts) {
      const EntityId owner = work_.schema[fact].of;
      if (table_.binding.record_entity && *table_.binding.record_entity != owner) continue;
      const auto found = identity_.find(owner, id);
      unclear |= found.unclear || (found.row && of);
      if (found.row) of = {fact, *found.row};
    }
    if (!of || unclear) return report_stranger(facts, id, unclear);
    const std::string body = body_of(of->first);
    if (!usable_) return;
    for (const std::int32_t period : periods(of->first))
      work_.dataset.attestations.push_back(
          {of->first, of->second, period, body, field(W::value), field(W::document), place()});
  }

  // An empty cell means the body that the fact is declared with; what another body states is no statement.
  std::string body_of(FactId fact) {
    const auto& declared = work_.schema[fact].attested_by;
    if (!declared) return needed(W::body);
    std::string written = field(W::body);
    if (written.empty()) return *declared;
    if (is_attesting_body(*declared, written)) return written;
    usable_ = false;
    const std::string text = printable(written);
    work_.findings.add(Kind::attested_by_another, table_.place(row_, *table_.binding.column_of(W::body), text),
                       {text, phrase(work_.schema[fact].name), *declared});
    return written;
  }

  void report_stranger(const std::vector<FactId>& facts, std::string_view id, bool unclear) {
    Phrase owners("");
    for (const FactId fact : facts) {
      const Phrase owner = phrase(work_.schema[work_.schema[fact].of].name);
      owners.english += (owners.english.empty() ? "" : " or ") + owner.english;
      owners.vietnamese += (owners.vietnamese.empty() ? "" : " hoặc ") + owner.vietnamese;
    }
    const std::string text = printable(id);
    auto* finding = work_.findings.add_value(
        unclear ? Kind::reference_unclear : Kind::not_on_record, table_.place(row_, table_.binding.key, text),
        unclear ? std::vector<Phrase>{text, owners} : std::vector<Phrase>{owners, text});
    if (!finding) return;
    for (const FactId fact : facts) identity_.suggest(*finding, work_.schema[fact].of, id);
  }

  std::vector<std::int32_t> periods(FactId fact) {
    const columns::Timing& timing = work_.schema[fact].timing;
    if (timing.cadence == values::Cadence::once) return {0};
    const W word = table_.binding.column_of(W::period) ? W::period : W::year;
    const std::string text = field(word);
    if (text.empty() && !table_.implied_years.empty()) return periods_in(work_.schema, timing, table_.implied_years);
    const auto column = table_.binding.column_of(word).value_or(table_.binding.key);
    if (text.empty()) {
      work_.findings.add_value(Kind::period_missing, table_.place(row_, column), {period_header(work_.schema, timing)});
      return {};
    }
    if (timing.cadence == values::Cadence::dated) {
      if (const auto day = date(word, text)) return {day->days};
      return {};
    }
    const auto cell = period_cell(work_.schema, timing, text);
    const std::int32_t index = cell ? index_of(work_.schema, timing, *cell) : no_period;
    if (index != no_period) return {index};
    work_.findings.add_value(
        Kind::cell_not_a_period, table_.place(row_, column, printable(text)),
        {printable(text), period_header(work_.schema, timing), period_example(work_.schema, timing)});
    return {};
  }

  Work& work_;
  Identity& identity_;
  Table& table_;
  std::vector<EntityId> entities_;
  std::vector<ByCode<Row>> rows_;
  std::size_t row_ = 0;
  bool usable_ = true;
};

}  // namespace

void load_records(Work& work, Identity& identity) {
  for (Table& table : work.tables)
    if (table.binding.kind != TableKind::facts) RecordRows(work, identity, table).load();
}

}  // namespace tdkt::loaders
