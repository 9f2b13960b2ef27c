// SPDX-License-Identifier: Apache-2.0
// Kleene's logic on bit planes.
#include <array>

#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"
#include "values/match.hpp"

namespace tdkt::evaluate {

Column worked_out(const graph::Not&, const Work& work) {
  const auto inner = work.truths(0);
  return each_word(work, [&](std::size_t word) {
    const auto words = inner[word];
    return TruthWords{words.no, words.yes};
  });
}

namespace {

std::vector<TruthView> views(const Work& work) {
  std::vector<TruthView> result;
  for (std::size_t i = 0; i < work.inputs.size(); ++i) result.push_back(work.truths(i));
  return result;
}

}  // namespace

//   and      no       unknown  yes
//   no       no       no       no
//   unknown  no       unknown  unknown
//   yes      no       unknown  yes
Column worked_out(const graph::All&, const Work& work) {
  const auto parts = views(work);
  return each_word(work, [&](std::size_t word) {
    TruthWords result{~Word{0}, 0};
    for (const auto& part : parts) {
      const auto words = part[word];
      result.yes &= words.yes;
      result.no |= words.no;
    }
    return result;
  });
}

Column worked_out(const graph::Any&, const Work& work) {
  const auto parts = views(work);
  return each_word(work, [&](std::size_t word) {
    TruthWords result{0, ~Word{0}};
    for (const auto& part : parts) {
      const auto words = part[word];
      result.yes |= words.yes;
      result.no &= words.no;
    }
    return result;
  });
}

Column worked_out(const graph::AtLeast& at_least, const Work& work) {
  const auto parts = views(work);
  const auto most_no = static_cast<std::int32_t>(parts.size()) - at_least.count;  // with more it fails
  return each_word(work, [&](std::size_t word) {
    std::array<std::int32_t, 64> yes{}, no{};
    for (const auto& part : parts) {
      const auto words = part[word];
      for (std::size_t i = 0; i < 64; ++i) {
        yes[i] += static_cast<std::int32_t>(words.yes >> i & 1);
        no[i] += static_cast<std::int32_t>(words.no >> i & 1);
      }
    }
    TruthWords result{0, 0};
    for (std::size_t i = 0; i < 64; ++i) {
      result.yes |= Word{yes[i] >= at_least.count} << i;
      result.no |= Word{yes[i] < at_least.count && no[i] > most_no} << i;
    }
    return result;
  });
}

namespace {

// What holds in every case that is possible.
Truths truth_by_case(const Work& work) {
  const auto parts = views(work);
  return each_word(work, [&](std::size_t word) {
    TruthWords result{~Word{0}, ~Word{0}};
    for (std::size_t i = 0; i + 1 < parts.size(); i += 2) {
      const auto impossible = parts[i][word].no;
      const auto value = parts[i + 1][word];
      result.yes &= impossible | value.yes;
      result.no &= impossible | value.no;
    }
    return TruthWords{result.yes & ~result.no, result.no & ~result.yes};
  });
}

NumberColumn number_by_case(const Work& work) {
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NumberBlock block, value;
    for (auto word = begin / 64; word * 64 < end; ++word) {
      Word open = rows_in_word(work.rows, word), found = 0;
      block = {};
      block.size = std::min<std::size_t>(64, work.rows - word * 64);
      for (std::size_t i = 0; i + 1 < work.inputs.size(); i += 2) {
        const auto possible = ~work.truths(i)[word].no & open;
        load(work.input<NumberColumn>(i + 1), word, work.rows, value);
        for (std::size_t row = 0; row < block.size; ++row) {
          if (!(possible >> row & 1)) continue;
          const bool first = !(found >> row & 1);
          block.set(row, first ? value[row] : bounds_of(values::hull(interval_of(block[row]), interval_of(value[row]))));
        }
        found |= possible;
      }
      for (std::size_t row = 0; row < block.size; ++row)
        if (!(found >> row & 1)) block.set(row, Bounds::anything());
      store(result, word, block);
    }
  });
  settle(result);
  return result;
}

}  // namespace

Column worked_out(const graph::ByCase&, const Work& work) {
  if (work.node.kind == graph::Kind::number) return number_by_case(work);
  return truth_by_case(work);
}

Column worked_out(const graph::IsKnown&, const Work& work) {
  const auto at = [](std::size_t rows, std::size_t row) { return rows == 1 ? 0 : row; };
  return std::visit(
      values::match{
          [&](const Truths& column) -> Column {
            const TruthView view(column);
            return each_word(work, [&](std::size_t word) {
              const auto words = view[word];
              const auto known = words.yes | words.no;
              return TruthWords{known, ~known};
            });
          },
          [&](const NumberColumn& column) -> Column {
            return with_numbers(column, [&](const auto& numbers) {
              return each_truth(work, [&](std::size_t row) { return values::truth_of(numbers[row].known()); });
            });
          },
          [&](const CodeColumn& column) -> Column {
            return each_truth(work, [&](std::size_t row) { return values::truth_of(column[row] < graph::no_code); });
          },
          [&](const RowColumn& column) -> Column {
            return each_truth(work, [&](std::size_t row) { return values::truth_of(column[row] < unknown_row); });
          },
          [&](const DateColumn& column) -> Column {
            return each_truth(work,
                              [&](std::size_t row) { return values::truth_of(column.known[at(column.rows(), row)]); });
          },
          [&](const TextColumn& column) -> Column {
            return each_truth(work, [&](std::size_t row) {
              return values::truth_of(column.texts[at(column.rows(), row)] != unknown_text);
            });
          },
          [&](const EdgeColumn&) -> Column { return Truths(work.rows); }},
      *work.inputs[0]);
}

// Whether an award's verdict is surely `eligible`; deferred and undetermined are both unknown here.
Column worked_out(const graph::Eligibility&, const Work& work) {
  const auto requirements = work.truths(0), deferral = work.truths(1);
  return each_word(work, [&](std::size_t word) {
    const auto met = requirements[word];
    return TruthWords{met.yes & deferral[word].no, met.no};
  });
}

}  // namespace tdkt::evaluate
