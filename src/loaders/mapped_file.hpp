// SPDX-License-Identifier: Apache-2.0
// The bytes of a file, mapped into memory with room behind them.
#pragma once

#include <filesystem>
#include <string_view>

namespace tdkt::loaders {

class MappedFile {
 public:
  // Throws Unavailable where the file cannot be read.
  explicit MappedFile(const std::filesystem::path& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  // `room_behind` zero bytes may be read behind the last.
  std::string_view bytes() const { return {begin_, size_}; }

  // Says that the bytes from `begin` to `end` are not needed for now, so that they take no memory.
  void release(std::size_t begin, std::size_t end) const;

 private:
  char* begin_ = nullptr;
  std::size_t size_ = 0, mapped_ = 0;
};

}  // namespace tdkt::loaders
