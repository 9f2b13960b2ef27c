// SPDX-License-Identifier: Apache-2.0
// A file in memory as it lies on disk.
#pragma once

#include <cstddef>
#include <filesystem>

namespace tdkt::snapshot {

class Mapping {
 public:
  // Throws Unavailable where the file cannot be read.
  explicit Mapping(const std::filesystem::path& path);
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  const std::byte* begin() const { return begin_; }
  std::size_t size() const { return size_; }

 private:
  const std::byte* begin_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace tdkt::snapshot
