// SPDX-License-Identifier: Apache-2.0
#include "loaders/numbers.hpp"

#include <gtest/gtest.h>

#include "loaders/period_cells.hpp"
#include "loaders/raw_table.hpp"
#include "support.hpp"

namespace tdkt::loaders {
namespace {

struct Written {
  const char *text, *with_point, *with_comma;  // "" where it is no number
};

TEST(Numbers, AreReadInEitherFormat) {
  const Written numbers[] = {
      {"0", "0", "0"},
      {"-12", "-12", "-12"},
      {"\xE2\x88\x92" "12", "-12", "-12"},
      {"28.5", "28.5", ""},
      {"28,5", "", "28.5"},
      {"1.000", "1", "1000"},
      {"1,000", "1000", "1"},
      {"1 000", "1000", "1000"},
      {"1\xC2\xA0" "000\xC2\xA0" "000", "1000000", "1000000"},
      {"12.345.678", "", "12345678"},
      {"1,234,567.89", "1234567.89", ""},
      {"1.234.567,89", "", "1234567.89"},
      {"1 234,5", "", "1234.5"},
      {"1 234.5", "1234.5", ""},
      {"0001", "1", "1"},
      {"1234.567", "1234.567", ""},
      {"1.234,567.8", "", ""},
      {"1 000,000", "", "1000"},
      {"12 34", "", ""},
      {"1 0000", "", ""},
      {".5", "", ""},
      {"5.", "", ""},
      {"1e3", "", ""},
      {"-", "", ""},
      {"--1", "", ""},
      {"#N/A", "", ""},
      {"12 tháng", "", ""},
      {"0.1234567890123", "", ""},
      {"99999999999999999999999999", "99999999999999999999999999", "99999999999999999999999999"},
      {"999999999999999999999999999", "", ""},
  };
  for (const Written& number : numbers) {
    const auto point = number_in(number.text, {DecimalMark::point}), comma = number_in(number.text, {DecimalMark::comma});
    EXPECT_EQ(point ? point->text() : "", number.with_point) << number.text;
    EXPECT_EQ(comma ? comma->text() : "", number.with_comma) << number.text;
  }
}

TEST(Numbers, OfRuleFilesAreNotGroupedByMarks) {
  EXPECT_FALSE(number_in("1,000", {DecimalMark::point, false}));
  EXPECT_EQ(number_in("1,000", {DecimalMark::comma, false})->text(), "1");
  EXPECT_EQ(number_in("1 000", {DecimalMark::comma, false})->text(), "1000");
}

TEST(Numbers, TellTheirFormat) {
  const auto format_of = [](std::initializer_list<const char*> texts) {
    FormatVotes votes;
    for (const char* text : texts) votes.count(text);
    return votes.format();
  };
  EXPECT_EQ(format_of({"28,5", "1.000"}).mark, DecimalMark::comma);
  EXPECT_EQ(format_of({"28.5", "1,000"}).mark, DecimalMark::point);
  EXPECT_TRUE(format_of({"28,5", "1.000"}).certain);
  EXPECT_FALSE(format_of({"12", "1.000"}).certain);
  EXPECT_FALSE(format_of({"28.5", "28,5"}).certain);
}

TEST(Periods, AreWrittenInManyWays) {
  using values::Cadence;
  const columns::Schema& schema = test::emulation();
  const columns::Timing school_year{Cadence::declared, columns::CadenceId{0}};
  struct Cell {
    columns::Timing timing;
    const char* text;
    int year, number;  // number 0: not a period
  };
  const Cell cells[] = {
      {{Cadence::yearly, {}}, "2024", 2024, 1},      {{Cadence::yearly, {}}, "Năm 2024", 2024, 1},
      {{Cadence::yearly, {}}, "24", 0, 0},           {{Cadence::yearly, {}}, "2024.0", 0, 0},
      {{Cadence::yearly, {}}, "1492", 0, 0},         {{Cadence::half_yearly, {}}, "2024-H1", 2024, 1},
      {{Cadence::half_yearly, {}}, "2/2024", 2024, 2}, {{Cadence::half_yearly, {}}, "nửa đầu năm 2024", 2024, 1},
      {{Cadence::half_yearly, {}}, "3/2024", 0, 0},  {{Cadence::quarterly, {}}, "2024-Q4", 2024, 4},
      {{Cadence::quarterly, {}}, "Quý III/2024", 2024, 3}, {{Cadence::quarterly, {}}, "iv", 0, 4},
      {{Cadence::quarterly, {}}, "5", 0, 0},         {{Cadence::monthly, {}}, "2024-03", 2024, 3},
      {{Cadence::monthly, {}}, "03/2024", 2024, 3},  {{Cadence::monthly, {}}, "tháng 3", 0, 3},
      {{Cadence::monthly, {}}, "13/2024", 0, 0},     {{Cadence::monthly, {}}, "March", 0, 0},
      {{Cadence::weekly, {}}, "2024-W05", 2024, 5},  {school_year, "2023-2024", 2024, 1},
      {school_year, "2023/24", 2024, 1},             {school_year, "2024", 0, 0},
      {school_year, "2023-2025", 0, 0},
  };
  for (const Cell& cell : cells) {
    const auto found = period_cell(schema, cell.timing, cell.text);
    EXPECT_EQ(found ? found->number : 0, cell.number) << cell.text;
    EXPECT_EQ(found && cell.number != 0 ? found->year : cell.year, cell.year) << cell.text;
  }
}

TEST(Periods, WeekFiftyThreeIsOfSomeYearsOnly) {
  const columns::Timing weekly{values::Cadence::weekly, {}};
  const columns::Schema& schema = test::emulation();
  EXPECT_NE(index_of(schema, weekly, {2020, 53}), no_period);
  EXPECT_EQ(index_of(schema, weekly, {2021, 53}), no_period);
  EXPECT_EQ(columns::period_at(schema, weekly, index_of(schema, weekly, {2021, 1})).first.iso(), "2021-01-04");
}

TEST(Printable, ShowsBytesThatAreNoText) {
  EXPECT_EQ(printable("đạt"), "đạt");
  EXPECT_EQ(printable("a\xFF" "b\n"), "a\\xFFb\\x0A");
  EXPECT_EQ(printable(std::string("a\0b", 3)), "a\\x00b");
  EXPECT_TRUE(printable(std::string(500, 'x')).ends_with("…"));
}

TEST(Trimmed, KnowsTheBlanksOfOfficePrograms) {
  EXPECT_EQ(trimmed(" \xC2\xA0 a b \xE2\x80\xAF\t"), "a b");
  EXPECT_EQ(trimmed("\xC2\xA0"), "");
  EXPECT_EQ(trimmed("à"), "à");  // ends with the byte A0
}

}  // namespace
}  // namespace tdkt::loaders
