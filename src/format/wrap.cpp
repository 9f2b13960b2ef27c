// SPDX-License-Identifier: Apache-2.0
#include "format/wrap.hpp"

#include <algorithm>
#include <optional>

#include "source/source.hpp"
#include "typed/print.hpp"

namespace tdkt::format {

namespace {

constexpr std::size_t hanging = 2;  // blanks before what goes on within a part

// The text between two places where a line may end.
struct Word {
  std::string text;
  int depth = 0;               // brackets open where it begins
  enum class Break : std::uint8_t { none, blank, may, rather } before = Break::none;
  std::uint32_t offset = 0;    // of a break before it
};

std::vector<Word> words_of(std::string_view marked) {
  std::vector<Word> words(1);
  int depth = 0;
  bool quoted = false;
  const auto next = [&](Word::Break kind, std::uint32_t offset) {
    words.push_back({"", depth, kind, offset});
  };
  for (std::size_t i = 0; i < marked.size(); ++i) {
    const char c = marked[i];
    if (c == typed::rather_break) {
      const auto close = marked.find(typed::rather_break, i + 1);
      std::uint32_t offset = 0;
      for (const char digit : marked.substr(i + 1, close - i - 1)) offset = offset * 10 + static_cast<std::uint32_t>(digit - '0');
      next(Word::Break::rather, offset);
      i = close;
      continue;
    }
    if (c == typed::may_break) {
      next(Word::Break::may, 0);
      continue;
    }
    if (c == '"') quoted = !quoted;
    if (c == ' ' && !quoted) {
      next(Word::Break::blank, 0);
      continue;
    }
    if (!quoted) depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    words.back().text += c;
  }
  return words;
}

using Words = std::vector<Word>;

std::string joined(const Words& words, std::size_t first, std::size_t last) {
  std::string text;
  for (auto i = first; i < last; ++i) text += (i > first ? " " : "") + words[i].text;
  return text;
}

class Breaker {
 public:
  Breaker(const Words& words, const Room& room) : words_(words), room_(room) {}

  std::vector<WrappedLine> lines() {
    part(0, words_.size(), 0);
    return std::move(lines_);
  }

 private:
  std::size_t width(std::size_t first, std::size_t last) const { return source::columns_wide(joined(words_, first, last)); }
  std::size_t room(std::size_t indent) const {
    const auto whole = lines_.empty() ? room_.first : room_.others;
    return whole > indent ? whole - indent : 0;
  }
  bool is_forced(std::size_t at) const {
    return words_[at].before == Word::Break::rather && words_[at].offset > 0 && room_.forced.contains(words_[at].offset);
  }
  bool any_forced(std::size_t first, std::size_t last) const {
    for (auto i = first + 1; i < last; ++i)
      if (is_forced(i)) return true;
    return false;
  }
  bool can_begin(std::size_t at, std::size_t last) const { return room_.may_begin(joined(words_, at, last)); }

  void add(std::size_t first, std::size_t last, std::size_t indent) {
    lines_.push_back({std::string(lines_.empty() ? 0 : indent, ' ') + joined(words_, first, last),
                      last < words_.size() && is_forced(last) ? words_[last].offset : 0});
  }

  // Words [first, last) on as many lines as they need, `indent` deeper than the sentence.
  void part(std::size_t first, std::size_t last, std::size_t indent) {
    const bool fits = width(first, last) <= room(indent);
    if (fits && !any_forced(first, last)) return add(first, last, indent);
    for (const auto kind : {Word::Break::rather, Word::Break::may})
      if (const auto depth = shallowest(first, last, kind, fits)) return at_breaks(first, last, indent, kind, *depth, fits);
    filled(first, last, indent);
  }

  // The depth of the outermost breaks of this kind; where the text would fit, only those that are forced
  // count.
  std::optional<int> shallowest(std::size_t first, std::size_t last, Word::Break kind, bool fits) const {
    std::optional<int> depth;
    for (auto i = first + 1; i < last; ++i) {
      if (words_[i].before != kind || !can_begin(i, last) || (fits && !is_forced(i))) continue;
      if (!depth || words_[i].depth < *depth) depth = words_[i].depth;
    }
    return depth;
  }

  void at_breaks(std::size_t first, std::size_t last, std::size_t indent, Word::Break kind, int depth, bool fits) {
    auto begin = first;
    const auto inner = indent + hanging * static_cast<std::size_t>(std::max(0, depth - words_[first].depth));
    for (auto i = first + 1; i <= last; ++i) {
      const bool here = i == last || (words_[i].before == kind && words_[i].depth == depth && can_begin(i, last) &&
                                      (!fits || is_forced(i)));
      if (!here) continue;
      part(begin, i, begin == first ? indent : kind == Word::Break::rather ? inner : indent + hanging);
      begin = i;
    }
  }

  // As much on each line as fits.
  void filled(std::size_t first, std::size_t last, std::size_t indent) {
    auto begin = first;
    while (begin < last) {
      auto end = begin + 1;
      const auto in = begin == first ? indent : indent + hanging;
      for (auto next = end + 1; next <= last && width(begin, next) <= room(in); ++next)
        if (next == last || can_begin(next, last)) end = next;
      while (end < last && !can_begin(end, last)) ++end;
      add(begin, end, in);
      begin = end;
    }
  }

  const Words& words_;
  const Room& room_;
  std::vector<WrappedLine> lines_;
};

}  // namespace

std::string without_breaks(std::string_view marked) {
  std::string text;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == typed::rather_break) i = marked.find(typed::rather_break, i + 1);
    const bool gap = marked[i] == typed::rather_break || marked[i] == typed::may_break;
    text += gap ? ' ' : marked[i];
  }
  return text;
}

std::vector<std::uint32_t> offsets_of_breaks(std::string_view marked) {
  std::vector<std::uint32_t> offsets;
  for (const auto& word : words_of(marked))
    if (word.offset > 0) offsets.push_back(word.offset);
  std::sort(offsets.begin(), offsets.end());
  return offsets;
}

std::vector<WrappedLine> wrapped(std::string_view marked, const Room& room) {
  return Breaker(words_of(marked), room).lines();
}

}  // namespace tdkt::format
