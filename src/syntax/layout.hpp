// SPDX-License-Identifier: Apache-2.0
// Lines of text on their way to paper: indentation, straight columns of translations, comments and
// blank lines where the author had them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "syntax/tree.hpp"

namespace tdkt::syntax {

class Layout {
 public:
  static constexpr std::size_t step = 2;         // of indentation, in blanks
  static constexpr std::size_t widest = 80;      // for the translations beside it

  Layout(const File& file, std::string_view written) : comments_(file.comments), written_(written) {}

  // Comments and a blank line that stood before `offset`, then the beginning of a line.
  void begin(std::size_t indent, std::uint32_t offset);
  void begin_row(std::size_t indent) { line_.text = std::string(indent, ' '); }
  std::size_t width() const { return source::columns_wide(line_.text); }
  bool begun() const { return line_.text.find_first_not_of(' ') != std::string::npos; }
  Layout& operator<<(std::string_view text);
  // Words with the author's line breaks; further lines are indented by `indent`. A blank before them.
  void sentence(const Sentence& sentence, std::size_t indent);
  void break_line(std::size_t indent);
  void translation(const std::optional<Forms>& forms, grammar::Language language);
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

  const std::vector<Comment>& comments_;
  std::string_view written_;
  std::size_t next_comment_ = 0;
  std::vector<Line> lines_;
  std::size_t block_ = 0;  // its first line
  Line line_;
  std::vector<Line> above_;  // lines of the clause that is being written, before `line_`
};

}  // namespace tdkt::syntax
