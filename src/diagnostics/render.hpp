// SPDX-License-Identifier: Apache-2.0
// Diagnostics as people and programs read them.
#pragma once

#include <optional>
#include <string>

#include "diagnostics/diagnostic.hpp"

namespace tdkt::diagnostics {

struct RenderOptions {
  std::optional<grammar::Language> language;  // nullopt: that of the file concerned
  bool colour = false;
  grammar::Language reader = grammar::Language::english;  // of what is about no rule file, where language is nullopt
};

grammar::Language language_for(const Diagnostic& diagnostic, const RenderOptions& options);

// The code and message, the place, the source line with carets under the words, labels, notes and
// suggestions; as shown in docs/diagnostics/README.md.
std::string as_text(const Diagnostics& diagnostics, const source::Sources& sources,
                    const RenderOptions& options);

// docs/schema/diagnostics.schema.json
std::string as_json(const Diagnostics& diagnostics, const source::Sources& sources,
                    const RenderOptions& options);

}  // namespace tdkt::diagnostics
