// SPDX-License-Identifier: Apache-2.0
// Many texts in one piece of memory: their bytes one after another, and where each ends.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "columns/array.hpp"
#include "columns/unfilled.hpp"

namespace tdkt::columns {

class Strings {
 public:
  Strings() = default;
  Strings(std::initializer_list<std::string_view> texts);
  // `count` texts; the i-th ends before bytes[ends[i]]. Both are empty where every text is.
  Strings(std::size_t count, Array<char> bytes, Array<std::uint32_t> ends);

  std::size_t size() const { return count_; }
  bool empty() const { return count_ == 0; }
  std::string_view operator[](std::size_t i) const {
    if (ends_.empty()) return {};
    const std::uint32_t begin = i == 0 ? 0 : ends_[i - 1];
    return {bytes_.data() + begin, ends_[i] - begin};
  }
  const Array<char>& bytes() const { return bytes_; }
  const Array<std::uint32_t>& ends() const { return ends_; }

  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = std::string_view;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = std::string_view;

    Iterator() = default;
    Iterator(const Strings* of, std::size_t at) : of_(of), at_(at) {}
    std::string_view operator*() const { return (*of_)[at_]; }
    std::string_view operator[](std::ptrdiff_t by) const { return *(*this + by); }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return Iterator(of_, at_++); }
    Iterator operator--(int) { return Iterator(of_, at_--); }
    Iterator& operator+=(std::ptrdiff_t by) { return at_ += static_cast<std::size_t>(by), *this; }
    Iterator& operator-=(std::ptrdiff_t by) { return *this += -by; }
    friend Iterator operator+(Iterator at, std::ptrdiff_t by) { return at += by; }
    friend Iterator operator+(std::ptrdiff_t by, Iterator at) { return at += by; }
    friend Iterator operator-(Iterator at, std::ptrdiff_t by) { return at -= by; }
    friend std::ptrdiff_t operator-(Iterator a, Iterator b) { return static_cast<std::ptrdiff_t>(a.at_ - b.at_); }
    friend bool operator==(Iterator a, Iterator b) { return a.at_ == b.at_; }
    friend auto operator<=>(Iterator a, Iterator b) { return a.at_ <=> b.at_; }

   private:
    const Strings* of_ = nullptr;
    std::size_t at_ = 0;
  };
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, count_}; }

 private:
  std::size_t count_ = 0;
  Array<char> bytes_;
  Array<std::uint32_t> ends_;
};

// As many texts as are known beforehand, of as many bytes, put in their places by several threads.
class StringsToFill {
 public:
  // Throws std::length_error beyond 4 GiB.
  StringsToFill(std::size_t texts, std::size_t bytes);
  // The i-th, whose first byte is the at-th of all. Says where the next one begins.
  std::size_t put(std::size_t i, std::size_t at, std::string_view text) {
    std::copy(text.begin(), text.end(), bytes_.begin() + static_cast<std::ptrdiff_t>(at));
    ends_[i] = static_cast<std::uint32_t>(at + text.size());
    return at + text.size();
  }
  Strings finish();

 private:
  Vector<char> bytes_;
  Vector<std::uint32_t> ends_;
};

// Texts one after another. Throws std::length_error beyond 4 GiB.
class StringsBuilder {
 public:
  void add(std::string_view text);
  Strings finish();

 private:
  std::vector<char> bytes_;
  std::vector<std::uint32_t> ends_;
};

}  // namespace tdkt::columns
