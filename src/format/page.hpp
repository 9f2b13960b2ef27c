// SPDX-License-Identifier: Apache-2.0
// Lines of text on their way to paper: indentation, long sentences broken, straight columns of
// translations, comments and blank lines where the author had them.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tree.hpp"

namespace tdkt::format {

using source::Span;

class Page {
 public:
  static constexpr std::size_t step = 2;         // of indentation, in blanks
  static constexpr std::size_t widest = 100;     // columns of a line that can be broken
  static constexpr std::size_t widest_before_translation = 80;

  // `written` is what the author wrote, into which all offsets point. `may_begin` says of a text whether
  // a line of a sentence may begin with it; `room` is how many columns a line may take.
  Page(const std::vector<syntax::Comment>& comments, std::string_view written,
       std::function<bool(std::string_view)> may_begin, std::size_t room)
      : comments_(comments), written_(written), may_begin_(std::move(may_begin)), room_(room) {}

  // Comments and a blank line that stood before `offset`, then the beginning of a line.
  void begin(std::size_t indent, std::uint32_t offset);
  void begin_row(std::size_t indent) { line_.text = std::string(indent, ' '); }
  std::size_t width() const { return source::columns_wide(line_.text); }
  bool begun() const { return line_.text.find_first_not_of(' ') != std::string::npos; }
  Page& operator<<(std::string_view text);

  // A sentence with its breaks (typed::rather_break), a blank before it. Where it takes more than one
  // line, they stand below one another, or below the clause, indented by `indent`. Comments within
  // `written` stay beside the part that they stood behind.
  void sentence(const std::string& marked, Span written, std::size_t indent);
  void break_line(std::size_t indent);
  void translation(const std::string& text) { line_.translation = text; }
  // Ends the line, whose last word ends at `offset`; a comment behind it goes with it.
  void end(std::uint32_t offset);
  void blank_line();
  void comments_before(std::size_t indent, std::uint32_t offset);
  // Comments before `offset` that are indented: they belong to the statement above.
  void inner_comments_before(std::uint32_t offset);
  // Lines between two such calls are one block: their translations stand in one column.
  void end_block();

  bool broken_before(std::uint32_t offset) const;  // the line begins there, blanks apart
  std::string finish();

 private:
  struct Line {
    std::string text, translation, comment;
  };
  bool blank_before(std::uint32_t offset) const;
  void add_comment(std::size_t indent);
  bool comment_is_before(std::uint32_t offset) const;

  const std::vector<syntax::Comment>& comments_;
  std::string_view written_;
  std::function<bool(std::string_view)> may_begin_;
  std::size_t room_;
  std::size_t next_comment_ = 0;
  std::vector<Line> lines_;
  std::size_t block_ = 0;  // its first line
  Line line_;
  std::vector<Line> above_;  // lines of the clause that is being written, before `line_`
};

}  // namespace tdkt::format
