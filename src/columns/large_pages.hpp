// SPDX-License-Identifier: Apache-2.0
// The system clears memory as it is first touched, page by page, which takes longer than filling it unless the
// pages are large. Where they cannot be had nothing changes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace tdkt::columns {

// Of memory that nobody has touched yet.
inline void prefer_large_pages([[maybe_unused]] const void* begin, [[maybe_unused]] std::size_t bytes) {
#if defined(__linux__)
  constexpr std::uintptr_t page = 4096;
  constexpr std::size_t worth_asking = std::size_t{1} << 20;
  if (bytes < worth_asking) return;
  const auto at = reinterpret_cast<std::uintptr_t>(begin);
  const std::uintptr_t from = (at + page - 1) / page * page, to = (at + bytes) / page * page;
  ::madvise(reinterpret_cast<void*>(from), to - from, MADV_HUGEPAGE);
#endif
}

template <class Value>
void reserve_large(std::vector<Value>& values, std::size_t count) {
  if (count <= values.capacity()) return;
  // Not through reserve(), which would touch the new memory with the values there are.
  std::vector<Value> larger;
  larger.reserve(count);
  prefer_large_pages(larger.data(), count * sizeof(Value));
  larger.assign(values.begin(), values.end());
  values.swap(larger);
}

template <class Value>
std::vector<Value> large_array(std::size_t count, Value value = Value()) {
  std::vector<Value> values;
  reserve_large(values, count);
  values.resize(count, value);
  return values;
}

}  // namespace tdkt::columns
