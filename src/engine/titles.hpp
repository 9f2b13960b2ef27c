// SPDX-License-Identifier: Apache-2.0
// Rules by the titles that people know them by, in either language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "graph/request.hpp"
#include "typed/program.hpp"

namespace tdkt::engine {

bool has_title(const typed::Title& title, std::string_view written);

// Whether the nomination or one of its offers has the title.
bool has_title(const typed::Nomination& nomination, std::string_view written);

// Whether some award, pledge, nomination, offer, scorecard or grades have it.
bool has_title(const typed::Program& program, std::string_view written);

// The titles of all of them, each once, in both languages.
std::vector<std::string> titles_of(const typed::Program& program);

// What is left of a request when only these titles are asked for; all of it for none.
graph::Request only(const typed::Program& program, graph::Request request, const std::vector<std::string>& titles);

}  // namespace tdkt::engine
