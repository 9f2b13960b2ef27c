// SPDX-License-Identifier: Apache-2.0
#include "syntax/parse.hpp"

#include <algorithm>

#include "diagnostics/kinds.hpp"
#include "syntax/actions.hpp"

namespace tdkt::syntax {

using grammar::Language;

namespace {

using Input = tao::pegtl::memory_input<tao::pegtl::tracking_mode::lazy, tao::pegtl::eol::lf, const char*>;

Language language_of(std::string_view text) {
  grammar::Reading reading(text, Language::english);
  if (const auto found = reading.language_found()) return *found;
  const auto ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return ascii ? Language::english : Language::vietnamese;
}

bool report_flaw(const source::Source& source, std::uint32_t file, Language language,
                 diagnostics::Diagnostics& diagnostics) {
  using diagnostics::Kind;
  const auto at = source.flaw_at();
  const source::Where where{file, {at, at}};
  switch (source.flaw()) {
    case source::Flaw::none:
      return false;
    case source::Flaw::not_utf8:
      diagnostics.report(Kind::not_utf8, where, language);
      return true;
    case source::Flaw::binary:
      diagnostics.report(Kind::binary_file, where, language);
      return true;
    case source::Flaw::line_too_long:
      diagnostics.report(Kind::line_too_long, where, language, {std::to_string(source::Source::longest_line)});
      return true;
    case source::Flaw::too_large:
      diagnostics.report(Kind::file_too_large, where, language, {std::to_string(source::Source::longest_file >> 20)});
      return true;
  }
  return false;
}

}  // namespace

File parse(const source::Sources& sources, std::uint32_t file, diagnostics::Diagnostics& diagnostics) {
  const auto& source = sources[file];
  const auto text = source.text();
  const auto language = language_of(text);
  Builder builder(text, language, file, diagnostics);
  if (!report_flaw(source, file, language, diagnostics)) {
    Input input(text.data(), text.data() + text.size(), "");
    tao::pegtl::parse<rules::file, build, control>(input, builder);
  }
  return builder.finish();
}

// What cannot be read ends the sentence; whoever reads its words will say so.
Sentence words_of(std::string_view text, Language language) {
  diagnostics::Diagnostics unheard;
  Builder builder(text, language, 0, unheard);
  builder.open(grammar::Keyword::expect, 0);
  Input input(text.data(), text.data() + text.size(), "");
  try {
    tao::pegtl::parse<rules::lone_sentence, build, control>(input, builder);
  } catch (const rules::Clause_is_broken&) {
  } catch (const rules::Statement_is_broken&) {
  }
  return builder.take_words();
}

}  // namespace tdkt::syntax
