// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <tao/pegtl/contrib/analyze.hpp>

#include "grammar/file.hpp"

namespace {

TEST(Grammar, NoRuleCanLoopWithoutReading) {
  EXPECT_EQ(tao::pegtl::analyze<tdkt::grammar::rules::file>(), 0u);
  EXPECT_EQ(tao::pegtl::analyze<tdkt::grammar::rules::lone_sentence>(), 0u);
}

}  // namespace
