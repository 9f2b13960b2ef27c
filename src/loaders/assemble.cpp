// SPDX-License-Identifier: Apache-2.0
#include "loaders/assemble.hpp"

#include <set>
#include <utility>

#include "loaders/summary.hpp"
#include "loaders/tasks.hpp"
#include "logging/logging.hpp"

namespace tdkt::loaders {
namespace {

// The periods in which a table has rows, as people write them.
std::vector<std::string> period_labels(const Work& work, const Table& table, TablePeriods& periods) {
  std::vector<std::string> labels;
  const auto timing = periods.timing_of_rows();
  if (!timing || table.binding.kind != TableKind::facts) return labels;
  const RowPeriods& when = periods.of(*timing, false);
  const bool dated = timing->cadence == values::Cadence::dated;
  std::set<std::int32_t> all;
  for (const std::int32_t period : when.occurring()) all.insert(dated ? values::Date{period}.year() : period);
  for (const std::int32_t period : all)
    labels.push_back(period_label(work.schema, dated ? columns::Timing{} : *timing, period));
  return labels;
}

}  // namespace

Assembly::Assembly(const Vocabulary& vocabulary, Findings& findings, unsigned threads)
    : vocabulary_(vocabulary), findings_(findings), threads_(threads), listed_(vocabulary.schema()) {}

Table* Assembly::bind(RawTable& raw, TableSettings settings, const std::string& settings_path, Beside beside) {
  const bool implied = !beside.years.empty() || !settings.covers.empty();
  auto binding = bound(raw, settings, settings_path, vocabulary_, implied, findings_);
  if (!binding) return nullptr;
  Table& table = tables_.emplace_back();
  table.raw = std::move(raw);
  table.implied_years = beside.years.empty() ? settings.covers : beside.years;
  table.settings = std::move(settings);
  table.binding = std::move(*binding);
  table.source = static_cast<std::uint32_t>(tables_.size() - 1);
  std::optional<NumberFormat> numbers = beside.numbers;
  if (!numbers && table.settings.numbers) numbers = NumberFormat{*table.settings.numbers};
  numbers_.push_back(numbers);
  return &table;
}

void Assembly::examine(Table& table) {
  for (std::size_t c = 0; c < table.raw.columns.size(); ++c)
    if (c != table.binding.key || !is_list(table)) table.raw.columns[c].texts.close();
  examine_texts(table, findings_, threads_);
}

columns::Dataset Assembly::finish(Given given) {
  std::vector<TablePeriods> periods;
  for (Table& table : tables_) periods.emplace_back(vocabulary_.schema(), table, findings_);
  Identity identity(vocabulary_.schema(), tables_, periods, std::move(listed_), findings_, threads_);

  Work work{vocabulary_, vocabulary_.schema(), findings_, tables_, periods};
  work.given_years = std::move(given.years);
  work.everything_given = given.everything;
  work.threads = threads_;
  for (const Table& table : tables_) work.dataset.sources.push_back({table.raw.path, table.raw.sheet});
  const spdlog::stopwatch since;
  const auto done = [&](const char* stage) {
    logging::of("loaders")->debug("stage={} seconds={:.3}", stage, since);
  };
  find_number_formats(work, numbers_);
  resolve_references(work, identity);
  done("references");
  work.dataset.entities = identity.seen_nowhere();
  mark_seen(work);
  done("seen");
  load_records(work, identity);
  identity.forget_texts();
  load_facts(work, identity);
  load_relations(work, identity);
  done("values");
  count_cells(work);
  for (std::size_t t = 0; t < tables_.size(); ++t)
    periods_.push_back(period_labels(work, tables_[t], periods[t]));
  for (Table& table : tables_) table.forget_texts();
  work.run_tasks();
  done("columns");
  finish_relations(work, identity);
  check_bounds(work, identity);
  done("relations and bounds");
  identity.move_into(work.dataset.entities);
  return std::move(work.dataset);
}

std::vector<BoundTable> Assembly::summary(grammar::Language language) const {
  std::vector<BoundTable> all;
  for (std::size_t t = 0; t < tables_.size(); ++t)
    all.push_back(summary_of(tables_[t], vocabulary_, periods_[t], language));
  return all;
}

}  // namespace tdkt::loaders
