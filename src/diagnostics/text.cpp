// SPDX-License-Identifier: Apache-2.0
// Diagnostics for people: code and message, place, the line with carets under the words.
#include <fmt/format.h>

#include <algorithm>

#include "diagnostics/excerpt.hpp"
#include "diagnostics/render.hpp"

namespace tdkt::diagnostics {

namespace {

using grammar::Language;

std::string_view word_for(Severity severity, Language language) {
  const bool english = language == Language::english;
  switch (severity) {
    case Severity::error: return english ? "error" : "lỗi";
    case Severity::warning: return english ? "warning" : "cảnh báo";
    case Severity::remark: return english ? "remark" : "lưu ý";
  }
  return {};
}

std::string_view colour_of(Severity severity) {
  switch (severity) {
    case Severity::error: return "\x1b[1;31m";
    case Severity::warning: return "\x1b[1;33m";
    case Severity::remark: return "\x1b[1;36m";
  }
  return {};
}

std::string place_in_data(const DataPlace& place, Language language) {
  const bool english = language == Language::english;
  auto text = place.file;
  if (!place.sheet.empty()) text += (english ? ", sheet '" : ", trang '") + place.sheet + "'";
  if (place.row != 0) text += (english ? " row " : " dòng ") + std::to_string(place.row);
  if (!place.column.empty()) text += (english ? ", column '" : ", cột '") + place.column + "'";
  return text;
}

std::string place_in_rules(const source::Source& file, source::Span span) {
  const auto [line, column] = file.position(span.begin);
  return fmt::format("{}:{}:{}", file.path(), line, column);
}

std::size_t digits_of(std::uint32_t number) { return fmt::formatted_size("{}", number); }

// The widest line number that is shown decides where the gutter stands.
std::size_t gutter_of(const Diagnostic& diagnostic, const source::Sources& sources) {
  if (!diagnostic.in_rules) return 2;
  const auto width = [&](source::Where where) {
    return digits_of(sources[where.file].position(where.span.begin).line);
  };
  auto widest = width(diagnostic.where);
  for (const auto& label : diagnostic.labels) widest = std::max(widest, width(label.where));
  return widest;
}

struct Writer {
  const source::Sources& sources;
  const RenderOptions& options;
  std::string text;

  void painted(std::string_view colour, std::string_view words) {
    if (options.colour) text += colour;
    text += words;
    if (options.colour) text += "\x1b[0m";
  }

  void source_line(const Excerpt& excerpt, std::size_t gutter) {
    painted("\x1b[1;34m", fmt::format("{:>{}} | ", excerpt.line, gutter));
    text += excerpt.text + '\n';
  }

  void marks(const Excerpt& excerpt, std::size_t gutter, std::string_view colour, char mark,
             std::string_view words) {
    painted("\x1b[1;34m", fmt::format("{:>{}} | ", "", gutter));
    text.append(excerpt.before, ' ');
    painted(colour, std::string(excerpt.width, mark));
    if (!words.empty()) text.append(" ").append(words);
    text += '\n';
  }

  void label(const Label& label, const Diagnostic& diagnostic, std::size_t gutter, Language language) {
    const auto& file = sources[label.where.file];
    const auto excerpt = excerpt_of(file, label.where.span);
    const bool other_file = label.where.file != diagnostic.where.file;
    const bool shown = !other_file && excerpt.line == file.position(diagnostic.where.span.begin).line;
    if (other_file)
      text += fmt::format("{:>{}} ::: {}\n", "", gutter, place_in_rules(file, label.where.span));
    // A line that is already there is shown again only where it had to be cut differently.
    if (!shown || excerpt.text != excerpt_of(file, diagnostic.where.span).text) source_line(excerpt, gutter);
    marks(excerpt, gutter, "\x1b[1;34m", '-', label.text.in(language));
  }

  void remarks(const std::string& words, std::size_t gutter) {
    text += fmt::format("{:>{}} = {}\n", "", gutter, words);
  }

  void diagnostic(const Diagnostic& diagnostic) {
    const auto language = language_for(diagnostic, options);
    const auto& kind = text_of(diagnostic.kind);
    painted(colour_of(kind.severity), fmt::format("{}[{}]", word_for(kind.severity, language), kind.code));
    text += fmt::format(": {}\n", message(diagnostic, language));

    const auto gutter = gutter_of(diagnostic, sources);
    if (diagnostic.in_rules) {
      const auto& file = sources[diagnostic.where.file];
      const auto excerpt = excerpt_of(file, diagnostic.where.span);
      text += fmt::format("{:>{}}--> {}\n", "", gutter, place_in_rules(file, diagnostic.where.span));
      text += fmt::format("{:>{}} |\n", "", gutter);
      source_line(excerpt, gutter);
      marks(excerpt, gutter, colour_of(kind.severity), '^', {});
      for (const auto& label : diagnostic.labels) this->label(label, diagnostic, gutter, language);
    } else if (!diagnostic.data.file.empty()) {
      text += fmt::format("{:>{}}--> {}\n", "", gutter, place_in_data(diagnostic.data, language));
    }
    if (diagnostic.times > 1)
      remarks(language == Language::english ? fmt::format("{} times in all, the first shown", diagnostic.times)
                                            : fmt::format("tất cả {} lần, nêu lần đầu tiên", diagnostic.times),
              gutter);
    for (const auto& note : diagnostic.notes) remarks(note.in(language), gutter);
    for (const auto& suggestion : diagnostic.suggestions) remarks(suggestion.text.in(language), gutter);
  }
};

}  // namespace

Language language_for(const Diagnostic& diagnostic, const RenderOptions& options) {
  return options.language.value_or(diagnostic.in_rules ? diagnostic.language : options.reader);
}

std::string as_text(const Diagnostics& diagnostics, const source::Sources& sources,
                    const RenderOptions& options) {
  Writer writer{sources, options, {}};
  for (const auto& diagnostic : diagnostics.all()) {
    if (!writer.text.empty()) writer.text += '\n';
    writer.diagnostic(diagnostic);
  }
  return std::move(writer.text);
}

}  // namespace tdkt::diagnostics
