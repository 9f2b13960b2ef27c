// SPDX-License-Identifier: Apache-2.0
// Forms of names: which one stands in a text, which one answers to it in the other language, how it is
// written where names are declared.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "columns/schema.hpp"
#include "syntax/tree.hpp"

namespace tdkt::format {

using grammar::Language;

// A form by its language and its place among the forms of that language.
struct Form {
  Language language;
  std::size_t index;
  friend bool operator==(const Form&, const Form&) = default;
};

// The form that stands among the words, the longest at each place; nullopt where none or several do.
std::optional<Form> form_among(const columns::Name& name, const syntax::Sentence& words);
// The form that is this text.
std::optional<Form> form_that_is(const columns::Name& name, const std::string& text);

// The form to write in language `to` for one that was written: the one at its place; where there is none,
// an abbreviation (`LĐTT`) stays as it is, and anything else becomes the first form. An English form to
// which no Vietnamese one answers becomes the first in English, too.
std::string answering(const columns::Name& name, Form written, Language to);

// As a form is written in a list of forms: in quotes where it could be taken for something else.
std::string in_list(const std::string& form);
// The same before a keyword that would end the name.
std::string in_header(const std::string& form, const std::vector<std::string>& ending_words);

}  // namespace tdkt::format
