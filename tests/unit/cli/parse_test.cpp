// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <cstdlib>

#include "cli/arguments.hpp"
#include "cli/command.hpp"

namespace tdkt::cli {
namespace {

Parsed parsed(std::vector<const char*> words) {
  words.insert(words.begin(), "tdkt");
  return parse(static_cast<int>(words.size()), words.data());
}

Arguments good(std::vector<const char*> words) {
  auto result = parsed(std::move(words));
  if (const auto* wrong = std::get_if<diagnostics::Diagnostics>(&result)) {
    ADD_FAILURE() << message(wrong->all().front(), grammar::Language::english);
    return {};
  }
  return std::get<Arguments>(result);
}

std::string refused(std::vector<const char*> words) {
  const auto result = parsed(std::move(words));
  const auto* wrong = std::get_if<diagnostics::Diagnostics>(&result);
  if (!wrong) return "accepted";
  const auto& first = wrong->all().front();
  auto text = message(first, grammar::Language::english);
  for (const auto& suggestion : first.suggestions) text += " | " + suggestion.text.english;
  return text;
}

using Words = std::vector<std::string>;

TEST(Parse, TakesWordsAndOptionsInAnyOrder) {
  const auto why = good({"why", "--rules", "a", "U1", "--rules", "b", "Award", "--for", "2021", "--data=d"});
  EXPECT_EQ(why.commands, Words{"why"});
  EXPECT_EQ(why.positionals, (Words{"U1", "Award"}));
  EXPECT_EQ(why.rules, (Words{"a", "b"}));
  EXPECT_EQ(why.years, "2021");
  EXPECT_EQ(why.data, "d");

  const auto check = good({"data", "check", "x", "folder", "--lenient"});
  EXPECT_EQ(check.commands, (Words{"data", "check"}));
  EXPECT_EQ(check.positionals, (Words{"x", "folder"}));
  EXPECT_TRUE(check.lenient);
}

TEST(Parse, AWordMayBeTheNameOfAnotherCommand) {
  EXPECT_EQ(good({"check", "test"}).positionals, Words{"test"});
  EXPECT_EQ(good({"check", "rules", "eval", "data"}).positionals, (Words{"rules", "eval", "data"}));
}

TEST(Parse, TheLanguageStandsAnywhere) {
  using grammar::Language;
  EXPECT_EQ(good({"--language", "vi", "check", "x"}).language, Language::vietnamese);
  EXPECT_EQ(good({"check", "x", "--language=en"}).language, Language::english);
  EXPECT_EQ(good({"check", "x"}).language, std::nullopt);
}

TEST(Parse, WhatBeginsWithADashMayFollowTwoOfThem) {
  EXPECT_EQ(good({"check", "--", "-odd.tdkt"}).positionals, Words{"-odd.tdkt"});
}

TEST(Parse, MistakesAreNamedWithTheNearestRightWord) {
  EXPECT_EQ(refused({"evla"}), "'evla' is not a command of tdkt | did you mean 'eval'?");
  EXPECT_EQ(refused({"evla", "--rules", "x"}), "'evla' is not a command of tdkt | did you mean 'eval'?");
  EXPECT_EQ(refused({"data", "chek"}), "'chek' is not a command of tdkt | did you mean 'check'?");
  EXPECT_EQ(refused({"eval", "--rule", "x"}), "'--rule' is not an option of this command | did you mean '--rules'?");
  EXPECT_EQ(refused({"check", "--award", "x"}), "'--award' is not an option of this command");
  EXPECT_EQ(refused({"eval", "--rules"}), "'--rules' needs a value behind it");
  EXPECT_EQ(refused({"check", "--language", "fr", "x"}), "'fr' is not a value of --language: expected en or vi");
}

TEST(Reader, IsAsTheCommandLineOrTheLocaleSays) {
  using grammar::Language;
  const auto reader = [](std::vector<const char*> words) { return reader_of(static_cast<int>(words.size()), words.data()); };
  ::setenv("LC_ALL", "vi_VN.UTF-8", 1);
  EXPECT_EQ(reader({"tdkt"}), Language::vietnamese);
  EXPECT_EQ(reader({"tdkt", "check", "--language", "en"}), Language::english);
  ::setenv("LC_ALL", "", 1);
  ::setenv("LC_MESSAGES", "en_US.UTF-8", 1);
  ::setenv("LANG", "vi_VN.UTF-8", 1);
  EXPECT_EQ(reader({"tdkt"}), Language::english);
  ::unsetenv("LC_MESSAGES");
  EXPECT_EQ(reader({"tdkt"}), Language::vietnamese);
  EXPECT_EQ(reader({"tdkt", "--language=en"}), Language::english);
}

TEST(Commands, SayHowTheyAreUsedInBothLanguages) {
  for (const auto& command : commands())
    for (const auto language : {0, 1}) {
      EXPECT_FALSE(command.summary[language].empty());
      const auto help = std::string(command.help[language]);
      EXPECT_NE(help.find("tdkt " + std::string(command.name)), std::string::npos) << help;
      for (const auto option : command.options)
        EXPECT_NE(help.find(name_of(option)), std::string::npos) << command.name << " " << name_of(option);
    }
}

}  // namespace
}  // namespace tdkt::cli
