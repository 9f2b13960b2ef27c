// SPDX-License-Identifier: Apache-2.0
#include "syntax/layout.hpp"

#include <algorithm>

#include "source/source.hpp"

namespace tdkt::syntax {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// A form as it must be written to be read as one.
std::string written_form(const std::string& form) {
  const auto digit = [&](std::size_t i) { return i < form.size() && form[i] >= '0' && form[i] <= '9'; };
  bool quotes = form.empty();
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form[i] == ',' && !(i > 0 && digit(i - 1) && digit(i + 1))) quotes = true;
    if (form[i] == '#' && (i == 0 || is_blank(form[i - 1]))) quotes = true;
  }
  return quotes ? "\"" + form + "\"" : form;
}

}  // namespace

bool Layout::broken_before(std::uint32_t offset) const {
  auto at = std::min<std::size_t>(offset, written_.size());
  while (at > 0 && is_blank(written_[at - 1])) --at;
  return at > 0 && written_[at - 1] == '\n';
}

bool Layout::blank_before(std::uint32_t offset) const {
  auto at = std::min<std::size_t>(offset, written_.size());
  std::size_t breaks = 0;
  while (at > 0 && (is_blank(written_[at - 1]) || written_[at - 1] == '\n'))
    if (written_[--at] == '\n') ++breaks;
  return breaks > 1;
}

bool Layout::comment_is_before(std::uint32_t offset) const {
  return next_comment_ < comments_.size() && comments_[next_comment_].span.begin < offset;
}

void Layout::add_comment(std::size_t indent) {
  const auto& comment = comments_[next_comment_++];
  if (blank_before(comment.span.begin)) blank_line();
  lines_.push_back({std::string(indent, ' ') + comment.text, {}, {}});
}

void Layout::comments_before(std::size_t indent, std::uint32_t offset) {
  if (indent == 0) inner_comments_before(offset);
  while (comment_is_before(offset)) add_comment(indent);
}

void Layout::inner_comments_before(std::uint32_t offset) {
  while (comment_is_before(offset)) {
    const auto begin = comments_[next_comment_].span.begin;
    if (begin == 0 || !is_blank(written_[begin - 1])) return;
    add_comment(step);
  }
}

void Layout::begin(std::size_t indent, std::uint32_t offset) {
  comments_before(indent, offset);
  if (blank_before(offset)) blank_line();
  line_.text = std::string(indent, ' ');
}

Layout& Layout::operator<<(std::string_view text) {
  line_.text += text;
  return *this;
}

void Layout::break_line(std::size_t indent) {
  above_.push_back(std::move(line_));
  line_ = {std::string(indent, ' '), {}, {}};
}

void Layout::sentence(const Sentence& sentence, std::size_t indent) {
  for (std::size_t i = 0; i < sentence.words.size(); ++i) {
    const auto& word = sentence.words[i];
    if (i > 0 && broken_before(word.span.begin))
      break_line(indent);
    else if (begun() && (i == 0 || word.after_blank))
      line_.text += ' ';
    line_.text += word.kind == WordKind::quoted ? "\"" + word.text + "\"" : word.text;
  }
}

void Layout::translation(const std::optional<Forms>& forms, grammar::Language language) {
  if (!forms) return;
  std::string text;
  for (const auto& form : forms->forms) text += (text.empty() ? "" : ", ") + written_form(form.text);
  line_.translation = (language == grammar::Language::english ? "vi: " : "en: ") + text;
}

void Layout::end(std::uint32_t offset) {
  const auto stop = static_cast<std::uint32_t>(std::min(written_.find('\n', offset), written_.size()));
  std::size_t behind = comments_.size();
  const auto& top = above_.empty() ? line_ : above_.front();
  const auto indent = top.text.find_first_not_of(' ');
  while (comment_is_before(stop)) {
    // One comment fits behind the last line; what stood within the sentence goes above it.
    if (!comments_[next_comment_].own_line && comments_[next_comment_].span.begin >= offset)
      behind = next_comment_++;
    else
      add_comment(indent == std::string::npos ? 0 : indent);
  }
  if (behind < comments_.size()) line_.comment = comments_[behind].text;
  for (auto& line : above_) lines_.push_back(std::move(line));
  above_.clear();
  lines_.push_back(std::move(line_));
  line_ = {};
}

void Layout::blank_line() {
  if (!lines_.empty() && !lines_.back().text.empty()) lines_.push_back({});
}

void Layout::end_block() {
  std::size_t column = 0;
  for (auto i = block_; i < lines_.size(); ++i) {
    const auto width = source::columns_wide(lines_[i].text);
    if (!lines_[i].translation.empty() && width <= widest) column = std::max(column, width);
  }
  for (; block_ < lines_.size(); ++block_) {
    auto& line = lines_[block_];
    if (line.translation.empty()) continue;
    const auto width = source::columns_wide(line.text);
    line.text.append(width < column ? column - width + step : step, ' ');
    line.text += line.translation;
  }
}

std::string Layout::finish() {
  comments_before(0, static_cast<std::uint32_t>(-1));
  std::string text;
  for (const auto& line : lines_) {
    text += line.text;
    if (!line.comment.empty()) text += "  " + line.comment;
    text += '\n';
  }
  return text;
}

}  // namespace tdkt::syntax
