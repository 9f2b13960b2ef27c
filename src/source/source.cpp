// SPDX-License-Identifier: Apache-2.0
#include "source/source.hpp"

#include <algorithm>
#include <cstring>
#include <tuple>

#include "source/clusters.hpp"
#include "source/normalise.hpp"

namespace tdkt::source {

namespace {

// How far apart the columns of a long line are noted, so that a place in it is found without
// reading the line from its start each time.
constexpr std::size_t stride = 4096;

struct Stop {
  std::size_t end;
  Flaw flaw;
};

// The end of what can be read. A line may be as long as `longest_line`.
Stop readable(std::string_view bytes) {
  if (bytes.size() > Source::longest_file) return {0, Flaw::too_large};
  const auto end = end_of_text(bytes);
  for (std::size_t line = 0; line < end;) {
    const auto* found = static_cast<const char*>(std::memchr(bytes.data() + line, '\n', end - line));
    const auto line_end = found ? static_cast<std::size_t>(found - bytes.data()) : end;
    if (line_end - line > Source::longest_line) {
      auto cut = line + Source::longest_line;
      while ((static_cast<unsigned char>(bytes[cut]) & 0xC0) == 0x80) --cut;
      return {cut, Flaw::line_too_long};
    }
    line = line_end + 1;
  }
  if (end == bytes.size()) return {end, Flaw::none};
  // A file with NUL bytes is no text, wherever it first goes wrong.
  const bool binary = std::memchr(bytes.data(), '\0', bytes.size()) != nullptr;
  return {end, binary ? Flaw::binary : Flaw::not_utf8};
}

std::vector<std::uint32_t> starts_of_lines(std::string_view text) {
  std::vector<std::uint32_t> starts{0};
  for (auto at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(static_cast<std::uint32_t>(at + 1));
  return starts;
}

}  // namespace

Source::Source(std::string path, std::string bytes) : path_(std::move(path)), original_(std::move(bytes)) {
  const auto [end, flaw] = readable(original_);
  auto normalised = normalise(std::string_view(original_).substr(0, end));
  text_ = std::move(normalised.text);
  normalised_ = std::move(normalised.map.normalised);
  authored_ = std::move(normalised.map.authored);
  line_starts_ = starts_of_lines(text_);
  flaw_ = flaw;
  flaw_at_ = static_cast<std::uint32_t>(text_.size());

  for (std::uint32_t number = 1; number <= lines(); ++number) {
    if (line(number).size() <= stride) continue;
    auto at = original_offset(line_start(number));
    const auto stop = original_offset(line_start(number) + static_cast<std::uint32_t>(line(number).size()));
    std::uint32_t column = 1;
    for (auto noted = at; at < stop; ++column) {
      if (at >= noted + stride) columns_.emplace_back(noted = at, column);
      at = end_of_cluster(original_, at);
    }
  }
}

Position Source::position(std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text_.size()));
  const auto after = std::upper_bound(line_starts_.begin(), line_starts_.end(), offset);
  const auto number = static_cast<std::uint32_t>(after - line_starts_.begin());

  const auto goal = original_offset(offset);
  auto at = original_offset(line_starts_[number - 1]);
  std::uint32_t column = 1;
  const auto noted = std::upper_bound(columns_.begin(), columns_.end(), std::pair(goal, 0xFFFFFFFFu));
  if (noted != columns_.begin() && std::prev(noted)->first > at) std::tie(at, column) = *std::prev(noted);
  for (; at < goal; ++column) {
    at = end_of_cluster(original_, at);
    if (at > goal) break;  // within a character: its own column
  }
  return {number, column};
}

std::string_view Source::line(std::uint32_t number) const {
  if (number == 0 || number > lines()) return {};
  const auto begin = line_starts_[number - 1];
  const auto end = number < lines() ? line_starts_[number] - 1 : static_cast<std::uint32_t>(text_.size());
  return text().substr(begin, end - begin);
}

std::uint32_t Source::line_start(std::uint32_t number) const {
  return number == 0 || number > lines() ? static_cast<std::uint32_t>(text_.size()) : line_starts_[number - 1];
}

std::uint32_t Source::lines() const { return static_cast<std::uint32_t>(line_starts_.size()); }

std::size_t Source::original_offset(std::uint32_t offset) const {
  const auto after = std::upper_bound(normalised_.begin(), normalised_.end(), offset);
  if (after == normalised_.begin()) return offset;
  const auto i = static_cast<std::size_t>(after - normalised_.begin()) - 1;
  const auto limit = after == normalised_.end() ? original_.size() : authored_[i + 1];
  return std::min<std::size_t>(authored_[i] + (offset - normalised_[i]), limit);
}

std::uint32_t Sources::add(Source source) {
  files_.push_back(std::make_unique<Source>(std::move(source)));
  return static_cast<std::uint32_t>(files_.size() - 1);
}

}  // namespace tdkt::source
