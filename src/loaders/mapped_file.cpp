// SPDX-License-Identifier: Apache-2.0
#include "loaders/mapped_file.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "values/unavailable.hpp"

namespace tdkt::loaders {
namespace {

constexpr std::size_t page = 4096;

[[noreturn]] void fail(const std::filesystem::path& path) {
  throw values::Unavailable(path.string(), std::strerror(errno));
}

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) ::close(number);
  }
};

}  // namespace

// The file is laid over the front of a larger empty region, so that reading a little further than
// its last byte meets zeros, even where the file ends with its page.
MappedFile::MappedFile(const std::filesystem::path& path) {
  const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
  if (file.number < 0) fail(path);
  struct stat found{};
  if (::fstat(file.number, &found) != 0) fail(path);
  if (!S_ISREG(found.st_mode)) throw values::Unavailable(path.string(), "not a regular file");

  size_ = static_cast<std::size_t>(found.st_size);
  mapped_ = (size_ + 2 * page - 1) / page * page + page;
  void* region = ::mmap(nullptr, mapped_, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (region == MAP_FAILED) fail(path);
  begin_ = static_cast<char*>(region);
  if (size_ == 0) return;
  if (::mmap(region, size_, PROT_READ, MAP_PRIVATE | MAP_FIXED, file.number, 0) == MAP_FAILED) {
    ::munmap(region, mapped_);
    fail(path);
  }
  ::madvise(begin_, size_, MADV_SEQUENTIAL);
}

MappedFile::~MappedFile() {
  if (begin_) ::munmap(begin_, mapped_);
}

void MappedFile::release(std::size_t begin, std::size_t end) const {
  const std::size_t from = begin / page * page, to = end / page * page;
  if (from < to) ::madvise(begin_ + from, to - from, MADV_DONTNEED);
}

}  // namespace tdkt::loaders
