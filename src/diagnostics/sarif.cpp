// SPDX-License-Identifier: Apache-2.0
// Diagnostics as SARIF 2.1.0: Static Analysis Results Interchange Format, OASIS Standard, 2020.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>

#include "diagnostics/render.hpp"
#include "grammar/characters.hpp"

namespace tdkt::diagnostics {

namespace {

using Json = nlohmann::ordered_json;

std::string_view level_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::remark: return "note";
  }
  return {};
}

// A path as a URI: relative ones stay so, absolute ones are of the scheme `file` (RFC 3986, RFC 8089).
std::string uri_of(const std::string& path) {
  constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~/";
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (plain.find(c) != std::string_view::npos) {
      uri += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri += '%';
    uri += hex[byte >> 4];
    uri += hex[byte & 15];
  }
  return uri;
}

// A message before it is known what it is about.
std::string without_gaps(std::string_view wording) {
  std::string text;
  for (auto gap = wording.find("{}"); gap != std::string_view::npos; gap = wording.find("{}")) {
    text.append(wording.substr(0, gap)).append("…");
    wording.remove_prefix(gap + 2);
  }
  return text.append(wording);
}

struct Place {
  std::size_t line = 1, column = 1;  // in UTF-16 code units
};

// A byte-order mark is no part of the content, and counts for no column.
std::size_t beginning_of(std::string_view text) { return text.starts_with("\xEF\xBB\xBF") ? 3 : 0; }

Place place_at(const source::Source& file, std::uint32_t offset) {
  const std::string_view text = file.original();
  const auto end = std::min(file.original_offset(offset), text.size());
  const auto line_end = end == 0 ? std::string_view::npos : text.find_last_of("\r\n", end - 1);
  auto at = line_end == std::string_view::npos ? beginning_of(text) : line_end + 1;
  Place place{file.position(offset).line, 1};
  while (at < end) {
    const auto [code, size] = grammar::character_at(text, at);
    place.column += code != grammar::no_character && code > 0xFFFF ? 2 : 1;
    at += size;
  }
  return place;
}

class Log {
 public:
  Log(const source::Sources& sources, const RenderOptions& options) : sources_(sources), options_(options) {}

  Json written(const Diagnostics& diagnostics, std::string_view version, std::string_view pages) {
    auto results = Json::array();
    for (const auto& diagnostic : diagnostics.all()) rules_.emplace(text_of(diagnostic.kind).code, diagnostic.kind);
    for (const auto& diagnostic : diagnostics.all()) results.push_back(result_of(diagnostic));
    auto rules = Json::array();
    for (const auto& [code, kind] : rules_) rules.push_back(rule_of(kind, pages));
    Json driver{{"name", "tdkt"}, {"version", version}, {"rules", std::move(rules)}};
    Json run{{"tool", {{"driver", std::move(driver)}}},
             {"columnKind", "utf16CodeUnits"},
             {"newlineSequences", Json::array({"\r\n", "\n", "\r"})},
             {"language", reader() == grammar::Language::english ? "en" : "vi"},
             {"results", std::move(results)}};
    return {{"$schema", "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"},
            {"version", "2.1.0"},
            {"runs", Json::array({std::move(run)})}};
  }

 private:
  grammar::Language reader() const { return options_.language.value_or(options_.reader); }

  Json rule_of(Kind kind, std::string_view pages) const {
    const auto& text = text_of(kind);
    const auto page = "docs/diagnostics/" + std::string(text.code) + (reader() == grammar::Language::english ? ".md" : ".vi.md");
    const auto wording = without_gaps(reader() == grammar::Language::english ? text.english : text.vietnamese);
    const auto see = reader() == grammar::Language::english ? "See " : "Xem ";
    Json rule{{"id", text.code},
              {"name", text.name},
              {"shortDescription", {{"text", wording}}},
              {"help", {{"text", wording + ". " + see + page}, {"markdown", wording + ". " + see + "[" + std::string(text.code) + "](" + page + ")"}}}};
    if (!pages.empty()) rule["helpUri"] = std::string(pages) + page.substr(std::string_view("docs/diagnostics/").size());
    rule["defaultConfiguration"] = {{"level", level_of(text.severity)}};
    return rule;
  }

  Json result_of(const Diagnostic& diagnostic) const {
    const auto language = language_for(diagnostic, options_);
    const auto& kind = text_of(diagnostic.kind);
    auto text = message(diagnostic, language);
    for (const auto& note : diagnostic.notes) text += "\n" + note.in(language);
    for (const auto& suggestion : diagnostic.suggestions) text += "\n" + suggestion.text.in(language);
    Json result{{"ruleId", kind.code},
                {"ruleIndex", std::distance(rules_.begin(), rules_.find(kind.code))},
                {"level", level_of(kind.severity)},
                {"message", {{"text", std::move(text)}}}};
    if (diagnostic.in_rules) result["locations"] = Json::array({location_of(diagnostic.where)});
    else if (!diagnostic.data.file.empty()) result["locations"] = Json::array({location_of(diagnostic.data)});
    for (const auto& label : diagnostic.labels) {
      auto related = location_of(label.where);
      related["message"] = {{"text", label.text.in(language)}};
      result["relatedLocations"].push_back(std::move(related));
    }
    for (const auto& suggestion : diagnostic.suggestions)
      if (suggestion.replaces) result["fixes"].push_back(fix_of(suggestion, language));
    if (diagnostic.times > 1) result["occurrenceCount"] = diagnostic.times;
    return result;
  }

  Json fix_of(const Suggestion& suggestion, grammar::Language language) const {
    Json replacement{{"deletedRegion", region_of(suggestion.where)}, {"insertedContent", {{"text", suggestion.replacement}}}};
    Json change{{"artifactLocation", {{"uri", uri_of(sources_[suggestion.where.file].path())}}},
                {"replacements", Json::array({std::move(replacement)})}};
    return {{"description", {{"text", suggestion.text.in(language)}}}, {"artifactChanges", Json::array({std::move(change)})}};
  }

  // The end is the character behind the last.
  Json region_of(source::Where where) const {
    const auto& file = sources_[where.file];
    const auto begin = place_at(file, where.span.begin), end = place_at(file, where.span.end);
    return {{"startLine", begin.line}, {"startColumn", begin.column}, {"endLine", end.line}, {"endColumn", end.column}};
  }
  Json location_of(source::Where where) const {
    return {{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(sources_[where.file].path())}}}, {"region", region_of(where)}}}};
  }
  // A row of a table is not a line of its file: cells may hold line breaks.
  static Json location_of(const DataPlace& place) {
    Json location{{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(place.file)}}}}}};
    std::string name = place.sheet;
    if (place.row != 0) name += (name.empty() ? "row " : ", row ") + std::to_string(place.row);
    if (!place.column.empty()) name += (name.empty() ? "" : ", ") + place.column;
    if (!name.empty()) location["logicalLocations"] = Json::array({Json{{"name", name}}});
    return location;
  }

  const source::Sources& sources_;
  const RenderOptions& options_;
  std::map<std::string_view, Kind> rules_;  // by code
};

}  // namespace

std::string as_sarif(const Diagnostics& diagnostics, const source::Sources& sources, const RenderOptions& options,
                     std::string_view version, std::string_view pages) {
  return Log(sources, options).written(diagnostics, version, pages).dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace tdkt::diagnostics
