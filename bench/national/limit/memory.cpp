// SPDX-License-Identifier: Apache-2.0
#include "memory.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace tdkt::bench::national {

void fail(const std::filesystem::path& path) {
  throw std::system_error(errno, std::generic_category(), path.string());
}

Block Block::zeroed(std::size_t bytes) {
  void* data = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (data == MAP_FAILED) fail("memory");
  ::madvise(data, bytes, MADV_HUGEPAGE);
  return {static_cast<std::byte*>(data), bytes};
}

Block Block::of_file(const std::filesystem::path& path) {
  const InputFile file(path);
  void* data = ::mmap(nullptr, file.size(), PROT_READ, MAP_SHARED, file.descriptor_, 0);
  if (data == MAP_FAILED) fail(path);
  ::madvise(data, file.size(), MADV_WILLNEED);
  return {static_cast<std::byte*>(data), file.size()};
}

Block::Block(Block&& other) noexcept
    : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

Block& Block::operator=(Block&& other) noexcept {
  std::swap(data_, other.data_);
  std::swap(size_, other.size_);
  return *this;
}

Block::~Block() {
  if (data_) ::munmap(data_, size_);
}

InputFile::InputFile(const std::filesystem::path& path)
    : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)), size_(0) {
  struct stat status {};
  if (descriptor_ < 0 || ::fstat(descriptor_, &status) != 0) fail(path);
  size_ = static_cast<std::size_t>(status.st_size);
}

InputFile::~InputFile() { ::close(descriptor_); }

std::size_t InputFile::read(char* into, std::size_t bytes, std::size_t from) const {
  std::size_t done = 0;
  while (done < bytes) {
    const auto got = ::pread(descriptor_, into + done, bytes - done, static_cast<off_t>(from + done));
    if (got < 0) fail("records");
    if (got == 0) break;
    done += static_cast<std::size_t>(got);
  }
  return done;
}

std::string text_of(const std::filesystem::path& path) {
  constexpr std::size_t room = 64;
  const InputFile file(path);
  std::string text(file.size() + room, '\0');
  file.read(text.data(), file.size(), 0);
  text.resize(file.size());
  text.reserve(file.size() + room);
  return text;
}

}  // namespace tdkt::bench::national
