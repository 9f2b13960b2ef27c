// SPDX-License-Identifier: Apache-2.0
// Diagnostics for programs: docs/schema/diagnostics.schema.json.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "diagnostics/render.hpp"

namespace tdkt::diagnostics {

namespace {

using Json = nlohmann::ordered_json;

std::string_view name_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::remark: return "remark";
  }
  return {};
}

// Lines and columns count from 1, columns in characters as a person sees them; `end` is excluded.
Json place_of(source::Where where, const source::Sources& sources) {
  const auto& file = sources[where.file];
  const auto begin = file.position(where.span.begin), end = file.position(where.span.end);
  return {{"file", file.path()},     {"line", begin.line},    {"column", begin.column},
          {"end_line", end.line},    {"end_column", end.column},
          {"offset", file.original_offset(where.span.begin)},
          {"end_offset", file.original_offset(where.span.end)}};
}

Json place_of(const DataPlace& place) {
  Json json{{"file", place.file}};
  if (!place.sheet.empty()) json["sheet"] = place.sheet;
  if (place.row != 0) json["row"] = place.row;
  if (!place.column.empty()) json["column"] = place.column;
  if (!place.value.empty()) json["value"] = place.value;
  return json;
}

Json suggestion_of(const Suggestion& suggestion, const source::Sources& sources, grammar::Language language) {
  Json json{{"text", suggestion.text.in(language)}};
  if (!suggestion.replaces) return json;
  json["at"] = place_of(suggestion.where, sources);
  json["replacement"] = suggestion.replacement;
  return json;
}

Json json_of(const Diagnostic& diagnostic, const source::Sources& sources, const RenderOptions& options) {
  const auto language = language_for(diagnostic, options);
  const auto& kind = text_of(diagnostic.kind);
  Json json{{"code", kind.code}, {"name", kind.name}, {"severity", name_of(kind.severity)},
            {"message", message(diagnostic, language)},
            {"page", fmt::format("docs/diagnostics/{}{}.md", kind.code, language == grammar::Language::english ? "" : ".vi")}};
  if (diagnostic.in_rules) json["at"] = place_of(diagnostic.where, sources);
  if (!diagnostic.in_rules && !diagnostic.data.file.empty()) json["data"] = place_of(diagnostic.data);
  for (const auto& label : diagnostic.labels)
    json["labels"].push_back({{"at", place_of(label.where, sources)}, {"text", label.text.in(language)}});
  for (const auto& note : diagnostic.notes) json["notes"].push_back(note.in(language));
  for (const auto& suggestion : diagnostic.suggestions)
    json["suggestions"].push_back(suggestion_of(suggestion, sources, language));
  if (diagnostic.times > 1) json["times"] = diagnostic.times;
  return json;
}

}  // namespace

std::string as_json(const Diagnostics& diagnostics, const source::Sources& sources,
                    const RenderOptions& options) {
  Json json{{"schema", "tdkt/diagnostics"}, {"version", 1},
            {"errors", diagnostics.count(Severity::error)},
            {"warnings", diagnostics.count(Severity::warning)},
            {"diagnostics", Json::array()}};
  for (const auto& diagnostic : diagnostics.all())
    json["diagnostics"].push_back(json_of(diagnostic, sources, options));
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace tdkt::diagnostics
