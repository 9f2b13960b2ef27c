// SPDX-License-Identifier: Apache-2.0
#include "compiled.hpp"

#include <gtest/gtest.h>

#include "diagnostics/render.hpp"
#include "random_pack.hpp"
#include "syntax/parse.hpp"
#include "typed/from_syntax.hpp"

namespace tdkt::differential {

std::unique_ptr<Rules> compiled(const std::string& pack) {
  auto rules = std::make_unique<Rules>();
  rules->text = pack;
  diagnostics::Diagnostics diagnostics;
  std::vector<syntax::File> files;
  for (const auto& [name, text] : {std::pair<std::string, std::string>{"words.tdkt", vocabulary()}, {"pack.tdkt", pack}})
    files.push_back(syntax::parse(rules->sources, rules->sources.add({name, text}), diagnostics));
  rules->program = typed::from_syntax(files, rules->sources, diagnostics, &rules->provenance);
  if (diagnostics.has_errors()) rules->complaints = diagnostics::as_text(diagnostics, rules->sources, {});
  return rules;
}

columns::Dataset bound(const Rules& rules, const std::vector<loaders::TextTable>& tables) {
  diagnostics::Diagnostics diagnostics;
  std::vector<int> years;
  for (int year = first_year; year <= last_year; ++year) years.push_back(year);
  auto dataset = loaders::bind(rules.program.schema, tables, {years, {}}, diagnostics);
  EXPECT_FALSE(diagnostics.has_errors()) << diagnostics::as_text(diagnostics, rules.sources, {});
  return dataset;
}

graph::Request request_for(const Rules& rules, const std::vector<int>& years) {
  auto request = graph::everything(rules.program, years);
  request.first_year = first_receipt;
  request.last_year = last_year;
  return request;
}

}  // namespace tdkt::differential
