// SPDX-License-Identifier: Apache-2.0
// The value of the first condition that holds. A condition that is not known leaves open whether it
// is its value or one of those behind it; where they are all the same, that is the value.
#include "evaluate/kernels.hpp"
#include "evaluate/numbers.hpp"

namespace tdkt::evaluate {

namespace {

// Tells each value that row `row` may have; returns whether it may have none at all.
template <class Tell>
bool each_possible(const graph::Pick& pick, const std::vector<TruthView>& conditions, std::size_t row, Tell tell) {
  for (std::size_t i = 0; i < conditions.size(); ++i) {
    const auto truth = conditions[i].row(row);
    if (truth == Truth::no) continue;
    tell(2 * i + 1);
    if (truth == Truth::yes) return false;
  }
  if (pick.otherwise) tell(2 * conditions.size());
  return !pick.otherwise && pick.gaps;
}

std::vector<TruthView> conditions_of(const graph::Pick& pick, const Work& work) {
  std::vector<TruthView> conditions;
  const auto values = work.inputs.size() - (pick.otherwise ? 1 : 0);
  for (std::size_t i = 0; i < values; i += 2) conditions.push_back(work.truths(i));
  return conditions;
}

template <class Each>
void each_row(const Work& work, Each each) {
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    for (auto row = begin; row < end; ++row) each(row);
  });
}

Truths picked_truths(const graph::Pick& pick, const Work& work) {
  const auto conditions = conditions_of(pick, work);
  return each_word(work, [&](std::size_t word) {
    Word reached = ~Word{0}, may_hold = 0, may_fail = 0;
    const auto take = [&](Word possible, std::size_t value) {
      const auto words = work.truths(value)[word];
      may_hold |= possible & ~words.no;
      may_fail |= possible & ~words.yes;
    };
    for (std::size_t i = 0; i < conditions.size(); ++i) {
      const auto condition = conditions[i][word];
      take(reached & ~condition.no, 2 * i + 1);
      reached &= ~condition.yes;
    }
    if (pick.otherwise) take(reached, 2 * conditions.size());
    else if (pick.gaps) may_hold |= reached, may_fail |= reached;
    return TruthWords{may_hold & ~may_fail, may_fail & ~may_hold};
  });
}

NumberColumn picked_numbers(const graph::Pick& pick, const Work& work) {
  const auto conditions = conditions_of(pick, work);
  auto result = numbers_to_fill(work.rows);
  work.pool.each_range(work.rows, [&](std::size_t begin, std::size_t end) {
    NumberBlock block, value;
    for (auto word = begin / 64; word * 64 < end; ++word) {
      Word reached = rows_in_word(work.rows, word), found = 0;
      block = {};
      block.size = std::min<std::size_t>(64, work.rows - word * 64);
      const auto take = [&](Word possible, std::size_t input) {
        if (!possible) return;
        load(work.input<NumberColumn>(input), word, work.rows, value);
        for (std::size_t i = 0; i < block.size; ++i) {
          if (!(possible >> i & 1)) continue;
          const bool first = !(found >> i & 1);
          block.set(i, first ? value[i] : bounds_of(values::hull(interval_of(block[i]), interval_of(value[i]))));
        }
        found |= possible;
      };
      for (std::size_t i = 0; i < conditions.size(); ++i) {
        const auto condition = conditions[i][word];
        take(reached & ~condition.no, 2 * i + 1);
        reached &= ~condition.yes;
      }
      if (pick.otherwise) take(reached, 2 * conditions.size());
      const auto none = rows_in_word(work.rows, word) & (pick.gaps && !pick.otherwise ? reached | ~found : ~found);
      for (std::size_t i = 0; i < block.size; ++i)
        if (none >> i & 1) block.set(i, Bounds::anything());
      store(result, word, block);
    }
  });
  settle(result);
  return result;
}

CodeColumn picked_codes(const graph::Pick& pick, const Work& work) {
  const auto conditions = conditions_of(pick, work);
  CodeColumn result{work.rows, nullptr, std::vector<std::uint8_t>(work.rows), graph::unknown_code};
  each_row(work, [&](std::size_t row) {
    int code = -1;
    bool gap = false, several = false;
    const bool none = each_possible(pick, conditions, row, [&](std::size_t input) {
      const auto next = work.input<CodeColumn>(input)[row];
      if (next == graph::no_code) gap = true;
      several = several || next == graph::unknown_code || (code >= 0 && code != next);
      code = next;
    });
    const bool may_be_none = none || gap || code < 0;
    result.own[row] = may_be_none ? graph::no_code : several ? graph::unknown_code : static_cast<std::uint8_t>(code);
  });
  result.codes = result.own.data();
  return result;
}

RowColumn picked_rows(const graph::Pick& pick, const Work& work) {
  const auto conditions = conditions_of(pick, work);
  RowColumn result{work.rows, nullptr, std::vector<Row>(work.rows)};
  each_row(work, [&](std::size_t row) {
    std::optional<Row> picked;
    const bool none = each_possible(pick, conditions, row, [&](std::size_t input) {
      const auto next = work.input<RowColumn>(input)[row];
      picked = picked && *picked != next ? unknown_row : next;
    });
    result.own[row] = none ? unknown_row : picked.value_or(unknown_row);
  });
  result.at = result.own.data();
  return result;
}

DateColumn picked_dates(const graph::Pick& pick, const Work& work) {
  const auto conditions = conditions_of(pick, work);
  DateColumn result{std::vector<Date>(work.rows), Bits(work.rows)};
  each_row(work, [&](std::size_t row) {
    std::optional<Date> picked;
    bool open = false;
    open = each_possible(pick, conditions, row, [&](std::size_t input) {
      const auto& column = work.input<DateColumn>(input);
      const auto at = column.rows() == 1 ? 0 : row;
      open = open || !column.known[at] || (picked && *picked != column.dates[at]);
      picked = column.dates[at];
    }) || open;
    if (picked && !open) result.dates[row] = *picked, result.known.set(row);
  });
  return result;
}

TextColumn picked_texts(const graph::Pick& pick, const Work& work) {
  const auto conditions = conditions_of(pick, work);
  TextColumn result{std::vector<std::uint32_t>(work.rows)};
  const auto class_of = [&](std::uint32_t text) { return text == unknown_text ? text : work.records.text_class(text); };
  each_row(work, [&](std::size_t row) {
    std::optional<std::uint32_t> picked;
    const bool none = each_possible(pick, conditions, row, [&](std::size_t input) {
      const auto& column = work.input<TextColumn>(input);
      const auto next = column.texts[column.rows() == 1 ? 0 : row];
      picked = picked && class_of(*picked) != class_of(next) ? unknown_text : next;
    });
    result.texts[row] = none ? unknown_text : picked.value_or(unknown_text);
  });
  return result;
}

}  // namespace

Column worked_out(const graph::Pick& pick, const Work& work) {
  switch (work.node.kind) {
    case graph::Kind::truth: return picked_truths(pick, work);
    case graph::Kind::number: return picked_numbers(pick, work);
    case graph::Kind::code: return picked_codes(pick, work);
    case graph::Kind::entity: return picked_rows(pick, work);
    case graph::Kind::date: return picked_dates(pick, work);
    case graph::Kind::text: return picked_texts(pick, work);
    case graph::Kind::edges: break;
  }
  assert(false && "a set is not picked");
  return Truths(work.rows);
}

}  // namespace tdkt::evaluate
