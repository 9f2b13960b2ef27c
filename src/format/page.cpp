// SPDX-License-Identifier: Apache-2.0
#include "format/page.hpp"

#include <algorithm>

#include "format/wrap.hpp"
#include "source/source.hpp"

namespace tdkt::format {

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }

// A sentence that begins further to the right than this goes on below its clause, not below itself.
constexpr std::size_t furthest_column = 40;

}  // namespace

bool Page::broken_before(std::uint32_t offset) const {
  auto at = std::min<std::size_t>(offset, written_.size());
  while (at > 0 && is_blank(written_[at - 1])) --at;
  return at > 0 && written_[at - 1] == '\n';
}

bool Page::blank_before(std::uint32_t offset) const {
  auto at = std::min<std::size_t>(offset, written_.size());
  std::size_t breaks = 0;
  while (at > 0 && (is_blank(written_[at - 1]) || written_[at - 1] == '\n'))
    if (written_[--at] == '\n') ++breaks;
  return breaks > 1;
}

bool Page::comment_is_before(std::uint32_t offset) const {
  return next_comment_ < comments_.size() && comments_[next_comment_].span.begin < offset;
}

void Page::add_comment(std::size_t indent) {
  const auto& comment = comments_[next_comment_++];
  if (blank_before(comment.span.begin)) blank_line();
  lines_.push_back({std::string(indent, ' ') + comment.text, {}, {}});
}

void Page::comments_before(std::size_t indent, std::uint32_t offset) {
  if (indent == 0) inner_comments_before(offset);
  while (comment_is_before(offset)) add_comment(indent);
}

void Page::inner_comments_before(std::uint32_t offset) {
  while (comment_is_before(offset)) {
    const auto begin = comments_[next_comment_].span.begin;
    if (begin == 0 || !is_blank(written_[begin - 1])) return;
    add_comment(step);
  }
}

void Page::begin(std::size_t indent, std::uint32_t offset) {
  comments_before(indent, offset);
  if (blank_before(offset)) blank_line();
  line_.text = std::string(indent, ' ');
}

Page& Page::operator<<(std::string_view text) {
  line_.text += text;
  return *this;
}

void Page::break_line(std::size_t indent) {
  above_.push_back(std::move(line_));
  line_ = {std::string(indent, ' '), {}, {}};
}

void Page::sentence(const std::string& marked, Span written, std::size_t indent) {
  if (marked.empty()) return;
  const bool gap = begun();
  const auto column = width() + (gap ? 1 : 0);

  // Comments inside it: each belongs to the last part that ends before it.
  const auto breaks = offsets_of_breaks(marked);
  struct Beside {
    std::size_t comment;
    std::uint32_t at;
  };
  std::vector<Beside> beside;
  for (auto i = next_comment_; i < comments_.size() && comments_[i].span.begin < written.end; ++i) {
    const auto above = std::upper_bound(breaks.begin(), breaks.end(), comments_[i].span.begin);
    if (comments_[i].span.begin < written.begin || above == breaks.begin()) break;
    beside.push_back({i, *(above - 1)});
  }
  std::set<std::uint32_t> forced;
  for (const auto& one : beside) forced.insert(one.at);

  // Below itself where there is room, else below its clause.
  const auto below = [&](std::size_t at) { return at < room_ ? room_ - at : 0; };
  auto lines = wrapped(marked, {below(column), below(column), forced, may_begin_});
  auto aligned = column;
  // A phrase that nothing divides rather takes a line of its own.
  const bool whole_below = offsets_of_breaks(marked).empty() &&
                           wrapped(marked, {below(indent), below(indent), forced, may_begin_}).size() == 1;
  if (lines.size() > 1 && (column > furthest_column || whole_below)) {
    aligned = indent;
    lines = wrapped(marked, {below(aligned), below(aligned), forced, may_begin_});
    if (begun() && may_begin_(lines.front().text))
      break_line(indent);
    else
      lines = wrapped(marked, {below(column), below(aligned), forced, may_begin_});
  }
  if (begun()) line_.text += ' ';

  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) break_line(aligned);
    line_.text += lines[i].text;
    if (lines[i].behind == 0) continue;
    for (const auto& one : beside) {
      if (one.at != lines[i].behind || one.comment != next_comment_) continue;
      const auto& comment = comments_[next_comment_++];
      if (!comment.own_line && line_.comment.empty()) {
        line_.comment = comment.text;
      } else {
        break_line(aligned);
        line_.text += comment.text;
      }
    }
  }
}

void Page::end(std::uint32_t offset) {
  const auto stop = static_cast<std::uint32_t>(std::min(written_.find('\n', offset), written_.size()));
  std::size_t behind = comments_.size();
  const auto& top = above_.empty() ? line_ : above_.front();
  const auto indent = top.text.find_first_not_of(' ');
  while (comment_is_before(stop)) {
    // One comment fits behind the last line; what stood within the sentence goes above it.
    if (!comments_[next_comment_].own_line && comments_[next_comment_].span.begin >= offset && line_.comment.empty())
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

void Page::blank_line() {
  if (!lines_.empty() && !lines_.back().text.empty()) lines_.push_back({});
}

void Page::end_block() {
  std::size_t column = 0;
  for (auto i = block_; i < lines_.size(); ++i) {
    const auto width = source::columns_wide(lines_[i].text);
    if (!lines_[i].translation.empty() && width <= widest_before_translation) column = std::max(column, width);
  }
  for (; block_ < lines_.size(); ++block_) {
    auto& line = lines_[block_];
    if (line.translation.empty()) continue;
    const auto width = source::columns_wide(line.text);
    line.text.append(width < column ? column - width + step : step, ' ');
    line.text += line.translation;
  }
}

std::string Page::finish() {
  comments_before(0, static_cast<std::uint32_t>(-1));
  std::string text;
  for (const auto& line : lines_) {
    text += line.text;
    if (!line.comment.empty()) text += "  " + line.comment;
    text += '\n';
  }
  return text;
}

}  // namespace tdkt::format
