// SPDX-License-Identifier: Apache-2.0
// Rule texts taken through syntax and typing, as tests need them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "diagnostics/render.hpp"
#include "source/source.hpp"
#include "syntax/parse.hpp"
#include "typed/from_syntax.hpp"

namespace tdkt::typed_tests {

struct Compiled {
  source::Sources sources;
  diagnostics::Diagnostics diagnostics;
  typed::Program program;

  std::string said() const { return diagnostics::as_text(diagnostics, sources, {}); }
  std::vector<std::string> codes() const {
    std::vector<std::string> all;
    for (const auto& diagnostic : diagnostics.all())
      all.emplace_back(diagnostics::text_of(diagnostic.kind).code);
    return all;
  }
};

// Pairs of path and text.
inline Compiled compiled(const std::vector<std::pair<std::string, std::string>>& files) {
  Compiled result;
  std::vector<syntax::File> trees;
  for (const auto& [path, text] : files) {
    const auto file = result.sources.add(source::Source(path, text));
    trees.push_back(syntax::parse(result.sources, file, result.diagnostics));
  }
  result.program = typed::from_syntax(trees, result.sources, result.diagnostics);
  result.diagnostics.sort();
  return result;
}
inline Compiled compiled(const std::string& text) { return compiled({{"rules.tdkt", text}}); }

inline std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

inline std::string example(const std::string& name) {
  return file_text(std::string(TDKT_SOURCE_DIR) + "/tests/cases/examples/" + name + ".tdkt");
}

}  // namespace tdkt::typed_tests
