// SPDX-License-Identifier: Apache-2.0
// Small values one after another, as they stand in a snapshot's directory.
#pragma once

#include <cstdint>
#include <string>
#include <type_traits>
#include <vector>

namespace tdkt::snapshot {

// Numbers in as many bytes as their type has, lowest first; of a text its size, then its bytes.
class Directory {
 public:
  static constexpr bool reading = false;

  template <class Value>
  void value(const Value& value) {
    static_assert(std::is_trivially_copyable_v<Value> && (std::is_arithmetic_v<Value> || std::is_enum_v<Value>));
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(&value);
    bytes_.insert(bytes_.end(), bytes, bytes + sizeof value);
  }
  void count(std::size_t count) { value(std::uint64_t{count}); }
  void text(const std::string& text) {
    count(text.size());
    bytes_.insert(bytes_.end(), text.begin(), text.end());
  }
  void refuse() {}
  const std::vector<std::uint8_t>& bytes() const { return bytes_; }

 private:
  std::vector<std::uint8_t> bytes_;
};

}  // namespace tdkt::snapshot
