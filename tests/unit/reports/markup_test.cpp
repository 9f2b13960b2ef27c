// SPDX-License-Identifier: Apache-2.0
// Names of rules and of people stand in XML and HTML as they are, whatever they contain.
#include "reports/markup.hpp"

#include <gtest/gtest.h>

namespace tdkt::reports {
namespace {

TEST(Markup, SignsBecomeEntities) {
  EXPECT_EQ(escaped("a < b & \"c\" > d"), "a &lt; b &amp; &quot;c&quot; &gt; d");
}

TEST(Markup, LettersStay) { EXPECT_EQ(escaped("Tập thể “xuất sắc”\n\t✓"), "Tập thể “xuất sắc”\n\t✓"); }

TEST(Markup, WhatXmlForbidsIsLeftOut) { EXPECT_EQ(escaped(std::string("a\x01\x0c\x1f\x00z", 6)), "az"); }

}  // namespace
}  // namespace tdkt::reports
