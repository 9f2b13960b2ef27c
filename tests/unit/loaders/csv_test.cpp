// SPDX-License-Identifier: Apache-2.0
// Files as spreadsheets and people write them, and as nobody should.
#include <gmock/gmock.h>

#include <random>

#include "loaders/csv.hpp"

namespace tdkt::loaders {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

// Cells by row; a flawed one is "?".
using Cells = std::vector<std::vector<std::string>>;

struct Read {
  Csv csv;
  Cells cells;
  std::vector<std::uint32_t> lines;
};

Read read(std::string bytes, CsvOptions options = {}) {
  const std::size_t size = bytes.size();
  bytes.resize(size + room_behind);
  Read result{read_csv(std::string_view(bytes).substr(0, size), options), {}, {}};
  const RawTable& table = result.csv.table;
  for (std::size_t row = 0; row < table.rows; ++row) {
    std::vector<std::string> cells;
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const Code code = code_at(table, c, row);
      cells.push_back(code == flawed_cell ? "?" : std::string(table.columns[c].texts.text(code)));
    }
    result.cells.push_back(std::move(cells));
    result.lines.push_back(table.lines.of(row));
  }
  return result;
}

struct Dialect {
  const char* name;
  std::string bytes;
  std::vector<std::string> headers;
  Cells cells;
};

TEST(Csv, ReadsTheDialectsOfSpreadsheets) {
  const Dialect dialects[] = {
      {"commas", "a,b\n1,2\n3,4\n", {"a", "b"}, {{"1", "2"}, {"3", "4"}}},
      {"no last line end", "a,b\n1,2", {"a", "b"}, {{"1", "2"}}},
      {"semicolons", "a;b\n1,5;2\n", {"a", "b"}, {{"1,5", "2"}}},
      {"tabs", "a, x\tb\n1\t2\n", {"a, x", "b"}, {{"1", "2"}}},
      {"CRLF", "a,b\r\n1,2\r\n", {"a", "b"}, {{"1", "2"}}},
      {"byte-order mark", "\xEF\xBB\xBF" "a,b\n1,2\n", {"a", "b"}, {{"1", "2"}}},
      {"sep line", "sep=;\na;b,c\n1;2\n", {"a", "b,c"}, {{"1", "2"}}},
      {"quoted delimiter", "a,b\n\"1,5\",2\n", {"a", "b"}, {{"1,5", "2"}}},
      {"doubled quotes", "a,b\n\"say \"\"no\"\"\",2\n", {"a", "b"}, {{"say \"no\"", "2"}}},
      {"line break in a cell", "a,b\n\"x\ny\",2\nz,3\n", {"a", "b"}, {{"x\ny", "2"}, {"z", "3"}}},
      {"empty quoted cell", "a,b\n\"\",2\n", {"a", "b"}, {{"", "2"}}},
      {"blank behind quotes", "a,b\n\"x\" ,2\n", {"a", "b"}, {{"x", "2"}}},
      {"quoted header with a comma", "\"a, b\",c\n1,2\n", {"a, b", "c"}, {{"1", "2"}}},
      {"empty last cell", "a,b\n1,\n", {"a", "b"}, {{"1", ""}}},
      {"blank lines", "\n\na,b\n\n1,2\n\r\n3,4\n\n", {"a", "b"}, {{"1", "2"}, {"3", "4"}}},
      {"rows of empty cells", "a,b\n1,2\n,\n,\n", {"a", "b"}, {{"1", "2"}}},
      {"columns without end", "a,b,,\n1,2,,\n3,4\n", {"a", "b"}, {{"1", "2"}, {"3", "4"}}},
      {"one column", "a\n1\n2\n", {"a"}, {{"1"}, {"2"}}},
      {"header alone", "a,b\n", {"a", "b"}, {}},
      {"long cells", "a,b\n" + std::string(40, 'x') + ",2\n" + std::string(40, 'x') + "y,2\n", {"a", "b"},
       {{std::string(40, 'x'), "2"}, {std::string(40, 'x') + "y", "2"}}},
  };
  for (const Dialect& dialect : dialects) {
    const Read result = read(dialect.bytes);
    EXPECT_EQ(result.csv.table.headers, dialect.headers) << dialect.name;
    EXPECT_EQ(result.cells, dialect.cells) << dialect.name;
    EXPECT_THAT(result.csv.flaws, IsEmpty()) << dialect.name;
  }
}

TEST(Csv, CountsLinesAsAnEditorDoes) {
  EXPECT_THAT(read("a,b\n1,2\n\"x\n\ny\",2\nz,3\n\nw,4\n").lines, ElementsAre(2, 3, 6, 8));
  EXPECT_THAT(read("sep=,\n\n\"a\nb\",c\n1,2\n").lines, ElementsAre(5));
}

TEST(Csv, FindsTheHeaderWhereItIsSaidToBe) {
  const Read result = read("List of units\nof 2024\na;b\n1;2\n", {std::nullopt, 3});
  EXPECT_THAT(result.csv.table.headers, ElementsAre("a", "b"));
  EXPECT_EQ(result.cells, (Cells{{"1", "2"}}));
  EXPECT_THAT(result.lines, ElementsAre(4));
}

struct Broken {
  const char* name;
  std::string bytes;
  CsvFault fault;
  std::uint32_t line;
  std::uint64_t times;
  Cells cells;
};

TEST(Csv, SaysWhatIsBrokenAndReadsOn) {
  const Broken all[] = {
      {"too few cells", "a,b,c\n1,2\n3,4,5\n", CsvFault::ragged_row, 2, 1, {{"?", "?", "?"}, {"3", "4", "5"}}},
      {"too many cells", "a,b\n1,2,3\n3,4\n", CsvFault::ragged_row, 2, 1, {{"?", "?"}, {"3", "4"}}},
      {"alike ones", "a,b\n1\n2\n3\n4,5\n", CsvFault::ragged_row, 2, 3, {{"?", "?"}, {"?", "?"}, {"?", "?"}, {"4", "5"}}},
      {"quote within a cell", "a,b\n5\"inch,2\n3,4\n", CsvFault::stray_quote, 2, 1, {{"?", "2"}, {"3", "4"}}},
      {"text behind quotes", "a,b\n\"x\"y,2\n3,4\n", CsvFault::stray_quote, 2, 1, {{"?", "2"}, {"3", "4"}}},
      {"never closed", "a,b\n1,2\n\"x,2\n3,4\n", CsvFault::unclosed_quote, 3, 1, {{"1", "2"}, {"?", "?"}, {"3", "4"}}},
      {"never closed beyond the header", "a,b\n1,2,\"x\n3,4\n", CsvFault::unclosed_quote, 2, 1, {{"?", "?"}, {"3", "4"}}},
      {"too long", "a,b\n" + std::string(longest_cell + 1, 'x') + ",2\n3,4\n", CsvFault::cell_too_long, 2, 1,
       {{"?", "2"}, {"3", "4"}}},
      {"too long in quotes", "a,b\n\"" + std::string(longest_cell + 9, 'x') + "\",2\n3,4\n", CsvFault::unclosed_quote, 2,
       1, {{"?", "?"}, {"3", "4"}}},
  };
  for (const Broken& broken : all) {
    const Read result = read(broken.bytes);
    ASSERT_EQ(result.csv.flaws.size(), 1u) << broken.name;
    EXPECT_EQ(result.csv.flaws[0].fault, broken.fault) << broken.name;
    EXPECT_EQ(result.csv.flaws[0].line, broken.line) << broken.name;
    EXPECT_EQ(result.csv.flaws[0].times, broken.times) << broken.name;
    EXPECT_EQ(result.cells, broken.cells) << broken.name;
  }
}

TEST(Csv, RefusesWhatIsNoTable) {
  std::string many = "c0";
  for (int i = 1; i < 10000; ++i) many += ",c" + std::to_string(i);
  const std::pair<std::string, CsvFault> files[] = {
      {"", CsvFault::empty_file},
      {"\n\n  \n", CsvFault::empty_file},
      {"\xEF\xBB\xBF", CsvFault::empty_file},
      {std::string("\xFF\xFE" "a\0b\0", 6), CsvFault::not_utf8_file},
      {std::string("PK\3\4\0\0", 6), CsvFault::not_utf8_file},
      {many + "\n1,2\n", CsvFault::too_many_columns},
      {std::string(longest_cell + 1, 'x') + ",b\n1,2\n", CsvFault::cell_too_long},
  };
  for (const auto& [bytes, fault] : files) {
    const Read result = read(bytes);
    ASSERT_EQ(result.csv.flaws.size(), 1u);
    EXPECT_EQ(result.csv.flaws[0].fault, fault);
    EXPECT_THAT(result.cells, IsEmpty());
  }
}

TEST(Csv, HoldsMoreThanOneBlock) {
  std::string bytes = "id,year,name\n";
  const std::size_t rows = 3 * block_rows + 17;
  for (std::size_t i = 0; i < rows; ++i)
    bytes += std::to_string(i) + ",2024,a name of more than sixteen bytes " + std::to_string(i % 1000) + "\n";
  const Read result = read(bytes);
  ASSERT_EQ(result.cells.size(), rows);
  for (std::size_t i = 0; i < rows; ++i) {
    ASSERT_EQ(result.cells[i][0], std::to_string(i));
    ASSERT_EQ(result.cells[i][2], "a name of more than sixteen bytes " + std::to_string(i % 1000));
    ASSERT_EQ(result.lines[i], i + 2);
  }
  EXPECT_EQ(result.csv.table.columns[0].blocks[1].width, 0) << "each follows the one above";
  EXPECT_EQ(result.csv.table.columns[1].blocks[0].width, 0) << "all the same";
  EXPECT_EQ(result.csv.table.columns[2].blocks[0].width, 2);
}

// Everything that a reader promises, in one string.
std::string told(const Read& read) {
  std::string all;
  for (std::size_t row = 0; row < read.cells.size(); ++row) {
    all += std::to_string(read.lines[row]) + ":";
    for (std::size_t c = 0; c < read.cells[row].size(); ++c)
      all += " " + std::to_string(code_at(read.csv.table, c, row)) + "=" + read.cells[row][c];
    all += "\n";
  }
  for (const CsvFlaw& flaw : read.csv.flaws)
    all += std::to_string(static_cast<int>(flaw.fault)) + " " + std::to_string(flaw.column) + " " +
           std::to_string(flaw.cells) + " " + std::to_string(flaw.line) + " " + std::to_string(flaw.times) + "\n";
  return all;
}

TEST(Csv, IsTheSameReadInParts) {
  for (unsigned seed = 1; seed <= 200; ++seed) {
    std::mt19937 random(seed);
    const bool broken = seed % 3 == 0;
    std::string bytes = "id,year,name\n";
    for (int row = 0; row < 60; ++row) {
      bytes += std::to_string(random() % 30) + "," + std::to_string(2020 + random() % 3) + ",";
      switch (random() % 8) {
        case 0: bytes += "\"a, \"\"b\"\"\nc\""; break;
        case 1: bytes += "\"\n\n\""; break;
        case 2: bytes += "a text of more than sixteen bytes " + std::to_string(random() % 5); break;
        case 3: bytes += broken ? "5\" wide" : "wide"; break;
        case 4: bytes += broken && random() % 8 == 0 ? "\"open" : ""; break;
        case 5: bytes += "x,y"; break;
        default: bytes += "n" + std::to_string(random() % 9);
      }
      bytes += random() % 5 == 0 ? "\r\n" : random() % 9 == 0 ? "\n\n" : "\n";
    }
    const std::string alone = told(read(bytes));
    for (unsigned threads = 2; threads <= 5; ++threads)
      ASSERT_EQ(told(read(bytes, {std::nullopt, 1, threads, 1})), alone) << "seed " << seed << ", " << threads << " threads";
  }
}

// E0704: "E0704" cannot be shown by a file of its size.
TEST(Csv, TablesHaveALimit) {
  for (const std::size_t part : {std::size_t{4}, std::size_t{1} << 20}) {
    CsvOptions options;
    options.longest_table = 3;
    options.least_part = part;
    options.threads = 4;
    EXPECT_THAT(read("id\nU1\nU2\nU3\n", options).csv.flaws, IsEmpty());
    const auto longer = read("id\nU1\nU2\nU3\nU4\n", options).csv.flaws;
    ASSERT_EQ(longer.size(), 1U);
    EXPECT_EQ(longer[0].fault, CsvFault::too_many_rows);
  }
}

}  // namespace
}  // namespace tdkt::loaders
