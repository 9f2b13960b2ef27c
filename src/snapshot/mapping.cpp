// SPDX-License-Identifier: Apache-2.0
#include "snapshot/mapping.hpp"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "values/unavailable.hpp"

namespace tdkt::snapshot {

Mapping::Mapping(const std::filesystem::path& path) {
  const auto fail = [&](int file) {
    const int error = errno;
    if (file >= 0) ::close(file);
    throw values::Unavailable(path.string(), std::strerror(error));
  };
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) fail(file);
  struct stat found{};
  if (::fstat(file, &found) != 0) fail(file);
  size_ = static_cast<std::size_t>(found.st_size);
  if (size_ != 0) {
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file, 0);
    if (mapped == MAP_FAILED) fail(file);
    ::madvise(mapped, size_, MADV_WILLNEED);
    begin_ = static_cast<const std::byte*>(mapped);
  }
  ::close(file);
}

Mapping::~Mapping() {
  if (begin_) ::munmap(const_cast<std::byte*>(begin_), size_);
}

}  // namespace tdkt::snapshot
