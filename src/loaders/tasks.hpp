// SPDX-License-Identifier: Apache-2.0
// Tasks on several threads.
#pragma once

#include <algorithm>
#include <vector>

#include "columns/tasks.hpp"

namespace tdkt::loaders {

using columns::in_parallel;
using columns::threads_or_all;

// Sorts as std::sort does; the order of equal elements is left open.
template <class Value, class Before>
void sort_in_parallel(std::vector<Value>& values, unsigned threads, const Before& before) {
  constexpr std::size_t worth_a_thread = std::size_t{1} << 16;
  if (std::is_sorted(values.begin(), values.end(), before)) return;
  if (threads < 2 || values.size() < worth_a_thread) return std::sort(values.begin(), values.end(), before);
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  in_parallel(2, 2, [&](std::size_t half) {
    half == 0 ? std::sort(values.begin(), middle, before) : std::sort(middle, values.end(), before);
  });
  std::inplace_merge(values.begin(), middle, values.end(), before);
}

}  // namespace tdkt::loaders
