// SPDX-License-Identifier: Apache-2.0
// Columns looked up from elsewhere: by the row that stands at the end of an edge, or at its source.
// What is looked up for a row that is not known, or for nobody, is not known.
#include <algorithm>

#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"

namespace tdkt::evaluate {

namespace {

bool exists(Row row) { return row < unknown_row; }

// `index(i)` is the row of `column` that row i of the result is; exists(index) may be false.
template <class Index>
class Gathered {
 public:
  Gathered(const Work& work, Index index) : work_(work), index_(index) {}

  Column operator()(const Truths& column) const {
    const TruthView view(column);
    return each_truth(work_, [&](std::size_t i) {
      const auto at = index_(i);
      return exists(at) ? view.row(at) : Truth::unknown;
    });
  }

  Column operator()(const CodeColumn& column) const {
    CodeColumn result{work_.rows, nullptr, std::vector<std::uint8_t>(work_.rows), column.missing};
    each_row([&](std::size_t i) {
      const auto at = index_(i);
      result.own[i] = exists(at) ? column[at] : graph::unknown_code;
    });
    result.missing = graph::unknown_code;
    result.codes = result.own.data();
    return result;
  }

  Column operator()(const RowColumn& column) const {
    RowColumn result{work_.rows, nullptr, std::vector<Row>(work_.rows)};
    each_row([&](std::size_t i) {
      const auto at = index_(i);
      result.own[i] = exists(at) ? column[at] : at;
    });
    result.at = result.own.data();
    return result;
  }

  Column operator()(const DateColumn& column) const {
    DateColumn result{std::vector<Date>(work_.rows), Bits(work_.rows)};
    each_row([&](std::size_t i) {
      const auto row = index_(i);
      const auto at = column.rows() == 1 ? 0 : row;
      if (exists(row) && column.known[at]) result.dates[i] = column.dates[at], result.known.set(i);
    });
    return result;
  }

  Column operator()(const TextColumn& column) const {
    TextColumn result{std::vector<std::uint32_t>(work_.rows)};
    each_row([&](std::size_t i) {
      const auto row = index_(i);
      result.texts[i] = exists(row) ? column.texts[column.rows() == 1 ? 0 : row] : unknown_text;
    });
    return result;
  }

  Column operator()(const NumberColumn& column) const {
    return column.stored ? stored(column) : worked_out_before(column);
  }

  Column operator()(const EdgeColumn&) const {
    assert(false && "sets are not looked up, they are followed from the row in question");
    return Truths(work_.rows);
  }

 private:
  template <class Each>
  void each_row(Each each) const {
    work_.pool.each_range(work_.rows, [&](std::size_t begin, std::size_t end) {
      for (auto i = begin; i < end; ++i) each(i);
    });
  }

  // Numbers as narrow as they were read. Rows without one keep what is known of a missing number, so
  // a row that does not exist needs the wide form.
  Column stored(const NumberColumn& column) const {
    const bool misses_alike = !column.missing.low && !column.missing.high;
    bool all_exist = true;
    for (std::size_t i = 0; i < work_.rows && all_exist; ++i) all_exist = exists(index_(i));
    if (!all_exist && !misses_alike) return worked_out_before(column);
    NumberColumn result;
    result.rows = work_.rows;
    result.missing = column.missing;
    auto present = std::make_shared<Bits>(work_.rows);
    auto numbers = std::make_shared<columns::Numbers>();
    numbers->places = column.stored->places;
    std::visit(
        [&](const auto& values) {
          std::vector<typename std::decay_t<decltype(values)>::value_type> gathered(work_.rows);
          each_row([&](std::size_t i) {
            const auto row = index_(i);
            const auto at = column.rows == 1 ? 0 : row;
            if (!exists(row) || !(*column.present)[at]) return;
            gathered[i] = values[at];
            present->set(i);
          });
          numbers->values = columns::Array(std::move(gathered));
        },
        column.stored->values);
    result.stored = std::move(numbers);
    result.present = std::move(present);
    return result;
  }

  Column worked_out_before(const NumberColumn& column) const {
    auto result = numbers_to_fill(work_.rows);
    with_numbers(column, [&](const auto& numbers) {
      each_row([&](std::size_t i) {
        const auto at = index_(i);
        store(result, i, exists(at) ? numbers[at] : Bounds::anything());
      });
    });
    settle(result);
    return result;
  }

  const Work& work_;
  Index index_;
};

}  // namespace

Column worked_out(const graph::At&, const Work& work) {
  const auto& rows = work.input<RowColumn>(1);
  const auto gathered = Gathered(work, [&](std::size_t i) { return rows[i]; });
  return std::visit([&](const auto& column) { return gathered(column); }, *work.inputs[0]);
}

Column worked_out(const graph::FromSource&, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(1);
  std::vector<Row> sources(edges.size());
  for (std::size_t source = 0; source < edges.sources; ++source)
    std::fill(sources.begin() + edges.offsets[source], sources.begin() + edges.offsets[source + 1],
              static_cast<Row>(source));
  const auto gathered = Gathered(work, [&](std::size_t i) { return sources[i]; });
  return std::visit([&](const auto& column) { return gathered(column); }, *work.inputs[0]);
}

Column worked_out(const graph::Target&, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(0);
  if (edges.size() == 0) return RowColumn{0, edges.targets, {}};
  return RowColumn{work.rows, edges.targets, {}};
}

Column worked_out(const graph::Belongs&, const Work& work) {
  const auto& edges = work.input<EdgeColumn>(0);
  return each_word(work, [&](std::size_t word) {
    return TruthWords{edges.maybe.rows == 0 ? ~Word{0} : ~edges.maybe.words[word], 0};
  });
}

}  // namespace tdkt::evaluate
