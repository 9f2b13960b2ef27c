// SPDX-License-Identifier: Apache-2.0
// Arithmetic in 64 bits gives what arithmetic in 128 bits does, or leaves it to that.
#include <gtest/gtest.h>

#include <random>

#include "evaluate/kernels.hpp"
#include "evaluate/narrow_numbers.hpp"

namespace tdkt::evaluate {
namespace {

constexpr std::size_t rows = 100;  // more than a word, and not a whole number of them

class RandomColumns {
 public:
  explicit RandomColumns(std::uint64_t seed) : random_(seed) {}

  std::int64_t below(std::int64_t end) { return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(end)); }
  template <class T>
  T one_of(std::initializer_list<T> values) { return values.begin()[below(static_cast<std::int64_t>(values.size()))]; }

  // As records have them: narrow, here and there missing, then perhaps within bounds.
  ColumnPtr stored() {
    switch (below(4)) {
      case 0: return stored_as<std::int8_t>(100);
      case 1: return stored_as<std::int16_t>(30'000);
      case 2: return stored_as<std::int32_t>(2'000'000'000);
      default: return stored_as<std::int64_t>(one_of<std::int64_t>({5, 1'000'000, std::int64_t{1} << 61}));
    }
  }

  ColumnPtr constant() {
    return std::make_shared<const Column>(
        evaluate::constant(Interval::exactly(Decimal::from_scaled(int128{below(2'000) - 1'000} * one_of<std::int64_t>({Decimal::one, 10'000'000'000, 1})))));
  }

 private:
  template <class Stored>
  ColumnPtr stored_as(std::int64_t most) {
    NumberColumn column;
    column.rows = rows;
    std::vector<Stored> values;
    Bits present(rows, true);
    const bool gaps = below(2) == 0;
    for (std::size_t row = 0; row < rows; ++row) {
      values.push_back(static_cast<Stored>(below(3) == 0 ? 0 : below(2 * most) - most));
      if (gaps && below(6) == 0) present.clear(row);
    }
    const auto places = static_cast<std::uint8_t>(below(4));
    column.stored = std::make_shared<const columns::Numbers>(columns::Numbers{places, columns::Array<Stored>(std::move(values))});
    column.present = std::make_shared<const Bits>(std::move(present));
    if (below(2) == 0) column.missing.low = Decimal(below(10));
    if (below(2) == 0) column.missing.high = Decimal(10 + below(10));
    return std::make_shared<const Column>(std::move(column));
  }

  std::mt19937_64 random_;
};

const NumberColumn& numbers(const ColumnPtr& column) { return std::get<NumberColumn>(*column); }

// The same numbers in 128 bits.
ColumnPtr wide(const ColumnPtr& column) {
  if (numbers(column).rows == 1) return column;
  auto result = numbers_to_fill(rows);
  for (std::size_t row = 0; row < rows; ++row) store(result, row, number_at(numbers(column), row));
  settle(result);
  return std::make_shared<const Column>(std::move(result));
}

template <class Operation>
void expect_the_same(const Operation& operation, const std::vector<ColumnPtr>& inputs, std::size_t& narrow, std::size_t& left) {
  static const columns::Schema schema;
  static const columns::Dataset data;
  static const Records records(schema, data);
  static Pool pool(1);
  const graph::Node node{operation, {}, graph::one, graph::Kind::number};
  std::vector<ColumnPtr> widened;
  for (const auto& input : inputs) widened.push_back(wide(input));
  const auto quick = narrow_result(operation, Work{node, rows, inputs, records, pool});
  ++(quick ? narrow : left);
  const auto result = quick ? Column(*quick) : worked_out(operation, Work{node, rows, inputs, records, pool});
  const auto expected = worked_out(operation, Work{node, rows, widened, records, pool});
  for (std::size_t row = 0; row < rows; ++row)
    ASSERT_EQ(interval_of(number_at(std::get<NumberColumn>(result), row)), interval_of(number_at(std::get<NumberColumn>(expected), row)))
        << "row " << row;
}

TEST(NarrowNumbers, AreWhatWideOnesAre) {
  RandomColumns random(20);
  std::size_t narrow = 0, left = 0;
  for (int round = 0; round < 2'000 && !::testing::Test::HasFatalFailure(); ++round) {
    auto left_side = random.stored(), right_side = random.below(3) == 0 ? random.constant() : random.stored();
    if (random.below(2) == 0) std::swap(left_side, right_side);
    using enum typed::Operator;
    expect_the_same(graph::Arithmetic{random.one_of({plus, minus, times, over})}, {left_side, right_side}, narrow, left);
    expect_the_same(graph::Choose{random.below(2) == 0}, {left_side, right_side}, narrow, left);
    using values::Rounding;
    const graph::Round rounding{static_cast<std::int32_t>(random.below(5)), random.one_of({Rounding::half_away, Rounding::up, Rounding::down})};
    expect_the_same(rounding, {random.stored()}, narrow, left);
  }
  EXPECT_GT(narrow, 4'000u);
  EXPECT_GT(left, 200u);
}

// What is worked out in 64 bits is read again, by whoever comes next.
TEST(NarrowNumbers, AreReadInOtherUnits) {
  RandomColumns random(21);
  std::size_t narrow = 0, left = 0;
  for (int round = 0; round < 500 && !::testing::Test::HasFatalFailure(); ++round) {
    const auto a = random.stored(), b = random.stored(), c = random.stored();
    const columns::Schema schema;
    const columns::Dataset data;
    const Records records(schema, data);
    Pool pool(1);
    const graph::Arithmetic product{typed::Operator::times};
    const graph::Node node{product, {}, graph::one, graph::Kind::number};
    const std::vector<ColumnPtr> inputs{a, b};
    const auto between = std::make_shared<const Column>(worked_out(product, Work{node, rows, inputs, records, pool}));
    expect_the_same(graph::Arithmetic{typed::Operator::minus}, {between, c}, narrow, left);
    expect_the_same(graph::Round{0, values::Rounding::half_away}, {between}, narrow, left);
  }
  EXPECT_GT(narrow, 500u);
}

}  // namespace
}  // namespace tdkt::evaluate
