// SPDX-License-Identifier: Apache-2.0
#include "cli/output.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>

#include "cli/blocks.hpp"
#include "values/unavailable.hpp"

namespace tdkt::cli {

namespace fs = std::filesystem;
using values::Unavailable;

namespace {

// The passing names that are there, where a signal's handler can find them.
constexpr std::size_t most_passing = 64, longest_path = 4096;
char passing_paths[most_passing][longest_path];

// Takes away what is half written, then ends as the signal would have.
void end_at_once(int signal) {
  for (auto& path : passing_paths)
    if (path[0] != 0) ::unlink(path);
  std::signal(signal, SIG_DFL);
  ::raise(signal);
}

char* slot_for(const std::string& path) {
  static const bool handled = [] {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) std::signal(signal, end_at_once);
    return true;
  }();
  if (!handled || path.size() >= longest_path) return nullptr;
  for (auto& slot : passing_paths)
    if (slot[0] == 0) return std::strcpy(slot, path.c_str());
  return nullptr;
}

// A file under a passing name, which is taken away again unless it has been put in its place.
class Passing {
 public:
  explicit Passing(fs::path place)
      : place_(std::move(place)), path_(place_.string() + "." + std::to_string(::getpid()) + ".part") {
    slot_ = slot_for(path_);
    descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor_ < 0) forget();
    if (descriptor_ < 0) throw Unavailable(place_.string(), std::strerror(errno));
    blocks_ = std::make_unique<Blocks>(descriptor_);
    // Who may read and write a file that was there stays as it was.
    struct stat there {};
    if (::stat(place_.c_str(), &there) == 0) (void)::fchmod(descriptor_, there.st_mode & 07777);
  }
  Passing(Passing&& other) noexcept
      : place_(std::move(other.place_)), path_(std::move(other.path_)), descriptor_(other.descriptor_),
        blocks_(std::move(other.blocks_)), slot_(other.slot_) {
    other.descriptor_ = -1;
    other.path_.clear();
    other.slot_ = nullptr;
  }
  Passing(const Passing&) = delete;
  Passing& operator=(const Passing&) = delete;
  Passing& operator=(Passing&&) = delete;
  ~Passing() {
    blocks_.reset();
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!path_.empty()) ::unlink(path_.c_str());
    forget();
  }

  void write(std::string_view text) {
    if (!blocks_->write(text)) throw Unavailable(place_.string(), std::strerror(errno));
  }

  void make_safe() {
    const bool safe = blocks_->finish() && ::fsync(descriptor_) == 0;
    const int why = errno;
    blocks_.reset();
    const bool closed = ::close(descriptor_) == 0;
    descriptor_ = -1;
    if (!safe || !closed) throw Unavailable(place_.string(), std::strerror(safe ? errno : why));
  }

  void put_in_place() {
    if (std::rename(path_.c_str(), place_.c_str()) != 0) throw Unavailable(place_.string(), std::strerror(errno));
    path_.clear();
    forget();
  }

 private:
  void forget() {
    if (slot_) slot_[0] = 0;
    slot_ = nullptr;
  }

  fs::path place_;
  std::string path_;
  int descriptor_ = -1;
  std::unique_ptr<Blocks> blocks_;
  char* slot_ = nullptr;
};

void make_folder(const fs::path& folder) {
  std::error_code error;
  if (!folder.empty()) fs::create_directories(folder, error);
  if (error) throw Unavailable(folder.string(), error.message());
}

// The names of a folder are safe only when the folder itself is.
void make_safe(const fs::path& folder) {
  const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (descriptor < 0) return;  // written, but not readable: nothing more can be done
  ::fsync(descriptor);
  ::close(descriptor);
}

}  // namespace

void write_all(int descriptor, std::string_view text, const std::string& name) {
  if (!write_whole(descriptor, text)) throw Unavailable(name, std::strerror(errno));
}

void write_files(const std::vector<OutputFile>& files) {
  std::vector<Passing> passing;
  for (const auto& file : files) {
    make_folder(file.path.parent_path());
    auto& beside = passing.emplace_back(file.path);
    file.write([&](std::string_view text) { beside.write(text); });
    beside.make_safe();
  }
  for (auto& file : passing) file.put_in_place();
  for (const auto& file : files) make_safe(file.path.parent_path());
}

}  // namespace tdkt::cli
