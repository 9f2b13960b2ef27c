// SPDX-License-Identifier: Apache-2.0
// The text of a rule file, as its author wrote it and as the stages read it.
//
// Stages read normalised text: NFC, LF line ends, no byte-order mark, straight quotes, ordinary
// blanks. Places reported to a person are of the original: lines, and columns in characters as that
// person sees them (grapheme clusters).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tdkt::source {

// Offsets into Source::text(), the end excluded.
struct Span {
  std::uint32_t begin = 0, end = 0;
  friend auto operator<=>(const Span&, const Span&) = default;
};
constexpr Span join(Span a, Span b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

// Both count from 1.
struct Position {
  std::uint32_t line = 1, column = 1;
  friend auto operator<=>(const Position&, const Position&) = default;
};

// What kept a text from being read at all.
enum class Flaw : std::uint8_t { none, not_utf8, binary, line_too_long, too_large };

class Source {
 public:
  static constexpr std::size_t longest_file = std::size_t{64} << 20;  // bytes
  static constexpr std::size_t longest_line = std::size_t{1} << 20;   // bytes

  // Takes bytes as read from a file. With a flaw, text() ends before it and flaw_at() tells where.
  Source(std::string path, std::string bytes);

  const std::string& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const { return text().substr(span.begin, span.end - span.begin); }

  Flaw flaw() const { return flaw_; }
  std::uint32_t flaw_at() const { return flaw_at_; }

  Position position(std::uint32_t offset) const;     // of the original
  std::string_view line(std::uint32_t number) const;  // as normalised, without its end
  std::uint32_t line_start(std::uint32_t number) const;  // offset into text()
  std::uint32_t lines() const;

  // The original bytes of a span, and where they begin: what a fix replaces.
  std::size_t original_offset(std::uint32_t offset) const;
  const std::string& original() const { return original_; }

 private:
  std::string path_, original_, text_;
  std::vector<std::uint32_t> line_starts_;           // in text_
  std::vector<std::uint32_t> normalised_, authored_;  // parallel: where the two texts go on in step
  std::vector<std::pair<std::size_t, std::uint32_t>> columns_;  // of long lines: an original offset, its column
  Flaw flaw_ = Flaw::none;
  std::uint32_t flaw_at_ = 0;
};

// The files of one run. A FileId stands for a Source in spans that leave their file.
class Sources {
 public:
  std::uint32_t add(Source source);
  const Source& operator[](std::uint32_t file) const { return *files_[file]; }
  std::size_t size() const { return files_.size(); }

 private:
  std::vector<std::unique_ptr<Source>> files_;
};

// A place in one of several files.
struct Where {
  std::uint32_t file = 0;
  Span span;
  friend auto operator<=>(const Where&, const Where&) = default;
};

// How many columns of a terminal a text takes (wide and combining characters considered).
std::size_t columns_wide(std::string_view text);

}  // namespace tdkt::source
