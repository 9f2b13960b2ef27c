// SPDX-License-Identifier: Apache-2.0
#include "engine/units.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "engine/compile.hpp"
#include "engine/files.hpp"
#include "values/unavailable.hpp"

namespace tdkt::engine {
namespace {

namespace fs = std::filesystem;

class Units : public testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "tdkt-units-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder = pattern;
  }
  void TearDown() override { fs::remove_all(folder); }

  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((folder / name).parent_path());
    std::ofstream(folder / name) << text;
  }
  void write_pack(const std::string& name, const std::string& title, const std::string& clauses = "") const {
    write(name, "pack \"" + title + "\"\n  version \"1\"\n  in force from 2020-01-01\n  uses vocabulary \"words\"\n" + clauses);
  }
  void write_vocabulary(const std::string& name, const std::string& title = "words") const {
    write(name, "vocabulary \"" + title + "\"\n\nentity unit\n");
  }

  // The files of each unit, by their names below the folder.
  std::vector<std::vector<std::string>> units(const std::vector<std::string>& paths = {""}) const {
    std::vector<fs::path> given;
    for (const auto& path : paths) given.push_back(path.empty() ? folder : folder / path);
    diagnostics::Diagnostics diagnostics;
    auto library = read_library(given, diagnostics);
    add_vocabularies(library, given, diagnostics);
    std::vector<std::vector<std::string>> result;
    for (const auto& unit : units_of(library)) {
      auto& names = result.emplace_back();
      for (const auto file : unit)
        names.push_back(fs::weakly_canonical(library.sources[file].path()).lexically_relative(fs::canonical(folder)).string());
    }
    return result;
  }

  using Expected = std::vector<std::vector<std::string>>;
  fs::path folder;
};

TEST_F(Units, EachPackIsReadWithItsVocabulary) {
  write_vocabulary("vocabulary/words.tdkt");
  write_pack("a/en/a.tdkt", "A");
  write_pack("a/vi/a.tdkt", "A");
  write_pack("b.tdkt", "B");
  EXPECT_EQ(units(), (Expected{{"a/en/a.tdkt", "vocabulary/words.tdkt"},
                               {"a/vi/a.tdkt", "vocabulary/words.tdkt"},
                               {"b.tdkt", "vocabulary/words.tdkt"}}));
}

TEST_F(Units, FilesWithoutAPackBelongToThePackBesideThem) {
  write_vocabulary("words.tdkt");
  write_pack("p/pack.tdkt", "P");
  write("p/tests.tdkt", "award \"X\" for a unit, every year\n");
  write("p/more/deep.tdkt", "award \"Y\" for a unit, every year\n");
  EXPECT_EQ(units(), (Expected{{"p/pack.tdkt", "p/more/deep.tdkt", "p/tests.tdkt", "words.tdkt"}}));
}

TEST_F(Units, APackIsReadWithThosePacksThatItNames) {
  write_vocabulary("words.tdkt");
  write_pack("base.tdkt", "Base");
  write_pack("more.tdkt", "More", "  adds to pack \"Base\"\n");
  EXPECT_EQ(units(), (Expected{{"base.tdkt", "words.tdkt"}, {"more.tdkt", "words.tdkt", "base.tdkt"}}));
}

TEST_F(Units, AVocabularyIsLookedForNearby) {
  write_pack("deep/down/pack.tdkt", "P");
  write_vocabulary("vocabulary/words.tdkt");
  write_vocabulary("vocabulary/other.tdkt", "other");
  EXPECT_EQ(units({"deep/down/pack.tdkt"}), (Expected{{"deep/down/pack.tdkt", "vocabulary/words.tdkt"}}));
  EXPECT_EQ(units({"deep"}), (Expected{{"deep/down/pack.tdkt", "vocabulary/words.tdkt"}}));
  write_vocabulary("deep/down/mine.tdkt");
  EXPECT_EQ(units({"deep/down/pack.tdkt"}), (Expected{{"deep/down/pack.tdkt", "deep/down/mine.tdkt"}}));
}

TEST_F(Units, AVocabularyThatNoPackUsesStandsAlone) {
  write_vocabulary("words.tdkt");
  EXPECT_EQ(units(), (Expected{{"words.tdkt"}}));
}

TEST_F(Units, AFileGivenTwiceIsReadOnce) {
  write_vocabulary("words.tdkt");
  write_pack("p.tdkt", "P");
  EXPECT_EQ(units({"p.tdkt", "", "words.tdkt"}), (Expected{{"p.tdkt", "words.tdkt"}}));
}

TEST_F(Units, FilesComeInTheOrderOfTheirPaths) {
  for (const char* name : {"b.tdkt", "a/z.tdkt", "a.tdkt", "ă.tdkt", "B.tdkt", "no.txt"}) write(name, "");
  std::vector<std::string> names;
  for (const auto& path : rule_files(folder)) names.push_back(path.lexically_relative(folder).string());
  EXPECT_EQ(names, (std::vector<std::string>{"B.tdkt", "a.tdkt", "a/z.tdkt", "b.tdkt", "ă.tdkt"}));
}

TEST_F(Units, WhatIsNotThereIsUnavailable) {
  EXPECT_THROW(rule_files(folder / "nowhere"), values::Unavailable);
  EXPECT_THROW(read_source(folder), values::Unavailable);
}

}  // namespace
}  // namespace tdkt::engine
