// SPDX-License-Identifier: Apache-2.0
// A vector whose memory nobody has written to, for what is about to be filled: `Vector<T>(n)` and resize(n)
// leave new values as they lie, `Vector<T>(n, value)` does not.
#pragma once

#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace tdkt::columns {

template <class T>
struct Unfilled : std::allocator<T> {
  template <class U>
  struct rebind {
    using other = Unfilled<U>;
  };
  template <class U>
  void construct(U* at) noexcept { ::new (static_cast<void*>(at)) U; }
  template <class U, class... Args>
  void construct(U* at, Args&&... args) { ::new (static_cast<void*>(at)) U(std::forward<Args>(args)...); }
};

template <class T>
using Vector = std::vector<T, Unfilled<T>>;

}  // namespace tdkt::columns
