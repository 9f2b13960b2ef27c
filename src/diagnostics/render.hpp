// SPDX-License-Identifier: Apache-2.0
// Diagnostics as people and programs read them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

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

// SARIF 2.1.0 (OASIS, 2020), for editors and code review: columns in UTF-16 code units, every
// replacement as a fix. `version` is the program's; with `pages`, the address of the folder of
// docs/diagnostics ending in '/', each rule links to its page there.
std::string as_sarif(const Diagnostics& diagnostics, const source::Sources& sources, const RenderOptions& options,
                     std::string_view version, std::string_view pages);

// docs/schema/diagnostics.schema.json
std::string as_json(const Diagnostics& diagnostics, const source::Sources& sources,
                    const RenderOptions& options);

}  // namespace tdkt::diagnostics
