// SPDX-License-Identifier: Apache-2.0
// A run of values that is read and never written: a vector of its own, or memory that something else
// keeps (a mapped snapshot, the array of another column). A copy is cheap and shares the values.
#pragma once

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <memory>
#include <utility>
#include <vector>

namespace tdkt::columns {

template <class T>
class Array {
 public:
  using value_type = T;

  Array() = default;
  template <class Allocator>
  Array(std::vector<T, Allocator> values) {  // a vector is an array wherever one is wanted
    if (values.empty()) return;
    auto kept = std::make_shared<const std::vector<T, Allocator>>(std::move(values));
    begin_ = kept->data();
    size_ = kept->size();
    keeper_ = std::move(kept);
  }
  Array(std::initializer_list<T> values) : Array(std::vector<T>(values)) {}
  // `size` values from `begin`, which live as long as `keeper` does.
  Array(std::shared_ptr<const void> keeper, const T* begin, std::size_t size)
      : keeper_(std::move(keeper)), begin_(begin), size_(size) {}

  const T* data() const { return begin_; }
  std::size_t size() const { return size_; }
  bool empty() const { return size_ == 0; }
  const T& operator[](std::size_t i) const { return begin_[i]; }
  const T* begin() const { return begin_; }
  const T* end() const { return begin_ + size_; }
  const T& front() const { return begin_[0]; }
  const T& back() const { return begin_[size_ - 1]; }

  friend bool operator==(const Array& a, const Array& b) {
    return a.size_ == b.size_ && (a.begin_ == b.begin_ || std::equal(a.begin(), a.end(), b.begin()));
  }

 private:
  std::shared_ptr<const void> keeper_;
  const T* begin_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace tdkt::columns
