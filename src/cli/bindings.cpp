// SPDX-License-Identifier: Apache-2.0
#include "cli/bindings.hpp"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "diagnostics/render.hpp"
#include "reports/layout.hpp"

namespace tdkt::cli {

namespace {

using reports::TableRow;
using reports::Tone;
using Json = nlohmann::ordered_json;

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const auto& word : words) text += (text.empty() ? "" : ", ") + word;
  return text;
}

void add_table(std::string& text, const loaders::BoundTable& table, const Door& door) {
  const auto name = table.sheet.empty() ? table.path : table.path + ", " + table.sheet;
  text += reports::toned(name, Tone::heading, door.colour);
  text += fmt::format(": {}, {} {}{}\n", table.about.empty() ? door.either("about nothing known", "chưa rõ về đối tượng nào") : table.about,
                      table.rows, door.either(table.rows == 1 ? "row" : "rows", "dòng"),
                      table.periods.empty() ? "" : fmt::format(", {}", joined(table.periods)));
  const auto heading = [&](std::string_view english, std::string_view vietnamese) {
    return reports::TableCell{std::string(door.either(english, vietnamese)), Tone::heading};
  };
  std::vector<TableRow> rows{{heading("column", "cột"), heading("is", "là"), heading("values", "giá trị"),
                              heading("missing", "thiếu"), heading("bad", "sai")}};
  for (const auto& column : table.columns) {
    const bool bound = !column.bound_to.empty();
    rows.push_back({{column.header},
                    bound ? reports::TableCell{column.bound_to}
                          : reports::TableCell{std::string(door.either("not bound", "chưa hiểu")), Tone::open},
                    {bound ? std::to_string(column.present) : ""},
                    {bound ? std::to_string(column.missing) : ""},
                    {column.bad > 0 ? std::to_string(column.bad) : "", Tone::bad}});
  }
  text += reports::set_in_columns(rows, 2, door.colour);
}

}  // namespace

std::string bindings_as_text(const loaders::Loaded& loaded, const Door& door) {
  std::string text;
  for (const auto& table : loaded.tables) {
    if (!text.empty()) text += '\n';
    add_table(text, table, door);
  }
  if (loaded.facts_without_table.empty()) return text;
  text += '\n' + reports::toned(door.either("No table was given of", "Chưa có bảng số liệu của"), Tone::heading, door.colour) + '\n';
  for (const auto& fact : loaded.facts_without_table) text += "  " + fact + '\n';
  return text;
}

std::string bindings_as_json(const loaders::Loaded& loaded, const Diagnostics& diagnostics, const Door& door) {
  Json json{{"schema", "tdkt/data-check"}, {"version", 1}, {"tables", Json::array()}};
  for (const auto& table : loaded.tables) {
    Json one{{"file", table.path}};
    if (!table.sheet.empty()) one["sheet"] = table.sheet;
    one["about"] = table.about;
    one["rows"] = table.rows;
    one["periods"] = table.periods;
    one["columns"] = Json::array();
    for (const auto& column : table.columns)
      one["columns"].push_back({{"header", column.header},
                                {"bound_to", column.bound_to.empty() ? Json(nullptr) : Json(column.bound_to)},
                                {"present", column.present},
                                {"missing", column.missing},
                                {"bad", column.bad}});
    json["tables"].push_back(std::move(one));
  }
  json["facts_without_table"] = loaded.facts_without_table;
  const auto messages = Json::parse(as_json(diagnostics, {}, {door.asked, false, door.language}));
  json["diagnostics"] = messages["diagnostics"];
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace tdkt::cli
