// SPDX-License-Identifier: Apache-2.0
// From a folder of files to a dataset: read, bind, assemble.
#include <algorithm>
#include <atomic>
#include <deque>
#include <filesystem>

#include "diagnostics/kinds.hpp"
#include "loaders/assemble.hpp"
#include "loaders/csv.hpp"
#include "loaders/loaders.hpp"
#include "loaders/mapped_file.hpp"
#include "loaders/summary.hpp"
#include "loaders/tasks.hpp"
#include "logging/logging.hpp"
#include "values/unavailable.hpp"

namespace tdkt::loaders {
namespace {

namespace fs = std::filesystem;

struct Listing {
  std::vector<fs::path> tables;        // in byte order of their names
  std::vector<std::string> others;     // what is not read
  std::vector<std::string> names;      // of all files
};

std::string lower_ending(const fs::path& path) {
  std::string ending = path.extension().string();
  std::transform(ending.begin(), ending.end(), ending.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return ending;
}

// Names of files are bytes of any kind.
std::string readable(const std::string& name) { return is_utf8(name) ? name : printable(name); }

bool is_silent(const fs::path& path) {
  const std::string name = path.filename().string(), ending = lower_ending(path);
  return name == "dataset.toml" || name.starts_with('.') || ending == ".md" || name.starts_with("README") ||
         name.starts_with("LICENSE");
}

Listing listing_of(const fs::path& folder, const Settings& settings) {
  Listing listing;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    const fs::path path = at->path();
    const std::string name = readable(path.filename().string()), ending = lower_ending(path);
    listing.names.push_back(name);
    if (settings.ignores(name) || is_silent(path)) continue;
    std::error_code unknown;
    if ((ending == ".csv" || ending == ".tsv") && !at->is_directory(unknown)) {
      listing.tables.push_back(path);
    } else {
      listing.others.push_back(readable(path.string()));
    }
  }
  if (error) throw values::Unavailable(folder.string(), error.message());
  std::sort(listing.tables.begin(), listing.tables.end());
  std::sort(listing.others.begin(), listing.others.end());
  return listing;
}

void report_flaws(const std::vector<CsvFlaw>& flaws, const RawTable& table, Findings& findings) {
  for (const CsvFlaw& flaw : flaws) {
    const auto& headers = table.headers;
    DataPlace place{table.path, "", "", "", flaw.line};
    const std::string limit = std::to_string(longest_cell);
    const auto in_column = [&] {
      if (flaw.column < headers.size()) place.column = printable(headers[flaw.column]);
      return place;
    };
    switch (flaw.fault) {
      case CsvFault::empty_file: findings.add(Kind::file_without_header, place, {}); break;
      case CsvFault::not_utf8_file: findings.add(Kind::file_not_utf8, place, {}); break;
      case CsvFault::too_many_columns:
        findings.add(Kind::too_many_columns, place, {std::to_string(most_columns)});
        break;
      case CsvFault::too_many_rows: findings.add(Kind::too_many_rows, place, {std::to_string(most_rows)}); break;
      case CsvFault::stray_quote: findings.add_value(Kind::stray_quote, in_column(), {}, flaw.times); break;
      case CsvFault::unclosed_quote:
        findings.add_value(Kind::unclosed_quote, in_column(), {limit}, flaw.times);
        break;
      case CsvFault::cell_too_long: findings.add_value(Kind::cell_too_long, in_column(), {limit}, flaw.times); break;
      case CsvFault::ragged_row:
        place.value = std::to_string(flaw.cells);
        findings.add_value(Kind::ragged_row, place, {place.value, std::to_string(headers.size())}, flaw.times);
        break;
    }
  }
}

// How many bytes have been read of all tables.
class BytesRead {
 public:
  BytesRead(const std::vector<fs::path>& tables, const Options& options) : advance_(options.advance) {
    std::error_code unknown;
    for (const auto& table : tables)
      if (const auto size = fs::file_size(table, unknown); !unknown) all_ += size;
  }
  void add(std::size_t bytes) {
    const auto done = done_ += bytes;
    if (advance_) advance_(std::min(done, all_), all_);
  }

 private:
  const std::function<void(std::size_t, std::size_t)>& advance_;
  std::size_t all_ = 0;
  std::atomic<std::size_t> done_ = 0;
};

// A file whose header has been read.
class TableFile {
 public:
  TableFile(const fs::path& path, TableSettings settings, const Options& options, BytesRead& bytes_read)
      : file_(path), settings_(std::move(settings)),
        options_{settings_.delimiter                ? settings_.delimiter
                 : lower_ending(path) == ".tsv" ? std::optional('\t')
                                                    : std::nullopt,
                 settings_.header_row, options.threads, options.least_part, most_rows,
                 [this, &bytes_read](std::size_t begin, std::size_t end) {
                   file_.release(begin, end);
                   bytes_read.add(end - begin);
                 }},
        begun_(read_headers(file_.bytes(), options_)) {
    begun_.table.path = readable(path.string());
    begun_.table.stem = id_of(readable(path.stem().string()));
  }

  void bind(Assembly& assembly, const std::string& settings_path, Findings& findings) {
    report_flaws(begun_.flaws, begun_.table, findings);
    if (begun_.table.columns.empty()) return;
    for (std::string& header : begun_.table.headers) header = readable(header);
    bound_ = assembly.bind(begun_.table, settings_, settings_path, {});
  }

  void read(Assembly& assembly, Findings& findings) {
    RawTable& raw = table();
    if (raw.columns.empty()) return;
    if (bound_) assembly.begin_with_ids(*bound_, file_.bytes().size());
    report_flaws(read_rows(file_.bytes(), options_, raw), raw, findings);
    logging::of("loaders")->info("read table={} rows={} columns={}", raw.stem, raw.rows, raw.columns.size());
    if (bound_) assembly.examine(*bound_);
  }

  bool is_list(const Assembly& assembly) const { return bound_ && assembly.is_list(*bound_); }
  // A table that means nothing.
  std::optional<BoundTable> unbound() const {
    return bound_ || begun_.table.columns.empty() ? std::nullopt : std::optional(unbound_summary(begun_.table));
  }

 private:
  RawTable& table() { return bound_ ? bound_->raw : begun_.table; }

  MappedFile file_;
  TableSettings settings_;
  CsvOptions options_;
  Csv begun_;
  Table* bound_ = nullptr;
};

}  // namespace

Loaded load(const columns::Schema& schema, const fs::path& folder, const Options& options,
            diagnostics::Diagnostics& diagnostics) {
  Findings findings(options.lenient);
  const bool one_file = fs::is_regular_file(folder);
  const Settings settings = one_file ? Settings{} : read_settings(folder, findings);
  const Listing listing = one_file ? Listing{{folder}, {}, {}} : listing_of(folder, settings);
  if (!one_file) check_files(settings, listing.names, findings);
  for (const std::string& other : listing.others) findings.add(Kind::file_not_read, {other, "", "", other, 0}, {other});
  if (listing.tables.empty())
    findings.add(Kind::folder_without_tables, {folder.string(), "", "", "", 0}, {});

  const Vocabulary vocabulary(schema);
  Assembly assembly(vocabulary, findings, threads_or_all(options.threads));
  BytesRead bytes_read(listing.tables, options);
  std::deque<TableFile> files;
  for (const fs::path& path : listing.tables) {
    files.emplace_back(path, settings.for_file(readable(path.filename().string())), options, bytes_read);
    files.back().bind(assembly, settings.path, findings);
  }
  for (TableFile& file : files)
    if (file.is_list(assembly)) file.read(assembly, findings);
  assembly.learn_ids();
  for (TableFile& file : files)
    if (!file.is_list(assembly)) file.read(assembly, findings);
  Loaded loaded;
  loaded.dataset = assembly.finish({});
  loaded.tables = assembly.summary(options.language);
  for (const TableFile& file : files)
    if (auto unbound = file.unbound()) loaded.tables.push_back(std::move(*unbound));
  for (std::size_t f = 0; f < schema.facts.size(); ++f)
    if (!loaded.dataset.facts[f].given)
      loaded.facts_without_table.push_back(schema.facts[f].name.in(options.language));
  findings.report_to(diagnostics);
  return loaded;
}

}  // namespace tdkt::loaders
