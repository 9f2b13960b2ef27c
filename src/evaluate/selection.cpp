// SPDX-License-Identifier: Apache-2.0
#include "evaluate/selection.hpp"

#include <algorithm>
#include <bit>

#include "evaluate/narrow_numbers.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

namespace {

bool same_number(const Bounds& a, const Bounds& b) {
  return a.no_low == b.no_low && a.no_high == b.no_high && (a.no_low || a.low == b.low) && (a.no_high || a.high == b.high);
}

std::size_t at_row(std::size_t row, std::size_t rows) { return rows == 1 ? 0 : row; }

// ---- a form that can be written -------------------------------------------------------------------

void make_own(CodeColumn& column) {
  if (!column.own.empty() && column.codes == column.own.data() && column.missing == graph::unknown_code) return;
  std::vector<std::uint8_t> codes(column.rows);
  for (std::size_t row = 0; row < column.rows; ++row) codes[row] = column[row];
  column.own = std::move(codes);
  column.codes = column.own.data();
  column.missing = graph::unknown_code;
}

void make_own(RowColumn& column) {
  if (!column.own.empty() && column.at == column.own.data()) return;
  std::vector<Row> rows(column.rows);
  for (std::size_t row = 0; row < column.rows; ++row) rows[row] = column[row];
  column.own = std::move(rows);
  column.at = column.own.data();
}

void widen(NumberColumn& column) {
  auto wide = numbers_to_fill(column.rows);
  NumberBlock block;
  for (std::size_t word = 0; word * 64 < column.rows; ++word) {
    load(column, word, column.rows, block);
    store(wide, word, block);
  }
  settle(wide);
  column = std::move(wide);
}

template <class Numbers, class Bound>
void write(NumberColumn& column, Numbers& numbers, std::size_t row, const Bound& number) {
  if (!number.known() && numbers.high.empty()) numbers.high = numbers.low;
  if ((number.no_low || number.no_high) && column.no_low.words.empty())
    column.no_low = Bits(column.rows), column.no_high = Bits(column.rows);
  numbers.low[row] = number.low;
  if (!numbers.high.empty()) numbers.high[row] = number.high;
  if (column.no_low.words.empty()) return;
  number.no_low ? column.no_low.set(row) : column.no_low.clear(row);
  number.no_high ? column.no_high.set(row) : column.no_high.clear(row);
}

// In 64 bits as long as all of them fit.
void write(NumberColumn& column, std::size_t row, const Bounds& number) {
  if (column.narrow && !column.stored)
    if (const auto narrow = narrowed(number, column.narrow->places)) return write(column, *column.narrow, row, *narrow);
  if (column.stored || column.narrow) widen(column);
  write(column, column, row, number);
}

// ---- a value of one row, whatever the form ----------------------------------------------------------

bool same_at(const Truths& a, std::size_t i, const Truths& b, std::size_t j) { return TruthView(a).row(i) == TruthView(b).row(j); }
bool same_at(const NumberColumn& a, std::size_t i, const NumberColumn& b, std::size_t j) { return same_number(number_at(a, i), number_at(b, j)); }
bool same_at(const CodeColumn& a, std::size_t i, const CodeColumn& b, std::size_t j) { return a[i] == b[j]; }
bool same_at(const RowColumn& a, std::size_t i, const RowColumn& b, std::size_t j) { return a[i] == b[j]; }
bool same_at(const DateColumn& a, std::size_t i, const DateColumn& b, std::size_t j) {
  const auto x = at_row(i, a.rows()), y = at_row(j, b.rows());
  return a.known[x] == b.known[y] && (!a.known[x] || a.dates[x] == b.dates[y]);
}
bool same_at(const TextColumn& a, std::size_t i, const TextColumn& b, std::size_t j) {
  return a.texts[at_row(i, a.rows())] == b.texts[at_row(j, b.rows())];
}
bool same_at(const EdgeColumn&, std::size_t, const EdgeColumn&, std::size_t) { return false; }

void write_at(Truths& column, std::size_t row, const Truths& part, std::size_t i) {
  const auto truth = TruthView(part).row(i);
  truth == Truth::yes ? column.yes.set(row) : column.yes.clear(row);
  truth == Truth::no ? column.no.set(row) : column.no.clear(row);
}
void write_at(NumberColumn& column, std::size_t row, const NumberColumn& part, std::size_t i) {
  write(column, row, number_at(part, i));
}
void write_at(CodeColumn& column, std::size_t row, const CodeColumn& part, std::size_t i) {
  make_own(column);
  column.own[row] = part[i];
}
void write_at(RowColumn& column, std::size_t row, const RowColumn& part, std::size_t i) {
  make_own(column);
  column.own[row] = part[i];
}
void write_at(DateColumn& column, std::size_t row, const DateColumn& part, std::size_t i) {
  const auto at = at_row(i, part.rows());
  column.dates[row] = part.dates[at];
  part.known[at] ? column.known.set(row) : column.known.clear(row);
}
void write_at(TextColumn& column, std::size_t row, const TextColumn& part, std::size_t i) {
  column.texts[row] = part.texts[at_row(i, part.rows())];
}
void write_at(EdgeColumn&, std::size_t, const EdgeColumn&, std::size_t) {}

// ---- some rows --------------------------------------------------------------------------------------

Column rows_of_column(const Truths& column, RowSpan rows) {
  Truths part(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) write_at(part, i, column, rows[i]);
  return part;
}
Column rows_of_column(const NumberColumn& column, RowSpan rows) {
  auto part = numbers_to_fill(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) store(part, i, number_at(column, rows[i]));
  settle(part);
  return part;
}
Column rows_of_column(const CodeColumn& column, RowSpan rows) {
  CodeColumn part{rows.size(), nullptr, std::vector<std::uint8_t>(rows.size()), graph::unknown_code};
  for (std::size_t i = 0; i < rows.size(); ++i) part.own[i] = column[rows[i]];
  part.codes = part.own.data();
  return part;
}
Column rows_of_column(const RowColumn& column, RowSpan rows) {
  RowColumn part{rows.size(), nullptr, std::vector<Row>(rows.size())};
  for (std::size_t i = 0; i < rows.size(); ++i) part.own[i] = column[rows[i]];
  part.at = part.own.data();
  return part;
}
Column rows_of_column(const DateColumn& column, RowSpan rows) {
  DateColumn part{std::vector<Date>(rows.size()), Bits(rows.size())};
  for (std::size_t i = 0; i < rows.size(); ++i) write_at(part, i, column, rows[i]);
  return part;
}
Column rows_of_column(const TextColumn& column, RowSpan rows) {
  TextColumn part{std::vector<std::uint32_t>(rows.size())};
  for (std::size_t i = 0; i < rows.size(); ++i) part.texts[i] = column.texts[rows[i]];
  return part;
}
Column rows_of_column(const EdgeColumn& column, RowSpan rows) { return edges_of(column, rows); }

}  // namespace

void keep_once(Rows& rows) {
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
}

std::size_t rows_of(const Column& column) {
  return std::visit(values::match{[](const Truths& c) { return c.yes.rows; }, [](const NumberColumn& c) { return c.rows; },
                                  [](const CodeColumn& c) { return c.rows; }, [](const RowColumn& c) { return c.rows; },
                                  [](const DateColumn& c) { return c.rows(); }, [](const TextColumn& c) { return c.rows(); },
                                  [](const EdgeColumn& c) { return c.sources; }},
                    column);
}

std::size_t bytes_of(const Column& column) {
  const auto bytes = [](const auto& values) { return values.size() * sizeof(values[0]); };
  const auto of_bits = [&](const Bits& bits) { return bytes(bits.words); };
  return std::visit(
      values::match{[&](const Truths& c) { return of_bits(c.yes) + of_bits(c.no); },
                    [&](const NumberColumn& c) {
                      const bool shared = c.stored && c.stored.use_count() == 0;  // with the records
                      const auto stored = !c.stored || shared ? 0 : std::visit(bytes, c.stored->values) + of_bits(*c.present);
                      const auto narrow = c.narrow ? bytes(c.narrow->low) + bytes(c.narrow->high) : 0;
                      return stored + narrow + bytes(c.low) + bytes(c.high) + of_bits(c.no_low) + of_bits(c.no_high);
                    },
                    [&](const CodeColumn& c) { return bytes(c.own); }, [&](const RowColumn& c) { return bytes(c.own); },
                    [&](const DateColumn& c) { return bytes(c.dates) + of_bits(c.known); },
                    [&](const TextColumn& c) { return bytes(c.texts); },
                    [&](const EdgeColumn& c) { return bytes(c.own_offsets) + bytes(c.own_targets) + of_bits(c.maybe) + of_bits(c.open); }},
      column);
}

ColumnPtr selected(const ColumnPtr& column, RowSpan rows) {
  const bool stands_for_all = rows_of(*column) == 1 && !std::holds_alternative<EdgeColumn>(*column);
  if (stands_for_all) return column;
  return std::make_shared<Column>(std::visit([&](const auto& form) { return rows_of_column(form, rows); }, *column));
}

EdgeColumn edges_of(const EdgeColumn& edges, RowSpan sources) {
  EdgeColumn part;
  part.sources = sources.size();
  part.own_offsets.push_back(0);
  for (const auto source : sources) {
    part.own_targets.insert(part.own_targets.end(), edges.targets + edges.offsets[source], edges.targets + edges.offsets[source + 1]);
    part.own_offsets.push_back(static_cast<std::uint32_t>(part.own_targets.size()));
  }
  part.offsets = part.own_offsets.data();
  part.targets = part.own_targets.data();
  if (edges.open.rows != 0) {
    part.open = Bits(sources.size());
    for (std::size_t i = 0; i < sources.size(); ++i)
      if (edges.open[sources[i]]) part.open.set(i);
  }
  if (edges.maybe.rows != 0) {
    part.maybe = Bits(part.own_targets.size());
    std::size_t next = 0;
    for (const auto source : sources)
      for (auto edge = edges.offsets[source]; edge < edges.offsets[source + 1]; ++edge, ++next)
        if (edges.maybe[edge]) part.maybe.set(next);
  }
  return part;
}

Rows edges_from(const EdgeColumn& edges, RowSpan sources) {
  Rows found;
  for (const auto source : sources)
    for (auto edge = edges.offsets[source]; edge < edges.offsets[source + 1]; ++edge) found.push_back(edge);
  return found;
}

Row source_of(const EdgeColumn& edges, std::uint32_t edge) {
  return static_cast<Row>(std::upper_bound(edges.offsets, edges.offsets + edges.sources + 1, edge) - edges.offsets - 1);
}

Rows sources_of(const EdgeColumn& edges, RowSpan edge_rows) {
  Rows sources;
  for (const auto edge : edge_rows)
    if (sources.empty() || edge >= edges.offsets[sources.back() + 1]) sources.push_back(source_of(edges, edge));
  return sources;
}

Rows put_back(Column& column, RowSpan rows, const Column& part) {
  Rows different;
  std::visit(
      [&](auto& form) {
        const auto& other = std::get<std::decay_t<decltype(form)>>(part);
        for (std::size_t i = 0; i < rows.size(); ++i) {
          if (same_at(form, rows[i], other, i)) continue;
          write_at(form, rows[i], other, i);
          different.push_back(rows[i]);
        }
      },
      column);
  return different;
}

Rows different_rows(const Column& a, const Column& b, std::size_t rows) {
  Rows different;
  if (std::holds_alternative<Truths>(a)) {
    const TruthView left(std::get<Truths>(a)), right(std::get<Truths>(b));
    for (std::size_t word = 0; word * 64 < rows; ++word) {
      auto others = ((left[word].yes ^ right[word].yes) | (left[word].no ^ right[word].no)) & rows_in_word(rows, word);
      for (; others != 0; others &= others - 1)
        different.push_back(static_cast<std::uint32_t>(word * 64 + static_cast<std::size_t>(std::countr_zero(others))));
    }
    return different;
  }
  std::visit(
      [&](const auto& form) {
        const auto& other = std::get<std::decay_t<decltype(form)>>(b);
        for (std::uint32_t row = 0; row < rows; ++row)
          if (!same_at(form, row, other, row)) different.push_back(row);
      },
      a);
  return different;
}

bool same_edges(const EdgeColumn& edges, RowSpan sources, const EdgeColumn& part) {
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const auto first = edges.offsets[sources[i]], last = edges.offsets[sources[i] + 1], begin = part.offsets[i];
    if (last - first != part.offsets[i + 1] - begin || edges.is_open(sources[i]) != part.is_open(i)) return false;
    if (!std::equal(edges.targets + first, edges.targets + last, part.targets + begin)) return false;
    const auto perhaps = [](const EdgeColumn& of, std::uint32_t edge) { return of.maybe.rows != 0 && of.maybe[edge]; };
    for (auto edge = first; edge < last; ++edge)
      if (perhaps(edges, edge) != perhaps(part, begin + edge - first)) return false;
  }
  return true;
}

bool same_edges(const EdgeColumn& a, const EdgeColumn& b) {
  const auto all_clear = [](const Bits& x, const Bits& y) {
    const auto none = [](const Bits& bits) { return bits.count() == 0; };
    return x.rows == 0 ? none(y) : y.rows == 0 ? none(x) : x.words == y.words;
  };
  return a.sources == b.sources && std::equal(a.offsets, a.offsets + a.sources + 1, b.offsets) &&
         std::equal(a.targets, a.targets + a.size(), b.targets) && all_clear(a.maybe, b.maybe) && all_clear(a.open, b.open);
}

}  // namespace tdkt::evaluate
