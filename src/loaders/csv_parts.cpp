// SPDX-License-Identifier: Apache-2.0
#include "loaders/csv_parts.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <tuple>

#include "loaders/csv_rows.hpp"
#include "loaders/tasks.hpp"

namespace tdkt::loaders {
namespace {

struct Part {
  CsvPart bytes;
  RawTable table;
  std::unique_ptr<CsvRows> rows;
};

std::vector<std::size_t> marks_in_stretches(std::string_view bytes, std::size_t from, std::size_t stretches) {
  std::vector<std::size_t> marks(stretches);
  const std::size_t length = (bytes.size() - from) / stretches;
  in_parallel(stretches, static_cast<unsigned>(stretches), [&](std::size_t i) {
    const auto stretch = bytes.substr(from + i * length, i + 1 == stretches ? bytes.npos : length);
    marks[i] = static_cast<std::size_t>(std::count(stretch.begin(), stretch.end(), '"'));
  });
  return marks;
}

// Where each part begins, the end of the file last. `marks`: of quotation, in as many stretches as parts;
// empty where none is thought to be open between two of them.
std::vector<std::size_t> borders(std::string_view bytes, std::size_t from, std::size_t parts,
                                 const std::vector<std::size_t>& marks) {
  std::vector<std::size_t> all{from};
  const std::size_t length = (bytes.size() - from) / parts;
  std::size_t before = 0;
  for (std::size_t i = 1; i < parts; ++i) {
    if (!marks.empty()) before += marks[i - 1];
    bool quoted = before % 2 == 1;
    std::size_t at = from + i * length;
    for (; at < bytes.size() && (quoted || bytes[at] != '\n'); ++at) quoted ^= !marks.empty() && bytes[at] == '"';
    at = std::min(bytes.size(), at + 1);
    if (at > all.back()) all.push_back(at);
  }
  if (all.back() != bytes.size() || all.size() == 1) all.push_back(bytes.size());
  return all;
}

void recode(Block& block, std::size_t rows, const std::vector<Code>& codes, std::vector<Code>& buffer,
            BlockMemory& memory) {
  if (block.constant()) {
    block.first = codes[block.first];
    return;
  }
  unpacked(block, rows, buffer.data());
  for (std::size_t i = 0; i < rows; ++i) buffer[i] = codes[buffer[i]];
  pack(block, {buffer.data(), rows}, memory);
}

bool changes_nothing(const std::vector<Code>& codes) {
  for (Code code = 0; code < codes.size(); ++code)
    if (codes[code] != code) return false;
  return true;
}

// The first part's dictionaries are taken over, those of the others joined to them.
void join_column(RawTable& table, std::vector<Part>& parts, std::size_t c) {
  RawColumn& column = table.columns[c];
  column.texts = std::move(parts[0].table.columns[c].texts);
  std::vector<Code> buffer(block_rows);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    RawColumn& more = parts[p].table.columns[c];
    column.some_flawed |= more.some_flawed;
    column.some_empty |= more.some_empty;
    const auto codes = p == 0 ? std::vector<Code>() : column.texts.joined(more.texts);
    more.texts = {};
    const bool same = p == 0 || changes_nothing(codes);
    for (std::size_t b = 0; b < more.blocks.size(); ++b) {
      if (!same) recode(more.blocks[b], parts[p].table.block_sizes[b], codes, buffer, more.memory);
      column.blocks.push_back(more.blocks[b]);
    }
    column.memory.take_over(std::move(more.memory));
    more.blocks = {};
  }
}

void join_rows(RawTable& table, const Part& part, std::uint32_t first_line) {
  const RawTable& more = part.table;
  if (more.rows == 0) return;
  const std::size_t begin = table.rows;
  table.lines.note(begin, more.lines.of(0) + first_line);
  for (const Lines::Jump& jump : more.lines.jumps)
    table.lines.note(begin + jump.row, more.lines.of(jump.row) + first_line);
  for (const std::size_t first : more.block_firsts) table.block_firsts.push_back(begin + first);
  table.block_sizes.insert(table.block_sizes.end(), more.block_sizes.begin(), more.block_sizes.end());
  table.rows += more.rows;
}

using FlawKey = std::tuple<CsvFault, std::size_t, std::size_t>;

void join_flaws(std::map<FlawKey, CsvFlaw>& all, const std::vector<CsvFlaw>& more, std::uint32_t first_line) {
  for (CsvFlaw flaw : more) {
    flaw.line += first_line;
    const auto [at, fresh] = all.try_emplace({flaw.fault, flaw.column, flaw.cells}, flaw);
    if (!fresh) at->second.times += flaw.times;
  }
}

std::vector<Part> parts_of(std::string_view bytes, const CsvHeader& header, const CsvOptions& options,
                           const std::vector<std::size_t>& all, const RawTable& table) {
  std::vector<Part> parts(all.size() - 1);
  for (std::size_t p = 0; p < parts.size(); ++p) {
    parts[p].bytes = {all[p], all[p + 1]};
    parts[p].table.columns.resize(table.columns.size());
    for (std::size_t c = 0; c < table.columns.size(); ++c) parts[p].table.columns[c].texts = table.columns[c].texts;
    // Lines count from 0, since those of the parts before are not known yet.
    parts[p].rows = std::make_unique<CsvRows>(bytes, parts[p].bytes, 0, header.delimiter, options, parts[p].table);
  }
  return parts;
}

std::vector<Part> read_from(const std::vector<std::size_t>& all, std::string_view bytes, const CsvHeader& header,
                            const CsvOptions& options, const RawTable& table) {
  auto parts = parts_of(bytes, header, options, all, table);
  in_parallel(parts.size(), threads_or_all(options.threads), [&](std::size_t p) { parts[p].rows->read(); });
  return parts;
}

bool some_begin_quoted(const std::vector<Part>& parts) {
  std::size_t marks = 0;
  for (std::size_t p = 0; p + 1 < parts.size(); ++p) {
    marks += parts[p].rows->quotation_marks();
    if (marks % 2 == 1) return true;
  }
  return false;
}

}  // namespace

std::vector<CsvFlaw> read_parts(std::string_view bytes, const CsvHeader& header, const CsvOptions& options,
                                RawTable& table) {
  const unsigned threads = threads_or_all(options.threads);
  const std::size_t size = bytes.size() - header.rows_at;
  const std::size_t count = std::clamp<std::size_t>(size / options.least_part, 1, threads);
  auto parts = read_from(borders(bytes, header.rows_at, count, {}), bytes, header, options, table);
  if (some_begin_quoted(parts)) {
    const auto marks = marks_in_stretches(bytes, header.rows_at, count);
    parts = read_from(borders(bytes, header.rows_at, count, marks), bytes, header, options, table);
  }
  const bool guessed = parts.size() > 1 && std::any_of(parts.begin(), parts.end(), [](const Part& part) {
                         return part.rows->quotes_broken();
                       });
  if (guessed) parts = read_from({header.rows_at, bytes.size()}, bytes, header, options, table);

  in_parallel(table.columns.size(), threads, [&](std::size_t c) { join_column(table, parts, c); });
  std::uint32_t first_line = header.next_line;
  std::map<FlawKey, CsvFlaw> flaws;
  for (const Part& part : parts) {
    if (part.table.rows > options.longest_table - table.rows) {
      join_flaws(flaws, {{.fault = CsvFault::too_many_rows, .column = 0, .cells = 0, .line = 0, .times = 1}}, first_line);
      break;
    }
    join_rows(table, part, first_line);
    join_flaws(flaws, part.rows->flaws(), first_line);
    first_line += part.rows->next_line();
  }
  std::vector<CsvFlaw> all;
  for (const auto& [key, flaw] : flaws) all.push_back(flaw);
  return all;
}

}  // namespace tdkt::loaders
