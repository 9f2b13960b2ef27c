// SPDX-License-Identifier: Apache-2.0
// The headers of a table, and what it is named after.
#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "grammar/spelling.hpp"
#include "loaders/binding.hpp"

namespace tdkt::loaders {
namespace {

bool means_something(const std::string& name, const Vocabulary& vocabulary) {
  return header_word(name) || !vocabulary.meaning(name).nothing();
}

void check_names(const ColumnSetting& column, const Vocabulary& vocabulary, const std::string& settings_path,
                 Findings& findings) {
  for (const Written& name : column.names) {
    if (means_something(name.text, vocabulary)) continue;
    auto* finding = findings.add(Kind::setting_without_name, {settings_path, "", "", name.text, name.line}, {name.text});
    suggest_near(finding, name.text, vocabulary.all_names());
  }
}

void check_header(const Written& header, const RawTable& table, const std::string& settings_path, Findings& findings) {
  const auto named_so = [&](const std::string& other) { return loose_key(other) == loose_key(header.text); };
  if (std::any_of(table.headers.begin(), table.headers.end(), named_so)) return;
  auto* finding = findings.add(Kind::setting_without_column, {settings_path, "", "", header.text, header.line},
                               {table.path, header.text});
  suggest_near(finding, header.text, table.headers);
}

}  // namespace

std::vector<Header> headers_of(const RawTable& table, const TableSettings& settings, const Vocabulary& vocabulary,
                               const std::string& settings_path, Findings& findings) {
  std::vector<Header> headers;
  for (const std::string& written : table.headers) {
    const std::string key = loose_key(written);
    Header header{written, {}, std::nullopt, false};
    if (!written.empty()) header.names.push_back(written);
    for (const ColumnSetting& column : settings.columns) {
      if (loose_key(column.header.text) != key) continue;
      header.said_on = column.header.line;
      header.names.clear();
      for (const Written& name : column.names)
        if (means_something(name.text, vocabulary)) header.names.push_back(name.text);
    }
    header.ignored = std::any_of(settings.ignored.begin(), settings.ignored.end(),
                                 [&](const Written& ignored) { return loose_key(ignored.text) == key; });
    if (header.ignored) header.names.clear();
    headers.push_back(std::move(header));
  }
  for (const ColumnSetting& column : settings.columns) {
    check_header(column.header, table, settings_path, findings);
    check_names(column, vocabulary, settings_path, findings);
  }
  for (const Written& ignored : settings.ignored) check_header(ignored, table, settings_path, findings);
  return headers;
}

NamedAs named_as(const RawTable& table, const TableSettings& settings, const std::string& settings_path,
                 const Vocabulary& vocabulary, Findings& findings) {
  const std::string& name = settings.about ? settings.about->text : table.stem;
  NamedAs named;
  named.entity = vocabulary.entity_named(name);
  const auto& relations = vocabulary.meaning(name).relations;
  if (!named.entity && !relations.empty()) named.relation = relations.front();
  const auto word = header_word(name);
  if (word && *word >= HeaderWord::waiver && *word <= HeaderWord::received_case) named.record = word;
  if (settings.about && !named.entity && !named.relation && !named.record) {
    auto* finding = findings.add(Kind::setting_without_name, {settings_path, "", "", name, settings.about->line}, {name});
    suggest_near(finding, name, vocabulary.all_names());
  }
  return named;
}

}  // namespace tdkt::loaders
