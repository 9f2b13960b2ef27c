// SPDX-License-Identifier: Apache-2.0
#include "engine/files.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>

#include "values/unavailable.hpp"

namespace tdkt::engine {

namespace fs = std::filesystem;
using values::Unavailable;

std::vector<fs::path> rule_files(const fs::path& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (!fs::exists(status))
    throw Unavailable(path.string(), error ? error.message() : std::strerror(ENOENT));
  if (!fs::is_directory(status)) return {path};

  std::vector<fs::path> files;
  fs::recursive_directory_iterator entry(path, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error))
    if (entry->path().extension() == ".tdkt" && !entry->is_directory(error)) files.push_back(entry->path());
  if (error) throw Unavailable(path.string(), error.message());
  std::sort(files.begin(), files.end(),
            [](const fs::path& a, const fs::path& b) { return a.native() < b.native(); });
  return files;
}

source::Source read_source(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) throw Unavailable(path.string(), std::strerror(EISDIR));
  const std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "rb"), std::fclose);
  if (!file) throw Unavailable(path.string(), std::strerror(errno));

  constexpr auto most = source::Source::longest_file + 1;
  const auto size = fs::file_size(path, error);  // not known of a pipe
  std::string bytes;
  if (!error && size > 0) bytes.reserve(std::min<std::size_t>(size, most));
  char block[65536];
  while (bytes.size() < most) {
    const auto read = std::fread(block, 1, std::min(sizeof block, most - bytes.size()), file.get());
    bytes.append(block, read);
    if (read > 0) continue;
    if (std::ferror(file.get())) throw Unavailable(path.string(), std::strerror(errno));
    break;
  }
  return {path.string(), std::move(bytes)};
}

}  // namespace tdkt::engine
