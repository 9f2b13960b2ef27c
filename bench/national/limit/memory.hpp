// SPDX-License-Identifier: Apache-2.0
// Blocks of memory from the system: zeroed, or a file's bytes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>

namespace tdkt::bench::national {

class Block {
 public:
  static Block zeroed(std::size_t bytes);                 // in huge pages where the system gives them
  static Block of_file(const std::filesystem::path& path);  // to be read only

  Block() = default;
  Block(Block&& other) noexcept;
  Block& operator=(Block&& other) noexcept;
  Block(const Block&) = delete;
  Block& operator=(const Block&) = delete;
  ~Block();

  std::byte* data() const { return data_; }
  std::size_t size() const { return size_; }

 private:
  Block(std::byte* data, std::size_t size) : data_(data), size_(size) {}

  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

// A file open for reading at any place.
class InputFile {
 public:
  explicit InputFile(const std::filesystem::path& path);
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  std::size_t size() const { return size_; }
  // As many bytes as there are, `bytes` at most.
  std::size_t read(char* into, std::size_t bytes, std::size_t from) const;

 private:
  friend class Block;
  int descriptor_;
  std::size_t size_;
};

// The whole of a small file, with some zeros behind it, so that eight bytes can be read at any place.
std::string text_of(const std::filesystem::path& path);

[[noreturn]] void fail(const std::filesystem::path& path);  // throws what errno says

}  // namespace tdkt::bench::national
