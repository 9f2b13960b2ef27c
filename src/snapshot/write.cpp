// SPDX-License-Identifier: Apache-2.0
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <map>
#include <memory>

#include "snapshot/checksum.hpp"
#include "snapshot/describe.hpp"
#include "snapshot/directory.hpp"
#include "snapshot/header.hpp"
#include "snapshot/snapshot.hpp"
#include "values/unavailable.hpp"

namespace tdkt::snapshot {
namespace {

namespace fs = std::filesystem;

// A file that takes its name when it is whole.
class Output {
 public:
  explicit Output(const fs::path& path)
      : path_(path), beside_(path.string() + ".new"), file_(std::fopen(beside_.c_str(), "wb"), &std::fclose) {
    if (!file_) fail();
  }
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output() {
    if (!file_) return;
    file_.reset();
    std::error_code ignored;
    fs::remove(beside_, ignored);
  }

  void write(const void* bytes, std::size_t size) {
    if (size != 0 && std::fwrite(bytes, 1, size, file_.get()) != size) fail();
    at_ += size;
  }
  void align() {
    static constexpr char zeros[stripe] = {};
    write(zeros, (stripe - at_ % stripe) % stripe);
  }
  std::uint64_t at() const { return at_; }

  void finish(const Header& header) {
    if (std::fseek(file_.get(), 0, SEEK_SET) != 0) fail();
    if (std::fwrite(&header, 1, sizeof header, file_.get()) != sizeof header || std::fflush(file_.get()) != 0) fail();
    if (std::fclose(file_.release()) != 0) fail();
    std::error_code error;
    fs::rename(beside_, path_, error);
    if (error) throw values::Unavailable(path_.string(), error.message());
  }

 private:
  [[noreturn]] void fail() const { throw values::Unavailable(path_.string(), std::strerror(errno)); }

  fs::path path_, beside_;
  std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
  std::uint64_t at_ = 0;
};

// Arrays go into the file as they come; the directory keeps where. Those that columns share stand once.
class Writing : public Directory {
 public:
  explicit Writing(Output& output) : output_(output) {}

  template <class Value>
  void array(const columns::Array<Value>& array) { section(array.data(), array.size(), sizeof(Value)); }
  void bits(const columns::Bits& bits) {
    count(bits.rows);
    section(bits.words.data(), bits.words.size(), sizeof(columns::Word));
  }

 private:
  struct Section {
    std::uint64_t at = 0, checksum = 0;
  };

  void section(const void* begin, std::size_t size, std::size_t each) {
    count(size);
    if (size == 0) return;
    const auto [known, fresh] = known_.try_emplace({begin, size * each});
    if (fresh) {
      output_.align();
      known->second = {output_.at(), checksum_of(begin, size * each)};
      output_.write(begin, size * each);
    }
    value(known->second.at);
    value(known->second.checksum);
  }

  Output& output_;
  std::map<std::pair<const void*, std::size_t>, Section> known_;
};

}  // namespace

void write(const columns::Schema& schema, const columns::Dataset& dataset, const fs::path& path) {
  Output output(path);
  Header header;
  output.write(&header, sizeof header);
  Writing archive(output);
  // Describing changes nothing where the archive does not read.
  describe(archive, const_cast<columns::Dataset&>(dataset));
  output.align();
  header.directory_at = output.at();
  header.directory_size = archive.bytes().size();
  header.directory_checksum = checksum_of(archive.bytes().data(), archive.bytes().size());
  output.write(archive.bytes().data(), archive.bytes().size());
  header.file_size = output.at();
  header.vocabulary = digest_of(schema);
  header.checksum = checksum_of(header);
  output.finish(header);
}

}  // namespace tdkt::snapshot
