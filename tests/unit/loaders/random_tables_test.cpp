// SPDX-License-Identifier: Apache-2.0
// Random tables, written in random ways, load as what they were; bytes at random harm nothing.
#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>

#include "support.hpp"

namespace tdkt::loaders::test {
namespace {

using Random = std::mt19937;

int below(Random& random, int end) { return static_cast<int>(random() % static_cast<unsigned>(end)); }
bool chance(Random& random, int percent) { return below(random, 100) < percent; }
template <class Items>
const auto& one_of(Random& random, const Items& items) {
  return items[static_cast<std::size_t>(below(random, static_cast<int>(std::size(items))))];
}

// A way to write files.
struct Dialect {
  char delimiter = ',';
  bool quote_all = false, crlf = false, mark = false, blank_lines = false, comma = false, grouped = false;
};

Dialect dialect(Random& random) {
  Dialect one;
  one.delimiter = one_of(random, std::string(",;\t"));
  one.quote_all = chance(random, 20);
  one.crlf = chance(random, 50);
  one.mark = chance(random, 50);
  one.blank_lines = chance(random, 20);
  one.comma = chance(random, 50);
  one.grouped = chance(random, 50);
  return one;
}

std::string quoted(const std::string& cell, const Dialect& dialect) {
  const bool needed = cell.find_first_of(std::string("\"\n") + dialect.delimiter) != cell.npos;
  if (!needed && !dialect.quote_all) return cell;
  std::string text = "\"";
  for (const char c : cell) text += c == '"' ? std::string("\"\"") : std::string(1, c);
  return text + "\"";
}

using Table = std::vector<std::vector<std::string>>;

std::string written(Random& random, const Table& table, const Dialect& dialect) {
  std::string bytes = dialect.mark ? "\xEF\xBB\xBF" : "";
  for (const auto& row : table) {
    for (std::size_t c = 0; c < row.size(); ++c) {
      if (c != 0) bytes += dialect.delimiter;
      bytes += quoted(row[c], dialect);
    }
    bytes += dialect.crlf ? "\r\n" : "\n";
    if (dialect.blank_lines && chance(random, 30)) bytes += dialect.crlf ? "\r\n" : "\n";
  }
  return bytes;
}

// `number` counts hundredths.
std::string number_text(int number, const Dialect& dialect) {
  std::string whole = std::to_string(number / 100);
  const std::string group = !dialect.grouped ? "" : dialect.comma ? "." : ",";
  if (whole.size() > 3) whole.insert(whole.size() - 3, group);
  if (number % 100 == 0) return whole;
  const std::string digits = std::to_string(100 + number % 100).substr(1);
  return whole + (dialect.comma ? "," : ".") + digits;
}

std::string plain(int number) {
  std::string text = std::to_string(number / 100);
  if (number % 100 == 0) return text;
  std::string digits = std::to_string(100 + number % 100).substr(1);
  if (digits.back() == '0') digits.pop_back();
  return text + "." + digits;
}

struct Value {
  std::vector<std::string> spellings;  // as cells
  std::string shown;
};

struct Field {
  std::vector<std::string> headers;
  std::string name;
  std::vector<Value> (*values)(const Dialect&);
};

const std::vector<Field>& fields() {
  static const std::vector<Field> all{
      {{"task rating", "Task_Rating", "mức hoàn thành nhiệm vụ", "MỨC HOÀN THÀNH NHIỆM VỤ"},
       "task rating",
       [](const Dialect&) -> std::vector<Value> {
         return {{{"good", "tốt", "Hoàn thành tốt nhiệm vụ", "hoàn  thành tốt nhiệm vụ"}, "good"},
                 {{"excellent", "xuất sắc", "XUẤT SẮC"}, "excellent"},
                 {{"not completed", "không hoàn thành nhiệm vụ"}, "not completed"}};
       }},
      {{"registered", "đã đăng ký thi đua", "Đã đăng kí thi đua"},
       "registered",
       [](const Dialect&) -> std::vector<Value> {
         return {{{"yes", "có", "x", "1", "đúng", "TRUE"}, "yes"}, {{"no", "không", "0", "sai", "False"}, "no"}};
       }},
      {{"score", "điểm"},
       "score",
       [](const Dialect& dialect) {
         std::vector<Value> values;
         for (const int number : {0, 50, 2850, 123456, 100000, 999999, 700})
           values.push_back({{number_text(number, dialect)}, plain(number)});
         return values;
       }},
      {{"targets planned", "targets_planned", "số chỉ tiêu được giao"},
       "targets planned",
       [](const Dialect& dialect) {
         std::vector<Value> values;
         for (const int number : {0, 5, 12, 1000, 9999})
           values.push_back({{number_text(100 * number, dialect)}, std::to_string(number)});
         return values;
       }},
      {{"growth", "tăng trưởng"},
       "growth",
       [](const Dialect& dialect) -> std::vector<Value> {
         return {{{"70%", "70 %"}, "0.7"}, {{number_text(1250, dialect) + "%"}, "0.125"}};
       }}};
  return all;
}

TEST(RandomTables, LoadAsWhatTheyWere) {
  const std::vector<std::string> ids{"U1", "U2", "U10", "01", "1", "Sở Nội vụ", "a;b", "a,b", "say \"x\"", "two\nlines", "đ"};
  for (unsigned seed = 1; seed <= 150; ++seed) {
    Random random(seed);
    const Dialect dialect = test::dialect(random);
    Table rows(1);
    std::vector<const Field*> chosen;
    for (const Field& field : fields())
      if (chance(random, 70)) chosen.push_back(&field);
    std::vector<std::string> headers{one_of(random, std::vector<std::string>{"unit", "Đơn vị", "cơ quan"}),
                                     one_of(random, std::vector<std::string>{"year", "NĂM"})};
    for (const Field* field : chosen) headers.push_back(one_of(random, field->headers));

    std::vector<std::string> expected;
    for (const std::string& id : ids) {
      for (const char* year : {"2022", "2023", "2024"}) {
        if (chance(random, 40)) continue;
        std::vector<std::string> row{id, year};
        for (const Field* field : chosen) {
          if (chance(random, 25)) {
            row.emplace_back();
            continue;
          }
          const auto values = field->values(dialect);
          const Value& value = one_of(random, values);
          row.push_back(one_of(random, value.spellings));
          std::string shown = id;
          std::replace(shown.begin(), shown.end(), '\n', ' ');
          expected.push_back(shown + " " + year + " " + field->name + " = " + value.shown);
        }
        rows.push_back(row);
        if (chance(random, 10)) rows.push_back(row);
      }
    }
    // A number that settles the format, and columns and rows in any order.
    const bool numbers = std::any_of(chosen.begin(), chosen.end(), [](const Field* f) { return f->name == "score"; });
    if (!numbers) continue;
    std::vector<std::string> settling{"Z", "2024"};
    for (const Field* field : chosen) settling.push_back(field->name == "score" ? number_text(50, dialect) : "");
    expected.push_back("Z 2024 score = 0.5");
    rows.push_back(settling);
    std::shuffle(rows.begin() + 1, rows.end(), random);
    rows[0] = headers;
    std::vector<std::size_t> order(headers.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::shuffle(order.begin(), order.end(), random);
    Table shuffled;
    for (const auto& row : rows) {
      std::vector<std::string> cells;
      for (const std::size_t c : order) cells.push_back(row[c]);
      shuffled.push_back(std::move(cells));
    }

    Folder folder;
    folder.add("t.csv", written(random, shuffled, dialect));
    const Result result = load(emulation(), folder);
    ASSERT_THAT(result.messages, testing::IsEmpty()) << "seed " << seed << "\n" << written(random, shuffled, dialect);
    std::vector<std::string> found;
    for (std::string line : facts(emulation(), result.loaded.dataset)) {
      if (line.find(" ? @") != line.npos) continue;
      std::replace(line.begin(), line.end(), '\n', ' ');
      found.push_back(line.substr(5, line.rfind(" @") - 5));
    }
    std::sort(found.begin(), found.end());
    std::sort(expected.begin(), expected.end());
    ASSERT_EQ(found, expected) << "seed " << seed;
  }
}

// What every dataset promises, whatever the files held.
void expect_sound(const columns::Schema& schema, const columns::Dataset& dataset) {
  for (std::size_t e = 0; e < schema.entities.size(); ++e) {
    const auto& table = dataset.entities[e];
    ASSERT_TRUE(std::is_sorted(table.ids.begin(), table.ids.end()));
    ASSERT_EQ(std::adjacent_find(table.ids.begin(), table.ids.end()), table.ids.end());
    ASSERT_EQ(table.names.size(), table.ids.size());
    for (const auto& [year, seen] : table.seen) ASSERT_EQ(seen.rows, table.ids.size());
  }
  for (std::size_t f = 0; f < schema.facts.size(); ++f) {
    ASSERT_TRUE(std::is_sorted(dataset.facts[f].covered.begin(), dataset.facts[f].covered.end()));
    for (const auto& [index, column] : dataset.facts[f].at) {
      const std::size_t cells = std::visit(
          [](const auto& c) -> std::size_t {
            using Cells = std::decay_t<decltype(c)>;
            if constexpr (std::is_same_v<Cells, columns::Numbers>) {
              return std::visit([](const auto& whole) { return whole.size(); }, c.values);
            } else if constexpr (std::is_same_v<Cells, columns::Texts>) {
              return c.ids.size();
            } else if constexpr (std::is_same_v<Cells, columns::Entities>) {
              return c.rows.size();
            } else {
              return c.size();
            }
          },
          column.cells);
      const std::size_t rows = column.keyed ? column.keys.size() : dataset.entities[schema.facts[f].of.index].ids.size();
      ASSERT_EQ(cells, rows);
      ASSERT_EQ(column.present.rows, rows);
      ASSERT_TRUE(column.places.empty() || column.places.size() == rows);
      ASSERT_TRUE(std::is_sorted(column.keys.begin(), column.keys.end()));
    }
  }
  const auto lines = relations(schema, dataset);
  for (const auto& line : lines) ASSERT_EQ(line.find("differ"), line.npos) << line;
}

TEST(RandomBytes, HarmNothing) {
  const std::map<std::string, std::string> files{
      {"person.csv", "id,name,unit,year,month,task rating,discipline,months worked,mentor,born\n"
                     "P1,\"An, n\",U1,2024,3,good,none,12,P2,1980-01-31\nP2,\"B \"\"x\"\"\",U2,2024,4,tốt,,11.5,,31/01/1981\n"},
      {"unit_year.csv", "unit;năm;điểm;tăng trưởng;số chỉ tiêu được giao;đã đăng ký thi đua\r\nU1;2024;28,5;70%;1.000;có\r\n"},
      {"award record.csv", "id,person,unit,date,award name\nA1,P1,,2024-01-01,Flag\nA2,,U1,01/02/2024,\"x\ny\"\n"},
      {"t.csv", "unit,indicator,year,target,result\nU1,a,2024,1,2\nU2,b,2023,3,\n"},
      {"attestation.csv", "attestation,fact,entity,period,body\n1,unity,U1,2024,bloc council\n"},
      {"dataset.toml", "numbers = \"1.234,5\"\n[[table]]\nfile = \"t.csv\"\ncovers = [2022]\n[table.values.target]\nA = \"1\"\n"}};
  const std::string bits[] = {"\"", ",", ";", "\n", "\r", "\t", "\xFF", std::string(1, '\0'), "\"\"", "=", "[", "2024", "U1",
                              "unit", "id", "\xEF\xBB\xBF", "999999999999999999999999999999", "-", "%", "đ", "year"};
  for (unsigned seed = 1; seed <= 150; ++seed) {
    Random random(seed);
    Folder folder;
    for (auto [name, bytes] : files) {
      for (int change = below(random, 6); change > 0; --change) {
        const auto at = static_cast<std::size_t>(below(random, static_cast<int>(bytes.size()) + 1));
        switch (below(random, 4)) {
          case 0: bytes.insert(at, one_of(random, bits)); break;
          case 1: bytes.erase(at, static_cast<std::size_t>(below(random, 9))); break;
          case 2: bytes.insert(at, bytes.substr(at / 2, static_cast<std::size_t>(below(random, 40)))); break;
          default: if (at < bytes.size()) bytes[at] = static_cast<char>(random());
        }
      }
      folder.add(name, bytes);
    }
    for (const bool lenient : {false, true}) {
      const Result result = load(emulation(), folder, {.lenient = lenient});
      expect_sound(emulation(), result.loaded.dataset);
      if (HasFatalFailure()) FAIL() << "seed " << seed;
    }
  }
}

}  // namespace
}  // namespace tdkt::loaders::test
