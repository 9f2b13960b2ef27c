// SPDX-License-Identifier: Apache-2.0
// Where values were read.
#pragma once

#include <cstdint>
#include <vector>

#include "columns/array.hpp"

namespace tdkt::columns {

// An index into Dataset::sources and the row there. Row 1 is the header of a file; a row's number is
// that of its first line as a person would count them in an editor.
struct Place {
  std::uint32_t source = 0;
  std::uint32_t line = 0;  // 0: nowhere, the value is not on record
  friend bool operator==(const Place&, const Place&) = default;
};

// The places of a column's cells. All columns made from one table share one array of lines; where a
// table lists the same rows year after year in one order, so do the years, each `shift` lines on.
struct Places {
  Array<std::uint32_t> lines;    // by cell, before `shift` is added; 0: nowhere
  Array<std::uint32_t> sources;  // by cell; empty where all are of `source`
  std::uint32_t source = 0, shift = 0;

  std::size_t size() const { return lines.size(); }
  bool empty() const { return lines.empty(); }
  Place operator[](std::size_t cell) const {
    if (lines.empty()) return {};
    const std::uint32_t line = lines[cell];
    if (line == 0) return {};
    return {sources.empty() ? source : sources[cell], line + shift};
  }
};

// Places that are written one by one.
class PlacesBuilder {
 public:
  explicit PlacesBuilder(std::size_t cells = 0) : lines_(cells) {}

  Place operator[](std::size_t cell) const {
    if (lines_[cell] == 0) return {};
    return {sources_.empty() ? source_ : sources_[cell], lines_[cell]};
  }
  bool has(std::size_t cell) const { return lines_[cell] != 0; }
  void set(std::size_t cell, Place place);
  void add(Place place);  // of one cell more
  Places finish();

 private:
  std::vector<std::uint32_t> lines_, sources_;
  std::uint32_t source_ = 0;
  bool some_ = false;
};

}  // namespace tdkt::columns
