// SPDX-License-Identifier: Apache-2.0
// From the text of dataset.toml to Settings; the only file that sees the TOML library.
#include <toml++/toml.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "diagnostics/kinds.hpp"
#include "grammar/nearest.hpp"
#include "grammar/spelling.hpp"
#include "loaders/settings.hpp"
#include "values/unavailable.hpp"

namespace tdkt::loaders {
namespace {

const std::vector<std::string> keys_of_all{"ignore",  "header_row", "delimiter", "encoding", "numbers",
                                           "percent", "covers",     "attested",  "values",   "table"};
const std::vector<std::string> keys_of_table{"file",    "about",   "header_row", "delimiter",
                                             "encoding", "numbers", "percent",    "covers",
                                             "attested", "ignore",  "columns",    "values"};

class Reader {
 public:
  Reader(const std::string& path, Findings& findings) : path_(path), findings_(findings) {}

  Settings read(const toml::table& root) {
    Settings settings;
    settings.path = path_;
    check_keys(root, keys_of_all);
    read_common(root, settings.all);
    if (const toml::node* tables = root.get("table")) {
      const toml::array* list = tables->as_array();
      if (!list || !list->is_homogeneous<toml::table>()) {
        wrong("table", *tables, {"written as [[table]], once for each file", "viết dưới dạng [[table]], mỗi tệp một lần"});
      } else {
        for (const toml::node& table : *list) settings.tables.push_back(read_table(*table.as_table()));
      }
    }
    return settings;
  }

 private:
  static std::uint32_t line(const toml::node& node) { return node.source().begin.line; }

  DataPlace place(const std::string& key, std::uint32_t at) const { return {path_, "", "", key, at}; }

  void wrong(const std::string& key, const toml::node& node, Phrase expected) {
    findings_.add(Kind::setting_of_other_type, place(key, line(node)), {key, std::move(expected)});
  }

  void check_keys(const toml::table& table, const std::vector<std::string>& known) {
    for (const auto& [key, node] : table) {
      const std::string name(key.str());
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      auto* finding = findings_.add(Kind::setting_unknown, place(name, line(node)), {name});
      if (!finding) continue;
      for (const std::string& near : grammar::nearest(name, known, 1))
        finding->suggestions.push_back({"did you mean '" + near + "'?", "ý bạn là '" + near + "'?"});
    }
  }

  std::optional<Written> text(const toml::table& table, const std::string& key) {
    const toml::node* node = table.get(key);
    if (!node) return std::nullopt;
    if (const auto value = node->value_exact<std::string>()) return Written{*value, line(*node)};
    wrong(key, *node, {"a text in quotation marks", "một văn bản trong ngoặc kép"});
    return std::nullopt;
  }

  // A text, or a list of texts.
  std::vector<Written> texts(const std::string& key, const toml::node& node) {
    std::vector<Written> all;
    if (const auto value = node.value_exact<std::string>()) return {{*value, line(node)}};
    const toml::array* list = node.as_array();
    for (std::size_t i = 0; list && i < list->size(); ++i) {
      const toml::node& item = *list->get(i);
      if (const auto value = item.value_exact<std::string>()) {
        all.push_back({*value, line(item)});
      } else {
        list = nullptr;
      }
    }
    if (!list) wrong(key, node, {"a text or a list of texts", "một văn bản hoặc một danh sách văn bản"});
    return all;
  }

  TableSettings read_table(const toml::table& table) {
    TableSettings settings;
    check_keys(table, keys_of_table);
    settings.file = text(table, "file");
    if (!settings.file)
      findings_.add(Kind::setting_of_other_type, place("file", line(table)),
                    {"file", Phrase{"said in every [[table]]", "được ghi trong mỗi [[table]]"}});
    settings.about = text(table, "about");
    read_common(table, settings);
    if (const toml::node* columns = table.get("columns")) read_columns(*columns, settings);
    return settings;
  }

  void read_common(const toml::table& table, TableSettings& settings) {
    read_header_row(table, settings);
    read_delimiter(table, settings);
    read_encoding(table);
    read_numbers(table, settings);
    read_percent(table, settings);
    read_covers(table, settings);
    read_attested(table, settings);
    if (const toml::node* ignored = table.get("ignore")) settings.ignored = texts("ignore", *ignored);
    if (const toml::node* values = table.get("values")) read_values(*values, settings);
  }

  void read_header_row(const toml::table& table, TableSettings& settings) {
    const toml::node* node = table.get("header_row");
    if (!node) return;
    const auto row = node->value_exact<std::int64_t>();
    if (row && *row >= 1 && *row <= 1000) {
      settings.header_row = static_cast<std::uint32_t>(*row);
    } else {
      wrong("header_row", *node, {"a line from 1 to 1000", "một số dòng từ 1 đến 1000"});
    }
  }

  void read_delimiter(const toml::table& table, TableSettings& settings) {
    const auto written = text(table, "delimiter");
    if (!written) return;
    if (written->text == "tab" || written->text == "\t") {
      settings.delimiter = '\t';
    } else if (written->text == "," || written->text == ";") {
      settings.delimiter = written->text[0];
    } else {
      wrong("delimiter", *table.get("delimiter"), R"(",", ";" / "tab")");
    }
  }

  void read_encoding(const toml::table& table) {
    const auto written = text(table, "encoding");
    if (written && grammar::key_of(written->text) != "utf-8" && grammar::key_of(written->text) != "utf8")
      wrong("encoding", *table.get("encoding"), "\"utf-8\"");
  }

  // The last mark of the example is the decimal one: 1.234,5 or 28.5.
  void read_numbers(const toml::table& table, TableSettings& settings) {
    const auto written = text(table, "numbers");
    if (!written) return;
    const std::size_t mark = written->text.find_last_of(".,");
    if (mark == std::string::npos) {
      wrong("numbers", *table.get("numbers"),
            {R"(an example of a number, "1.234,5" or "1,234.5")", R"(một số mẫu, "1.234,5" hoặc "1,234.5")"});
    } else {
      settings.numbers = written->text[mark] == ',' ? DecimalMark::comma : DecimalMark::point;
    }
  }

  void read_percent(const toml::table& table, TableSettings& settings) {
    const toml::node* node = table.get("percent");
    if (!node) return;
    const std::string example = node->value_exact<std::string>().value_or("");
    if (node->is_integer() || example == "70" || example == "70%") {
      settings.percent = PlainPercent::hundredths;
    } else if (node->is_floating_point() || example == "0.7" || example == "0,7") {
      settings.percent = PlainPercent::share;
    } else {
      wrong("percent", *node, {R"(how 70% is written, "70" or "0.7")", R"(cách viết 70%, "70" hoặc "0,7")"});
    }
  }

  void read_covers(const toml::table& table, TableSettings& settings) {
    const toml::node* node = table.get("covers");
    if (!node) return;
    bool understood = true;
    const auto add = [&](const toml::node& item) {
      const auto years = years_of(item);
      understood &= !years.empty();
      settings.covers.insert(settings.covers.end(), years.begin(), years.end());
    };
    if (const toml::array* list = node->as_array()) {
      for (const toml::node& item : *list) add(item);
    } else {
      add(*node);
    }
    if (!understood)
      wrong("covers", *node, {R"(years: 2024, [2023, 2024] or "2020-2024")", R"(các năm: 2024, [2023, 2024] hoặc "2020-2024")"});
    auto& years = settings.covers;
    std::sort(years.begin(), years.end());
    years.erase(std::unique(years.begin(), years.end()), years.end());
  }

  static std::vector<int> years_of(const toml::node& node) {
    constexpr int earliest = 1800, latest = 2199;
    const auto span = [](std::int64_t first, std::int64_t last) {
      std::vector<int> years;
      if (first < earliest || last > latest) return years;
      for (; first <= last; ++first) years.push_back(static_cast<int>(first));
      return years;
    };
    if (const auto year = node.value_exact<std::int64_t>()) return span(*year, *year);
    const std::string text = node.value_exact<std::string>().value_or("");
    const auto number = [&](std::size_t at) -> std::int64_t {
      if (text.find_first_not_of("0123456789", at) < at + 4) return 0;
      return std::stoi(text.substr(at, 4));
    };
    if (text.size() == 4) return span(number(0), number(0));
    if (text.size() == 9 && text[4] == '-') return span(number(0), number(5));
    return {};
  }

  void read_attested(const toml::table& table, TableSettings& settings) {
    const auto written = text(table, "attested");
    if (!written) return;
    settings.attested = written->text == "table";
    if (!settings.attested) wrong("attested", *table.get("attested"), "\"table\"");
  }

  void read_columns(const toml::node& node, TableSettings& settings) {
    const toml::table* columns = node.as_table();
    if (!columns)
      return wrong("columns", node, {R"(written as "header" = "name" below [table.columns])", R"(viết dưới dạng "tiêu đề" = "tên" bên dưới [table.columns])"});
    for (const auto& [key, names] : *columns) {
      const std::string header(key.str());
      settings.columns.push_back({{header, line(names)}, texts(header, names)});
    }
  }

  void read_values(const toml::node& node, TableSettings& settings) {
    const toml::table* lists = node.as_table();
    if (!lists)
      return wrong("values", node, {R"(written as "cell" = "value" below [values."name"])", R"(viết dưới dạng "ô" = "giá trị" bên dưới [values."tên"])"});
    for (const auto& [key, list] : *lists) {
      CodeList codes{{std::string(key.str()), line(list)}, {}};
      const toml::table* pairs = list.as_table();
      if (!pairs) {
        wrong(codes.of.text, list, {R"(written as "cell" = "value")", R"(viết dưới dạng "ô" = "giá trị")"});
        continue;
      }
      for (const auto& [cell, meaning] : *pairs) {
        const auto value = meaning.value_exact<std::string>();
        if (!value) wrong(std::string(cell.str()), meaning, {"a text in quotation marks", "một văn bản trong ngoặc kép"});
        if (value) codes.meanings[grammar::key_of(cell.str())] = {*value, line(meaning)};
      }
      settings.values.push_back(std::move(codes));
    }
  }

  const std::string& path_;
  Findings& findings_;
};

std::string bytes_of(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) throw values::Unavailable(path.string(), "cannot be read");
  return text.str();
}

}  // namespace

Settings read_settings(const std::filesystem::path& folder, Findings& findings) {
  const auto path = folder / "dataset.toml";
  Settings settings;
  settings.path = path.string();
  if (!std::filesystem::exists(path)) return settings;
  try {
    return Reader(settings.path, findings).read(toml::parse(bytes_of(path)));
  } catch (const toml::parse_error& error) {
    const std::string why(error.description());
    findings.add(Kind::settings_unreadable, {settings.path, "", "", "", error.source().begin.line}, {why});
  }
  return settings;
}

}  // namespace tdkt::loaders
