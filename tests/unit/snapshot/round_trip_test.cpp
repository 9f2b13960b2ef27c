// SPDX-License-Identifier: Apache-2.0
// What is kept comes back as it was, in the same bytes each time; what is damaged does not come back.
#include <gmock/gmock.h>

#include <cstring>
#include <fstream>
#include <random>
#include <sstream>

#include "snapshot/checksum.hpp"
#include "snapshot/header.hpp"
#include "snapshot/snapshot.hpp"
#include "support.hpp"

namespace tdkt::snapshot {
namespace {

namespace fs = std::filesystem;
using loaders::test::Folder;
using Lines = std::vector<std::string>;

// Every kind of column and record, with gaps.
void add_records(Folder& folder) {
  folder.add("person.csv", "id,name,born\nP1,Lan,1990-01-31\nP2,,1980-12-01\nP3,Minh,\n");
  std::string years = "person,year,unit,task rating,discipline,months worked\n", units = "unit,year,bloc,targets planned,targets met,growth,unity\n";
  for (int year = 2019; year <= 2024; ++year) {
    for (const char* rest : {"P1,Y,U1,good,none,12\n", "P2,Y,U2,,warning,3\n", "P3,Y,U1,excellent,,7.5\n"}) {
      std::string row = rest;
      years += row.replace(row.find('Y'), 1, std::to_string(year));
    }
    for (const char* rest : {"U1,Y,B1,10,7,12.5%,yes\n", "U2,Y,B1,9,,3%,no\n"}) {
      std::string row = rest;
      units += row.replace(row.find('Y'), 1, std::to_string(year));
    }
  }
  folder.add("person_year.csv", years);
  folder.add("unit_year.csv", units);
  folder.add("bloc_year.csv", "bloc,year,leader\nB1,2023,U1\nB1,2024,\n");
  folder.add("initiatives.csv", "id,author,date,level\nI1,P1,2024-03-01,good\nI2,P2,2023-05-05,excellent\n");
  folder.add("result.csv", "unit,indicator,year,result,target\nU1,K1,2024,3.25,4\nU1,K2,2024,,5\nU2,K1,2024,1,1\n");
  folder.add("award records.csv", "id,person,date,award name\nA1,P1,2022-02-02,Good Worker\nA2,P3,2023-02-02,Best of All\n");
  folder.add("attestations.csv", "unit,fact,year,body,value,document\nU1,unity,2024,bloc council,yes,12/QD\n");
  folder.add("waivers.csv", "unit,award,criterion,authority,reason,from,until\nU2,A,a),Council,flood,2024-01-01,2024-12-31\n");
}

std::string bytes_of(const fs::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}
void put(const fs::path& path, const std::string& bytes) {
  std::ofstream(path, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

Lines told(const columns::Dataset& dataset) {
  const auto& schema = loaders::test::emulation();
  Lines lines;
  for (const auto& part : {loaders::test::facts(schema, dataset), loaders::test::relations(schema, dataset),
                           loaders::test::covered(schema, dataset), loaders::test::seen(schema, dataset)})
    lines.insert(lines.end(), part.begin(), part.end());
  for (std::size_t e = 0; e < dataset.entities.size(); ++e)
    for (std::size_t row = 0; row < dataset.entities[e].ids.size(); ++row)
      lines.push_back(std::string(dataset.entities[e].ids[row]) + " " + std::string(dataset.entities[e].names[row]));
  for (const auto& source : dataset.sources) lines.push_back(source.path.substr(source.path.rfind('/') + 1) + source.sheet);
  for (const auto& waiver : dataset.waivers)
    lines.push_back(waiver.award + waiver.criterion + waiver.authority + waiver.reason + waiver.from->iso() + waiver.until->iso() +
                    std::to_string(waiver.row) + "@" + std::to_string(waiver.place.line));
  for (const auto& attestation : dataset.attestations)
    lines.push_back(attestation.body + attestation.value + attestation.document + std::to_string(attestation.period));
  for (const bool attested : dataset.attested_by_table) lines.push_back(attested ? "attested" : "not attested");
  return lines;
}

class Kept : public testing::Test {
 protected:
  Kept() {
    add_records(folder_);
    loaded_ = loaders::test::load(loaders::test::emulation(), folder_);
    path_ = fs::temp_directory_path() / (folder_.path().filename().string() + ".snapshot");
    write(loaders::test::emulation(), loaded_.loaded.dataset, path_);
  }
  ~Kept() override { fs::remove(path_); }

  struct Opened {
    std::optional<columns::Dataset> dataset;
    Lines said;
  };
  Opened opened(const columns::Schema& schema = loaders::test::emulation()) const {
    diagnostics::Diagnostics diagnostics;
    auto dataset = open(schema, path_, threads_, diagnostics);
    return {std::move(dataset), loaders::test::messages(diagnostics, folder_.path())};
  }
  void expect_refused(const std::string& bytes, const std::string& why) const {
    put(path_, bytes);
    const auto result = opened();
    EXPECT_FALSE(result.dataset) << why;
    EXPECT_EQ(result.said.size(), 1u) << why;
  }

  Folder folder_;
  loaders::test::Result loaded_;
  fs::path path_;
  unsigned threads_ = 2;
};

TEST_F(Kept, ComesBackAsItWas) {
  EXPECT_THAT(loaded_.messages, testing::IsEmpty());
  EXPECT_TRUE(is_snapshot(path_));
  EXPECT_FALSE(is_snapshot(folder_.path() / "person.csv"));
  EXPECT_FALSE(is_snapshot(folder_.path()));
  const auto result = opened();
  EXPECT_THAT(result.said, testing::IsEmpty());
  ASSERT_TRUE(result.dataset);
  EXPECT_EQ(told(*result.dataset), told(loaded_.loaded.dataset));
}

TEST_F(Kept, TheSameRecordsMakeTheSameBytes) {
  const auto before = bytes_of(path_);
  const auto again = loaders::test::load(loaders::test::emulation(), folder_, {.threads = 4, .least_part = 16});
  write(loaders::test::emulation(), again.loaded.dataset, path_);
  EXPECT_EQ(bytes_of(path_), before);
  const auto result = opened();
  write(loaders::test::emulation(), *result.dataset, path_);
  EXPECT_EQ(bytes_of(path_), before) << "kept again as it was opened";
}

TEST_F(Kept, ALeftOverFileIsNotInTheWay) {
  put(path_.string() + ".new", "half");
  write(loaders::test::emulation(), loaded_.loaded.dataset, path_);
  EXPECT_FALSE(fs::exists(path_.string() + ".new"));
  EXPECT_TRUE(opened().dataset);
}

TEST_F(Kept, BelongsToItsVocabulary) {
  auto other = loaders::test::emulation();
  other.facts[0].absent = columns::Absent{};
  auto result = opened(other);
  EXPECT_FALSE(result.dataset);
  EXPECT_THAT(result.said, testing::ElementsAre(testing::HasSubstr("E0924")));
  other = loaders::test::emulation();
  other.scales[0].values[0].forms[0].push_back("bad");
  EXPECT_FALSE(opened(other).dataset);
  other = loaders::test::emulation();
  other.verbs.clear();
  EXPECT_TRUE(opened(other).dataset) << "records know nothing of verbs";
}

TEST_F(Kept, ANewerFormatIsToldFromDamage) {
  auto bytes = bytes_of(path_);
  bytes[8] = 2;
  put(path_, bytes);
  EXPECT_THAT(opened().said, testing::ElementsAre(testing::HasSubstr("E0925")));
}

// What lies between two sections is nobody's; everything else is somebody's.
TEST_F(Kept, AnyChangedByteIsNoticed) {
  const auto bytes = bytes_of(path_);
  const auto whole = told(loaded_.loaded.dataset);
  std::size_t refused = 0, between = 0;
  threads_ = 1;
  for (std::size_t at = 0; at < bytes.size(); at += 1 + at % 7) {
    auto changed = bytes;
    changed[at] = static_cast<char>(changed[at] ^ (1 << (at % 8)));
    put(path_, changed);
    const auto result = opened();
    refused += !result.dataset;
    if (!result.dataset) continue;
    ++between;
    ASSERT_EQ(bytes[at], 0) << at;
    ASSERT_EQ(told(*result.dataset), whole) << at;
  }
  EXPECT_GT(refused, between / 4);
}

TEST_F(Kept, AFileCutShortIsRefused) {
  const auto bytes = bytes_of(path_);
  for (std::size_t size = 0; size < bytes.size(); size += 1 + size / 40) expect_refused(bytes.substr(0, size), std::to_string(size));
  expect_refused(bytes + "x", "one byte more");
}

// Forgeries: checksums are right, what they sum up is not. They may open, but must do no harm.
TEST_F(Kept, AForgedFileDoesNoHarm) {
  const auto bytes = bytes_of(path_);
  Header header;
  std::memcpy(&header, bytes.data(), sizeof header);
  const auto sealed = [&](std::string forged) {
    header.directory_checksum = checksum_of(forged.data() + header.directory_at, header.directory_size);
    header.checksum = checksum_of(header);
    std::memcpy(forged.data(), &header, sizeof header);
    return forged;
  };
  const auto word_at = [&](const std::string& in, std::size_t at) {
    std::uint64_t word = 0;
    std::memcpy(&word, in.data() + at, sizeof word);
    return word;
  };
  const auto harmless = [&](const std::string& forged) {
    put(path_, forged);
    const auto result = opened();
    if (result.dataset) told(*result.dataset);
  };
  std::mt19937 random(7);
  threads_ = 1;
  for (int i = 0; i < 1000; ++i) {
    auto forged = bytes;
    for (int changes = 0; changes < 1 + i % 3; ++changes)
      forged[header.directory_at + random() % header.directory_size] = static_cast<char>(i % 2 ? random() : random() % 4);
    harmless(sealed(forged));
  }
  // Sections, each with its own checksum made right: found by their entries in the directory.
  for (std::size_t entry = header.directory_at; entry + 24 <= bytes.size(); ++entry) {
    const auto count = word_at(bytes, entry), at = word_at(bytes, entry + 8), sum = word_at(bytes, entry + 16);
    if (count == 0 || count > bytes.size() || at % 64 != 0 || at < sizeof header || at >= header.directory_at) continue;
    for (const std::size_t each : {1, 2, 4, 8, 16}) {
      if (count * each > header.directory_at - at || checksum_of(bytes.data() + at, count * each) != sum) continue;
      for (int i = 0; i < 5; ++i) {
        auto forged = bytes;
        forged[at + random() % (count * each)] = static_cast<char>(random());
        const auto right = checksum_of(forged.data() + at, count * each);
        for (std::size_t other = header.directory_at; other + 8 <= bytes.size(); ++other)
          if (word_at(bytes, other) == sum) std::memcpy(forged.data() + other, &right, sizeof right);
        harmless(sealed(forged));
      }
      break;
    }
  }
}

}  // namespace
}  // namespace tdkt::snapshot
